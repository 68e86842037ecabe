// Opening an emergency and keeping at it until somebody has taken it.
import { and, asc, eq, inArray } from 'drizzle-orm'
import { towardsEmergency } from '../../../flows/casework/life-cycle.ts'
import { hasHardTrigger } from '../../../flows/casework/risk.ts'
import type { Role } from '../../../flows/casework/roles.ts'
import type { Level } from '../../../flows/casework/tables/level.ts'
import type { State } from '../../../flows/casework/tables/life-cycle.ts'
import { type RiskCode, riskCodeSchema } from '../../../flows/casework/tables/risk.ts'
import type { SubCode } from '../../../flows/casework/tables/taxonomy.ts'
import { isOfficerLed } from '../../../flows/casework/taxonomy.ts'
import { w01 } from '../../../flows/casework/warnings/w01.ts'
import type { Books, Content } from '../../books.ts'
import { addresses, outbox } from '../../schema/index.ts'
import { give } from '../../warnings/give.ts'
import { plainly } from '../../warnings/plainly.ts'
import { advance, mustAdvance } from './advance.ts'
import { alertGroups } from './alert-groups.ts'
import { type Case, codesOf, joinFacts, officerLed, save, stateOf } from './case.ts'
import { offsetOf } from './facts-shown.ts'
import { gradeByHand, indicatorNames } from './grading.ts'
import { addNote, emergencyTaker } from './note.ts'
import { aboutFor, named, responsible, tellStaff, tellTownship } from './tell.ts'
import { EMERGENCY_EVERY, priorityOf, waitFor } from './waiting.ts'

/** A hard trigger; or the highest level where officers lead, for there nobody waits for a mediation to be arranged. */
export const isEmergency = (category: SubCode, codes: readonly RiskCode[], level: Level): boolean =>
  hasHardTrigger(codes) || (level === 'RED' && isOfficerLed(category, codes))

export const riskCodes = (codes: readonly string[]): RiskCode[] =>
  codes.flatMap((code) => riskCodeSchema.safeParse(code).data ?? [])

/** Danger that was heard, kept on the case before it is graded. */
export async function hearDanger(
  books: Books,
  c: Case,
  by: string,
  codes: readonly string[],
  text: string,
): Promise<void> {
  await save(books, c, { facts: joinFacts(c.row.facts, { danger: riskCodes(codes) }) }, { quiet: true })
  if (text.trim() !== '') await addNote(books, c, 'danger', by, text)
}

type Opening = {
  roles: readonly Role[]
  through?: State[]
  text?: string
  /** The reporter's own words opened it: they hear when the duty officer was really told. */
  promised?: boolean
}

/**
 * From any state but MERGED, remembering where it came from; through REOPENED where the case had ended or a revisit
 * found it. An emergency that runs already is not opened again.
 */
export async function openEmergency(
  books: Books,
  c: Case,
  { roles, through, text, promised = false }: Opening,
): Promise<void> {
  const from = stateOf(c.row)
  const steps = through ?? towardsEmergency(from)
  if (from === 'EMERGENCY' || !steps) return
  if (c.row.level !== 'RED' && !hasHardTrigger(codesOf(books, c.row)))
    await gradeByHand(books, c, 'RED', text ?? '')
  const words = text === undefined ? {} : { text }
  for (const to of steps) {
    const change = to === 'EMERGENCY' ? { emergencyFrom: from, emergencyAt: books.now } : {}
    const facts = { outcome: 'R-NEWRISK' }
    // Who may not take this step by their own right has still seen the danger: the books take it for them.
    if (await advance(books, c, to, { roles, facts, change, ...words }))
      await mustAdvance(books, c, to, { roles: ['bot', 'system'], facts, change, ...words })
  }
  await alert(books, c, 0, promised)
}

/**
 * W01, again every two minutes until somebody takes it; from the third time on everybody who works here is told, from the
 * fourth the township.
 */
export async function alert(books: Books, c: Case, times: number, promised: boolean): Promise<void> {
  if (await emergencyTaker(books, c)) return
  const { roles = [] } = w01.to[Math.min(times, w01.to.length - 1)] ?? {}
  const people = await named(books, c, {
    people: responsible(c),
    roles: roles.filter((role) => role !== 'township'),
  })
  await noteCall(books, c, people)
  const reasons = indicatorNames(codesOf(books, c.row).filter((code) => hasHardTrigger([code])))
  const how = { priority: priorityOf(c) + 10 }
  const first = promised ? await tellFirst(books, c, people, times, reasons) : null
  const others = people.filter((id) => id !== first)
  // Whoever carries it alone is not told a second time in the place of others.
  if (first === null || others.length > 0)
    await tellStaff(
      books,
      c,
      { people: others },
      (about) => ({ kind: 'emergency', reasons, ...about }),
      ['accept', 'calm'],
      how,
    )
  if (roles.includes('township'))
    await tellTownship(books, c, (about) => ({ kind: 'emergency', reasons, ...about }))
  await alertGroups(books, c, 'emergency', null, 'accept')
  await waitFor(books, c, 'emergency', books.now + EMERGENCY_EVERY, {
    payload: { times: times + 1, promised },
  })
}

/** Written down as a warning that was given, like every other. */
async function noteCall(books: Books, c: Case, people: readonly string[]): Promise<void> {
  const { emergencyAt } = c.row
  if (emergencyAt === null) return
  const facts = { ...plainly(c), emergency: { at: emergencyAt, taken: false } }
  const [warning] = w01.rule(facts, books.now, books.station.rulebook)
  if (warning) await give(books, warning, { dispute: c.row.id, people, told: true })
}

type Name = { zh: string; en: string }

/**
 * The alert whose delivery lets the reporter hear that the duty officer knows. One of those told carries it, another
 * each time, until one was really delivered.
 */
async function tellFirst(
  books: Books,
  c: Case,
  people: readonly string[],
  times: number,
  reasons: Name[],
): Promise<string | null> {
  const reporter = c.row.reporterAddress
  if (!reporter || (await wasTold(books, c, reporter))) return null
  // To somebody at risk only in answer to their own words: an hour later somebody else may hold the phone.
  if (officerLed(books, c.row) && books.actor.address !== reporter) return null
  const bound = await boundAddresses(books, people)
  const carriers = [...new Set(bound.map(({ person }) => person))]
  const carrier = carriers[times % Math.max(1, carriers.length)]
  if (!carrier) return null
  const about = await aboutFor(books, c, carrier, ['accept', 'calm'])
  const alarm: Content = { notice: { kind: 'emergency', reasons, ...about } }
  const told: Content = { notice: { kind: 'emergencyTold', offset: offsetOf(books) } }
  const how = { dispute: c.row.id, priority: priorityOf(c) + 10 }
  const [one, ...others] = bound.filter(({ person }) => person === carrier)
  await books.post(one!.id, alarm, { ...how, onDelivered: { address: reporter, content: told } })
  for (const { id } of others) await books.post(id, alarm, how)
  return carrier
}

async function wasTold(books: Books, c: Case, reporter: string): Promise<boolean> {
  const rows = await books.tx
    .select({ at: outbox.at, ended: outbox.endedAt })
    .from(outbox)
    .where(
      and(
        eq(outbox.stationId, books.station.id),
        eq(outbox.disputeId, c.row.id),
        eq(outbox.afterAddress, reporter),
        eq(outbox.state, 'delivered'),
      ),
    )
  return rows.some(({ at }) => at >= (c.row.emergencyAt ?? 0))
}

async function boundAddresses(books: Books, people: readonly string[]) {
  const rows = await books.tx
    .select({ id: addresses.id, person: addresses.personId })
    .from(addresses)
    .where(and(eq(addresses.stationId, books.station.id), inArray(addresses.personId, [...people])))
    .orderBy(asc(addresses.createdAt))
  return people.flatMap((person) => rows.filter((row) => row.person === person))
}
