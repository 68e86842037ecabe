// The staff's page: the talk with the desk on one side, the cases on the other.
import { openBell } from './bell.js'
import { openCases } from './cases.js'
import { openChat } from './chat.js'
import { openComposer } from './composer.js'
import { openDemoClock } from './demo-clock.js'
import { confirmed } from './dialog.js'
import { byId, el } from './dom.js'
import { openLine } from './line.js'
import { occupy, takeSeat, useUp, vacate } from './seat.js'
import { applyType, openSettings } from './settings.js'
import { signIn } from './sign-in.js'
import { openStory } from './story.js'
import { setClock } from './time.js'
import { call } from './wire.js'
import { fillPage, locale, spoken, words } from './words.js'

applyType()
fillPage()
const code = new URLSearchParams(location.hash.slice(1)).get('code')
if (location.hash || location.search) history.replaceState(null, '', '/desk')

const { seat, known } = takeSeat('desk', code)
const line = openLine()
/** @type {import('./chat.js').Chat | null} */
let chat = null
const settings = openSettings((chosen) => {
  chat?.say({ kind: 'language', locale: chosen }, { quiet: true })
  chat?.redraw()
})
spoken(() => {
  document.title = words().deskTitle
})

let offset = 480
/** @returns {Promise<'known' | 'fresh' | null>} */
async function arrive() {
  const answer = await call(seat, 'POST', '/hello', { body: {} })
  if (!answer.ok) {
    line.line('away')
    return null
  }
  const { station, now, fresh } = answer.data
  offset = station.offset
  setClock(offset, now)
  settings.offer(station.locales)
  spoken(() => {
    byId('station').textContent = locale() === 'en' ? station.name.en : station.name.zh
  })
  // A desk that lost its seat has to sign in again.
  if (fresh && chat) location.reload()
  return fresh ? 'fresh' : 'known'
}

/** Who sits here; null when nobody has signed in. */
async function me() {
  for (;;) {
    const answer = await call(seat, 'GET', '/desk/me')
    if (answer.ok) return answer.data
    if (answer.status === 401) return null
    line.line('away')
    await new Promise((resolve) => setTimeout(resolve, 3_000))
  }
}

await arrive()
// A link opened here before has been used up, by whoever sits here.
const enters = (code && !known) || !(await me())
if (enters) await signIn(seat, code)
if (code) useUp(seat, code)
const person = (await me()) ?? location.reload()
occupy(seat)
line.line('here')
byId('me').textContent = person.name
byId('sign-out').hidden = false
byId('sign-out').addEventListener('click', () => void signOut())
async function signOut() {
  const said = words()
  if (!(await confirmed({ text: said.signOutAsk, yes: said.signOut, no: said.stay }))) return
  chat?.end()
  await call(seat, 'POST', '/desk/sign-out', { body: {} })
  await chat?.clear()
  vacate(seat)
  location.reload()
}
byId('rooms').hidden = false

const bell = openBell()
const composer = openComposer(() => chat, 'writeDesk')
const cases = openCases({ open: (number) => void open(number), refresh: () => void refresh() })
const story = openStory(seat, close)
if (person.clock.demo) openDemoClock(seat, offset, () => later())

async function refresh() {
  const answer = await call(seat, 'GET', '/desk/cases')
  if (answer.ok) {
    // Somebody else may have moved a demonstration's clock.
    setClock(offset, answer.data.now)
    cases.show(answer.data.cases)
  } else if (answer.status === 401) location.reload()
  const number = story.number()
  if (number) await tell(number, true)
}

/** @param {string} number @param {boolean} [stay] */
async function tell(number, stay = false) {
  const answer = await call(seat, 'GET', `/desk/cases/${encodeURIComponent(number)}`)
  if (answer.ok) story.show(answer.data.story, stay)
  else if (answer.status === 404) story.show('gone')
}

/** @param {string} number */
async function open(number) {
  shows('cases')
  cases.choose(number)
  byId('cases').dataset.shows = 'story'
  await tell(number)
}

function close() {
  const number = story.number()
  story.show(null)
  byId('cases').dataset.shows = 'list'
  cases.choose(null)
  if (number) cases.focus(number)
}

/** Once things have settled: several messages of one act are one change. */
/** @type {ReturnType<typeof setTimeout> | undefined} */
let settling
function later() {
  clearTimeout(settling)
  settling = setTimeout(refresh, 400)
}

/** On a phone one room is shown at a time. @param {'messages' | 'cases'} room */
function shows(room) {
  byId('rooms').dataset.shows = room
  for (const name of ['messages', 'cases'])
    byId(`tab-${name}`).setAttribute('aria-pressed', String(name === room))
  if (room === 'messages') bell.clear()
}
for (const room of /** @type {const} */ (['messages', 'cases']))
  byId(`tab-${room}`).addEventListener('click', () => shows(room))
document.addEventListener('visibilitychange', () => !document.hidden && later())

await refresh()
chat = await openChat({
  seat,
  log: byId('log'),
  always: true,
  fresh: false,
  arrive,
  line: line.line,
  troubled: line.troubled,
  changed(now) {
    byId('no-messages').hidden = !now.empty()
    composer.suit()
  },
  type: (text) => composer.write(text),
  heard(wire, node, live) {
    const { reply } = wire
    if (reply.kind === 'card') addOpener(reply.text + reply.rows.map(({ value }) => value).join(' '), node)
    if (live) bell.tell(reply.kind === 'card' && reply.tone === 'RED')
    later()
  },
})
// Whoever has just signed in is a new address to the desk, which speaks Chinese until told otherwise.
if (enters && locale() !== 'zh') chat.say({ kind: 'language', locale: locale() }, { quiet: true })
spoken(() => {
  line.show()
  composer.suit()
})
document.documentElement.dataset.ready = 'yes'

/** A card of a case leads to its story. @param {string} text @param {HTMLElement} node */
function addOpener(text, node) {
  const slot = node.querySelector('.slot')
  const find = () => cases.namedIn(text)
  if (!slot) return
  const add = (/** @type {string} */ number) =>
    slot.append(
      el(
        'button',
        { type: 'button', class: 'quiet open', 'data-testid': 'open-case', onclick: () => open(number) },
        words().openCase,
      ),
    )
  const now = find()
  if (now) add(now)
  // A new case is in the list only once the list was asked for again.
  else
    setTimeout(() => {
      const soon = find()
      if (soon) add(soon)
    }, 2_000)
}
