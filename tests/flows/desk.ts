// The desk of a made-up station, and books that answer as those of a quiet day.
import { HOUR } from '../../flows/casework/calendar.ts'
import type { DeskStation } from '../../flows/desk/station.ts'
import { house as houseOf } from '../../flows/index.ts'
import { MORNING, type Talking, talk } from '../talk.ts'
import { ANSWERS } from './givens.ts'

export const STATION: DeskStation = {
  name: '示例派出所',
  phone: '0836-0000000',
  villages: [
    { id: 'jia', label: '示例甲村', names: ['甲村'] },
    { id: 'yi', label: '示例乙村', names: ['乙村'] },
    { id: 'jie', label: '示例街', names: ['街上'] },
  ],
  offset: 480,
  numbering: { case: 'RD', short: '热' },
  retention: null,
  contact: null,
}
export const house = houseOf(STATION)

/** What the books answer when a report was filed on a quiet day. */
export const FILED = {
  dispute: 'd1',
  number: 'RD-2026-0001',
  level: 'YELLOW',
  state: 'SCREENING',
  contactBy: MORNING + 48 * HOUR,
}

/** The same desk in Latin letters, so that stray Chinese shows in English talks. */
export const latin = houseOf({
  ...STATION,
  name: 'Sample station',
  villages: [
    { id: 'jia', label: 'Jia', names: ['Jia village'] },
    { id: 'yi', label: 'Yi', names: [] },
  ],
})

export const come = ({ books, ...rest }: Talking = {}) =>
  talk(house, { ...rest, books: { ...ANSWERS, ...books } })
