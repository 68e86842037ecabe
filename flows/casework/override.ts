// Changing the rules: a patch becomes a new version with who, when and why, or is refused with one sentence.
import type { Instant } from './calendar.ts'
import { type Refused, refuse } from './refusal.ts'
import { type Rulebook, type RuleChange, rulebookSchema } from './rulebook.ts'
import { nonsense } from './rulebook-check.ts'

/** Any part of the rules; lists are replaced whole. */
export type Patch<T = Omit<Rulebook, 'version' | 'versions'>> = T extends readonly unknown[]
  ? T
  : T extends object
    ? { [K in keyof T]?: Patch<T[K]> }
    : T

type Json = RuleChange['changed'][number]['from']
type Plain = { [key: string]: unknown }
const isPlain = (value: unknown): value is Plain =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** `who` is the id of a member of staff. The old rulebook is left as it was. */
export function override(
  rulebook: Rulebook,
  patch: Patch,
  by: { who: string; when: Instant; why: string },
): Rulebook | Refused {
  if (by.who.trim() === '' || by.why.trim() === '')
    return refuse(
      'unsigned',
      '改规则要写明谁改的、为什么改。',
      'A change of rules needs a name and a reason.',
    )
  const { version: _, versions, ...rules } = rulebook
  const unknown = strange(rules, patch, '')
  if (unknown)
    return refuse('unknown-rule', `没有“${unknown}”这条规则。`, `There is no rule called ${unknown}.`)

  const version = `r${versions.length + 2}`
  const merged = { ...(merge(rules, patch) as typeof rules), version, versions }
  const parsed = rulebookSchema.safeParse(merged)
  if (!parsed.success) {
    const path = parsed.error.issues[0]!.path.join('.')
    return refuse('wrong-value', `“${path}”的值不对。`, `The value of ${path} does not fit.`)
  }
  const absurd = nonsense(parsed.data)
  if (absurd) return refuse('nonsense', absurd.zh, absurd.en)
  const changed = differences(rules, merge(rules, patch), '')
  if (changed.length === 0) return refuse('no-change', '没有改动。', 'Nothing would change.')
  return { ...parsed.data, versions: [...versions, { version, ...by, changed }] }
}

/** The first key of the patch that the rules do not have. Only the list of implied indicators may grow. */
function strange(rules: unknown, patch: unknown, path: string): string | null {
  if (!isPlain(rules) || !isPlain(patch)) return null
  for (const [key, value] of Object.entries(patch)) {
    const here = path ? `${path}.${key}` : key
    if (!Object.hasOwn(rules, key)) {
      if (path === 'implied') continue
      return here
    }
    const deeper = strange(rules[key], value, here)
    if (deeper) return deeper
  }
  return null
}

function merge(rules: unknown, patch: unknown): unknown {
  if (patch === undefined) return rules
  if (!isPlain(rules) || !isPlain(patch)) return patch
  return Object.fromEntries(
    [...new Set([...Object.keys(rules), ...Object.keys(patch)])].map((key) => [
      key,
      merge(rules[key], patch[key]),
    ]),
  )
}

function differences(from: unknown, to: unknown, path: string): RuleChange['changed'] {
  if (isPlain(from) && isPlain(to))
    return Object.keys(to).flatMap((key) => differences(from[key], to[key], path ? `${path}.${key}` : key))
  if (JSON.stringify(from) === JSON.stringify(to)) return []
  return [{ path, from: (from ?? null) as Json, to: (to ?? null) as Json }]
}
