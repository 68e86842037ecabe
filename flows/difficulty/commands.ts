import type { Command, Refused } from '../core/command.ts'
import type { Instant } from '../core/event.ts'
import type { Place } from '../core/questions/place.ts'
import type { Story } from '../core/questions/story.ts'
import type { Choice } from '../core/reply.ts'

type Name = { zh: string; en: string }

/** What a difficulty is told with: the same facts as a report. */
export type DifficultyGiven = {
  station: { name: string; phone: string }
  villages: (Choice & { names: string[] })[]
  offset: number
}

/** What a flow on a request is given: what its card shows, and nothing of what was said. */
export type RequestGiven = {
  request: string
  number: string
  /** The request's revision when the flow began. */
  rev: number
  kind: Name
  villageName: string | null
  state: string
  promisedBy: Instant
  /** The person cannot be told in chat: an officer has to say it. */
  byHand: boolean
  offset: number
}

/** Where a request stands after a command. */
export type RequestMoved = { request: string; number: string; state: string }

/** A difficulty that is no dispute, in the person's own words. `kind` is what the words suggest. */
export type FileRequest = Command<
  'fileRequest',
  {
    conversation: string
    story: Story
    kind: string | null
    place: Place | null
    phone: string | null
    /** How and when to reach them, in their own words. */
    how: string | null
    name: string | null
  },
  { request: string; number: string; promisedBy: Instant }
>
/** What was told of as a dispute is a difficulty: it goes on as that, without being told again. */
export type CaseToRequest = Command<
  'caseToRequest',
  { dispute: string; rev: number; kind: string },
  { dispute: string; number: string; request: string; promisedBy: Instant } | Refused
>
/** What was told of as a difficulty is a dispute after all. */
export type RequestToCase = Command<
  'requestToCase',
  { request: string; rev: number },
  (RequestMoved & { case: string }) | Refused
>
export type ShowRequest = Command<'showRequest', { request: string }, RequestShown | Refused>
export type TakeRequest = Command<'takeRequest', { request: string; rev: number }, RequestMoved | Refused>
/** `told`: an officer said it to the person, where no chat may. `solved` is what they answered to that. */
export type AnswerRequest = Command<
  'answerRequest',
  {
    request: string
    rev: number
    result: 'done' | 'cannot'
    text: string
    told: 'solved' | 'told' | 'notyet' | null
  },
  RequestMoved | Refused
>
export type PassRequest = Command<
  'passRequest',
  { request: string; rev: number; unit: string; text: string | null; told: 'told' | 'notyet' | null },
  RequestMoved | Refused
>
/** A dated reason: the promise moves, and the person is told why and until when. */
export type PutOffRequest = Command<
  'putOffRequest',
  /** `until` is a day, YYYY-MM-DD. */
  { request: string; rev: number; reason: string; until: string },
  (RequestMoved & { promisedBy: Instant }) | Refused
>
/** What the person says of the answer. */
export type RateRequest = Command<
  'rateRequest',
  { request: string; solved: 'yes' | 'no' },
  (RequestMoved & { promisedBy: Instant | null }) | Refused
>

/** Whoever may see a request reads what was said, in their own chat and because they asked. */
export type RequestShown = {
  request: string
  number: string
  kind: Name
  village: string | null
  state: string
  promisedBy: Instant
  owner: string | null
  name: string | null
  phone: string | null
  words: string
  files: number
  offset: number
}
