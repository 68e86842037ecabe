// The one sentence of law that follows a report which the person themselves has ended; nothing in danger, nothing for others.

import { legalNote, noteLine } from '../casework/tables/legal-notes.ts'
import { subCodeSchema } from '../casework/tables/taxonomy.ts'
import { gentle, isReport, isUrgent, kind, type Told } from './told.ts'

export function lawSaid(told: Told, locale: 'zh' | 'en'): string {
  const category = subCodeSchema.safeParse(kind(told).category).data
  if (!category || !isReport(told) || isUrgent(told) || told.given.behalf) return ''
  // Before a court already, or not willing: there is nothing to be told of sitting down together.
  if (told.history === 'court' || told.willing === 'no') return ''
  // Where officers lead only what helps, and only to the person it happened to.
  if (gentle(told) && !(category === 'MF-DV' && told.role === 'PARTY')) return ''
  const note = legalNote(category, 'report')
  return note ? `\n${noteLine(note, locale)}` : ''
}
