// Two stations in one database, with everybody who may come to them, and cases in every state that a command needs.
import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import type { Books, Handlers } from '../../db/books.ts'
import { handlers } from '../../db/commands/index.ts'
import { upsertParty } from '../../db/commands/shared/filing.ts'
import { writeAssignment } from '../../db/commands/shared/responsible.ts'
import { type Database, rows } from '../../db/database/database.ts'
import { openEmbedded } from '../../db/database/embedded.ts'
import { acts } from '../../db/dues/index.ts'
import { openMasterKeys } from '../../db/keys/master-keys.ts'
import { type OpenStore, storeOn } from '../../db/open.ts'
import { views } from '../../db/queries/index.ts'
import { isRefused } from '../../flows/casework/refusal.ts'
import type { Commands } from '../../flows/commands.ts'
import type { Json } from '../../flows/core/event.ts'
import type { Address } from '../../flows/core/ports.ts'
import { held, report } from '../db/case.ts'
import { duty, nothingInTheWay, paper } from '../db/commands/a-case.ts'
import { freshFolder } from '../db/embedded.ts'
import { at } from '../db/station.ts'
import { openDumps } from './dump.ts'
import { type Trial, trialOn } from './trial.ts'
import { STAFF, WHO, type Who } from './who.ts'

/** A working morning. */
export const START = at('2026-11-25', '10:12')

/** Somebody at a station. `address` is the books' own name of the chat, null for the clock. */
export type Actor = { who: Who; from: Address; address: string | null; person: string | null }
export type House = {
  name: string
  store: OpenStore
  actors: { readonly [W in Who]: Actor }
  /** Who answers for the cases of the scene, and is none of the actors. */
  theirs: { officer: Actor; leader: Actor; mediator: Actor; reporter: Actor; side: Actor }
  /** One turn of somebody, with one command. */
  gives(who: Actor, command: Pick<Commands, 'do' | 'with'>, now?: number): Promise<Json>
  /** Somebody whom nobody has heard of. */
  meets(title: string): Promise<Actor>
  /** One turn of somebody, with what the test says. */
  does<T>(who: Actor, work: (books: Books) => Promise<T>): Promise<T>
}

export const STATES = [
  'screening',
  'accepted',
  'assigned',
  'claimed',
  'mediating',
  'suspended',
  'terminated',
  'performing',
  'emergency',
] as const
export type State = (typeof STATES)[number]

export type Known = {
  dispute: string
  number: string
  /** The talk in which it was told. */
  conversation: string
  /** Of the first round, by side. */
  halves: { A: string; B: string }
  round: string
  duty: string
}

export type Scene = Trial & {
  here: House
  /** Another station of the same county, on the same database. */
  elsewhere: House
  /** Cases of the station here, that belong to `theirs`. */
  cases: { readonly [S in State]: Known }
  close(): Promise<void>
}

const VILLAGES = [
  { code: 'jia', name: '示例甲村' },
  { code: 'yi', name: '示例乙村' },
]

let heard = 0

export async function openScene(): Promise<Scene> {
  const { folder, drop } = await freshFolder()
  const keys = mkdtempSync(join(tmpdir(), 'maple-keys-'))
  const real = await openEmbedded(folder)
  const trial = trialOn(real)
  const keyFile = join(keys, 'sealing.key')
  openMasterKeys(keyFile, true)
  const here = await openHouse(trial.database, keyFile, 'station-here')
  const elsewhere = await openHouse(trial.database, keyFile, 'station-elsewhere')
  const cases = await casesOf(here)
  await openDumps(real.orm)
  return {
    ...trial,
    here,
    elsewhere,
    cases,
    async close() {
      await here.store.close()
      await elsewhere.store.close()
      await real.close()
      drop()
      rmSync(keys, { recursive: true })
    },
  }
}

/** What a turn does that only a test asks for. */
const TRIED = 'tried'

export async function openHouse(database: Database, keyFile: string, name: string): Promise<House> {
  let work: (books: Books) => Promise<unknown> = async () => null
  const settings = {
    // The books look a command up by its name: one more is at the disposal of the test.
    handlers: {
      ...handlers,
      [TRIED]: async (books: Books) => ((await work(books)) ?? null) as Json,
    } as Handlers,
    acts: { ...acts, [TRIED]: async (books: Books) => void (await work(books)) },
    views,
    station: name,
    demo: true,
    publicUrl: 'https://example.org',
  }
  // The database outlives both stores. Spread would freeze what a trial changes.
  const kept = Object.create(database, { close: { value: async () => {} } }) as Database
  const store = await storeOn(kept, openMasterKeys(keyFile, false), settings)
  await store.admin.importStation({ name: '示例派出所', phone: '110', demo: true, villages: VILLAGES }, START)

  const perform = async (from: Address, asked: { do: string; with: Json }, now = START): Promise<Json> => {
    const results: Json[] = []
    const inbound = { id: `m${heard++}`, from, at: now, event: { kind: 'text', text: 'x' } as const }
    await store.turns.transact(inbound, async (ledger) => {
      results.push(await ledger.perform({ of: 'talk', name: 'done', command: asked }))
    })
    return results[0]!
  }
  const does: House['does'] = async ({ from }, act) => {
    const results: Awaited<ReturnType<typeof act>>[] = []
    work = async (books) => results.push(await act(books))
    await perform(from, { do: TRIED, with: {} })
    return results[0]!
  }
  const met = async (who: Who, title: string): Promise<Actor> => {
    const from = { channel: 'telegram', id: `${name}/${title}` }
    const actor = { who, from, address: null, person: null }
    const address = await does(actor, async (books) => books.actor.address)
    return { ...actor, address }
  }
  const works = async (who: Who, title: string, roles: string[], villages = ['jia']): Promise<Actor> => {
    const actor = await met(who, title)
    const { person } = await store.admin.addStaff({ name: title, roles, villages }, START)
    const { code } = await store.admin.staffCode(person, START)
    await store.desk.signIn(code, actor.from, START)
    return { ...actor, person }
  }

  const theirs = {
    officer: await works('officer', '示例民警甲', ['officer']),
    leader: await works('leader', '示例副所长甲', ['leader']),
    mediator: await works('mediator', '示例调解员甲', ['mediator']),
    reporter: await met('reporter', '村民甲'),
    side: await met('party', '村民乙'),
  }
  const actors: { [W in Who]?: Actor } = {}
  for (const who of WHO) {
    const staff: readonly Who[] = STAFF
    if (who === 'clock')
      actors[who] = { who, from: { channel: 'telegram', id: 'clock' }, address: null, person: null }
    else if (who === 'revoked') actors[who] = await works(who, '示例离任民警', ['officer'])
    else if (staff.includes(who)) actors[who] = await works(who, `示例${who}`, [who])
    else actors[who] = await met(who, who)
  }
  const all = actors as { [W in Who]: Actor }
  const { revoked, reporter, joined, group } = all
  await store.admin.revoke(revoked.person!, START)
  // Bound again behind the books' back: what counts is whether the person may act, not whether the chat was let go.
  await rows(
    database.orm,
    sql`update addresses set person_id = ${revoked.person} where station_id = ${name} and id = ${revoked.address}`,
  )
  await rows(
    database.orm,
    sql`update addresses set resident_id = ${randomUUID()} where station_id = ${name} and id in (${reporter.address}, ${joined.address})`,
  )
  await rows(
    database.orm,
    sql`update addresses set is_group = true where station_id = ${name} and id = ${group.address}`,
  )
  await does(theirs.officer, (books) => books.schedule({ key: TRIED, kind: TRIED, at: START }))
  const [row] = await rows(
    database.orm,
    sql`select id from due where station_id = ${name} and kind = ${TRIED}`,
  )

  const house: House = {
    name,
    store,
    actors: all,
    theirs,
    meets: (title) => met('nobody', title),
    does,
    async gives({ who, from }, command, now = START) {
      if (who !== 'clock') return perform(from, { do: command.do, with: command.with as Json }, now)
      const results: Json[] = []
      work = async (books) => {
        const handler = handlers[command.do] as (books: Books, given: unknown, asked: object) => Promise<Json>
        results.push(await handler(books, command.with, { of: 'talk', name: 'done' }))
      }
      await store.dues.act(String(row!.id), now)
      return results[0]!
    },
  }
  // Each resident has a matter of their own, so that a case of others is not simply any case.
  for (const who of ['reporter', 'resident'] as const) await tells(house, all[who], `${name}-${who}`)
  const own = await tells(house, theirs.reporter, `${name}-party`)
  await does(all.party, async (books) => {
    await upsertParty(books, await held(books, own.dispute), 'B', {
      addressId: all.party.address,
      joinedAt: START,
    })
  })
  return house
}

let told = 0

export async function tells(
  house: House,
  who: Actor,
  conversation: string,
): Promise<{ dispute: string; number: string }> {
  // Names and numbers of their own, so that no case is taken for another.
  const no = told++
  const more = {
    name: `甲${no}`,
    phone: `139000${String(10_000 + no)}`,
    counterpart: `乙${no}`,
    danger: ['A09'],
    role: 'WITNESS' as const,
  }
  const given = { conversation, report: report(more), quiet: false }
  return done(await house.gives(who, { do: 'fileDispute', with: given }))
}

function done<T>(result: Json): T {
  if (isRefused(result)) throw new Error(`the scene cannot be set: ${JSON.stringify(result)}`)
  return result as T
}

/** One case for each state, brought there by those whose it is. */
async function casesOf(house: House): Promise<{ [S in State]: Known }> {
  const cases: { [S in State]?: Known } = {}
  for (const state of STATES) cases[state] = await caseIn(house, state)
  return cases as { [S in State]: Known }
}

async function caseIn(house: House, wanted: State): Promise<Known> {
  const { theirs, actors } = house
  const { officer, leader, mediator, side } = theirs
  // Somebody else each time: two reports of one person in a row are taken for one matter.
  const reporter = await house.meets(`村民${wanted}`)
  const conversation = `talk-${wanted}`
  const { dispute, number } = await tells(house, reporter, conversation)
  const people = { officer: officer.person!, leader: leader.person!, helpers: [mediator.person!] }
  const reach = async () => {
    const rev = () => house.does(officer, async (books) => (await held(books, dispute)).row.rev)
    const gives = async (who: Actor, command: Pick<Commands, 'do' | 'with'>) =>
      done(await house.gives(who, command))
    if (wanted === 'screening') return
    if (wanted === 'emergency') {
      const alarm = { conversation, flow: 'intake', dispute, codes: ['A02'], text: '他拿刀了', answers: {} }
      return void (await gives(reporter, { do: 'raiseEmergency', with: alarm }))
    }
    const track = { decision: 'accept', category: null, track: 'PM', reason: null } as const
    await gives(actors.chief, {
      do: 'screenDispute',
      with: { dispute, rev: await rev(), ...track, answers: nothingInTheWay() },
    })
    if (wanted === 'accepted') return
    await gives(actors.chief, {
      do: 'assignDispute',
      with: { dispute, rev: await rev(), ...people, reason: null },
    })
    if (wanted === 'assigned') return
    await gives(officer, { do: 'claimDispute', with: { dispute, rev: await rev() } })
    if (wanted === 'claimed') return
    const first = { side: 'both', how: 'station', rightsRead: 'yes', willing: 'yes' } as const
    const learned = { otherName: null, otherPhone: null, note: null }
    await gives(officer, {
      do: 'recordContact',
      with: { dispute, rev: await rev(), ...first, ...learned },
    })
    if (wanted === 'mediating') return
    if (wanted === 'performing') {
      const agreed = paper({
        duties: [duty(), duty({ kind: 'pay', amount: { fen: 100_000, approx: false }, what: '赔钱' })],
      })
      return void (await gives(officer, {
        do: 'recordAgreement',
        with: { dispute, rev: await rev(), ...agreed },
      }))
    }
    const session = { place: null, helpers: [], summary: '谈过', photos: null }
    const result =
      wanted === 'suspended'
        ? ({ result: 'paused', reason: '外出', resumeOn: '2026-12-20', remediesTold: null } as const)
        : ({ result: 'failed', reason: '各说各的', resumeOn: null, remediesTold: 'yes' } as const)
    await gives(officer, {
      do: 'recordMediation',
      with: { dispute, rev: await rev(), ...session, ...result },
    })
  }
  await reach()
  return house.does(officer, async (books) => {
    const c = await held(books, dispute)
    // Also where nobody would have it yet: such a case has come back from an emergency.
    if (c.row.officerId === null || c.row.leaderId === null) {
      await rows(
        books.tx,
        sql`update disputes set officer_id = ${people.officer}, leader_id = ${people.leader} where id = ${dispute}`,
      )
      await writeAssignment(books, await held(books, dispute), { ...people, accepted: true })
    }
    await upsertParty(books, c, 'B', { addressId: side.address, joinedAt: START })
    const halves = await rows(
      books.tx,
      sql`select side, id, round_id from revisits where dispute_id = ${dispute} order by at desc`,
    )
    const half = (name: string) => String(halves.filter((row) => row.side === name).at(-1)?.id)
    const [owed] = await rows(books.tx, sql`select id from duties where dispute_id = ${dispute} order by no`)
    return {
      dispute,
      number,
      conversation,
      halves: { A: half('A'), B: half('B') },
      round: String(halves.at(-1)?.round_id),
      duty: String(owed?.id),
    }
  })
}
