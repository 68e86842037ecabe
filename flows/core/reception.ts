// From something heard at the desk to what is said and asked of the books.
import { alarmed } from './alarm.ts'
import { globally, globalWord, helpFor, speaks } from './at-any-time.ts'
import { fresh, openingOf, SILENT } from './begin.ts'
import { codeIn } from './code-in.ts'
import type { Signals } from './conversation.ts'
import { corrects } from './correcting.ts'
import type { Open } from './desk-commands.ts'
import { deskLearns, remember } from './desk-learns.ts'
import { discreetly, isDiscreet } from './discreet.ts'
import type { Event } from './event.ts'
import { cut, plain, unslashed } from './hearing.ts'
import type { House, Opener } from './house.ts'
import { again, asks, DESK, flowOf, quiet, type Received, type Told, wordsOf } from './received.ts'
import { planned, reports, stands, toConversation } from './seat.ts'
import type { Sitting } from './sitting.ts'
import { chooses, joined } from './turn.ts'

export { DESK, type Received, type Told } from './received.ts'

/** Pure: same sitting, event and facts, same outcome. */
export function receive(house: House, sitting: Sitting, event: Event, told: Told): Received {
  // What the platform says of somebody is for the books, whoever holds the phone.
  return event.kind !== 'reach' && !told.staff && isDiscreet(house, sitting, told.now)
    ? discreetly(house, sitting, event, told)
    : openly(house, sitting, event, told)
}

function openly(house: House, sitting: Sitting, event: Event, told: Told): Received {
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
    case 'code':
      return asks(sitting, 'useCode', { do: 'useCode', with: { code: event.code } })
    case 'reach': {
      const { reachable, grants, bounced } = event
      const reach = {
        reachable,
        ...(grants === undefined ? {} : { grants }),
        ...(bounced ? { bounced } : {}),
      }
      return asks(sitting, 'noteReach', { do: 'noteReach', with: reach })
    }
    case 'group': {
      const { group, alerts } = event
      return asks(sitting, alerts ? 'alertsOn' : 'alertsOff', { do: 'setGroup', with: { group, alerts } })
    }
    case 'arrive':
      return arrives(house, sitting, event.village, told)
    case 'unreadable':
      return again(house, sitting, [wordsOf(house, sitting).unreadable[event.why]], told)
    case 'language':
      return speaks(house, sitting, event.locale, told)
    case 'help':
    case 'human':
    case 'stop':
    case 'back':
    case 'cancel':
      return globally(house, sitting, event.kind, told)
    case 'text':
      return heardText(house, sitting, event, told)
    case 'correct':
      return typedCode(house, event.text) === null
        ? corrects(house, sitting, event, told)
        : heardText(house, sitting, { kind: 'text', text: event.text }, told)
    case 'files':
      return watched(house, sitting, event, event.caption ? [event.caption] : [], told)
    case 'form':
      return watched(house, sitting, event, typedIn(event), told)
    case 'pick':
    case 'tap':
    case 'place':
      return heard(house, sitting, event, told, SILENT)
  }
}

/** A code, danger, then what may be said at any time, then the words that begin a flow, then the flow that is open. */
function heardText(
  house: House,
  sitting: Sitting,
  event: Extract<Event, { kind: 'text' }>,
  told: Told,
): Received {
  const code = typedCode(house, event.text)
  if (code !== null) return codeTyped(house, sitting, code, told)
  const danger = house.watch(event.text)
  if (danger.hard && !told.staff) return alarmed(house, sitting, event, event.text, told, danger)
  const word = globalWord(house, sitting, event.text, told)
  if (word) return globally(house, sitting, word, told)
  const opening = answersHere(house, sitting, event.text, told) ? null : openerIn(house, event.text, told)
  if (opening) return asks(sitting, 'open', { do: 'open', with: opening })
  return heard(house, sitting, event, told, danger)
}

/** A code is never a story: it goes to the books, and nothing of it stays in a conversation. */
const typedCode = (house: House, text: string): string | null =>
  codeIn(
    text,
    Object.values(house.words).flatMap(({ code }) => code.hears),
  )

function codeTyped(house: House, sitting: Sitting, code: string, told: Told): Received {
  if (code === '') return again(house, sitting, [wordsOf(house, sitting).code.missing], told)
  return asks(sitting, 'useCode', { do: 'useCode', with: { code } })
}

/** A word that names an answer of the open question belongs to it, even where it could begin something else. */
const answersHere = (house: House, { open }: Sitting, text: string, { now }: Told): boolean =>
  open !== null && chooses(flowOf(house, open.flow), open, text, now)

const typedIn = ({ answers }: Extract<Event, { kind: 'form' }>): string[] =>
  answers.flatMap(({ event }) => (event.kind === 'text' ? [event.text] : []))

/** Each text is read for danger by itself: two harmless ones make no threat together. */
function watched(
  house: House,
  sitting: Sitting,
  event: Event,
  texts: readonly string[],
  told: Told,
): Received {
  const danger = texts.map((text) => house.watch(text)).reduce(joined, SILENT)
  return danger.hard && !told.staff
    ? alarmed(house, sitting, event, texts.join('\n'), told, danger)
    : heard(house, sitting, event, told, danger)
}

function heard(house: House, sitting: Sitting, event: Event, told: Told, danger: Signals): Received {
  if (sitting.open) return toConversation(house, sitting, event, told, danger)
  const words = wordsOf(house, sitting)
  if (event.kind === 'pick' || event.kind === 'tap' || event.kind === 'form')
    return again(house, sitting, [words.nothingOpen], told)
  if (told.staff) return overheard(house, sitting, event, told)
  const sense = event.kind === 'text' ? house.reads(event.text) : 'trouble'
  switch (sense) {
    case 'trouble':
      return reports(house, sitting, told, danger, event)
    case 'opener':
      return reports(house, sitting, told, danger)
    default:
      return again(house, sitting, [words[sense]], told)
  }
}

/** What staff tell while nothing is open may be what they were asked for by a card. */
function overheard(house: House, sitting: Sitting, event: Event, told: Told): Received {
  const text = event.kind === 'text' ? event.text : event.kind === 'files' ? (event.caption ?? '') : ''
  const files = event.kind === 'files' ? event.files : []
  const flow = house.overheard
  const tells = files.length > 0 || (text.trim() !== '' && house.reads(text) === 'trouble')
  if (flow === undefined || !tells)
    return again(house, sitting, [wordsOf(house, sitting).unknownToStaff], told)
  const said = { text, files }
  return asks(sitting, 'overheard', { do: 'open', with: { flow, number: null, said } })
}

/** As long as the code of a village may be. */
const LONGEST = 64

/** Somebody opened the chat: they are greeted once, unless a question is open already. */
function arrives(house: House, sitting: Sitting, village: string | null, told: Told): Received {
  if (told.staff) return again(house, sitting, helpFor(house, sitting, told), told)
  const here = village ? { ...sitting, village: cut(village, LONGEST) } : sitting
  if (here.open) return stands(house, here, told)
  const report = flowOf(house, house.report.flow)
  const { locale } = here
  const talk = fresh(report, { id: told.id, locale, given: house.report.given(here), now: told.now })
  return again(house, { ...here, greeted: told.now }, openingOf(report, talk), told)
}

/** The flow a text asks for: its words alone, or with a case number. */
function openerIn(house: House, text: string, told: Told): Open['with'] | null {
  const found = house.numberIn(text)
  const said = unslashed(found ? found.rest : text)
  const word = plain(said)
  if (word === '' && !found) return null
  const theirs = house.openers.filter(({ who }) => who === 'anyone' || (who === 'staff') === told.staff)
  const opener = theirs.find(({ hears }) =>
    Object.values(hears).some((words) => words.some((one) => plain(one) === word)),
  )
  if (opener) {
    // Some words say it themselves, such as "monthly report".
    const rest = opener.follows?.(said) ? { rest: said } : {}
    return { flow: opener.flow, number: found?.number ?? null, ...rest }
  }
  return found ? null : openerWithMore(theirs, said)
}

/** A word that begins a flow and what belongs to it: "report 2026-10". */
function openerWithMore(openers: readonly Opener[], said: string): Open['with'] | null {
  const text = said.normalize('NFKC').toLowerCase()
  for (const { flow, hears, follows } of openers)
    for (const word of follows ? Object.values(hears).flat() : []) {
      const rest = text.startsWith(word) ? text.slice(word.length).trim() : ''
      if (rest !== '' && follows?.(rest)) return { flow, number: null, rest }
    }
  return null
}
