// Station time for tests: `when('2026-12-28 18:05')`.
import { type Instant, instantAt } from '../../flows/casework/calendar.ts'
import { defaultRulebook } from '../../flows/casework/rulebook.ts'

export function when(text: string): Instant {
  const [day, clock = '00:00'] = text.split(' ') as [string, string?]
  return instantAt(day, clock, defaultRulebook.calendar)
}
