// A phone in somebody's hand, on the real books and the real desk: what is typed goes in by the door, and every byte that leaves
// for it is kept as the two channels would show it.
import { render as onTelegram } from '../../../adapters/telegram/render.ts'
import { render as onWeb } from '../../../adapters/web/render.ts'
import { houseOf } from '../../../bot/house-of.ts'
import { takeTurn } from '../../../bot/take-turn.ts'
import type { Event, Instant } from '../../../flows/core/event.ts'
import type { Address } from '../../../flows/core/ports.ts'
import type { Reply } from '../../../flows/core/reply.ts'
import { render } from '../../../flows/notices/render.ts'
import type { Station } from '../station.ts'

export type Phone = {
  at: Address
  does(now: Instant, event: Event): Promise<string[]>
  says(now: Instant, text: string): Promise<string[]>
  presses(now: Instant, label: string): Promise<string[]>
  /** Everything that comes due until then, with the talks that begin. */
  until(then: Instant): Promise<string[]>
  /** What was sent since this was last asked, in the words of each message. */
  news(): Promise<string[]>
  /** All that was ever sent, as bytes on the wire of both channels. */
  wire(): Promise<string>
  replies(): Promise<Reply[]>
}

const UUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g
let heard = 0
/** More than this before one moment is a mistake of ours. */
const MOST_TURNS = 500

export function phone(station: Station, at: Address): Phone {
  let seen = 0
  const all = async () =>
    (await station.store.outbox.since(at, 0, 1_000)).map((parcel) => ({
      parcel,
      reply: 'reply' in parcel.content ? parcel.content.reply : render(parcel.content.notice, 'zh'),
    }))
  const take = async (now: Instant, from: Address, event: Event, id = `t${heard++}`) => {
    const house = houseOf(await station.does(station.chief.at, now, async (books) => books.station))
    let ids = 0
    const on = { turns: station.store.turns, house, now: () => now, newId: () => `${id}-c${ids++}` }
    await takeTurn(on, { id, from, at: now, event })
  }
  const self: Phone = {
    at,
    async does(now, event) {
      await take(now, at, event)
      return self.news()
    },
    says: (now, text) => self.does(now, { kind: 'text', text }),
    async presses(now, label) {
      const posed = (await self.replies()).findLast(({ kind }) => kind === 'ask' || kind === 'review')
      if (posed?.kind !== 'ask' && posed?.kind !== 'review') throw new Error('nothing is asked')
      const choice = posed.choices.find((one) => one.label === label)
      if (!choice) throw new Error(`nothing is labelled ${label}`)
      return self.does(now, { kind: 'pick', question: posed.id, choice: choice.id })
    },
    async until(then) {
      for (let turns = 0; ; turns++) {
        if (turns > MOST_TURNS) throw new Error('something is due again and again')
        const next = await station.store.dues.next()
        if (next === null || next > then) return self.news()
        for (const { from, rev } of await station.store.turns.wakes(next, 50))
          await take(next, from, { kind: 'clock' }, `wake:${from.id}:${rev}`)
        for (const due of await station.store.dues.claim(next, 50, 60_000)) {
          if (due.kind === 'act') await station.store.dues.act(due.id, next)
          else {
            await take(next, due.to, due.event, `due:${due.id}`)
            await station.store.dues.done(due.id)
          }
        }
      }
    },
    async news() {
      const sent = await all()
      const fresh = sent.slice(seen).map(({ reply }) => reply.text)
      seen = sent.length
      return fresh
    },
    async wire() {
      const bytes = (await all()).map(({ parcel, reply }) => {
        const { id, seq, to, at: sent } = parcel
        const message = { id, seq, to, at: sent, locale: 'zh' as const, reply }
        return JSON.stringify([onWeb(message), onTelegram(reply, 'zh', true)])
      })
      // Names made by chance may hold any three figures.
      return bytes.join('\n').replaceAll(UUID, 'id')
    },
    replies: async () => (await all()).map(({ reply }) => reply),
  }
  return self
}
