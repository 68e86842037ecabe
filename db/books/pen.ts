// What a transaction has promised and not yet written: messages and audit lines go out together at its end.

import type { Line } from '../audit.ts'
import type { MessageClass } from '../store.ts'

export type Post = {
  address: string
  id: string
  class: MessageClass | null
  content: string
  priority: number
  dispute: string | null
  after: { address: string; id: string; content: string } | null
}

export type Pen = {
  posts: Post[]
  lines: Line[]
  /** Something was scheduled. */
  due: boolean
  /** Data keys that were destroyed. */
  destroyed: string[]
}

export const newPen = (): Pen => ({ posts: [], lines: [], due: false, destroyed: [] })
