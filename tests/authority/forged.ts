// Presses that must do nothing: made up, cut off, somebody else's, used, too old, too late, or said twice.
import { sql } from 'drizzle-orm'
import { rows } from '../../db/database/database.ts'
import type { Event } from '../../flows/core/event.ts'
import { tapOf } from '../../flows/core/tap.ts'
import { DAY } from '../db/station.ts'
import { type Actor, type Scene, START, type State } from './scene.ts'

/** A number from 0 up to 1, the same ones for the same seed (mulberry32). */
export type Chance = () => number
export function chanceOf(seed: number): Chance {
  let a = seed >>> 0
  return () => {
    a = (a + 0x6d2b79f5) >>> 0
    let t = Math.imul(a ^ (a >>> 15), a | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}
export const pick = <T>(chance: Chance, all: readonly T[]): T => all[Math.floor(chance() * all.length)]!

/** What a press is wrong in. */
export const WRONG = [
  'madeUp',
  'cutOff',
  'somebodyElses',
  'anotherRoles',
  'anotherChats',
  'revokedOnes',
  'anotherStations',
  'used',
  'tooOld',
  'movedOn',
  'codeMadeUp',
  'codeUsed',
  'codeTooOld',
  'codeElsewhere',
  'notOpen',
  'noSuchGroup',
] as const
export type Wrong = (typeof WRONG)[number]

/** Buttons and codes that are good, or were. */
export type Stock = {
  owner: Actor
  /** Good, and the owner's. */
  good: string[]
  forDuty: string[]
  forChat: string[]
  forRevoked: string[]
  elsewhere: string[]
  used: string[]
  old: string[]
  movedOn: string[]
  codes: { used: string[]; old: string[]; elsewhere: string[] }
}

const FLOWS: [string, State][] = [
  ['contact', 'mediating'],
  ['claim', 'assigned'],
  ['decline', 'assigned'],
  ['screening', 'screening'],
  ['duty', 'performing'],
  ['visit', 'performing'],
  ['move', 'suspended'],
  ['calm', 'emergency'],
]
/** Forms that had a point before the case went on. */
const LATE: [string, State][] = [
  ['claim', 'mediating'],
  ['screening', 'claimed'],
  ['mediation', 'performing'],
  ['decline', 'performing'],
]

/** Made by the officer whose the cases are, in the books themselves. */
export async function stocked({ here, elsewhere, cases, database }: Scene): Promise<Stock> {
  const owner = here.theirs.officer
  const [duty, chat] = [{ role: 'duty' as const }, { address: owner.address! }]
  const person = { person: owner.person! }
  const revoked = { person: here.actors.revoked.person! }
  const made = await here.does(owner, async (books) => {
    const all = (flows: [string, State][], audience: Parameters<typeof books.button>[1]) =>
      inOrder(flows, ([flow, state]) =>
        books.button(flow, audience, { dispute: cases[state].dispute, rev: 1, ttl: 7 * DAY }),
      )
    const join = () => books.joinCode(cases.performing.dispute, 'B', DAY)
    const staff = () => books.identity.makeCode({ person: owner.person! }, DAY)
    return {
      good: await all(FLOWS, person),
      forDuty: await all(FLOWS, duty),
      forChat: await all(FLOWS, chat),
      forRevoked: await all(FLOWS, revoked),
      used: await all(FLOWS, person),
      old: await all(FLOWS, person),
      movedOn: await all(LATE, person),
      codesUsed: [await join(), await staff()],
      codesOld: [await join(), await staff()],
    }
  })
  const far = await elsewhere.does(elsewhere.theirs.officer, async (books) => ({
    // The very person of the station here, and the very case: what counts is the station.
    buttons: await inOrder(FLOWS, ([flow, state]) =>
      books.button(flow, person, { dispute: cases[state].dispute, rev: 1, ttl: 7 * DAY }),
    ),
    codes: [
      await books.joinCode(cases.performing.dispute, 'B', DAY),
      await books.identity.makeCode({ person: owner.person! }, DAY),
    ],
  }))
  const tx = database.orm
  const list = (ids: string[]) =>
    sql.join(
      ids.map((id) => sql`${id}`),
      sql`, `,
    )
  await rows(
    tx,
    sql`update buttons set used_at = ${START}, used_by = ${owner.person} where id in (${list(made.used)})`,
  )
  await rows(tx, sql`update buttons set expires_at = ${START} where id in (${list(made.old)})`)
  // Of a code only a hash is kept: the last two made here are the old ones, the two before them the used.
  const hashes = await rows(
    tx,
    sql`select hash from codes where station_id = ${here.name} order by ctid desc limit 4`,
  )
  const [old, used] = [hashes.slice(0, 2), hashes.slice(2)].map((some) =>
    some.map(({ hash }) => String(hash)),
  )
  await rows(tx, sql`update codes set expires_at = ${START} where hash in (${list(old!)})`)
  await rows(
    tx,
    sql`update codes set used_at = ${START}, used_by = 'somebody' where hash in (${list(used!)})`,
  )
  const { codesUsed, codesOld, ...buttons } = made
  return {
    ...buttons,
    owner,
    elsewhere: far.buttons,
    codes: { used: codesUsed, old: codesOld, elsewhere: far.codes },
  }
}

async function inOrder<T, R>(all: readonly T[], make: (one: T) => Promise<R>): Promise<R[]> {
  const made: R[] = []
  for (const one of all) made.push(await make(one))
  return made
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
const secretLike = (chance: Chance, length = 22): string =>
  Array.from({ length }, () => pick(chance, [...LETTERS])).join('')

/** What hands make. */
function byHand(chance: Chance, { cases }: Scene): string {
  const { dispute, number } = cases[pick(chance, ['assigned', 'mediating', 'performing'] as const)]
  return pick(chance, [
    () => secretLike(chance),
    () => secretLike(chance, 1 + Math.floor(chance() * 64)),
    () => dispute,
    () => number,
    () => `close:${number}`,
    () => `claim:${dispute}`,
    () => `a1.${secretLike(chance)}`,
    () => `claim:${dispute}:1:${secretLike(chance)}`,
    () => `' or '1'='1`,
    () => `%`,
    () => `__________`,
    () => '{"flow":"close"}',
    () => '签收',
    () => '🙂'.repeat(8),
    () => secretLike(chance, 4_000),
    () => '\u0000',
    () => '',
  ])()
}

/** A good one that somebody has copied badly. */
function cutOff(chance: Chance, good: string): string {
  const at = 1 + Math.floor(chance() * (good.length - 1))
  const swapped = pick(
    chance,
    [...LETTERS].filter((letter) => letter !== good[at]),
  )
  return pick(chance, [
    good.slice(0, at),
    good.slice(at),
    `${good}${pick(chance, [...LETTERS])}`,
    `${good.slice(0, at)}${swapped}${good.slice(at + 1)}`,
    `${good}${good}`,
    [...good].reverse().join('') === good ? `${good}x` : [...good].reverse().join(''),
  ])
}

/** One such press; whoever presses is never the one it was made for, but where it is used, old or too late. */
export function forged(chance: Chance, scene: Scene, stock: Stock, wrong: Wrong): Event {
  const press = (button: string): Event => ({ kind: 'press', button })
  const code = (given: string): Event => ({ kind: 'code', code: given })
  switch (wrong) {
    case 'madeUp':
      return press(byHand(chance, scene))
    case 'cutOff':
      return press(cutOff(chance, pick(chance, stock.good)))
    case 'somebodyElses':
      return press(pick(chance, stock.good))
    case 'anotherRoles':
      return press(pick(chance, stock.forDuty))
    case 'anotherChats':
      return press(pick(chance, stock.forChat))
    case 'revokedOnes':
      return press(pick(chance, stock.forRevoked))
    case 'anotherStations':
      return press(pick(chance, stock.elsewhere))
    case 'used':
      return press(pick(chance, stock.used))
    case 'tooOld':
      return press(pick(chance, stock.old))
    case 'movedOn':
      return press(pick(chance, stock.movedOn))
    case 'codeMadeUp':
      return code(pick(chance, [secretLike(chance), byHand(chance, scene)]))
    case 'codeUsed':
      return code(pick(chance, stock.codes.used))
    case 'codeTooOld':
      return code(pick(chance, stock.codes.old))
    case 'codeElsewhere':
      return code(pick(chance, stock.codes.elsewhere))
    case 'notOpen':
      return pick<Event>(chance, [
        { kind: 'tap', token: tapOf(`question ${chance()}`, 'yes') },
        { kind: 'tap', token: secretLike(chance) },
        { kind: 'pick', question: 'no such question', choice: 'yes' },
      ])
    case 'noSuchGroup':
      return { kind: 'group', group: `station-here/${secretLike(chance)}`, alerts: chance() < 0.5 }
  }
}
