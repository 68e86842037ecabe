// How a figure is defined: its name, its formula in words, its unit, and the list that it is the sum of.
import type { Said } from '../said.ts'
import type { FigureFacts } from './facts.ts'
import type { Span } from './period.ts'
import type { Entry } from './tally.ts'

/** Pure: everything that counts within a time. */
export type Measure = (facts: FigureFacts, span: Span) => Entry[]

export type Unit = 'case' | 'time' | 'person' | 'duty' | 'visit' | 'change' | 'money' | 'day' | 'point'

type Named = { name: Said; formula: Said }
/** A sum. */
export type Sum = Named & { form: 'sum'; unit: Unit; of: Measure }
/** One sum over another: `rate` as a percentage, `mean` as so many `unit` on average. `perUnit` is what it is divided by. */
export type Ratio = Named & { form: 'rate' | 'mean'; unit: Unit; perUnit: Unit; of: Measure; per: Measure }
export type Defined = Sum | Ratio

/** `parts`: its rows add up to one of the others, so that a hidden one could be worked out from the rest. */
export type Group = { title: Said; parts?: true; rows: readonly Defined[] }

export const sum = (unit: Unit, name: Said, formula: Said, of: Measure): Sum => ({
  form: 'sum',
  unit,
  name,
  formula,
  of,
})
export const rate = (name: Said, formula: Said, of: Measure, per: Measure, unit: Unit = 'case'): Ratio => ({
  form: 'rate',
  unit,
  perUnit: unit,
  name,
  formula,
  of,
  per,
})
export const mean = (
  units: readonly [unit: Unit, per: Unit],
  name: Said,
  formula: Said,
  of: Measure,
  per: Measure,
): Ratio => ({
  form: 'mean',
  unit: units[0],
  perUnit: units[1],
  name,
  formula,
  of,
  per,
})

export const said = (zh: string, en: string): Said => ({ zh, en })
