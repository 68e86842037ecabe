// What the Telegram channel needs from the station. The books' own functions have these shapes and can be passed as they are.
import type { FileRef, Instant, Locale } from '../../flows/core/event.ts'
import type { Address } from '../../flows/core/ports.ts'
import type { Picture } from '../../flows/core/reply.ts'

export type TelegramPorts = {
  settings: TelegramSettings
  /** The station's time; a demonstration may move it. */
  now(): Instant
  files: Files
  /** Only one process asks Telegram for news at a time. */
  leases: Leases
  /** A group became a supergroup: its address has another id from now on. */
  moved(from: Address, to: Address): Promise<void>
  /** The menus; `says` is what typing the command means to the desk, in words it knows. */
  commands: readonly MenuCommand[]
  /** Whether somebody who works here is bound to this chat now. */
  isStaff(at: Address): Promise<boolean>
  /** Figures as a PNG. */
  draw(picture: Picture): Promise<Uint8Array>
  /** Told of every fault of ours or of the platform's. It may carry personal words: log by allow-list only. */
  fault(error: unknown, where: string): void
}

export type TelegramSettings = {
  /** `<bot id>:<secret>`; never logged, never part of an error. */
  token: string
  /** `https://api.telegram.org`, or a Bot API server of the operator's own. */
  apiRoot: string
  receive: { mode: 'polling' } | { mode: 'webhook'; url: string; secret: string }
}

export type MenuCommand = {
  /** Latin letters, digits and `_`, as Telegram wants them. */
  name: string
  says: string
  who: 'anyone' | 'staff'
  label: { [L in Locale]?: string }
}

export type Files = {
  put(
    file: { type: string; name: string | null; bytes: Uint8Array; by: Address; key?: string },
    now: Instant,
  ): Promise<FileRef>
}

/** `ttl` in milliseconds, on the database's own clock. */
export type Leases = {
  hold(name: string, holder: string, ttl: number): Promise<boolean>
  release(name: string, holder: string): Promise<void>
}
