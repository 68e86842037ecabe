// The residents' page.
import { openChat } from './chat.js'
import { openComposer } from './composer.js'
import { byId, el, fill } from './dom.js'
import { keepShell } from './keep-shell.js'
import { canLeave, finishLeaving, leave } from './leave.js'
import { openLine } from './line.js'
import { occupy, takeSeat, useUp } from './seat.js'
import { applyType, openSettings } from './settings.js'
import { setClock } from './time.js'
import { call } from './wire.js'
import { fillPage, locale, spoken, words } from './words.js'

applyType()
fillPage()
await finishLeaving()

const join = new URL(location.href).searchParams.get('join')
const { seat, known } = takeSeat('home', join)
const line = openLine()
canLeave(seat, byId('leave'))
byId('forget-now').addEventListener('click', () => leave(seat, true))
spoken(() => fill(byId('examples'), ...words().examples.map(example)))
byId('skip').addEventListener('click', (event) => {
  event.preventDefault()
  byId('text').focus()
})

/** @type {import('./chat.js').Chat | null} */
let chat = null
const composer = openComposer(() => chat, 'write')
const settings = openSettings((chosen) => {
  // Before the first word there is nobody to tell.
  if (chat && !chat.empty()) chat.say({ kind: 'language', locale: chosen }, { quiet: true })
  chat?.redraw()
})

/** @returns {Promise<'known' | 'fresh' | null>} */
async function arrive() {
  const answer = await call(seat, 'POST', '/hello', { body: {} })
  if (!answer.ok) {
    line.line('away')
    return null
  }
  const { station, now, fresh } = answer.data
  setClock(station.offset, now)
  settings.offer(station.locales)
  name(station.name)
  return fresh ? 'fresh' : 'known'
}

/** @type {{ zh: string, en: string } | null} */
let stationName = null
function name(given = stationName) {
  stationName = given
  if (given) byId('station').textContent = locale() === 'en' ? given.en : given.zh
}

const arrived = await arrive()
chat = await openChat({
  seat,
  log: byId('log'),
  always: false,
  fresh: arrived === 'fresh',
  arrive,
  line: line.line,
  troubled: line.troubled,
  changed(now) {
    byId('greeting').classList.toggle('begun', !now.empty())
    composer.suit()
    if (!now.empty()) occupy(seat)
  },
  type: (text) => composer.write(text),
})
spoken(() => {
  line.show()
  composer.suit()
  name()
})
if (join && (!known || arrived === 'fresh')) {
  chat.say({ kind: 'press', button: join }, { quiet: true })
  useUp(seat, join)
}
// The address bar keeps nothing of why somebody came. What was pressed is kept until it is sent.
if (location.search || location.hash) history.replaceState(null, '', '/')
document.documentElement.dataset.ready = 'yes'
keepShell()

/** @param {string} text */
function example(text) {
  const onclick = () => composer.write(text)
  return el('button', { type: 'button', class: 'example', 'data-testid': 'example', onclick }, text)
}
