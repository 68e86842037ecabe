// Whether what follows the word "report" says which.
import { defaultCalendar } from '../casework/calendar.ts'
import { readAsked } from '../casework/figures/asked.ts'

/** A day that has no meaning: only what the words are is looked at, never which period they come to. */
const ANY = Date.UTC(2026, 0, 1)

export const isReportAsked = (text: string): boolean => readAsked(text, ANY, defaultCalendar) !== null
