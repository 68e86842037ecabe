// 时限: a limit begins on a day that an officer knows, was kept, or is prolonged because both sides go on.
import { dayOf } from '../../flows/casework/calendar.ts'
import { isRefused, type Refused, refuse } from '../../flows/casework/refusal.ts'
import { type TimeLimitCode, URGENT, URGENT_ORDER } from '../../flows/casework/tables/time-limits.ts'
import { datedFor, momentOn, timeLimit, untilOf } from '../../flows/casework/time-limits.ts'
import type { Instant } from '../../flows/core/event.ts'
import type { RecordLimit } from '../../flows/limit/commands.ts'
import type { Books, Handler } from '../books.ts'
import { type Case, categoryOf, save } from './shared/case.ts'
import { endLimits, keptByHand, prolongable, prolongLimit, startLimit } from './shared/limits.ts'
import { moved } from './shared/moved.ts'
import { recorded } from './shared/sight.ts'

type Given = RecordLimit['with']
type Done = { code: TimeLimitCode; until: Instant | null }
type Record = (books: Books, c: Case, given: Given) => Promise<Done | Refused>

export const recordLimit: Handler<'recordLimit'> = async (books, given) => {
  const found = await recorded(books, given.dispute, given.rev)
  if (isRefused(found)) return found
  const { c } = found
  const done = await RECORD[given.what](books, c, given)
  if (isRefused(done)) return done
  await save(books, c, {}, { quiet: true })
  return { ...moved(c), ...done }
}

const unknown = (): Refused => refuse('unknown', '这里没有这个时限。', 'There is no such time limit here.')

const start: Record = async (books, c, { code: chosen, day }) => {
  const { calendar } = books.station.rulebook
  const code = chosen === URGENT ? 'T-PO' : chosen
  const known = datedFor(categoryOf(c.row)).find((one) => one.code === code)
  if (!known || day === null) return unknown()
  if (day > dayOf(books.now, calendar))
    return refuse('future', '这一天还没到。', 'That day has not come yet.')
  const limit = known.code as TimeLimitCode
  const from = momentOn(day, books.now, calendar)
  const length = chosen === URGENT ? URGENT_ORDER : timeLimit(limit).length
  const { until } = await startLimit(books, c, limit, from, untilOf(length, from, calendar))
  return { code: limit, until }
}

const done: Record = async (books, c, { code }) => {
  const [row] = (await keptByHand(books, c)).filter((one) => one.code === code)
  if (!row) return unknown()
  await endLimits(books, c, 'met', [row.code as TimeLimitCode])
  return { code: row.code as TimeLimitCode, until: null }
}

const longer: Record = async (books, c) => {
  const row = await prolongable(books, c)
  if (!row) return unknown()
  const { until } = await prolongLimit(books, c, row)
  return { code: 'T-PM-30', until }
}

const RECORD: { readonly [W in Given['what']]: Record } = { start, done, longer }
