// 调整等级: an officer who is not at ease raises a case by one level; lowering needs the right person and calm days.
import { DAY } from '../../flows/casework/calendar.ts'
import { mayLower, raiseByHand } from '../../flows/casework/level.ts'
import { isOpen } from '../../flows/casework/life-cycle.ts'
import { isRefused, type Refused, refuse } from '../../flows/casework/refusal.ts'
import { LEVEL_CODES, type Level } from '../../flows/casework/tables/level.ts'
import type { Books, Handler } from '../books.ts'
import { type Case, codesOf, stateOf } from './shared/case.ts'
import { regardDanger } from './shared/filing.ts'
import { announceRaise, gradeByHand } from './shared/grading.ts'
import { moved } from './shared/moved.ts'
import { type Handled, recorded } from './shared/sight.ts'
import { awaitReview } from './shared/waiting.ts'

export const adjustLevel: Handler<'adjustLevel'> = async (books, { dispute, rev, direction, reason }) => {
  const found = await recorded(books, dispute, rev, 'officer')
  if (isRefused(found)) return found
  const { c } = found
  if (!isOpen(stateOf(c.row))) return refuse('ended', '这件事已经结束。', 'This case has ended already.')
  const refused = direction === 'raise' ? await raise(books, c, reason) : await lower(books, found, reason)
  return refused ?? { ...moved(c), level: c.row.level }
}

async function raise(books: Books, c: Case, reason: string): Promise<Refused | null> {
  const level = raiseByHand(c.row.level, reason)
  if (isRefused(level)) return level
  const before = { codes: codesOf(books, c.row), level: c.row.level }
  await announceRaise(books, c, await gradeByHand(books, c, level, reason.trim()))
  await regardDanger(books, c, before)
  return null
}

async function lower(books: Books, { c, roles }: Handled, reason: string): Promise<Refused | null> {
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
