// The duties of one agreement added up, and the reminders that go out around their dates.
import { addDays, type Calendar, dayOf, endOfDay, type Instant, instantAt, shiftDay } from './calendar.ts'
import { type Duty, standing } from './duties.ts'
import { type Fen, sumFen } from './money.ts'

export type DutyLedger = {
  /** Numbers of the duties that stand in the way of closing. A duty without an end is judged by revisits instead. */
  open: number[]
  overdue: number[]
  done: number[]
  /** What the agreement is about (协议涉及金额). */
  agreedFen: Fen
  /** Still owed. */
  remainingFen: Fen
  /** Paid or returned and confirmed (挽回经济损失): never the agreed sum, never a debtor's word. */
  recoveredFen: Fen
}

export function ledgerOf(duties: readonly Duty[], now: Instant): DutyLedger {
  const all = duties.map((duty) => ({ duty, now: standing(duty, now, duties) }))
  const numbers = (kept: (one: (typeof all)[number]) => boolean) =>
    all.filter(kept).map(({ duty }) => duty.no)
  const ended = ['done', 'waived']
  return {
    open: numbers(({ duty, now }) => duty.dueAt !== null && !ended.includes(now.status)),
    overdue: numbers(({ now }) => now.status === 'overdue'),
    done: numbers(({ now }) => now.status === 'done'),
    agreedFen: sumFen(duties.map(({ amountFen }) => amountFen ?? 0)),
    remainingFen: sumFen(all.map(({ now }) => now.remainingFen)),
    recoveredFen: sumFen(
      all
        .filter(({ duty }) => duty.kind === 'payment' || duty.kind === 'return')
        .map(({ now }) => now.paidFen),
    ),
  }
}

/** W06. `D-3` and `D0` go to the debtor, `D+1` to the responsible officer. */
export type Reminder = { duty: number; at: Instant; to: 'debtor' | 'officer'; code: 'D-3' | 'D0' | 'D+1' }

const MORNING = '09:00'

/** Three days before, on the day, and once it and its days of grace are over. */
export function dutyMoments(
  dueAt: Instant,
  graceDays: number,
  calendar: Calendar,
): readonly [Instant, Instant, Instant] {
  const due = dayOf(dueAt, calendar)
  const on = (days: number): Instant => instantAt(shiftDay(due, days), MORNING, calendar)
  return [on(-3), on(0), on(graceDays + 1)]
}

/** In the morning, station time; a day of grace moves only the officer's. None for what is done, waived or without end. */
export function reminders(
  duty: Duty,
  calendar: Calendar,
  after: Instant = Number.NEGATIVE_INFINITY,
): Reminder[] {
  if (duty.dueAt === null) return []
  const { status } = standing(duty, duty.dueAt)
  if (status === 'done' || status === 'waived') return []
  const [early, day, late] = dutyMoments(duty.dueAt, duty.graceDays, calendar)
  const planned: Reminder[] = [
    { duty: duty.no, at: early, to: 'debtor', code: 'D-3' },
    { duty: duty.no, at: day, to: 'debtor', code: 'D0' },
    { duty: duty.no, at: late, to: 'officer', code: 'D+1' },
  ]
  return planned.filter(({ at }) => at > after)
}

/** The last moment of a day some days from now: how "within three days" becomes a due date. */
export const dueIn = (days: number, now: Instant, calendar: Calendar): Instant =>
  endOfDay(dayOf(addDays(now, days), calendar), calendar)
