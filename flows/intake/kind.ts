// What the story suggests: its kind, the danger in it, and how it has to be handled. Read anew whenever it grows.

import { type RiskCode, riskCodeSchema } from '../casework/tables/risk.ts'
import { type SubCode, subCodeSchema } from '../casework/tables/taxonomy.ts'
import { among, isOfficerLed } from '../casework/taxonomy.ts'
import { type Understood, understandAll, type Village, watch } from '../casework/understand/index.ts'
import { needIn } from '../casework/understand/need.ts'
import type { Json } from '../core/event.ts'
import type { Story } from '../core/questions/story.ts'

export type Kind = Understood & { unsure: string[] }

const MOST_PIECES = 16

/** A story is read once, though many conditions look at it. */
const read = new WeakMap<object, Kind>()

/** Each message is a line of the story; what a person wrote in one breath is understood together. */
export function kindOf(story: Story, villages: readonly Village[]): Kind {
  const known = read.get(story)
  if (known) return known
  const lines = story.text.split('\n').filter(Boolean)
  // A story of very many lines is read in as many pieces and no more: the time it takes stays bounded.
  const early = lines.splice(0, Math.max(0, lines.length - MOST_PIECES + 1))
  const pieces = early.length > 0 ? [early.join('\n'), ...lines] : lines
  const kind = { ...understandAll(pieces, { villages }), unsure: watch(story.text).unsure }
  read.set(story, kind)
  return kind
}

const needs = new WeakMap<object, string | null>()

/** What kind of difficulty the story tells of, where it tells of no quarrel. */
export function needOf(story: Story): string | null {
  const known = needs.get(story)
  if (known !== undefined) return known
  const need = needIn(story.text)
  needs.set(story, need)
  return need
}

export const isStory = (value: Json | undefined): value is Story =>
  typeof value === 'object' && value !== null && 'text' in value && 'files' in value

const categoryOf = (category: string | null): SubCode => subCodeSchema.safeParse(category).data ?? 'OT-00'
const risksOf = (codes: readonly string[]): RiskCode[] =>
  codes.flatMap((code) => riskCodeSchema.safeParse(code).data ?? [])

/** True where one of these top or sub codes holds. */
export const isAmong = (category: string | null, list: Parameters<typeof among>[1]): boolean =>
  category !== null && among(categoryOf(category), list)

/** Violence at home, sexual violence, children: little is asked, and never whether they would sit down together. */
export const isGentle = (category: string | null, codes: readonly string[]): boolean =>
  isOfficerLed(categoryOf(category), risksOf(codes))

/** Somebody was touched, threatened or is afraid. */
export const isViolent = (codes: readonly string[]): boolean => codes.some((code) => code.startsWith('A'))
