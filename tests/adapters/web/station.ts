// A station in memory behind the web channel: messages, files, staff and a clock, without a database.

import type { CaseStory, Person, WebPorts } from '../../../adapters/web/ports.ts'
import type { FileRef, Instant } from '../../../flows/core/event.ts'
import type { Address } from '../../../flows/core/ports.ts'
import type { Message, Reply } from '../../../flows/core/reply.ts'

export type Station = {
  ports: WebPorts
  /** Says something to somebody; their streams are woken as a commit on another replica would. */
  post(to: Address, reply: Reply): Message
  said(to: Address): Message[]
  acknowledged: Map<string, number>
  faults: { error: unknown; where: string }[]
  codes: Map<string, Person>
  staff: Map<string, Person>
  stories: CaseStory[]
  files: Map<string, { type: string; name: string | null; bytes: Uint8Array; by: Address; ref: FileRef }>
  /** How many listeners wait for posts. */
  listeners(): number
  now: Instant
}

const START = Date.UTC(2026, 10, 23, 2, 12)

type Setting = { demo?: boolean } & Partial<WebPorts['door']>

export function memoryStation({ demo = true, secure = false, proxies = 0, ...named }: Setting = {}): Station {
  const messages = new Map<string, Message[]>()
  const wakes = new Set<(to?: Address) => void>()
  const said = (to: Address) => messages.get(to.id) ?? []
  const station: Station = {
    now: START,
    acknowledged: new Map(),
    faults: [],
    codes: new Map(),
    staff: new Map(),
    stories: [],
    files: new Map(),
    said,
    listeners: () => wakes.size,
    post(to, reply) {
      const before = said(to)
      const message: Message = {
        id: `m-${to.id.slice(0, 6)}-${before.length + 1}`,
        seq: before.length + 1,
        to,
        at: station.now,
        locale: 'zh',
        reply,
      }
      messages.set(to.id, [...before, message])
      for (const wake of wakes) wake()
      return message
    },
    ports: {
      draw: async () => Uint8Array.from([0x89, 0x50, 0x4e, 0x47]),
      station: {
        name: { zh: '枫桥示范派出所', en: 'Maple Bridge model station' },
        phone: '0000-110',
        locales: ['zh', 'en'],
        offset: 480,
      },
      clock: {
        now: () => station.now,
        demo,
        async advance(by) {
          station.now += by
          return station.now
        },
      },
      async since(to, seq, limit) {
        return said(to)
          .filter((message) => message.seq > seq)
          .slice(0, limit)
      },
      async acknowledged(to, seq) {
        station.acknowledged.set(to.id, Math.max(seq, station.acknowledged.get(to.id) ?? 0))
      },
      async onPosted(wake) {
        wakes.add(wake)
        return async () => {
          wakes.delete(wake)
        }
      },
      files: {
        async put({ type, name, bytes, by }) {
          const id = `file-${station.files.size + 1}`
          const ref: FileRef = { id, type, ...(name && { name }) }
          station.files.set(id, { type, name, bytes, by, ref })
          return ref
        },
        async get(id, reader) {
          const file = station.files.get(id)
          return file && (file.by.id === reader.id || station.staff.has(reader.id)) ? file : null
        },
      },
      desk: {
        async signIn(code, at) {
          const person = station.codes.get(code) ?? null
          station.codes.delete(code)
          if (person) station.staff.set(at.id, person)
          return person
        },
        whoIs: async (at) => station.staff.get(at.id) ?? null,
        async signOut(at) {
          station.staff.delete(at.id)
        },
        cases: async (at) => (station.staff.has(at.id) ? station.stories : null),
        story: async (at, number) =>
          (station.staff.has(at.id) && station.stories.find((story) => story.number === number)) || null,
      },
      fault: (error, where) => station.faults.push({ error, where }),
      door: { secure, proxies, ...named },
    },
  }
  return station
}
