// A level that a person sets: up by one with a reason, down by one only by the right person after calm days.
import { DAY } from '../../../flows/casework/calendar.ts'
import { mayLower, raiseByHand } from '../../../flows/casework/level.ts'
import { isRefused, type Refused, refuse } from '../../../flows/casework/refusal.ts'
import type { Role } from '../../../flows/casework/roles.ts'
import { LEVEL_CODES, type Level } from '../../../flows/casework/tables/level.ts'
import type { Books } from '../../books.ts'
import { type Case, codesOf } from './case.ts'
import { regardDanger } from './filing.ts'
import { announceRaise, gradeByHand } from './grading.ts'
import { awaitReview } from './waiting.ts'

export async function raiseByOne(books: Books, c: Case, reason: string): Promise<Refused | null> {
  const level = raiseByHand(c.row.level, reason)
  if (isRefused(level)) return level
  const before = { codes: codesOf(books, c.row), level: c.row.level }
  await announceRaise(books, c, await gradeByHand(books, c, level, reason.trim()))
  await regardDanger(books, c, before)
  return null
}

/** `roles` are those in which whoever wishes it handles this case. */
export async function lowerByOne(
  books: Books,
  c: Case,
  roles: readonly Role[],
  reason: string,
): Promise<Refused | null> {
  const from = c.row.level
  const to = oneDown(from)
  const calmDays = Math.floor((books.now - Math.max(c.row.levelAt, c.row.emergencyAt ?? 0)) / DAY)
  const codes = codesOf(books, c.row)
  const may =
    from === to ? NOT_LOWER : mayLower({ from, to, roles, reason, calmDays, codes }, books.station.rulebook)
  if (isRefused(may)) return may
  await gradeByHand(books, c, to, reason.trim())
  await awaitReview(books, c)
  return null
}

const oneDown = (level: Level): Level => LEVEL_CODES[LEVEL_CODES.indexOf(level) + 1] ?? level
const NOT_LOWER = refuse('not-lower', '已经是最低的蓝级。', 'It is BLUE already, the lowest level.')
