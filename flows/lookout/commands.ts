import type { Command, Refused } from '../core/command.ts'
import type { Opened } from '../core/desk-commands.ts'
import type { Instant } from '../core/event.ts'
import type { Story } from '../core/questions/story.ts'

/** One village of a round, asked of one person. `more`: they have told of something, and are asked for the next. */
export type LookoutGiven = {
  ask: string
  villageName: string
  more: boolean
  /** Households were to be visited: how many is asked. */
  visits: boolean
  offset: number
  /** Told before anything was asked: taken as a lead once they say that it is one. */
  said?: Story
}
/** Every village of a round that this person has not answered for. */
export type ZeroGiven = { asks: string[]; villageNames: string[]; visits: boolean }

/** `zero`: nothing in these villages. `told`: a lead is in, and there may be another. `enough`: no more. `left`: nothing said. */
export type Answering = 'zero' | 'told' | 'enough' | 'left'
export type AnswerPatrol = Command<
  'answerPatrol',
  { asks: string[]; what: Answering; households: number | null },
  Answered | Refused
>
/** `over`: the round had ended; `kept`: what was said before stands, because it says more. */
export type Answered = { what: Answering; over: boolean; kept: boolean; asksOn?: Opened }

/** A lead in somebody's own words, or by voice: filed by the usual way. */
export type FileLead = Command<
  'fileLead',
  { conversation: string; ask: string; story: Story; danger: string[] },
  LeadFiled | Refused
>
export type LeadFiled = {
  dispute: string
  number: string
  at: Instant
  /** A voice note waits for a listener; nothing is known of it yet. */
  voice: boolean
  /** The law says that this must be reported (domain 2.3). */
  must: boolean
  /** Somebody is in danger: the duty officer was called. */
  urgent: boolean
}
