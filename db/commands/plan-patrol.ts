// 摸排: a leader sends a round through villages, now or at a time.
import { DAY, MINUTE } from '../../flows/casework/calendar.ts'
import { fitsRepeat, METHODS, REPEATS } from '../../flows/casework/patrol.ts'
import { refuse } from '../../flows/casework/refusal.ts'
import type { Wait } from '../../flows/patrol/commands.ts'
import type { Books, Handler } from '../books.ts'
import { leads, planned, villagesOf } from './shared/patrol-book.ts'
import { openOne, planOne } from './shared/patrol-round.ts'
import { noSuchCase } from './shared/refusal.ts'

export const planPatrol: Handler<'planPatrol'> = async (books, given) => {
  const { person } = books.actor
  if (!leads(person)) return noSuchCase()
  const theirs = villagesOf(books, person)
  const villages = theirs.filter((code) => given.villages.includes(code))
  const { method, repeat } = given
  if (villages.length === 0 || given.villages.some((code) => !theirs.includes(code))) return noSuchCase()
  if (!METHODS.includes(method) || !REPEATS.includes(repeat)) return noSuchCase()
  const at = given.at ?? books.now
  const until = endOf(at, given.wait)
  const refused = wrongTimes(books, { at, until, repeat })
  if (refused) return refused
  const patrol = await planOne(books, { at, until, by: person.id, villages, method, repeat })
  if (at > books.now) return planned(patrol, 0, [])
  const opened = await openOne(books, patrol)
  return planned(opened.patrol, opened.asked, opened.nobody)
}

export const endOf = (at: number, wait: Wait): number => ('until' in wait ? wait.until : at + wait.days * DAY)

type Times = { at: number; until: number; repeat: (typeof REPEATS)[number]; begun?: boolean }

/** Nobody can answer before they were asked, or in no time; and no round is still open when the next one comes. */
export function wrongTimes(books: Books, { at, until, repeat, begun = false }: Times) {
  if (at < books.now && !begun)
    return refuse(
      'past',
      '开始的时间已经过了，请改一个。',
      'That time to begin is past; please choose another.',
    )
  if (until < Math.max(at, books.now) + SHORTEST)
    return refuse(
      'too-short',
      '等回音的时间太短，请往后改。',
      'There is too little time to answer; please let it end later.',
    )
  if (!fitsRepeat(at, until, repeat, books.station.rulebook.calendar))
    return refuse(
      'overlaps',
      '下一轮开始前，这一轮要先结束。请把等的时间改短，或者少重复几次。',
      'A round has to end before the next one begins: let it end earlier, or come less often.',
    )
  return null
}

/** Less than this nobody can be meant to answer in [D]. */
const SHORTEST = 30 * MINUTE
