// What the desk is told of its station. Everything here may be shown to anybody.
import type { Numbering } from '../casework/number.ts'
import type { Said } from '../casework/said.ts'
import type { Choice } from '../core/reply.ts'

export type DeskStation = {
  name: string
  phone: string
  /** In the order they are offered; `names` are what else people call each. */
  villages: (Choice & { names: string[] })[]
  /** Minutes east of UTC. */
  offset: number
  numbering: Numbering
  /** How long words are kept, as a noun phrase for the privacy page; null while the station has not settled it. */
  retention: Said | null
  /** Who answers for personal information; null is the station itself. */
  contact: string | null
}
