// Who somebody is on this channel: the workspace and, in it, a person or a channel.
import type { Address } from '../../flows/core/ports.ts'

export const CHANNEL = 'slack'

export const addressOf = (team: string, id: string): Address => ({ channel: CHANNEL, id: `${team}/${id}` })

/** A person, whose direct messages have to be opened first, or a channel that several people read. */
export type Place = { team: string; id: string; group: boolean }

/** Null for what was never an address of this channel. */
export function placeOf({ id: whole }: Pick<Address, 'id'>): Place | null {
  const [, team, id] = /^(T[A-Z0-9]+)\/([UWCG][A-Z0-9]+)$/.exec(whole) ?? []
  return team && id ? { team, id, group: /^[CG]/.test(id) } : null
}
