// The figures of a period: each with its name, its formula, and the lists that its numbers are the sums of. Pure.
import type { Said } from '../said.ts'
import type { Defined, Group, Unit } from './define.ts'
import type { FigureFacts } from './facts.ts'
import type { Period, Span } from './period.ts'
import { TABLE_A } from './table-a.ts'
import { TABLE_B } from './table-b.ts'
import { tableC } from './table-c.ts'
import { type Tally, tally } from './tally.ts'

export const TABLES = ['A', 'B', 'C'] as const
export type TableCode = (typeof TABLES)[number]

/** `per` is what a rate or a mean is divided by; null for a sum. */
export type Value = { sum: Tally; per: Tally | null }

export type Figure = {
  /** `A3`: its table and its row there. */
  id: string
  name: Said
  formula: Said
  form: Defined['form']
  unit: Unit
  /** What a rate or a mean is divided by; the same as `unit` of a sum. */
  perUnit: Unit
  /** 本期 and 累计. */
  now: Value
  year: Value
}

export type FigureGroup = { title: Said; parts: boolean; figures: Figure[] }
export type FigureTable = { code: TableCode; groups: FigureGroup[] }

export const TABLE_NAMES: { readonly [T in TableCode]: Said } = {
  A: { zh: '表A 人民调解案件情况', en: "Table A: people's mediation" },
  B: { zh: '表B 矛盾纠纷排查情况', en: 'Table B: disputes found and dealt with' },
  C: { zh: '表C 本所情况', en: "Table C: the station's own" },
}

const definedIn = (code: TableCode, facts: FigureFacts): readonly Group[] => {
  switch (code) {
    case 'A':
      return TABLE_A
    case 'B':
      return TABLE_B
    case 'C':
      return tableC(facts)
  }
}

export function tableOf(
  code: TableCode,
  facts: FigureFacts,
  { now, year }: Pick<Period, 'now' | 'year'>,
): FigureTable {
  let row = 0
  const figure = (one: Defined): Figure => {
    const { name, formula, form, unit } = one
    const value = (span: Span): Value => ({
      sum: tally(one.of(facts, span)),
      per: one.form === 'sum' ? null : tally(one.per(facts, span)),
    })
    return {
      id: `${code}${++row}`,
      name,
      formula,
      form,
      unit,
      perUnit: one.form === 'sum' ? unit : one.perUnit,
      now: value(now),
      year: value(year),
    }
  }
  const groups = definedIn(code, facts).map(({ title, parts = false, rows }) => ({
    title,
    parts,
    figures: rows.map(figure),
  }))
  return { code, groups }
}

export const figuresIn = ({ groups }: FigureTable): Figure[] => groups.flatMap(({ figures }) => figures)
