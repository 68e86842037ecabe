/** A story that plays on real parts: who says and does what, when, and how it must end. */
import type { Level } from '../../flows/casework/tables/level.ts'
import type { State } from '../../flows/casework/tables/life-cycle.ts'
import type { Stage } from './stage.ts'

export type Story = {
  id: string
  name: { zh: string; en: string }
  /** On the station's clock: `2026-11-25 10:12`. */
  begins: string
  /** Plays it and gives the number of the case. */
  tell(stage: Stage): Promise<string>
  ends: Ending
}

/** What the books must show at the end; the states in order, with DRAFT as the first. */
export type Ending = {
  category: string
  path: readonly State[]
  /** Level and points of each grading in order, without repetitions. */
  gradings: readonly (readonly [Level, number])[]
}
