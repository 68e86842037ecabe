// The books in memory: what the port promises, as simply as it can be done.
import type { Due, Held, Ledger, Outbox, Parcel, Store, Turned, Turns } from '../../db/store.ts'
import type { Asked } from '../../flows/core/command.ts'
import type { Instant, Json } from '../../flows/core/event.ts'
import type { Address, Inbound } from '../../flows/core/ports.ts'
import type { Reply } from '../../flows/core/reply.ts'
import { emptySitting, type Sitting, wakeOf } from '../../flows/core/sitting.ts'

type Row = { at: Address; rev: number; sitting: Sitting; staff: string | null }
type Posted = Parcel & { state: string; runAt: Instant; why: string | null; ref?: string }

export type FakeStore = {
  turns: Turns
  outbox: Outbox
  dues: Store['dues']
  admin: Pick<Store['admin'], 'demo' | 'clockOffset' | 'advanceClock'>
  /** Looks behind the port. */
  rows: Map<string, Row>
  heard: Set<string>
  posted: Posted[]
  asked: Asked[]
  due: (Due & { runAt: Instant; done: boolean })[]
  acted: string[]
  offset(): number
  /** What commands answer; may throw. */
  answer(to: (asked: Asked) => Json): void
  /** Another turn comes between the next so many reads and their writes. */
  interfere(times: number): void
  /** Every call from now on throws this; null is well again. */
  break(error: Error | null): void
  post(to: Address, content: Parcel['content'], how?: Partial<Parcel>): Posted
}

export const key = ({ channel, id }: Address): string => `${channel}/${id}`

export function fakeStore({ demo = false, now = () => 0 as Instant } = {}): FakeStore {
  const rows = new Map<string, Row>()
  const heard = new Set<string>()
  const posted: Posted[] = []
  const asked: Asked[] = []
  const due: FakeStore['due'] = []
  const acted: string[] = []
  let answer: (asked: Asked) => Json = () => ({ number: 'N1' })
  let interferences = 0
  let broken: Error | null = null
  let offset = 0
  let lock: Promise<unknown> = Promise.resolve()

  /** The words of messages, by what the platform calls them. */
  const said = new Map<string, string>()
  const note = ({ from, ref, event }: Inbound) => {
    const text = event.kind === 'text' || event.kind === 'correct' ? event.text : null
    if (ref !== undefined && text !== null) said.set(`${key(from)} ${ref}`, text)
  }

  const works = async () => {
    await Promise.resolve()
    if (broken) throw broken
  }
  const copy = <T>(value: T): T => JSON.parse(JSON.stringify(value))
  const rowOf = (at: Address): Row => {
    const row = rows.get(key(at)) ?? { at, rev: 0, sitting: emptySitting('zh'), staff: null }
    rows.set(key(at), row)
    return row
  }
  const heldOf = (row: Row): Held => ({
    address: key(row.at),
    rev: row.rev,
    sitting: copy(row.sitting),
    staff: row.staff,
  })
  const post = (to: Address, content: Parcel['content'], how: Partial<Parcel> = {}): Posted => {
    const seq = posted.filter((one) => key(one.to) === key(to)).length + 1
    const parcel: Posted = {
      id: `${key(to)}#${seq}`,
      seq,
      to,
      locale: 'zh',
      at: now(),
      class: 'repeatable',
      attempts: 0,
      content,
      thread: null,
      again: false,
      state: 'ready',
      runAt: now(),
      why: null,
      ...how,
    }
    posted.push(parcel)
    return parcel
  }
  const write = (row: Row, { sitting, replies }: Turned) => {
    row.rev++
    row.sitting = copy(sitting)
    for (const reply of replies) post(row.at, { reply })
  }
  const of = (id: string): Posted => posted.find((parcel) => parcel.id === id)!
  const finish = (id: string, state: string, why: string | null = null) =>
    Object.assign(of(id), { state, why })

  const turns: Turns = {
    async held(from) {
      await works()
      const held = heldOf(rowOf(from))
      if (interferences > 0) {
        interferences--
        rowOf(from).rev++
      }
      return held
    },
    async keep(inbound, held, turned) {
      await works()
      const row = rowOf(inbound.from)
      if (heard.has(inbound.id)) return 'repeat'
      if (row.rev !== held.rev) return 'stale'
      heard.add(inbound.id)
      note(inbound)
      write(row, turned)
      return 'kept'
    },
    transact(inbound: Inbound, work: (ledger: Ledger) => Promise<void>) {
      const next = lock.then(async () => {
        await works()
        if (heard.has(inbound.id)) return 'repeat' as const
        const row = rowOf(inbound.from)
        let kept: Turned | null = null
        const doing: Asked[] = []
        await work({
          held: heldOf(row),
          async perform(one) {
            await works()
            doing.push(one)
            return answer(one)
          },
          async keep(turned) {
            kept = turned
          },
        })
        heard.add(inbound.id)
        note(inbound)
        asked.push(...doing)
        if (kept) write(row, kept)
        return 'kept' as const
      })
      lock = next.catch(() => {})
      return next
    },
    async said(from, ref) {
      await works()
      return said.get(`${key(from)} ${ref}`) ?? null
    },
    async album(inbound, at) {
      await works()
      if (heard.has(inbound.id)) return 'repeat'
      heard.add(inbound.id)
      note(inbound)
      const id = `album-${key(inbound.from)}-${inbound.album}`
      const known = due.find((row) => row.id === id && !row.done)
      const { event } = inbound
      if (event.kind !== 'files') throw new Error('not a picture')
      if (known?.kind === 'hear' && known.event.kind === 'files') {
        known.event = { ...known.event, files: [...known.event.files, ...event.files] }
        Object.assign(known, { at: at + 1_500, runAt: at + 1_500 })
      } else
        due.push({
          id,
          at: at + 1_500,
          runAt: at + 1_500,
          done: false,
          kind: 'hear',
          to: inbound.from,
          event,
        })
      return 'kept'
    },
    async wakes(at, limit) {
      await works()
      return [...rows.values()]
        .filter(({ sitting }) => (wakeOf(sitting) ?? Number.POSITIVE_INFINITY) <= at)
        .slice(0, limit)
        .map(({ at: from, rev }) => ({ from, rev }))
    },
  }

  const outbox: Outbox = {
    async claim(at, limit, lease) {
      await works()
      const open = posted.filter(({ state }) => state === 'ready' || state === 'sending')
      const heads = open.filter((one) => open.find(({ to }) => key(to) === key(one.to)) === one)
      const mine = heads.filter(({ state, runAt }) => state === 'ready' && runAt <= at).slice(0, limit)
      for (const parcel of mine) Object.assign(parcel, { runAt: at + lease, attempts: parcel.attempts + 1 })
      return mine.map((parcel) => ({ ...parcel, again: parcel.attempts > 1 }))
    },
    async sending(id) {
      await works()
      of(id).state = 'sending'
    },
    async delivered(id, _, ref) {
      await works()
      finish(id, 'delivered')
      if (ref !== undefined) of(id).ref = ref
    },
    async moved(id, to) {
      await works()
      const { channel } = of(id).to
      const name = key(of(id).to)
      for (const parcel of posted) if (key(parcel.to) === name) parcel.to = { channel, id: to }
      finish(id, 'ready', 'moved')
      Object.assign(of(id), { runAt: 0, attempts: of(id).attempts - 1 })
    },
    async waiting(id) {
      await works()
      finish(id, 'waiting')
    },
    async retry(id, at, why) {
      await works()
      finish(id, 'ready', why)
      of(id).runAt = at
    },
    async dead(id, why) {
      await works()
      finish(id, 'dead', why)
    },
    async unknown(id, why, at) {
      await works()
      finish(id, of(id).class === 'once' ? 'unknown' : 'ready', why)
      of(id).runAt = at + 1_000
    },
    since: async () => [],
    acknowledged: async () => {},
  }

  return {
    turns,
    outbox,
    dues: {
      async claim(at, limit, lease) {
        await works()
        const mine = due.filter((row) => !row.done && row.runAt <= at).slice(0, limit)
        for (const row of mine) row.runAt = at + lease
        return mine.map(({ runAt: _, done: __, ...row }) => row as Due)
      },
      async act(id) {
        await works()
        acted.push(id)
        due.find((row) => row.id === id)!.done = true
      },
      async done(id) {
        await works()
        due.find((row) => row.id === id)!.done = true
      },
      async next() {
        await works()
        const open = due.filter(({ done }) => !done).map(({ runAt }) => runAt)
        const wakes = [...rows.values()].flatMap(({ sitting }) => wakeOf(sitting) ?? [])
        const all = [...open, ...wakes]
        return all.length > 0 ? Math.min(...all) : null
      },
    },
    admin: {
      demo: async () => demo,
      clockOffset: async () => offset,
      async advanceClock(ms) {
        offset += ms
        return { now: now() + offset }
      },
    },
    rows,
    heard,
    posted,
    asked,
    due,
    acted,
    offset: () => offset,
    answer: (to) => (answer = to),
    interfere: (times) => (interferences = times),
    break: (error) => (broken = error),
    post,
  }
}

/** The texts that were promised to an address, in order. */
export const saidTo = (store: FakeStore, to: Address): string[] =>
  store.posted
    .filter((parcel) => key(parcel.to) === key(to))
    .flatMap(({ content }) =>
      'reply' in content ? [(content.reply as Extract<Reply, { text: string }>).text] : [],
    )
