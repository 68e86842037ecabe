// Whether two reports may be of one matter, and why. A candidate is shown to a person; nothing is merged by it.
import { DAY, type Instant } from './calendar.ts'
import { similarity } from './similarity.ts'
import { ALIKE_REASONS, type AlikeReason, LOOK_BACK, NEAR, SIMILAR } from './tables/alike.ts'
import type { SubCode } from './tables/taxonomy.ts'
import { topOf } from './taxonomy.ts'

/** What is compared. Names and phones come as keys that are equal where the words are: nobody need read them. */
export type Telling = {
  filedAt: Instant
  village: string | null
  category: SubCode
  /** Chats of whoever told of it. */
  reporters: readonly string[]
  /** For each side, the keys of its name and phone. */
  sides: readonly (readonly string[])[]
  place: { lat: number; lon: number } | null
  text: string
}

/** Days back within which another report is looked for. */
export const lookBack = (category: SubCode): number =>
  topOf(category) === 'LF' ? LOOK_BACK.landDays : LOOK_BACK.days

/** Why, in the order of the table; empty where they are not alike. */
export function alike(one: Telling, other: Telling): AlikeReason[] {
  const days = Math.max(lookBack(one.category), lookBack(other.category))
  if (one.village !== other.village || Math.abs(one.filedAt - other.filedAt) > days * DAY) return []
  const sameKind = topOf(one.category) === topOf(other.category)
  const met = sidesMet(one.sides, other.sides)
  const found: { readonly [R in AlikeReason]: boolean } = {
    pair: met === 2,
    // People have more than one quarrel: with one side alone it must be of the same kind.
    side: met === 1 && sameKind,
    reporter: sameKind && one.reporters.some((chat) => other.reporters.includes(chat)),
    place: sameKind && isNear(one.place, other.place),
    text: one.village !== null && similarity(one.text, other.text) >= SIMILAR,
  }
  return ALIKE_REASONS.filter(({ code }) => found[code]).map(({ code }) => code)
}

type Sides = Telling['sides']

/** How many sides of the one are sides of the other; whoever tells it calls themselves the first. */
function sidesMet(one: Sides, other: Sides): number {
  const shares = (a: readonly string[] = [], b: readonly string[] = []) => a.some((key) => b.includes(key))
  const [a, b] = one
  const [c, d] = other
  return Math.max(Number(shares(a, c)) + Number(shares(b, d)), Number(shares(a, d)) + Number(shares(b, c)))
}

const EARTH = 6_371_000
const radians = (degrees: number): number => (degrees * Math.PI) / 180

/** Metres between two points, on a sphere (haversine). */
export function metresBetween(
  one: { lat: number; lon: number },
  other: { lat: number; lon: number },
): number {
  const [a, b] = [radians(one.lat), radians(other.lat)]
  const up = Math.sin((b - a) / 2) ** 2
  const across = Math.sin(radians(other.lon - one.lon) / 2) ** 2
  return 2 * EARTH * Math.asin(Math.min(1, Math.sqrt(up + Math.cos(a) * Math.cos(b) * across)))
}

const isNear = (one: Telling['place'], other: Telling['place']): boolean =>
  one !== null && other !== null && metresBetween(one, other) <= NEAR
