import { begin, fresh, SILENT } from './begin.ts'
import { type Asked, type Command, isRefused } from './command.ts'
import type { Conversation, Signals } from './conversation.ts'
import type { Opened } from './desk-commands.ts'
import type { Event, Instant, Json, Locale } from './event.ts'
import type { Flow } from './flow.ts'
import { plain } from './hearing.ts'
import type { Global, House, HouseWords } from './house.ts'
import { pose } from './pose.ts'
import { type Reply, say } from './reply.ts'
import type { Sitting } from './sitting.ts'
import type { Turn } from './stand.ts'
import { chooses, turn } from './turn.ts'
import { coreWords } from './words.ts'

/** What the desk is told about a turn: the time, an id it may use, and whether this person works here. */
export type Told = { now: Instant; id: string; staff: boolean }
export type Received = { sitting: Sitting; replies: Reply[]; commands: Asked[] }

export const DESK = 'desk'
const EMERGENCY = 'emergency'

/** From something heard to what is said and asked of the books. Pure: same sitting, event and facts, same outcome. */
export function receive(house: House, sitting: Sitting, event: Event, told: Told): Received {
  switch (event.kind) {
    case 'result':
      return event.of === DESK
        ? deskLearns(house, sitting, event.name, event.value, told)
        : toConversation(house, remember(sitting, event.value), event, told, SILENT)
    case 'clock':
      return sitting.open ? toConversation(house, sitting, event, told, SILENT) : quiet(sitting)
    case 'open':
      return planned(house, sitting, event, told)
    case 'press':
      return asks(sitting, 'press', { do: 'press', with: { button: event.button } })
    case 'language':
      return speaks(house, sitting, event.locale, told)
    case 'help':
    case 'human':
    case 'stop':
      return globally(house, sitting, event.kind, told)
    case 'text':
      return heardText(house, sitting, event, told)
    case 'files':
      return watched(house, sitting, event, event.caption ?? '', told)
    default:
      return heard(house, sitting, event, told, SILENT)
  }
}

const quiet = (sitting: Sitting): Received => ({ sitting, replies: [], commands: [] })
const asks = (sitting: Sitting, name: string, command: Command): Received => ({
  sitting,
  replies: [],
  commands: [{ of: DESK, name, command }],
})
const wordsOf = (house: House, sitting: Sitting): HouseWords => house.words[sitting.locale]

/** Danger first, then what may be said at any time, then the words that begin a flow, then the flow that is open. */
function heardText(
  house: House,
  sitting: Sitting,
  event: Extract<Event, { kind: 'text' }>,
  told: Told,
): Received {
  const danger = house.watch(event.text)
  if (danger.hard && !told.staff) return alarmed(house, sitting, event, event.text, told, danger)
  const word = globalWord(house, sitting, event.text, told)
  if (word) return globally(house, sitting, word, told)
  const opening = answersHere(house, sitting, event.text, told) ? null : openingOf(house, event.text, told)
  if (opening) return asks(sitting, 'open', { do: 'open', with: opening })
  return heard(house, sitting, event, told, danger)
}

/** A word that names an answer of the open question belongs to it, even where it could begin something else. */
const answersHere = (house: House, { open }: Sitting, text: string, { now }: Told): boolean =>
  open !== null && chooses(flowOf(house, open.flow), open, text, now)

function watched(house: House, sitting: Sitting, event: Event, text: string, told: Told): Received {
  const danger = text ? house.watch(text) : SILENT
  return danger.hard && !told.staff
    ? alarmed(house, sitting, event, text, told, danger)
    : heard(house, sitting, event, told, danger)
}

function heard(house: House, sitting: Sitting, event: Event, told: Told, danger: Signals): Received {
  if (sitting.open) return toConversation(house, sitting, event, told, danger)
  const words = wordsOf(house, sitting)
  if (event.kind === 'pick') return { ...quiet(sitting), replies: [say(words.nothingOpen)] }
  if (event.kind === 'back' || event.kind === 'cancel')
    return { ...quiet(sitting), replies: [say(words.nothingOpen)] }
  if (told.staff) return { ...quiet(sitting), replies: [say(words.unknownToStaff)] }
  const sense = event.kind === 'text' ? house.reads(event.text) : 'trouble'
  switch (sense) {
    case 'trouble':
      return reports(house, sitting, told, danger, event)
    case 'opener':
      return reports(house, sitting, told, danger)
    default:
      return { ...quiet(sitting), replies: [say(words[sense])] }
  }
}

function reports(house: House, sitting: Sitting, told: Told, signals: Signals, first?: Event): Received {
  const flow = flowOf(house, house.report.flow)
  const given = house.report.given(sitting)
  const begun = begin(flow, { id: told.id, locale: sitting.locale, given, now: told.now, signals }, first)
  return seated(house, sitting, begun, told)
}

/**
 * A hard trigger was heard. The person is told at once whom to call, the books are asked to open an emergency, and
 * the talk goes on from the same words.
 */
function alarmed(
  house: House,
  sitting: Sitting,
  event: Event,
  text: string,
  told: Told,
  danger: Signals,
): Received {
  const after = sitting.open
    ? toConversation(house, sitting, event, told, danger)
    : reports(house, sitting, told, danger, event)
  // The words belong to the conversation they were said in, which this very turn may have ended.
  const now = after.sitting.open
  const subject = sitting.open && sitting.open.id !== now?.id ? sitting.open : now
  const command: Asked = {
    of: subject?.id ?? DESK,
    name: EMERGENCY,
    command: {
      do: 'raiseEmergency',
      with: {
        conversation: subject?.id ?? told.id,
        flow: subject?.flow ?? house.report.flow,
        dispute: subject ? disputeOf(subject) : null,
        codes: danger.codes,
        text,
        answers: subject?.answers ?? {},
      },
    },
  }
  return {
    sitting: now && now.id === subject?.id ? { ...after.sitting, open: alarm(now, danger) } : after.sitting,
    replies: [warning(house, sitting), ...after.replies],
    commands: [...after.commands, command],
  }
}

/** Leaves a place for what the books answer; the talk does not wait for it. */
const alarm = (conversation: Conversation, danger: Signals): Conversation => ({
  ...conversation,
  results: {
    ...conversation.results,
    [EMERGENCY]: {
      key: danger.codes.join(' '),
      value: conversation.results[EMERGENCY]?.value ?? null,
      pending: false,
    },
  },
})

/** The case a conversation is about: the one it was begun with, or the one it has filed. */
export function disputeOf({ given, results }: Conversation): string | null {
  const begun = (given as { dispute?: string } | null)?.dispute
  if (begun) return begun
  for (const { value } of Object.values(results)) {
    const filed = (value as { dispute?: string } | null)?.dispute
    if (filed) return filed
  }
  return null
}

function toConversation(house: House, sitting: Sitting, event: Event, told: Told, danger: Signals): Received {
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
  return seated(house, sitting, { ...last, replies }, told)
}

const warning = (house: House, sitting: Sitting): Reply => ({
  kind: 'say',
  text: wordsOf(house, sitting).emergency,
  urgent: true,
})

/** Keeps the conversation open while it lasts; when it has ended, what waits comes up. */
function seated(house: House, sitting: Sitting, last: Turn, told: Told): Received {
  const { conversation, replies, commands } = last
  const lasts = conversation.status === 'open' || conversation.status === 'awaiting'
  if (lasts) return { sitting: { ...sitting, open: conversation }, replies, commands }
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

/** A conversation that the station planned: it waits while another is open, and never asks twice. */
function planned(
  house: House,
  sitting: Sitting,
  { flow: name, id, given }: Extract<Event, { kind: 'open' }>,
  told: Told,
): Received {
  const known = [sitting.open, ...sitting.waiting.map(({ conversation }) => conversation)]
  if (known.some((conversation) => conversation?.id === id)) return quiet(sitting)
  const flow = flowOf(house, name)
  if (!sitting.open)
    return seated(house, sitting, begin(flow, { id, given, locale: sitting.locale, now: told.now }), told)
  // Someone who left a talk standing for hours is not in the middle of it: it is put aside and comes back.
  const idle = told.now - sitting.open.heardAt > flowOf(house, sitting.open.flow).idle.resume
  if (idle && sitting.open.status === 'open') return opened(house, sitting, { flow: name, id, given }, told)
  if (sitting.waiting.length >= MOST_WAITING) return quiet(sitting)
  const conversation = fresh(flow, { id, given, locale: sitting.locale, now: told.now })
  return quiet({ ...sitting, waiting: [...sitting.waiting, { conversation, begun: false }] })
}

/** A flow that the person asked for: what was open is put aside and comes back afterwards. */
function opened(house: House, sitting: Sitting, { flow: name, id, given }: Opened, told: Told): Received {
  const flow = flowOf(house, name)
  const aside = putAside(sitting, name, given)
  const begun = begin(flow, { id, given, locale: sitting.locale, now: told.now })
  return seated(house, { ...sitting, open: null, waiting: aside }, begun, told)
}

/** As many talks as one person can keep apart. */
const MOST_WAITING = 12

/** What was open waits. A form begun again on the same case replaces the old one, whose facts are stale. */
function putAside({ open, waiting }: Sitting, flow: string, given: Json): Sitting['waiting'] {
  const subject = (value: Json) => (value as { dispute?: string } | null)?.dispute ?? null
  const again = ({ conversation }: Sitting['waiting'][number]) =>
    conversation.flow === flow && subject(given) !== null && subject(conversation.given) === subject(given)
  const all = open ? [{ conversation: open, begun: true }, ...waiting] : waiting
  return all.filter((item) => !(item.begun && again(item))).slice(0, MOST_WAITING)
}

function deskLearns(house: House, sitting: Sitting, name: string, value: Json, told: Told): Received {
  const words = wordsOf(house, sitting)
  if (isRefused(value)) {
    const why =
      value.say?.[sitting.locale === 'en' ? 'en' : 'zh'] ?? coreWords(sitting.locale).refused(value.refused)
    return { ...quiet(sitting), replies: [say(why)] }
  }
  if (name === 'open' || name === 'press') return opened(house, sitting, value as Opened, told)
  if (name === 'human') return { ...quiet(sitting), replies: [say(words.human)] }
  return quiet(remember(sitting, value))
}

/** A case that the books speak of belongs to this person's matters from now on. */
function remember(sitting: Sitting, value: Json): Sitting {
  const { dispute, number } = (value ?? {}) as { dispute?: string; number?: string }
  if (!dispute || !number || sitting.matters.some((matter) => matter.dispute === dispute)) return sitting
  return { ...sitting, matters: [...sitting.matters, { dispute, number }].slice(-10) }
}

function globalWord(house: House, sitting: Sitting, text: string, told: Told): Global | null {
  const said = plain(text)
  for (const words of [wordsOf(house, sitting), ...Object.values(house.words)])
    for (const [word, hears] of Object.entries(words.hears) as [Global, readonly string[]][])
      if (hears.some((one) => plain(one) === said)) return told.staff && word === 'stop' ? null : word
  return null
}

function globally(house: House, sitting: Sitting, word: Global, told: Told): Received {
  const words = wordsOf(house, sitting)
  const dispute = sitting.open ? disputeOf(sitting.open) : (sitting.matters.at(-1)?.dispute ?? null)
  switch (word) {
    case 'zh':
    case 'en':
    case 'bo':
      return speaks(house, sitting, word, told)
    case 'back':
    case 'cancel':
      return heard(house, sitting, { kind: word }, told, SILENT)
    case 'human':
      return asks(sitting, 'human', { do: 'callHuman', with: { dispute } })
    case 'stop': {
      const ended: Received = sitting.open
        ? toConversation(house, sitting, { kind: 'cancel' }, told, SILENT)
        : quiet(sitting)
      const command: Asked = { of: DESK, name: 'stop', command: { do: 'stopMessages', with: { dispute } } }
      return {
        sitting: ended.sitting,
        replies: [...ended.replies.filter(({ kind }) => kind === 'say'), say(words.stopped)],
        commands: [...ended.commands, command],
      }
    }
    case 'erase': {
      const asked = asks(sitting, 'erase', { do: 'requestErasure', with: { dispute } })
      return { ...asked, replies: [say(words.erase)] }
    }
    case 'privacy':
      return again(house, sitting, [words.privacy], told)
    case 'help':
      return again(house, sitting, told.staff ? words.help.staff : words.help.resident, told)
  }
}

function speaks(house: House, sitting: Sitting, locale: Locale, told: Told): Received {
  const changed = { ...sitting, locale }
  if (sitting.open) return toConversation(house, changed, { kind: 'language', locale }, told, SILENT)
  return { ...quiet(changed), replies: [say(house.words[locale].language)] }
}

/** Says something in between, and then asks the open question again. */
function again(house: House, sitting: Sitting, said: string[], told: Told): Received {
  const replies: Reply[] = said.map(say)
  if (sitting.open?.status === 'open')
    replies.push(pose(flowOf(house, sitting.open.flow), sitting.open, told.now))
  return { sitting, replies, commands: [] }
}

/** The flow a text asks for: its words alone, or with a case number. */
function openingOf(house: House, text: string, told: Told): { flow: string; number: string | null } | null {
  const found = house.numberIn(text)
  const word = plain(found ? found.rest : text)
  const opener = house.openers.find(
    ({ who, hears }) =>
      (who === 'anyone' || (who === 'staff') === told.staff) &&
      Object.values(hears).some((words) => words.some((one) => plain(one) === word)),
  )
  return opener ? { flow: opener.flow, number: found?.number ?? null } : null
}

function flowOf(house: House, name: string): Flow {
  const flow = house.flows.get(name)
  if (!flow) throw new Error(`no flow is named ${name}`)
  return flow
}
