// What a resident was to be told, and was not, because it was night: told now, where it is still so.
import { z } from 'zod'
import { isOpen } from '../../flows/casework/life-cycle.ts'
import type { State } from '../../flows/casework/tables/life-cycle.ts'
import { stateOf } from '../commands/shared/case.ts'
import { noteEndTold } from '../commands/shared/end-told.ts'
import { byHand, partiesOf, type Telling, tellResident } from '../commands/shared/resident.ts'
import { onCase } from './on-case.ts'

const shape = z.object({
  what: z.enum([
    'taken',
    'refusedCase',
    'lapsed',
    'referred',
    'referralBack',
    'referralResult',
    'jointSoon',
    'jointOff',
    'merged',
    'closed',
    'agreed',
    'confirmable',
    'notAgreed',
    'notKept',
    'willCall',
    'permission',
  ]),
  address: z.string(),
  party: z.string().nullable(),
})

const AFTER_AGREED: readonly State[] = ['AGREED', 'PERFORMING', 'BREACHED', 'REVISITING']
const IN_HAND: readonly State[] = ['CLAIMED', 'MEDIATING', 'SUSPENDED', 'EMERGENCY', ...AFTER_AGREED]

/** Whether it is still true in the morning. */
const STILL: { readonly [T in Telling]: (state: State) => boolean } = {
  taken: (state) => IN_HAND.includes(state),
  refusedCase: (state) => state === 'REJECTED',
  lapsed: (state) => state === 'REJECTED',
  referred: (state) => state === 'REFERRED',
  referralBack: (state) => state === 'SCREENING',
  referralResult: (state) => ['REFERRED', 'REVISITING', 'CLOSED'].includes(state),
  jointSoon: (state) => state === 'MEDIATING',
  jointOff: () => true,
  merged: (state) => state === 'MERGED',
  // Of a case that was merged, it is the other one that was closed.
  closed: (state) => state === 'CLOSED' || state === 'MERGED',
  agreed: (state) => AFTER_AGREED.includes(state),
  confirmable: (state) => AFTER_AGREED.includes(state),
  notAgreed: (state) => ['FAILED', 'TERMINATED', 'REVISITING', 'REFERRED'].includes(state),
  notKept: (state) => state === 'BREACHED',
  willCall: () => true,
  permission: (state) => AFTER_AGREED.includes(state),
}

export const tell = onCase('tell', shape, async (books, c, { what, address, party }) => {
  if (!STILL[what](stateOf(c.row))) return
  const side = party && (await partiesOf(books, c.row.id)).find(({ id }) => id === party)
  const ofReporter = address === c.row.reporterAddress
  // A side that has left this address since is not told there; how it ended, whoever told us of it hears from a person then.
  if (party && (!side || side.addressId !== address || side.stoppedAt !== null)) {
    if (ofReporter && !isOpen(stateOf(c.row))) await noteEndTold(books, c, await byHand(books, c, 'stopped'))
    return
  }
  const told = await tellResident(books, c, address, what, side || null)
  if (ofReporter) await noteEndTold(books, c, told)
})
