// Where a case stands after a command, as the conversation that asked learns it.
import type { Moved } from '../../../flows/screening/commands.ts'
import type { Case } from './case.ts'

export const moved = ({ row: { id, number, state } }: Pick<Case, 'row'>): Moved => ({
  dispute: id,
  number,
  state,
})
