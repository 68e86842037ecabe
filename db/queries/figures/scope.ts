// Over what somebody may ask for figures: a chief the station, a leader their villages, an officer what they answer for.
import { actsAs } from '../../../flows/casework/roles.ts'
import type { Books } from '../../books.ts'
import type { Dispute } from '../../commands/shared/case.ts'
import { sightOf } from '../../commands/shared/sight.ts'
import type { patrols, requests } from '../../schema/index.ts'

export type Request = typeof requests.$inferSelect
export type Patrol = typeof patrols.$inferSelect

export type Scope = {
  /** Everything there is: what is handed in is handed in for the whole station. */
  whole: boolean
  name: 'station' | 'area' | 'own'
  /** A village they may ask for by itself. */
  looksAfter: (village: string) => boolean
  counts: (row: Dispute) => boolean
  /** May know its number. */
  sees: (row: Dispute) => boolean
  request: (row: Pick<Request, 'village' | 'ownerId' | 'leaderId'>) => boolean
  patrol: (row: Pick<Patrol, 'by' | 'villages'>) => boolean
}

/** For the command line: counted is everything, and numbers are no personal words. */
export const EVERYTHING: Scope = {
  whole: true,
  name: 'station',
  looksAfter: () => true,
  counts: () => true,
  sees: () => true,
  request: () => true,
  patrol: () => true,
}

/** Null for whoever figures are not for. */
export async function scopeOf(books: Books): Promise<Scope | null> {
  const { person } = books.actor
  if (!person || !actsAs(person.roles).includes('officer')) return null
  const sight = await sightOf(books)
  const { id, villages, roles } = person
  const own = ({ officerId, leaderId }: Dispute) => officerId === id || leaderId === id
  const sees = (row: Dispute) => sight(row) !== null
  if (!actsAs(roles).includes('leader'))
    return {
      whole: false,
      name: 'own',
      looksAfter: () => true,
      counts: own,
      sees,
      request: ({ ownerId, leaderId }) => ownerId === id || leaderId === id,
      patrol: ({ by }) => by === id,
    }
  const whole = roles.includes('chief') || villages.length === 0
  const here = (village: string | null) => whole || village === null || villages.includes(village)
  return {
    whole,
    name: whole ? 'station' : 'area',
    looksAfter: here,
    counts: (row) => here(row.village) || own(row),
    sees,
    request: (row) => here(row.village) || row.ownerId === id || row.leaderId === id,
    patrol: (row) => whole || row.villages.some((village) => villages.includes(village)),
  }
}
