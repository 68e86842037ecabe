// The turns that a process takes until it is killed: every third has a command, each promises two messages.
import type { OpenStore } from '../../db/open.ts'
import type { Address } from '../../flows/core/ports.ts'
import { say } from '../../flows/core/reply.ts'
import { command, inbound, talk, withWord } from '../contracts/store-work.ts'

export const residents: Address[] = ['a', 'b', 'c', 'd'].map((id) => ({ channel: 'web', id }))

export const hasCommand = (id: string): boolean => Number(id.split('-')[2]) % 3 === 2

export function oneTurn(store: OpenStore, from: Address, id: string): Promise<'kept' | 'repeat'> {
  const heard = inbound(from, id, { id })
  const replies = [say(`${id}.1`), say(`${id}.2`)]
  if (!hasCommand(id)) return talk(store, heard, id, replies)
  return store.turns.transact(heard, async (ledger) => {
    await ledger.perform(command)
    await ledger.keep({ sitting: withWord(ledger.held.sitting, id), replies })
  })
}
