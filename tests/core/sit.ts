// Sits at the toy's desk: the books open what they are asked for, and file everything as one case.
import type { House } from '../../flows/core/house.ts'
import { type Books, MORNING, type Talking, talk } from '../talk.ts'

const FILED = { dispute: 'd1', number: 'RD-2026-0001', ok: true }

const filing: Books = {
  open: ({ flow }) => ({ flow, id: 'opened', given: { dispute: 'd1' } }),
  file: FILED,
  update: FILED,
  noteCheckIn: FILED,
  raiseEmergency: FILED,
  callHuman: FILED,
  stopMessages: FILED,
  requestErasure: FILED,
  useCode: { refused: 'wrong-code' },
  makeCode: { code: 'aAbBcCdDeEfFgGhHiIjJkK', until: MORNING, staff: false, offset: 480 },
  keepCorrection: ({ dispute }) => (dispute ? { dispute, number: 'RD-2026-0001' } : { kept: false }),
  noteReach: { noted: true },
  setGroup: { set: true },
  listMine: { cases: [], offset: 480 },
}

export const sit = (house: House, { books, ...rest }: Talking = {}) =>
  talk(house, { ...rest, books: { ...filing, ...books } })
