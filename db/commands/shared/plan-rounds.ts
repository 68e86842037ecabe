// Planning the rounds of a case: after an agreement, one more, and what moves with the date of a duty.
import { type Day, dayOf, shiftDay } from '../../../flows/casework/calendar.ts'
import type { Duty } from '../../../flows/casework/duties.ts'
import { addRoundOn, type HeldRound, moveRound } from '../../../flows/casework/plan-change.ts'
import { isRefused, type Refused } from '../../../flows/casework/refusal.ts'
import { onAnyDay } from '../../../flows/casework/revisit-days.ts'
import { wanted } from '../../../flows/casework/revisit-modes.ts'
import { extraRound, type PlannedRound, plan, type RoundKind } from '../../../flows/casework/revisit-plan.ts'
import type { Said } from '../../../flows/casework/said.ts'
import type { Mode } from '../../../flows/casework/tables/level.ts'
import type { State } from '../../../flows/casework/tables/life-cycle.ts'
import type { Books } from '../../books.ts'
import { type Case, categoryOf, codesOf, officerLed, stateOf } from './case.ts'
import { dutiesOf } from './duty-book.ts'
import {
  endRounds,
  lastNo,
  type RoundRow,
  replaceRound,
  roundsOf,
  setRound,
  supersedeRounds,
  writeRound,
} from './rounds.ts'
import { waysOf } from './ways.ts'

/** Where an agreement is followed. */
export const FOLLOWED: readonly State[] = ['AGREED', 'PERFORMING', 'BREACHED', 'REVISITING']

/** The plan after an agreement, or from when following up began. It takes the place of whatever was planned before. */
export async function planRounds(books: Books, c: Case, duties: readonly Duty[]): Promise<PlannedRound[]> {
  const { rulebook } = books.station
  await supersedeRounds(books, c)
  const { level } = c.row
  const given = {
    level,
    category: categoryOf(c.row),
    codes: codesOf(books, c.row),
    signedAt: books.now,
    duties,
    seed: c.row.number,
    ways: await waysOf(books, c),
  }
  const planned = plan(given, rulebook)
  const before = await lastNo(books, c)
  const led = officerLed(books, c.row)
  for (const [i, round] of planned.entries()) {
    const { mode } = wanted(level, { first: i === 0, last: i === planned.length - 1 }, led, rulebook)
    await writeRound(books, c, { ...round, no: before + round.no }, { wanted: mode })
  }
  return planned.map((round) => ({ ...round, no: before + round.no }))
}

/** One more round so many days from now; a day that has one already passes it on to the next. */
export async function addRound(books: Books, c: Case, days: number, mode: Mode, why: Said): Promise<void> {
  const given = {
    no: (await lastNo(books, c)) + 1,
    now: books.now,
    days,
    mode,
    why,
    seed: c.row.number,
    planned: await roundsOf(books, c, ['planned', 'open']),
    ways: await waysOf(books, c),
    officerLed: officerLed(books, c.row),
    anyDay: onAnyDay(c.row.level),
  }
  await writeRound(books, c, extraRound(given, books.station.rulebook), { wanted: mode })
}

/** The rounds as changes of the plan look at them; those that lost their point are none. */
export async function heldRounds(books: Books, c: Case): Promise<(HeldRound & { row: RoundRow })[]> {
  const rows = await roundsOf(books, c, ['planned', 'open', 'done', 'waived'])
  return rows.map((row) => ({
    no: row.no,
    at: row.at,
    kind: row.why as RoundKind,
    modes: [row.mode],
    state: row.state === 'planned' || row.state === 'open' ? row.state : 'ended',
    duties: row.duties,
    row,
  }))
}

export const dutiesNow = async (books: Books, c: Case): Promise<Duty[]> =>
  (await dutiesOf(books, c)).map(({ duty }) => duty)

/** What every change of the plan needs to know of its case. */
export const forChange = async (books: Books, c: Case) => ({
  now: books.now,
  seed: c.row.number,
  ways: await waysOf(books, c),
  officerLed: officerLed(books, c.row),
})

/**
 * A duty has another last day: both sides are asked on the day after the new one, and no longer after the old one. Where
 * another round lies on that day it does for both. One round a day, as everywhere.
 */
export async function moveRoundsOf(books: Books, c: Case, dutyNo: number, newDay: Day): Promise<void> {
  if (!FOLLOWED.includes(stateOf(c.row))) return
  const { rulebook } = books.station
  const known = await forChange(books, c)
  const duties = await dutiesNow(books, c)
  const target = shiftDay(newDay, 1 + (duties.find(({ no }) => no === dutyNo)?.graceDays ?? 0))
  const held = await heldRounds(books, c)
  const old = held.find((one) => one.state === 'planned' && one.duties.includes(dutyNo))
  const alone = old?.kind === 'after-duty' && old.duties.length === 1 ? old : null
  const there = held.find(({ state, at }) => state === 'planned' && dayOf(at, rulebook.calendar) === target)
  if (there && there === old) return
  if (there) {
    if (alone) await endRounds(books, c, [alone.row.id], 'superseded')
    else if (old) await without(books, old.row, dutyNo)
    return setRound(books, there.row.id, { duties: [...there.duties, dutyNo].sort((a, b) => a - b) })
  }
  if (alone) {
    const moved = firstFree(target, (day) =>
      moveRound({ ...known, duties, rounds: held, no: alone.no, day, reason: BY_RULE }, rulebook),
    )
    return replaceRound(books, c, alone.row, moved)
  }
  if (old) await without(books, old.row, dutyNo)
  const no = (await lastNo(books, c)) + 1
  const { mode } = wanted(c.row.level, { first: false, last: false }, known.officerLed, rulebook)
  const added = firstFree(target, (day) =>
    addRoundOn({ ...known, rounds: held, no, day, mode, reason: BY_RULE }, rulebook),
  )
  await writeRound(books, c, { ...added, kind: 'after-duty', duties: [dutyNo] }, { wanted: mode })
}

/** The plan itself says why: the round follows its duty. */
const BY_RULE = 'duty'
const LONGEST_CLOSURE = 3660

/** On this day, or the first one after it on which a round can be. */
function firstFree(from: Day, on: (day: Day) => PlannedRound | Refused): PlannedRound {
  let day = from
  for (let i = 0; i < LONGEST_CLOSURE; i++, day = shiftDay(day, 1)) {
    const round = on(day)
    if (!isRefused(round)) return round
  }
  throw new Error('the calendar leaves no day for a revisit')
}

/** The round stays for whatever else it was planned for. */
const without = (books: Books, { id, duties }: RoundRow, dutyNo: number): Promise<void> =>
  setRound(books, id, { duties: duties.filter((no) => no !== dutyNo) })
