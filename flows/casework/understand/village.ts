// Which of the station's villages a text names.
import { readable } from './normalise.ts'
import type { Village } from './understood.ts'

/** "The yaks of Qulong came onto the pasture of us in Zhage": where the reporter stands, not where the cattle come from. */
const OURS =
  /(?:我们|我是|我屋|我家|我在|俺们|咱们|[在到])(?:的|是|就是|这个|现在)?$|\b(?:in|at|from|our|here)\s?$/i

export type VillageSpan = { id: string; start: number; end: number; ours: boolean }

/** Every village named in `readable` text, in order; a longer name hides a shorter one inside it. */
export function villagesIn(text: string, villages: readonly Village[]): VillageSpan[] {
  const found = villages
    .flatMap((village) => namesOf(village).map((name) => ({ id: village.id, name })))
    .flatMap(({ id, name }) => places(text, name).map((start) => ({ id, start, end: start + name.length })))
    .sort((a, b) => a.start - b.start || b.end - a.end)
  const kept: VillageSpan[] = []
  for (const one of found) {
    const last = kept.at(-1)
    if (last && one.start < last.end) continue
    kept.push({ ...one, ours: OURS.test(text.slice(Math.max(0, one.start - 5), one.start)) })
  }
  return kept
}

/** The village a text is about: the only one named, or the one the person calls their own. */
export function villageIn(raw: string, villages: readonly Village[]): string | null {
  const named = villagesIn(readable(raw), villages)
  const only = new Set(named.map(({ id }) => id))
  if (only.size === 1) return named[0]?.id ?? null
  const ours = new Set(named.filter((one) => one.ours).map(({ id }) => id))
  return ours.size === 1 ? ([...ours][0] ?? null) : null
}

/** The label, what people call it, and each without 村; single characters name nothing. */
function namesOf({ label, names }: Village): string[] {
  const all = [label, ...names].map((name) => readable(name).toLowerCase()).filter((name) => name.length > 1)
  const short = all
    .map((name) => name.replace(/(?:村委会|村民委员会|村|社区| village)$/, ''))
    .filter((name) => name.length > 1)
  return [...new Set([...all, ...short])]
}

function places(text: string, name: string): number[] {
  const found: number[] = []
  const lower = text.toLowerCase()
  const latin = /^[a-z]/.test(name)
  for (let at = lower.indexOf(name); at >= 0; at = lower.indexOf(name, at + name.length)) {
    const whole =
      !latin || !(/[a-z]/.test(lower[at - 1] ?? '') || /[a-z]/.test(lower[at + name.length] ?? ''))
    if (whole) found.push(at)
  }
  return found
}
