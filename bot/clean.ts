/** What came from outside, made safe to keep: every text in an event is cleaned once, here. */
import { cleanText } from '../flows/casework/understand/normalise.ts'
import type { Event } from '../flows/core/event.ts'

/** Ids of questions and buttons are cleaned too: they come over the wire like everything else. */
export const cleaned = (event: Event): Event => clean(event) as Event

function clean(value: unknown): unknown {
  if (typeof value === 'string') return cleanText(value)
  if (Array.isArray(value)) return value.map(clean)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, clean(inner)]))
}
