/** Where a story plays: people with a chat each, a clock that moves, and the books to look into. */
import type { Person } from './person.ts'

export type Stage = {
  /** Somebody new who writes to the desk. */
  resident(name: string): Promise<Person>
  /** Somebody of the sample station's roster, signed in with a one-time code. */
  staff(name: string): Promise<Person>
  /** Moves the clock to a time of the story (`2026-12-21 09:00`), doing on the way what comes due. */
  until(clock: string): Promise<void>
  /** How a day of the story is written on this stage, whose calendar may lie some days later. */
  day(day: string): string
  /** The case number this person was told last. */
  numberTold(person: Person): string
  /** What `npm run admin -- case show` tells: ids, codes and times. */
  shown(number: string): Promise<Shown>
  close(): Promise<void>
}

/** The part of `case show` that a story looks at. */
export type Shown = {
  state: string
  level: string
  category: string
  gradings: { level: string; score: number }[]
  path: { at: string; from: string; to: string; reason: string | null }[]
  /** Sums in fen, times as ISO text. */
  duties: ShownDuty[]
  rounds: ShownRound[]
}
export type ShownDuty = {
  no: number
  amountFen: number | null
  paidFen: number
  due: string | null
  state: string
}
export type ShownRound = {
  no: number
  at: string
  state: string
  code: string | null
  verdict: string | null
  surface: number | null
  signals: { code: string; points: number; by: string[] }[] | null
  sides: { side: 'A' | 'B'; mode: string; state: string }[]
}
