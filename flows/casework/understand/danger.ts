// The watch: which indicators of domain 3.3 a text itself supports. It reads every inbound text before any flow does.
import { timeMarks } from './around.ts'
import { DESPAIR } from './danger/despair.ts'
import { FORCE, HANDS } from './danger/force.ts'
import { accident, CAPTIVE, MINOR, SERIOUS, SMASHED } from './danger/harm.ts'
import { again, DRINK, HOME, othersStrike, struck } from './danger/home.ts'
import { ACROSS, CROWDS, OTHER, twoPlaces, vulnerableIn, YOUNG } from './danger/people.ts'
import { find, type Read, type Sign, type Span } from './danger/sign.ts'
import { THREATS } from './danger/threats.ts'
import { WEAPONS } from './danger/weapons.ts'
import { WIDER } from './danger/wider.ts'
import { type HeadcountBand, readHeadcount } from './headcount.ts'
import { readHistory } from './history.ts'
import { withoutIdioms } from './idioms.ts'
import { readable } from './normalise.ts'

/**
 * `codes` those that a report may set (never auto or officer codes), in order; `hard` when one of them is. `unsure`
 * are hard codes that are not set but that a person has to look at (P03). `spans` are places in `readable(text)`.
 */
export type Danger = { codes: string[]; hard: boolean; unsure: string[]; spans: Span[] }

export const HARD_CODES: ReadonlySet<string> = new Set([
  'A01',
  'A02',
  'A03',
  'A04',
  'A05',
  'A06',
  'A07',
  'D04',
])

/** True when one of the codes is a hard trigger. */
export const hasHardCode = (codes: Iterable<string>): boolean =>
  [...codes].some((code) => HARD_CODES.has(code))

const BAND_CODES: Readonly<Record<HeadcountBand, string | null>> = {
  '1-2': null,
  '3-9': 'D01',
  '10-29': 'D02',
  '30-49': 'D03',
  '50+': 'D04',
}

/** What was read last: a text is watched when it comes in, and again by whatever takes it for an answer or a story. */
let last: { raw: string; found: Danger } | null = null

/** Reads what a person wrote for danger. Pure, never throws, linear in the length of the text. */
export function watch(raw: string): Danger {
  if (last?.raw !== raw) last = { raw, found: dangerIn(raw) }
  return last.found
}

function dangerIn(raw: string): Danger {
  const text = readable(raw)
  const masked = withoutIdioms(text)
  const read: Read = { text, masked, times: timeMarks(masked) }
  const spans: Span[] = []
  const look = (signs: readonly Sign[]): void => {
    for (const sign of signs) {
      if (spans.some(({ code }) => code === sign.code)) continue
      const span = find(sign, read)
      if (span) spans.push(span)
    }
  }
  const has = (code: string): boolean => spans.some((span) => span.code === code)
  const add = (code: string): void => {
    if (!has(code)) spans.push({ code, start: 0, end: text.length })
  }

  // An accident going on now is still a matter of life; one being argued about is not.
  const byAccident = accident(masked) && !/快来|快点来|赶快|救护车|救人|\bhelp\b/.test(masked)
  look(FORCE)
  look(WEAPONS)
  look(THREATS)
  look(DESPAIR)
  look(CAPTIVE)
  look(WIDER.CAPTIVE)
  look(SMASHED)
  look(WIDER.FORCE)
  look(WIDER.WEAPONS)
  look(WIDER.THREATS)
  look(WIDER.DESPAIR)
  if (!byAccident) {
    look(SERIOUS)
    look(WIDER.HARM)
    look(MINOR)
  }
  look(YOUNG)
  if (!othersStrike(masked)) look([HOME.AT_HOME, HOME.AT_HOME_ENGLISH])
  if (has('A11') && again(masked)) add('A12')
  look(DRINK)
  if (has('A01') || has('A11') || struck(read)) look([HOME.CHILD_SEES])
  if (!has('A11')) look(HANDS)
  if (vulnerableIn(text).some((who) => who !== 'child')) add('B05')

  const crowd = readHeadcount(text).band
  const byCrowd = crowd && BAND_CODES[crowd]
  if (byCrowd) add(byCrowd)
  look(CROWDS)
  look(ACROSS)
  if (!has('D07') && twoPlaces(text)) add('D06')
  look(OTHER)
  const years = readHistory(text).grudgeYears ?? 0
  if (years >= 1) add(years >= 3 ? 'C07' : 'C06')

  return danger(spans, /活不(?:下去|成了|起了)|走投无路/.test(masked) ? ['A05'] : [])
}

/** The stronger of two that exclude each other stays (3.3): no A09 with an injury, no D06 with D07. */
export function reconcile(codes: Iterable<string>): string[] {
  const all = new Set(codes)
  if (all.has('A08') || all.has('A06') || all.has('A11')) all.delete('A09')
  for (const group of [
    ['D04', 'D03', 'D02', 'D01'],
    ['D07', 'D06'],
    ['C07', 'C06'],
    ['C05', 'C04', 'C03'],
  ]) {
    const strongest = group.find((code) => all.has(code))
    for (const code of group) if (code !== strongest) all.delete(code)
  }
  return [...all].sort()
}

function danger(spans: Span[], doubtful: string[]): Danger {
  const codes = reconcile(spans.map(({ code }) => code))
  const kept = spans
    .filter(({ code }) => codes.includes(code))
    .sort((a, b) => a.start - b.start || (a.code < b.code ? -1 : 1))
  return {
    codes,
    hard: hasHardCode(codes),
    unsure: doubtful.filter((code) => !codes.includes(code)),
    spans: kept,
  }
}
