// One cell of the table: somebody gives a command about a case that stands to them so, and what comes of it.
import { randomUUID } from 'node:crypto'
import { type SQL, sql } from 'drizzle-orm'
import { rows } from '../../db/database/database.ts'
import type { Commands } from '../../flows/commands.ts'
import type { Json } from '../../flows/core/event.ts'
import type { About, Ask, Standing, Trying } from './asks.ts'
import { type AuditLine, type Dump, dumpAll, dumpCase, linesBeyond, linesOf } from './dump.ts'
import type { Actor, House, Known, Scene } from './scene.ts'
import type { Who } from './who.ts'

export type Outcome = {
  result: Json
  before: Dump
  after: Dump
  /** What was written to the audit of the station where it was tried. */
  audit: AuditLine[]
  /** What the same person is answered at once about a case that does not exist, where that was asked for. */
  none: Json
}
/** What is looked at before and after: every table, or what is written about the case. */
export type Look = 'all' | 'case'

type AnyAsk = Omit<Ask<Commands['do']>, 'with'> & { with: (about: About) => Json }
export type Cell = {
  scene: Scene
  command: Commands['do']
  variant: string
  ask: AnyAsk
  who: Who
  standing: Standing
}

/** A case, a button and a code that do not exist. */
const NOBODYS: Pick<About, 'dispute' | 'number' | 'halves' | 'round' | 'duty' | 'token' | 'conversation'> = {
  dispute: randomUUID(),
  number: 'RD-2026-9999',
  halves: { A: randomUUID(), B: randomUUID() },
  round: randomUUID(),
  duty: randomUUID(),
  token: 'AAAAAAAAAAAAAAAAAAAAAA',
  conversation: randomUUID(),
}

const seen = new Map<string, Dump>()

/** Tries it on the case as it stands to them, and takes everything back. */
export const tried = (cell: Cell, look: Look, { none = false } = {}): Promise<Outcome> =>
  cell.scene.trial(async () => {
    const { scene, command, ask } = cell
    const { about, actor, house } = await set(cell)
    const tx = scene.database.orm
    const dump = () =>
      look === 'all'
        ? dumpAll(tx, actor.address, { tries: command === 'useCode' })
        : dumpCase(tx, about.dispute)
    const lines = await linesOf(tx, house.name)
    const asItWas = asBefore(cell, look)
    const before = (asItWas && seen.get(asItWas)) || (await dump())
    if (asItWas) seen.set(asItWas, before)
    const result = await house.gives(actor, { do: command, with: ask.with(about) } as Commands)
    const after = await dump()
    const audit = await linesBeyond(tx, house.name, lines)
    return { result, before, after, audit, none: none ? await giveNone(cell, actor, house, about) : null }
  })

/** Under this name it was looked at before: the case was not made theirs, and nothing else was made for them. */
function asBefore({ command, variant, ask, who, standing }: Cell, look: Look): string | null {
  if (ask.token || standing === 'own') return null
  return [look, who, standing, ask.on, command === 'useCode', ask.where ? `${command} ${variant}` : ''].join()
}

/** What the same person is answered about a case that does not exist. */
export const triedOnNone = (cell: Cell): Promise<Json> =>
  cell.scene.trial(async () => {
    const { about, actor, house } = await set(cell)
    return giveNone(cell, actor, house, about)
  })

function giveNone({ command, ask }: Cell, actor: Actor, house: House, about: About): Promise<Json> {
  // About no case at all: as anybody is answered who names one that is not there.
  const none = ALONE.includes(command)
    ? ({ do: 'tellStatus', with: { number: NOBODYS.number } } as const)
    : { do: command, with: ask.with({ ...about, ...NOBODYS }) }
  return house.gives(actor, none as Commands)
}

const ALONE: readonly Commands['do'][] = [
  'setGroup',
  'listMine',
  'showWarnings',
  'showCoverage',
  'beginAssessment',
  'planPatrol',
  'beginBehalf',
]

async function set({ scene, ask, who, standing }: Cell) {
  const house = standing === 'station' ? scene.elsewhere : scene.here
  const actor = house.actors[who]
  const known = scene.cases[ask.on]
  await stands(scene, known, actor, standing)
  if (ask.where) await change(scene, known, ask.where)
  const trying: Trying = { scene, house, actor, standing, about: known }
  const token = ask.token ? await ask.token(trying) : ''
  const [row] = await rows(scene.database.orm, sql`select rev from disputes where id = ${known.dispute}`)
  const { officer, leader, mediator } = scene.here.theirs
  const about: About = {
    ...known,
    rev: Number(row!.rev),
    token,
    officer: officer.person!,
    leader: leader.person!,
    helpers: [mediator.person!],
  }
  return { house, actor, about }
}

const change = (scene: Scene, { dispute }: Known, set: SQL) =>
  rows(scene.database.orm, sql`update disputes set ${set} where id = ${dispute}`)
const inForce = (scene: Scene, { dispute }: Known, set: SQL) =>
  rows(
    scene.database.orm,
    sql`update assignments set ${set} where dispute_id = ${dispute} and ended_at is null`,
  )

/** Makes the case theirs, somebody else's, another place's or nobody's. */
async function stands(scene: Scene, known: Known, actor: Actor, standing: Standing): Promise<void> {
  const { address, person } = actor
  if (standing === 'area') await change(scene, known, sql`village = 'yi'`)
  if (standing === 'waiting') {
    await change(scene, known, sql`officer_id = null, leader_id = null`)
    await inForce(scene, known, sql`ended_at = at, ended = 'reassigned'`)
  }
  if (standing !== 'own') return
  switch (actor.who) {
    case 'reporter':
      return void (await change(scene, known, sql`reporter_address = ${address}`))
    case 'joined':
      return void (await change(scene, known, sql`reporter_address = ${scene.here.actors.reporter.address}`))
    case 'party':
      return void (await rows(
        scene.database.orm,
        sql`update parties set address_id = ${address}, joined_at = null where dispute_id = ${known.dispute} and side = 'B'`,
      ))
    case 'mediator':
    case 'cadre':
    case 'grid':
    case 'township':
      return void (await inForce(scene, known, sql`helpers = ${JSON.stringify([person])}::jsonb`))
    case 'officer':
    case 'duty':
    case 'revoked':
      await change(scene, known, sql`officer_id = ${person}`)
      return void (await inForce(scene, known, sql`officer_id = ${person}`))
    case 'leader':
    case 'chief':
      await change(scene, known, sql`leader_id = ${person}`)
      return void (await inForce(scene, known, sql`leader_id = ${person}`))
    default:
      return
  }
}
