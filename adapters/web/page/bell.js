// Calling attention: a count in the title and on the tab, and a short sound for RED.
import { byId, fill } from './dom.js'
import { icon } from './icons.js'
import { recall, remember } from './memory.js'
import { spoken, words } from './words.js'

export function openBell() {
  const button = byId('bell')
  const badge = byId('badge')
  let unseen = 0
  let red = false
  /** @type {AudioContext | null} */
  let sound = null
  const isOn = () => recall('sound') !== 'off'

  button.hidden = false
  button.addEventListener('click', () => {
    remember('sound', isOn() ? 'off' : null)
    draw()
    if (isOn()) ring()
  })
  // Browsers let a page sound only after somebody touched it.
  document.addEventListener('pointerdown', wake, { once: true })
  document.addEventListener('keydown', wake, { once: true })
  document.addEventListener('visibilitychange', () => !document.hidden && isShown() && clear())
  window.addEventListener('focus', () => isShown() && clear())
  spoken(draw)

  function wake() {
    if (typeof AudioContext === 'function') sound ??= new AudioContext()
  }

  function draw() {
    fill(button, icon(isOn() ? 'bell' : 'mute'))
    const label = isOn() ? words().soundOn : words().soundOff
    button.setAttribute('aria-label', label)
    button.title = label
    button.setAttribute('aria-pressed', String(isOn()))
    title()
  }

  function title() {
    document.title = unseen > 0 ? `${red ? '🔴 ' : ''}(${unseen}) ${words().deskTitle}` : words().deskTitle
    badge.hidden = unseen === 0
    badge.textContent = String(unseen)
    badge.classList.toggle('red', red)
  }

  function ring() {
    wake()
    if (!sound || sound.state === 'closed') return
    sound.resume().catch(() => {})
    const begin = sound.currentTime
    for (const [at, pitch] of /** @type {const} */ ([
      [0, 880],
      [0.22, 660],
      [0.44, 880],
    ])) {
      const tone = sound.createOscillator()
      const level = sound.createGain()
      tone.frequency.value = pitch
      level.gain.setValueAtTime(0.0001, begin + at)
      level.gain.exponentialRampToValueAtTime(0.2, begin + at + 0.02)
      level.gain.exponentialRampToValueAtTime(0.0001, begin + at + 0.18)
      tone.connect(level).connect(sound.destination)
      tone.start(begin + at)
      tone.stop(begin + at + 0.2)
    }
  }

  /** The messages are in sight. */
  const isShown = () => !document.hidden && document.hasFocus() && byId('messages').offsetParent !== null

  function clear() {
    unseen = 0
    red = false
    title()
  }

  return {
    /** A message came just now. @param {boolean} isRed */
    tell(isRed) {
      if (isRed && isOn()) ring()
      if (isShown()) return
      unseen += 1
      red ||= isRed
      title()
    },
    clear,
  }
}
