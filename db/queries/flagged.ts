// Judged rounds of a case that showed signs of a peace on the surface, and whether an officer found them right.
import { z } from 'zod'
import { dateText } from '../../flows/casework/clock-text.ts'
import type { Locale, Said } from '../../flows/casework/said.ts'
import { SURFACE_SIGNALS, type SurfaceCode, surfaceCodeSchema } from '../../flows/casework/tables/surface.ts'
import type { Json } from '../../flows/core/event.ts'
import type { Flagged } from '../../flows/flag/commands.ts'
import type { Books } from '../books.ts'
import type { Case } from '../commands/shared/case.ts'
import { judgedRounds, type RoundRow } from '../commands/shared/rounds.ts'

/** The latest first. */
export async function flaggedRounds(
  books: Books,
  c: Pick<Case, 'row'>,
): Promise<{ row: RoundRow; reasons: Said[] }[]> {
  return (await judgedRounds(books, c)).flatMap((row) => {
    const reasons = reasonsIn(row.signals)
    return reasons.length > 0 ? [{ row, reasons }] : []
  })
}

export async function flagChoices(books: Books, c: Pick<Case, 'row'>, locale: Locale): Promise<Flagged[]> {
  return (await flaggedRounds(books, c)).map(({ row, reasons }) => {
    const day = dateText(row.endedAt ?? row.at, books.station.rulebook.calendar, locale)
    const label = locale === 'en' ? `Round ${row.no}, ${day}` : `第${row.no}次回访｜${day}`
    return { id: row.id, label, score: row.surface ?? 0, reasons, flag: row.flag }
  })
}

/** The codes of the signals that were kept with a round. */
export function signalsIn(signals: Json): SurfaceCode[] {
  const kept = z.array(z.looseObject({ code: surfaceCodeSchema })).safeParse(signals)
  return kept.success ? kept.data.map(({ code }) => code) : []
}

/** What they are called. */
export function reasonsIn(signals: Json): Said[] {
  const codes = signalsIn(signals)
  return SURFACE_SIGNALS.filter(({ code }) => codes.includes(code)).map(({ zh, en }) => ({ zh, en }))
}
