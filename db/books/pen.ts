// What a transaction has promised and not yet written: messages, buttons and audit lines go out together at its end.

import type { State } from '../../flows/casework/tables/life-cycle.ts'
import type { Address } from '../../flows/core/ports.ts'
import type { Line } from '../audit.ts'
import type { buttons } from '../schema/index.ts'
import type { MessageClass } from '../store.ts'

export type Post = {
  address: string
  id: string
  class: MessageClass | null
  content: string
  priority: number
  dispute: string | null
  /** A card whose buttons stand until its case moves on. */
  live: boolean
  /** What the platform calls the message that it takes the place of. */
  ref: string | null
  after: { address: string; id: string; content: string } | null
}

export type Pen = {
  posts: Post[]
  lines: Line[]
  /** Buttons that were made: nobody can press them before the commit. */
  buttons: (typeof buttons.$inferInsert)[]
  /** Something was scheduled. */
  due: boolean
  /** Cases that have a new revision, and the state each is in. */
  moved: Map<string, State>
  /** Addresses of which memory would say what is no longer so. */
  changed: Address[]
  /** Data keys that were destroyed. */
  destroyed: string[]
}

export const newPen = (): Pen => ({
  posts: [],
  lines: [],
  buttons: [],
  due: false,
  moved: new Map(),
  changed: [],
  destroyed: [],
})
