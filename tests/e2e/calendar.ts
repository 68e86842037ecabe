// The days of a story on a running bot: its clock only moves forward, so the story begins some whole days later.
import { DAY, defaultCalendar, instantAt, shiftDay } from '../../flows/casework/calendar.ts'

export type StoryDays = {
  /** The instant of a time of the story, such as `2026-12-21 09:00`. */
  instant(clock: string): number
  day(day: string): string
}

/** A story keeps its season: one that lies further back than this is moved by whole years of 52 weeks. */
const LONG_AGO = 60
const YEAR = 364

/** The story's first time is moved to the next such time of day, or of the year. `now` is the station's. */
export function storyDays(begins: string, now: number): StoryDays {
  const first = instantOf(begins)
  // One that lies ahead is waited for.
  const since = Math.max(0, Math.ceil((now - first) / DAY))
  const days = since > LONG_AGO ? Math.ceil(since / YEAR) * YEAR : since
  return {
    instant: (clock) => instantOf(clock) + days * DAY,
    day: (day) => shiftDay(day, days),
  }
}

const instantOf = (clock: string): number => {
  const [day = '', time = ''] = clock.split(' ')
  return instantAt(day, time, defaultCalendar)
}
