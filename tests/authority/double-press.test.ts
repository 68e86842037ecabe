// Two bots on one PostgreSQL server: of two presses that come together one has its effect, and the other is told who.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Desk, openDesk } from '../../bot/desk.ts'
import { openLog } from '../../bot/log.ts'
import { openMetrics } from '../../bot/metrics.ts'
import { handlers } from '../../db/commands/index.ts'
import { type Database, type Row, rows } from '../../db/database/database.ts'
import { openServer } from '../../db/database/server.ts'
import { acts } from '../../db/dues/index.ts'
import { openMasterKeys } from '../../db/keys/master-keys.ts'
import { storeOn } from '../../db/open.ts'
import { views } from '../../db/queries/index.ts'
import { nothingInTheWay } from '../db/commands/a-case.ts'
import { DAY } from '../db/station.ts'
import { freshDatabase } from '../postgres/fresh-database.ts'
import { type Actor, type House, openHouse, START, tells } from './scene.ts'

const ROUNDS = 12
const STATION = 'station-here'
const keys = mkdtempSync(join(tmpdir(), 'maple-keys-'))

let databases: Database[] = []
let house: House
let desks: [Desk, Desk]
beforeAll(async () => {
  const url = await freshDatabase()
  databases = [await openServer({ url }), await openServer({ url })]
  const keyFile = join(keys, 'sealing.key')
  openMasterKeys(keyFile, true)
  house = await openHouse(databases[0]!, keyFile, STATION)
  const second = await storeOn({ ...databases[1]!, close: async () => {} }, openMasterKeys(keyFile, false), {
    handlers,
    acts,
    views,
    station: STATION,
    demo: true,
  })
  const deskOf = (store: House['store']) =>
    openDesk({ store, log: openLog('silent'), metrics: openMetrics({ standard: false }), real: () => START })
  desks = [await deskOf(house.store), await deskOf(second)]
}, 180_000)
afterAll(async () => {
  for (const { store } of desks) await store.close()
  for (const database of databases) await database.close()
  rmSync(keys, { recursive: true })
})

let heard = 0
const press = (desk: Desk, { from }: Actor, button: string, id = `press-${heard++}`): Promise<void> =>
  desk.hearing.hear({ id, from, at: START, event: { kind: 'press', button } })

const read = (statement: ReturnType<typeof sql>): Promise<Row[]> => rows(databases[0]!.orm, statement)

/** What somebody was told since a message of theirs, in one text. */
async function toldSince({ from }: Actor, seq: number): Promise<string> {
  const parcels = await house.store.outbox.since(from, seq, 1_000)
  return parcels
    .flatMap(({ content }) => ('reply' in content && 'text' in content.reply ? [content.reply.text] : []))
    .join('\n')
}
const lastOf = async ({ from }: Actor): Promise<number> =>
  (await house.store.outbox.since(from, 0, 10_000)).at(-1)?.seq ?? 0

const button = (who: Actor, dispute: string): Promise<string> =>
  house.does(house.theirs.leader, (books) =>
    books.button('claim', { person: who.person! }, { dispute, rev: 1, ttl: DAY }),
  )

async function nameOf({ person }: Actor): Promise<string> {
  const [row] = await read(sql`select name from people where station_id = ${STATION} and id = ${person}`)
  return String(row?.name)
}

const alarms = (dispute: string) => ({
  conversation: `alarm-${dispute}`,
  flow: 'intake',
  dispute,
  codes: ['A02'],
  text: '他拿刀了',
  answers: {},
})

/** Both press at once, each at another bot: who has it, and what the other was told. */
async function race(one: Actor, other: Actor, dispute: string) {
  const buttons = [await button(one, dispute), await button(other, dispute)] as const
  const seqs = [await lastOf(one), await lastOf(other)] as const
  await Promise.all([press(desks[0], one, buttons[0]), press(desks[1], other, buttons[1])])
  return { told: [await toldSince(one, seqs[0]), await toldSince(other, seqs[1])] as const }
}

test('two at once take an emergency: one has it, the other is told who', async () => {
  const { duty, chief } = house.actors
  for (let round = 0; round < ROUNDS; round++) {
    const reporter = await house.meets(`村民甲${round}`)
    const { dispute } = await tells(house, reporter, `emergency-${round}`)
    await house.gives(reporter, { do: 'raiseEmergency', with: alarms(dispute) })
    const { told } = await race(duty, chief, dispute)
    const taken = await read(
      sql`select by from dispute_notes where dispute_id = ${dispute} and kind = 'emergencyTaken'`,
    )
    expect(taken).toHaveLength(1)
    const first = taken[0]!.by === duty.person ? duty : chief
    expect(first.person).toBe(taken[0]!.by)
    const [winner, loser] = first === duty ? told : ([told[1], told[0]] as const)
    expect(loser).toContain(await nameOf(first))
    expect(winner).not.toContain(await nameOf(first === duty ? chief : duty))
    const [row] = await read(sql`select officer_id, state from disputes where id = ${dispute}`)
    expect(row).toMatchObject({ state: 'EMERGENCY' })
  }
})

test('two at once accept a case whose limit has passed: one is its officer, the other is told who', async () => {
  const { officer, leader, mediator } = house.theirs
  const { chief, duty } = house.actors
  for (let round = 0; round < ROUNDS; round++) {
    const reporter = await house.meets(`村民乙${round}`)
    const { dispute } = await tells(house, reporter, `assigned-${round}`)
    const rev = async () => Number((await read(sql`select rev from disputes where id = ${dispute}`))[0]?.rev)
    const accept = { decision: 'accept', category: null, track: 'PM', reason: null } as const
    const answers = nothingInTheWay()
    await house.gives(chief, { do: 'screenDispute', with: { dispute, rev: await rev(), ...accept, answers } })
    const people = {
      officer: officer.person!,
      leader: leader.person!,
      helpers: [mediator.person!],
      reason: null,
    }
    await house.gives(chief, { do: 'assignDispute', with: { dispute, rev: await rev(), ...people } })
    await read(sql`update disputes set accept_by = ${START - 1} where id = ${dispute}`)
    const { told } = await race(officer, duty, dispute)
    const steps = await read(
      sql`select by from transitions where dispute_id = ${dispute} and "to" = 'CLAIMED'`,
    )
    expect(steps).toHaveLength(1)
    const first = steps[0]!.by === officer.person ? officer : duty
    const [row] = await read(sql`select officer_id, state from disputes where id = ${dispute}`)
    expect(row).toMatchObject({ officer_id: first.person, state: 'CLAIMED' })
    const loser = first === officer ? told[1] : told[0]
    expect(loser).toContain(await nameOf(first))
  }
})

test('one button pressed twice at once, and one press said twice, is one effect', async () => {
  const { duty } = house.actors
  for (let round = 0; round < ROUNDS; round++) {
    const reporter = await house.meets(`村民丙${round}`)
    const { dispute } = await tells(house, reporter, `twice-${round}`)
    await house.gives(reporter, { do: 'raiseEmergency', with: alarms(dispute) })
    const id = await button(duty, dispute)
    const seq = await lastOf(duty)
    const same = `same-${round}`
    await Promise.all([
      press(desks[0], duty, id, same),
      press(desks[1], duty, id, same),
      press(desks[1], duty, id),
    ])
    const taken = await read(
      sql`select by from dispute_notes where dispute_id = ${dispute} and kind = 'emergencyTaken'`,
    )
    expect(taken).toEqual([{ by: duty.person }])
    const used = await read(
      sql`select count(*) as uses from audit where action = 'emergency-taken' and subject = ${`dispute:${dispute}`}`,
    )
    expect(Number(used[0]?.uses)).toBe(1)
    expect(await toldSince(duty, seq)).toMatch(/用过了|签收|接手/)
  }
})
