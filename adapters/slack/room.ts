// What the parts of this channel share while it is open.
import type { Locale } from '../../flows/core/event.ts'
import type { Hear } from '../../flows/core/ports.ts'
import type { Api } from './api.ts'
import type { Bounded } from './bounded.ts'
import type { Identity } from './identity.ts'
import type { Pace } from './pace.ts'
import type { SlackPorts } from './ports.ts'

export type Room = {
  ports: SlackPorts
  pace: Pace
  api: Api
  identity: Identity
  /** Rejects with Unavailable while nobody listens. */
  hear: Hear
  /** The language that somebody was last written to in, by address id. */
  tongues: Bounded<Locale>
  /** Direct messages with people, by their ids. */
  directs: Bounded<string>
  fault(error: unknown, where: string): void
}

/** The direct messages with somebody. */
export async function directWith(
  { api, directs }: Pick<Room, 'api' | 'directs'>,
  user: string,
): Promise<string> {
  const known = directs.get(user)
  if (known) return known
  const { channel } = await api.conversations.open({ users: user })
  const id = channel?.id
  if (!id) throw new Error('slack: no direct messages were given')
  directs.set(user, id)
  return id
}
