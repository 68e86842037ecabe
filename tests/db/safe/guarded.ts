// A case of violence at home in the time of revisits: the wife told of it in her chat, the husband has one too.
import type { Handler } from '../../../db/books.ts'
import { recordContactPlan } from '../../../db/commands/record-contact-plan.ts'
import { askSide } from '../../../db/commands/shared/ask-side.ts'
import { save } from '../../../db/commands/shared/case.ts'
import { upsertParty } from '../../../db/commands/shared/filing.ts'
import { revisitById } from '../../../db/commands/shared/rounds.ts'
import { revisits, rounds } from '../../../db/schema/index.ts'
import type { Instant } from '../../../flows/core/event.ts'
import type { Address } from '../../../flows/core/ports.ts'
import type { PlanSaid } from '../../../flows/safecontact/commands.ts'
import { filed, held, report } from '../case.ts'
import { act } from '../commands/a-case.ts'
import type { Station } from '../station.ts'

export const PHRASE = '腌菜坛子'
export const DURESS = '蓝布围裙'

export const violence = () =>
  report({
    narrative: { text: '我老公打我了', files: [] },
    category: 'MF-DV',
    danger: [],
    safeContact: '别打电话给我，他会看到',
    counterpart: '老公',
    grudgeYears: null,
  })

export type Guarded = { id: string; number: string; wife: Address; husband: Address }

/** Filed, in an officer's hands, and followed. */
export async function guarded(station: Station, now: Instant): Promise<Guarded> {
  const [wife, husband] = [station.resident(), station.resident()]
  const id = await filed(station, wife, now, violence())
  const number = await station.does(husband, now, async (books) => {
    const c = await held(books, id)
    await upsertParty(books, c, 'B', { addressId: books.actor.address, joinedAt: now })
    return c.row.number
  })
  await station.does(station.chief.at, now, async (books) => {
    const c = await held(books, id)
    const people = { officerId: station.officer.person, leaderId: station.leader.person }
    await save(books, c, { ...people, state: 'REVISITING', claimedAt: now, contactedAt: now })
    await books.cancel('')
  })
  return { id, number, wife, husband }
}

export const plan = (more: Partial<PlanSaid> = {}): PlanSaid => ({
  way: 'chat',
  hours: { from: '09:00', to: '11:00', days: [1, 2, 3, 4, 5], night: false },
  wording: 'neutral',
  phrase: PHRASE,
  duress: DURESS,
  phone: null,
  trusted: null,
  ...more,
})

export const planned = (
  station: Station,
  { id, wife }: Pick<Guarded, 'id' | 'wife'>,
  now: Instant,
  said: PlanSaid = plan(),
): ReturnType<Handler<'recordContactPlan'>> =>
  act(station, wife, now, recordContactPlan, { dispute: id, rev: null, side: 'A', plan: said })

/** A round in chat for both sides, begun for one of them. Returns the half. */
export const asked = (
  station: Station,
  { id }: Pick<Guarded, 'id'>,
  now: Instant,
  side: 'A' | 'B' = 'A',
): Promise<string> =>
  station.does(station.chief.at, now, async (books) => {
    const c = await held(books, id)
    const round = books.newId()
    const key = { stationId: books.station.id, disputeId: id }
    const no = (await books.tx.select({ id: rounds.id }).from(rounds)).length + 1
    await books.tx
      .insert(rounds)
      .values({ ...key, id: round, no, at: now, mode: 'chat', why: 'planned', state: 'planned' })
    const ids = { A: books.newId(), B: books.newId() }
    for (const one of ['A', 'B'] as const)
      await books.tx.insert(revisits).values({
        ...key,
        id: ids[one],
        roundId: round,
        side: one,
        at: now,
        mode: 'chat',
        state: 'planned',
        attempts: [],
      })
    const half = await revisitById(books, ids[side])
    if (half) await askSide(books, c, half)
    return ids[side]
  })
