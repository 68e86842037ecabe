import type { CaseGiven, Side } from '../case.ts'
import type { Command, Refused } from '../core/command.ts'
import type { Instant } from '../core/event.ts'
import type { Choice } from '../core/reply.ts'
import type { Arranged, Coming } from '../invitation/commands.ts'

export type Relation = 'elder' | 'relative' | 'respected'
export type Language = 'zh' | 'bo' | 'both'

/** A sitting that is planned, as those who handle the case see it. */
export type Planned = {
  meeting: string
  at: Instant
  place: string
  answers: { who: string; answer: Coming | null; words: string | null }[]
  /** Those whose answer may be noted for them; the id is the invitation's. */
  asked: Choice[]
}

export type JointGiven = CaseGiven & {
  /** Each force's people, those who look after the village first. */
  police: Choice[]
  cadres: Choice[]
  people: Choice[]
  /** Who may lead the talk: those who handle the case. */
  hosts: Choice[]
  interpreters: Choice[]
  planned: Planned | null
}

export type Guest = { name: string; relation: Relation; consents: Side[] }

/** 联合调解: who is asked, when and where. */
export type PlanJoint = Command<
  'planJoint',
  {
    dispute: string
    rev: number
    police: string[]
    cadres: string[]
    people: string[]
    /** Why one of the three forces is missing. */
    why: string | null
    guests: Guest[]
    host: string
    /** YYYY-MM-DD and HH:MM at the station. */
    day: string
    time: string
    place: string
    language: Language
    interpreter: string | null
  },
  Arranged | Refused
>

/** Another time, or not at all: everybody who was asked is told. */
export type ChangeJoint = Command<
  'changeJoint',
  {
    dispute: string
    rev: number
    meeting: string
    change: 'move' | 'cancel'
    day: string | null
    time: string | null
    /** Null where it stays. */
    place: string | null
    reason: string | null
  },
  Arranged | Refused
>
