// The days of a story on a running bot: its clock only moves forward, so the story begins some whole days later.
import { DAY, defaultCalendar, instantAt, shiftDay } from '../../flows/casework/calendar.ts'

export type StoryDays = {
  /** The instant of a time of the story, such as `2026-12-21 09:00`. */
  instant(clock: string): number
  day(day: string): string
}

/** The story's first time is moved to the next such time of day. `now` is the station's. */
export function storyDays(begins: string, now: number): StoryDays {
  const first = instantOf(begins)
  const days = Math.ceil((now - first) / DAY)
  return {
    instant: (clock) => instantOf(clock) + days * DAY,
    day: (day) => shiftDay(day, days),
  }
}

const instantOf = (clock: string): number => {
  const [day = '', time = ''] = clock.split(' ')
  return instantAt(day, time, defaultCalendar)
}
