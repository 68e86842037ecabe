// What the Telegram channel needs of a station, in memory: files, leases, and everything that it was told.
import type { Leases, TelegramPorts } from '../../../adapters/telegram/ports.ts'
import type { FileRef } from '../../../flows/core/event.ts'
import type { Address } from '../../../flows/core/ports.ts'
import type { FakeTelegram } from '../../platforms/telegram/telegram.ts'

export type Kept = { type: string; name: string | null; bytes: Uint8Array; by: Address; key?: string }

export type Station = {
  ports: TelegramPorts
  files: Map<string, Kept>
  moves: [Address, Address][]
  faults: { error: unknown; where: string }[]
  staff: Set<string>
}

export const WEBHOOK_SECRET = 'a-secret_of-the-test'

const COMMANDS: TelegramPorts['commands'] = [
  { name: 'status', says: '进度', who: 'anyone', label: { zh: '办到哪里了', en: 'Where it stands' } },
  { name: 'help', says: '帮助', who: 'anyone', label: { zh: '能做什么' } },
  { name: 'accept', says: '签收', who: 'staff', label: { zh: '签收案件', en: 'Accept a case' } },
]

export function memoryStation(
  platform: Pick<FakeTelegram, 'token' | 'apiRoot'>,
  receive: TelegramPorts['settings']['receive'] = { mode: 'polling' },
  leases: Leases = memoryLeases(),
): Station {
  const files = new Map<string, Kept>()
  const moves: [Address, Address][] = []
  const faults: { error: unknown; where: string }[] = []
  const staff = new Set<string>()
  return {
    files,
    moves,
    faults,
    staff,
    ports: {
      settings: { token: platform.token, apiRoot: platform.apiRoot, receive },
      now: Date.now,
      files: {
        async put(file): Promise<FileRef> {
          const id = file.key ?? `file-${files.size}`
          files.set(id, file)
          return { id, type: file.type, ...(file.name !== null && { name: file.name }) }
        },
      },
      leases,
      async moved(from, to) {
        moves.push([from, to])
      },
      commands: COMMANDS,
      draw: async () => Uint8Array.from([0x89, 0x50, 0x4e, 0x47]),
      isStaff: async ({ id }) => staff.has(id),
      fault(error, where) {
        faults.push({ error, where })
      },
    },
  }
}

/** Leases by this machine's clock, for any number of channels in one process. */
export function memoryLeases(): Leases & { holder(name: string): string | null } {
  const held = new Map<string, { holder: string; until: number }>()
  const now = () => performance.now()
  return {
    async hold(name, holder, ttl) {
      const lease = held.get(name)
      if (lease && lease.holder !== holder && lease.until > now()) return false
      held.set(name, { holder, until: now() + ttl })
      return true
    },
    async release(name, holder) {
      if (held.get(name)?.holder === holder) held.delete(name)
    },
    holder(name) {
      const lease = held.get(name)
      return lease && lease.until > now() ? lease.holder : null
    },
  }
}

/** Resolves once it is so; throws when it is not in time. */
export async function soon(is: () => boolean, what: string, ms = 8_000): Promise<void> {
  const until = performance.now() + ms
  while (!is()) {
    if (performance.now() > until) throw new Error(`it did not come to this in time: ${what}`)
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}

export const rest = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))
