// The talk on the page: what was said by both, in order, and what may be pressed now.
import { el, focusIn } from './dom.js'
import { openKeep } from './keep.js'
import { openOutbox } from './outbox.js'
import { renderOwn } from './own.js'
import { render } from './render.js'
import { listen } from './stream.js'
import { dayHeading, dayNumber, hourText, notBefore, stationNow } from './time.js'
import { call } from './wire.js'
import { words } from './words.js'

/**
 * @typedef {import('./stream.js').Wire} Wire
 * @typedef {import('./keep.js').Item} Item
 * @typedef {Extract<import('./render.js').Reply, { kind: 'ask' | 'review' }>} Posed
 * @typedef {{ order: [number, number, number], at: number, node: HTMLElement, wire?: Wire, item?: Item }} Entry
 * @typedef {{
 *   say(event: any, extra?: { label?: string, quiet?: boolean, files?: import('./keep.js').Attached[] }): void,
 *   open(): Posed | null,
 *   press(number: number): boolean,
 *   redraw(): void,
 *   empty(): boolean,
 *   clear(): Promise<void>,
 *   end(): void,
 * }} Chat
 */

/** Older ones are left out of the page, not out of the books. */
const SHOWN = 300
/** So soon after the page opened, what comes is history, unless it was said just now. */
const SETTLING = 1_500

/**
 * @param {{
 *   seat: string, log: HTMLElement, always: boolean, fresh: boolean,
 *   arrive(): Promise<'known' | 'fresh' | null>,
 *   line(line: import('./stream.js').Line): void,
 *   troubled(why: 'away' | 'slow' | null): void,
 *   changed(chat: Chat): void,
 *   type(text: string): void,
 *   heard?(wire: Wire, node: HTMLElement, live: boolean): void,
 * }} told
 * @returns {Promise<Chat>}
 */
export async function openChat(told) {
  const { seat, log } = told
  const scroller = /** @type {HTMLElement} */ (log.parentElement)
  const opened = Date.now()
  const openedAt = stationNow()
  let atEnd = true
  /** @type {Entry[]} */
  const entries = []
  let last = 0
  let seen = 0
  /** @type {Wire | null} */
  let posed = null
  log.setAttribute('aria-busy', 'true')
  setTimeout(() => log.setAttribute('aria-busy', 'false'), SETTLING)

  const outbox = await openOutbox(seat, await openKeep(seat), {
    changed(item) {
      own(item)
      if (item.event.kind === 'language' && item.state === 'sent') void renew()
    },
    troubled: told.troubled,
    arrive,
  })
  if (told.fresh) outbox.forgetSent()
  for (const item of outbox.items()) own(item)
  const line = listen(seat, {
    after: () => last,
    message: heard,
    line(state) {
      if (state === 'here') outbox.kick()
      told.line(state)
    },
    arrive,
    always: told.always,
  })

  /** Takes the seat again. Where the station knew nothing of it, a new talk begins, with what is still unsent. */
  async function arrive() {
    const arrived = await told.arrive()
    if (arrived === 'fresh' && last > 0) {
      outbox.forgetSent()
      entries.length = last = seen = 0
      posed = null
      log.replaceChildren()
      for (const item of outbox.items()) own(Object.assign(item, { after: 0 }))
    }
    return arrived !== null
  }

  /** @param {Wire} wire */
  function heard(wire) {
    if (wire.seq <= last) return
    last = wire.seq
    notBefore(wire.at)
    const live = Date.now() - opened > SETTLING || wire.at > openedAt - SETTLING
    const node = el('li', {
      class: 'theirs',
      'data-testid': 'message',
      'data-seq': wire.seq,
      'data-kind': wire.reply.kind,
    })
    node.append(render(wire.reply, hands(live)))
    place({ order: [wire.seq, 0, 0], at: wire.at, node, wire })
    headAnew()
    if (wire.reply.kind === 'ask' || wire.reply.kind === 'review') pose(wire)
    told.heard?.(wire, node, live)
    told.changed(chat)
    tellSeen()
  }

  let today = dayNumber(stationNow())
  /** What was said today was said yesterday once a new day has begun. */
  function headAnew() {
    if (today === dayNumber(stationNow())) return
    today = dayNumber(stationNow())
    for (let at = 0; at < entries.length; at += 1) head(at)
  }

  /** @param {boolean} live @returns {import('./render.js').Hands} */
  const hands = (live) => ({
    seat,
    live,
    pick: (question, choice) =>
      chat.say({ kind: 'pick', question, choice: choice.id }, { label: choice.label }),
    press: (button) => chat.say({ kind: 'press', button: button.id }, { label: button.label }),
    type: told.type,
  })

  /** The newest question is open; those before it fold away, and can be unfolded from their answers. @param {Wire} wire */
  function pose(wire) {
    posed = wire
    for (const { node, wire: older } of entries) {
      if (!older || (older.reply.kind !== 'ask' && older.reply.kind !== 'review')) continue
      const held = node.contains(document.activeElement)
      node.classList.toggle('past', older !== wire)
      node.classList.remove('answered', 'unfolded')
      if (held && older !== wire) focusChoice()
    }
  }

  /** The newest question was answered, and what came of it was no other question. Help is asked beside it. */
  function over() {
    const asked = entries.findIndex(({ wire }) => wire !== undefined && wire === posed)
    const answer = entries.findIndex(
      ({ item }, at) => at > asked && item && !['help', 'human'].includes(item.event.kind),
    )
    return answer >= 0 && entries.slice(answer).some(({ wire }) => wire?.reply.kind === 'say')
  }

  /** Notices are worded anew in the language chosen; what the desk once said stays as it was said. */
  async function renew() {
    const shown = new Map(entries.flatMap((entry) => (entry.wire ? [[entry.wire.seq, entry]] : [])))
    for (let after = Math.min(...shown.keys()) - 1; Number.isFinite(after); ) {
      const answer = await call(seat, 'GET', `/messages?after=${after}`)
      if (!answer.ok) return
      for (const { seq, reply } of answer.data.messages) {
        const entry = shown.get(seq)
        if (entry?.wire && JSON.stringify(entry.wire.reply) !== JSON.stringify(reply)) {
          entry.wire.reply = reply
          draw(entry)
        }
        after = seq
      }
      if (!answer.data.more) return
    }
  }

  /** @param {Entry} entry */
  function draw({ node, wire }) {
    if (!wire) return
    node.replaceChildren(render(wire.reply, hands(false)))
    told.heard?.(wire, node, false)
  }

  const focusChoice = () => focusIn(entryOf(posed)?.node, '[data-testid=choice]')
  const entryOf = (/** @type {Wire | null} */ wire) => entries.find((entry) => wire && entry.wire === wire)

  /** @param {Item} item */
  function own(item) {
    if (item.quiet) return
    const known = entries.find((entry) => entry.item?.id === item.id)
    const node = el(
      'li',
      { class: 'ours' },
      renderOwn(item, { retry: () => outbox.retry(item), drop: () => drop(item), change: reviser(item) }),
    )
    if (!known) return place({ order: [item.after, 1, item.n], at: item.at, node, item })
    const held = known.node.contains(document.activeElement)
    known.node.replaceWith(node)
    known.node = node
    if (held) focusIn(node, 'button')
  }

  /** @param {Item} item @returns {(() => void) | null} */
  function reviser({ event }) {
    if (event.kind !== 'pick') return null
    return () => {
      const asked = entries
        .filter(({ wire }) => wire && 'id' in wire.reply && wire.reply.id === event.question)
        .pop()
      asked?.node.classList.add('unfolded')
      asked?.node.scrollIntoView({ block: 'nearest' })
      focusIn(asked?.node, '[data-testid=choice]')
    }
  }

  /** @param {Item} item */
  function drop(item) {
    outbox.drop(item)
    const at = entries.findIndex((entry) => entry.item === item)
    if (at >= 0) entries.splice(at, 1)[0]?.node.remove()
  }

  /** @param {Entry} entry */
  function place(entry) {
    let at = entries.length
    while (at > 0 && comes(entry, /** @type {Entry} */ (entries[at - 1])) < 0) at -= 1
    const next = entries[at]?.node ?? null
    entries.splice(at, 0, entry)
    log.insertBefore(entry.node, next ? headed(next) : null)
    head(at)
    head(at + 1)
    while (entries.length > SHOWN) {
      const gone = entries.shift()
      if (gone) headed(gone.node).remove()
      gone?.node.remove()
      head(0)
    }
    if (entry.item) atEnd = true
    if (entry.wire?.reply.kind === 'say' && entry.wire.reply.urgent) atEnd = true
    keepEnd()
  }

  /** Whoever reads the newest goes on reading the newest, when more comes and when letters or window change their size. */
  function keepEnd() {
    const newest = entries[entries.length - 1]?.node
    if (!atEnd || !newest) return
    // What is longer than the window is read from its beginning.
    if (newest.offsetHeight > scroller.clientHeight) newest.scrollIntoView({ block: 'start' })
    else scroller.scrollTop = scroller.scrollHeight
  }
  scroller.addEventListener('scroll', () => {
    atEnd = scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < 120
  })
  const sizes = new ResizeObserver(keepEnd)
  sizes.observe(log)
  sizes.observe(scroller)

  /** The heading before an entry, or the entry itself. @param {HTMLElement} node */
  function headed(node) {
    const before = node.previousElementSibling
    return before instanceof HTMLElement && before.classList.contains('when') ? before : node
  }

  /** A heading where a day begins or some time has passed. @param {number} at */
  function head(at) {
    const entry = entries[at]
    if (!entry) return
    const before = entries[at - 1]
    const heading = headed(entry.node)
    if (heading !== entry.node) heading.remove()
    if (before && entry.at - before.at < 10 * 60_000 && dayNumber(entry.at) === dayNumber(before.at)) return
    log.insertBefore(el('li', { class: 'when' }, `${dayHeading(entry.at)} ${hourText(entry.at)}`), entry.node)
  }

  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let seeing
  function tellSeen() {
    clearTimeout(seeing)
    seeing = setTimeout(async () => {
      if (document.hidden || seen >= last) return
      const upTo = last
      if ((await call(seat, 'POST', '/seen', { body: { seq: upTo } })).ok) seen = upTo
    }, 800)
  }
  document.addEventListener('visibilitychange', () => !document.hidden && tellSeen())

  /** @type {Chat} */
  const chat = {
    say(event, extra = {}) {
      const answered = entryOf(posed)
      outbox.add({ event, ...extra, after: last, at: stationNow() })
      answered?.node.classList.add('answered')
      told.changed(chat)
    },
    open: () => (posed && !over() ? /** @type {Posed} */ (posed.reply) : null),
    press(number) {
      const choice = posed && /** @type {Posed} */ (posed.reply).choices[number - 1]
      if (!choice || !posed || entryOf(posed)?.node.classList.contains('answered')) return false
      hands(true).pick(/** @type {Posed} */ (posed.reply).id, choice)
      return true
    },
    redraw() {
      for (const entry of entries) {
        if (entry.item) own(entry.item)
        else draw(entry)
      }
      for (let at = 0; at < entries.length; at += 1) head(at)
    },
    empty: () => entries.length === 0,
    async clear() {
      line.end()
      entries.length = 0
      log.replaceChildren()
      await outbox.clear()
    },
    end: line.end,
  }
  log.setAttribute('aria-label', words().log)
  told.changed(chat)
  return chat
}

/** @param {Entry} a @param {Entry} b */
const comes = (a, b) => a.order[0] - b.order[0] || a.order[1] - b.order[1] || a.order[2] - b.order[2]
