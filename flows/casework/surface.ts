// Telling real peace from pretended peace: the signals of two revisits, their score, and what gives them away in words.
import {
  answersOf,
  contradict,
  type RevisitAnswers,
  type Round,
  type Side,
  type ThirdParty,
} from './round.ts'
import { defaultRulebook, type Rulebook } from './rulebook.ts'
import type { Said } from './said.ts'
import {
  DENIALS,
  HARMLESS,
  NO_DENIALS,
  SURFACE_CODES,
  SURFACE_SIGNALS,
  type SurfaceCode,
} from './tables/surface.ts'

export type Who = 'A' | 'B' | 'third'
export type Signal = { code: SurfaceCode; by: Who[] }
export type Band = 'none' | 'watch' | 'surface' | 'reopen'
export type SurfaceReason = { code: SurfaceCode; points: number; by: Who[] } & Said
export type Surface = { score: number; band: Band; reasons: SurfaceReason[] }

/** Over both sides and the last two rounds; every signal counts once. For officers only, no party ever hears of it. */
export function surfaceOf(
  round: Round,
  previous: Round | null,
  rulebook: Rulebook = defaultRulebook,
): Surface {
  const found = [...signals(round), ...(previous ? signals(previous) : []), ...silentTwice(round, previous)]
  const { points, thresholds } = rulebook.surface
  const reasons = SURFACE_SIGNALS.flatMap(({ code, zh, en }): SurfaceReason[] => {
    const by = [...new Set(found.filter((one) => one.code === code).flatMap((one) => one.by))]
    return by.length === 0 ? [] : [{ code, zh, en, points: points[code], by: by.sort() }]
  })
  const score = reasons.reduce((total, one) => total + one.points, 0)
  const { watch, surface, reopen } = thresholds
  const band = score >= reopen ? 'reopen' : score >= surface ? 'surface' : score >= watch ? 'watch' : 'none'
  return { score, band, reasons }
}

/** The signals of a single round. */
export function signals(round: Round): Signal[] {
  const A = answersOf(round.A)
  const B = answersOf(round.B)
  const found: Signal[] = [...own('A', A, B), ...own('B', B, A), ...byThird(round.third)]
  if (contradict(A, B)) found.push({ code: 'SR1', by: ['A', 'B'] })
  return found
}

function own(who: 'A' | 'B', said: RevisitAnswers, other: RevisitAnswers): Signal[] {
  const codes = new Set<SurfaceCode>(said.heard)
  // "Performed, yet not content": where anything is still open, what is not liked may be just that.
  const accounts = [said.other, said.own, other.other, other.own]
  const performed = accounts.every((one) => one === 'all' || one === null)
  if (said.score !== null && said.score <= 2 && performed) codes.add('SR2')
  if (said.relation !== null && said.relation !== 'greet') codes.add('SR5')
  if (said.danger.includes('E04')) codes.add('SR10')
  if (said.fairness === 'unfair' || said.freeWill === 'pressed') codes.add('SR8')
  if (said.safety === 'afraid' || said.safety === 'very-afraid') codes.add('SR9')
  return [...codes].map((code) => ({ code, by: [who] }))
}

/** New frictions and venting are facts whoever tells them; anything else a third party notices is tension. */
function byThird(third: ThirdParty | null): Signal[] {
  if (!third) return []
  const facts = third.heard.filter((code) => code === 'SR7' || code === 'SR10')
  const tense = third.tense || third.heard.some((code) => code !== 'SR7' && code !== 'SR10')
  const codes: SurfaceCode[] = tense ? ['SR6', ...facts] : facts
  return codes.map((code) => ({ code, by: ['third'] }))
}

function silentTwice(round: Round, previous: Round | null): Signal[] {
  if (!previous) return []
  const quiet = (side: Side): boolean =>
    side.kind === 'unavailable' || (side.kind === 'answered' && side.answers.terse)
  return (['A', 'B'] as const)
    .filter((who) => quiet(round[who]) && quiet(previous[who]))
    .map((who) => ({ code: 'SR3', by: [who] }))
}

/** Signals in free words. A phrase that is denied, or that is part of a harmless word, is none. */
export function hearSurface(text: string, rulebook: Rulebook = defaultRulebook): SurfaceCode[] {
  const plain = HARMLESS.reduce((left, word) => left.replaceAll(word, '　'), text.normalize('NFKC'))
  const phrases: Partial<Record<SurfaceCode, readonly string[]>> = rulebook.surface.phrases
  return SURFACE_CODES.filter((code) => phrases[code]?.some((phrase) => says(plain, phrase)))
}

function says(text: string, phrase: string): boolean {
  for (let at = text.indexOf(phrase); at >= 0; at = text.indexOf(phrase, at + 1)) {
    const before = text.slice(0, at)
    if (NO_DENIALS.some((word) => before.endsWith(word))) return true
    if (!DENIALS.some((denial) => before.endsWith(denial))) return true
  }
  return false
}

/** True when there were free words and each was a single character (`嗯`, `好。`). Choices are not free words. */
export function isTerse(words: readonly string[]): boolean {
  const spoken = words
    .map((word) => word.normalize('NFKC').replace(/[\p{P}\p{Z}\p{S}]/gu, ''))
    .filter((word) => word !== '')
  return spoken.length > 0 && spoken.every((word) => [...word].length === 1)
}
