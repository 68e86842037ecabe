// The kind of trouble a text tells of: the category whose words speak clearest, or none.
import type { SubCode } from '../tables/taxonomy.ts'
import { FAMILY } from './category/family.ts'
import { HARM } from './category/harm.ts'
import { LAND } from './category/land.ts'
import { NEIGHBOURS } from './category/neighbours.ts'
import { PUBLIC } from './category/public.ts'
import type { Rule } from './category/rule.ts'
import { WIDER } from './category/wider.ts'
import { WORK } from './category/work.ts'

const RULES: readonly Rule[] = [...FAMILY, ...NEIGHBOURS, ...WORK, ...LAND, ...HARM, ...PUBLIC, ...WIDER]

/** Below this nothing was really said; within the margin two kinds are equally likely. */
const ENOUGH = 3

export type Scored = { code: SubCode; score: number }

/** Every category that some words speak for, the loudest first. Reads `readable` text. */
export function categoriesIn(text: string): Scored[] {
  const scores = new Map<SubCode, number>()
  for (const one of RULES) {
    if (!one.pattern.test(text) || one.unless?.test(text)) continue
    scores.set(one.code, (scores.get(one.code) ?? 0) + one.weight)
  }
  return [...scores]
    .map(([code, score]) => ({ code, score }))
    .sort((a, b) => b.score - a.score || (a.code < b.code ? -1 : 1))
}

/** The category of a text, or null when it is not clear. Reads `readable` text. */
export function readCategory(text: string): SubCode | null {
  const [first, second] = categoriesIn(text)
  if (!first || first.score < ENOUGH) return null
  return second && second.score === first.score ? null : first.code
}
