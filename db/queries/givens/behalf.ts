// A colleague registers something: their own, or what somebody told them by phone or at the door.
import { noSuchCase } from '../../commands/shared/refusal.ts'
import type { Begin } from './resident.ts'

export const behalf: Begin = async (books) =>
  books.actor.person === null ? noSuchCase() : { flow: 'behalf', id: books.newId(), given: {} }
