// The demonstration's clock: the station's time, and buttons that move it.
import { byId, el, fill } from './dom.js'
import { icon } from './icons.js'
import { setClock, stationNow, timeText } from './time.js'
import { call } from './wire.js'
import { spoken, words } from './words.js'

const DAY = 86_400_000

/** @param {string} seat @param {number} offset minutes @param {() => void} moved */
export function openDemoClock(seat, offset, moved) {
  const place = byId('clock')
  const time = el('time', { 'data-testid': 'station-time' })
  place.hidden = false
  spoken(() => {
    const said = words()
    fill(
      place,
      el('span', { class: 'demo' }, said.demo),
      el(
        'span',
        { class: 'now', title: said.stationTime },
        icon('clock'),
        el('span', { class: 'sr' }, said.stationTime),
        time,
      ),
      step(said.day, DAY, 'day'),
      step(said.week, 7 * DAY, 'week'),
    )
    show()
  })
  setInterval(show, 1_000)

  function show() {
    const text = timeText(stationNow())
    if (time.textContent !== text) time.textContent = text
  }

  /** @param {string} label @param {number} by @param {string} name */
  function step(label, by, name) {
    const button = el('button', { type: 'button', 'data-testid': `clock-${name}` }, label)
    button.addEventListener('click', () => void move())
    async function move() {
      if (button.getAttribute('aria-disabled')) return
      button.setAttribute('aria-disabled', 'true')
      const answer = await call(seat, 'POST', '/desk/clock', { body: { by }, within: 60_000 })
      button.removeAttribute('aria-disabled')
      if (!answer.ok) return
      setClock(offset, answer.data.now)
      show()
      moved()
    }
    return button
  }
}
