// A rule of the sorting: words that speak for one category of the taxonomy, and how loudly.
import type { SubCode } from '../../tables/taxonomy.ts'

/** `weight` 1 a hint, 2 a sign, 3 and more says it alone. `unless` takes it back. */
export type Rule = { code: SubCode; weight: number; pattern: RegExp; unless?: RegExp }

export const rule = (
  code: SubCode,
  weight: number,
  pattern: RegExp,
  more: { unless?: RegExp } = {},
): Rule => ({ code, weight, pattern, ...more })
