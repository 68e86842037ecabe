// The chair before the desk: which conversation is open, which ones wait, and when they take turns.
import { begin, fresh, SILENT } from './begin.ts'
import { isRefused } from './command.ts'
import { type Conversation, known, type Signals } from './conversation.ts'
import type { Opened } from './desk-commands.ts'
import type { Event, Instant, Json } from './event.ts'
import type { Flow } from './flow.ts'
import type { House } from './house.ts'
import { pose } from './pose.ts'
import { flowOf, quiet, type Received, type Told, wordsOf } from './received.ts'
import type { Reply } from './reply.ts'
import { MOST_WAITING, putAside, type Sitting } from './sitting.ts'
import type { Turn } from './stand.ts'
import { turn } from './turn.ts'

export function toConversation(
  house: House,
  sitting: Sitting,
  event: Event,
  told: Told,
  danger: Signals,
): Received {
  if (event.kind === 'result' && sitting.open?.id !== event.of) {
    // The conversation that asked was put aside meanwhile: it learns the answer where it waits.
    const waiting = sitting.waiting.map((item) =>
      item.conversation.id === event.of
        ? {
            ...item,
            conversation: turn(flowOf(house, item.conversation.flow), item.conversation, event, told.now)
              .conversation,
          }
        : item,
    )
    return quiet({ ...sitting, waiting })
  }
  const open = sitting.open!
  const last = turn(flowOf(house, open.flow), open, event, told.now, danger)
  // An answer can be as alarming as a text: whom to call is said first.
  const alarming = !told.staff && last.commands.some(({ command }) => command.do === 'raiseEmergency')
  const replies = alarming ? [warning(house, sitting), ...last.replies] : last.replies
  const next = nextAfter(event, last.conversation)
  if (!next) return seated(house, sitting, { ...last, replies }, told)
  const then = opened(house, { ...sitting, open: null }, next, told)
  return { ...then, replies: [...replies, ...then.replies], commands: [...last.commands, ...then.commands] }
}

/** What the books ask on after a talk that the person ended themselves: they are there, and only then is it asked. */
function nextAfter(event: Event, { status, quiet: silent }: Conversation): Opened | null {
  if (event.kind !== 'result' || event.name !== 'done' || status !== 'done' || silent) return null
  const { value } = event
  if (typeof value !== 'object' || value === null || Array.isArray(value) || isRefused(value)) return null
  return (value as { asksOn?: Opened }).asksOn ?? null
}

export const warning = (house: House, sitting: Sitting): Reply => ({
  kind: 'say',
  text: wordsOf(house, sitting).emergency,
  urgent: true,
})

/** A report begins, from the words that were said where there were some. */
export function reports(
  house: House,
  sitting: Sitting,
  told: Told,
  signals: Signals,
  first?: Event,
): Received {
  const flow = flowOf(house, house.report.flow)
  const { locale } = sitting
  const given = house.report.given(sitting)
  const greeted = wasGreeted(sitting, told.now)
  const begun = begin(flow, { id: told.id, locale, given, now: told.now, signals, greeted }, first)
  return seated(house, sitting, begun, told)
}

const GREETED = 24 * 3_600_000

/** Whoever was greeted today is not greeted again. */
const wasGreeted = ({ greeted }: Sitting, now: Instant): boolean =>
  greeted !== undefined && now - greeted < GREETED

/** A conversation that the station planned: it waits while another is open, and never asks twice. */
export function planned(
  house: House,
  sitting: Sitting,
  { flow: name, id, given }: Extract<Event, { kind: 'open' }>,
  told: Told,
): Received {
  const known = [sitting.open, ...sitting.waiting.map(({ conversation }) => conversation)]
  if (known.some((conversation) => conversation?.id === id)) return quiet(sitting)
  const flow = flowOf(house, name)
  if (flow.discreet) return plannedDiscreetly(house, sitting, flow, { id, given }, told)
  if (!sitting.open)
    return seated(house, sitting, begin(flow, { id, given, locale: sitting.locale, now: told.now }), told)
  // Someone who left a talk standing for hours is not in the middle of it: it is put aside and comes back.
  const idle = told.now - sitting.open.heardAt > flowOf(house, sitting.open.flow).idle.resume
  if (idle && sitting.open.status === 'open') return opened(house, sitting, { flow: name, id, given }, told)
  if (sitting.waiting.length >= MOST_WAITING) return quiet(sitting)
  const conversation = fresh(flow, { id, given, locale: sitting.locale, now: told.now })
  return quiet({ ...sitting, waiting: [...sitting.waiting, { conversation, begun: false }] })
}

/**
 * A discreet talk begins where nobody is in the middle of another, and before its hours are over; else it is asked of the
 * books as one in which nothing was said. It never waits: its line must not come when it is no longer allowed. An earlier one
 * that was left closed gives way.
 */
function plannedDiscreetly(
  house: House,
  sitting: Sitting,
  flow: Flow,
  { id, given }: { id: string; given: Json },
  told: Told,
): Received {
  const beginning = { id, given, locale: sitting.locale, now: told.now }
  const { until } = (given ?? {}) as { until?: Instant }
  const { open } = sitting
  const other = open?.status === 'open' ? flowOf(house, open.flow) : null
  const talking =
    open !== null &&
    other !== null &&
    (other.discreet ? !other.discreet.holds(known(open)) : told.now - open.heardAt <= other.idle.resume)
  if (talking || (until !== undefined && told.now >= until)) {
    const command = flow.done(known(fresh(flow, beginning)))
    return { sitting, replies: [], commands: [{ of: id, name: 'done', command }] }
  }
  const waiting = sitting.waiting.filter(({ begun }) => !begun)
  return seated(house, { ...sitting, open: null, waiting }, begin(flow, beginning), told)
}

/** A flow that the person asked for: what was open is put aside and comes back afterwards. */
export function opened(
  house: House,
  sitting: Sitting,
  { flow: name, id, given }: Opened,
  told: Told,
): Received {
  const flow = flowOf(house, name)
  const isReport = name === house.report.flow
  const begun = begin(flow, {
    id,
    given: isReport ? both(house.report.given(sitting), given) : given,
    locale: sitting.locale,
    now: told.now,
    greeted: isReport && wasGreeted(sitting, told.now),
  })
  return seated(house, { ...sitting, open: null, waiting: putAside(sitting, name, given) }, begun, told)
}

/** The books' facts, and beside them what only the sitting knows, such as the village somebody came by. */
function both(sitting: Json, books: Json): Json {
  const known = typeof sitting === 'object' && sitting !== null && !Array.isArray(sitting) ? sitting : {}
  const facts = typeof books === 'object' && books !== null && !Array.isArray(books) ? books : {}
  return { ...known, ...facts }
}

/** Keeps the conversation open while it lasts; when it has ended, what waits comes up. */
function seated(house: House, sitting: Sitting, last: Turn, told: Told): Received {
  const { conversation, replies, commands } = last
  const lasts = conversation.status === 'open' || conversation.status === 'awaiting'
  if (lasts) return { sitting: { ...sitting, open: conversation }, replies, commands }
  // After a discreet talk nothing follows of its own accord: its last line must stay the last.
  if (flowOf(house, conversation.flow).discreet)
    return { sitting: { ...sitting, open: null }, replies, commands }
  const next = comesUp(house, { ...sitting, open: null }, told)
  return {
    sitting: next.sitting,
    replies: [...replies, ...next.replies],
    commands: [...commands, ...next.commands],
  }
}

function comesUp(house: House, sitting: Sitting, told: Told): Received {
  const [first, ...waiting] = sitting.waiting
  if (!first) return quiet(sitting)
  const flow = flowOf(house, first.conversation.flow)
  if (!first.begun) {
    const { id, given } = first.conversation
    const begun = begin(flow, { id, given, locale: sitting.locale, now: told.now })
    return seated(house, { ...sitting, waiting }, begun, told)
  }
  const open = { ...first.conversation, heardAt: told.now, wakeAt: told.now + flow.idle.nudge, nudged: false }
  return { sitting: { ...sitting, waiting, open }, replies: [pose(flow, open, told.now)], commands: [] }
}

/** The open question once more, with whatever is due meanwhile. */
export const stands = (house: House, sitting: Sitting, told: Told): Received =>
  sitting.open ? toConversation(house, sitting, { kind: 'help' }, told, SILENT) : quiet(sitting)
