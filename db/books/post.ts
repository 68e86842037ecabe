// Promising messages to addresses.
import { randomUUID } from 'node:crypto'
import type { Notice } from '../../flows/notices/notice.ts'
import type { Base } from '../base.ts'
import type { Books, Content, Tx } from '../books.ts'
import { runIn } from '../database/database.ts'
import { POST } from '../hot.ts'
import { priorityOf } from '../keep.ts'
import type { AddressVaults } from './address-vaults.ts'
import type { Pen, Post } from './pen.ts'

export function posting(vaults: AddressVaults, pen: Pen): Books['post'] {
  const sealed = async (address: string, content: Content) => {
    const vault = await vaults.of(address)
    if (!vault) return null
    const id = randomUUID()
    return { address, id, content: vault.seal('outbox.content', id, JSON.stringify(content)) }
  }
  return async (address, content, how = {}) => {
    const message = await sealed(address, content)
    if (!message) return false
    const { onDelivered } = how
    pen.posts.push({
      ...message,
      class: how.class ?? null,
      priority: how.priority ?? ('reply' in content ? priorityOf(content.reply) : 0),
      dispute: how.dispute ?? null,
      live: how.dispute !== undefined && 'notice' in content && hasButtons(content.notice),
      ref: null,
      after: onDelivered ? await sealed(onDelivered.address, onDelivered.content) : null,
    })
    return true
  }
}

export const hasButtons = (notice: Notice): boolean => 'buttons' in notice && notice.buttons.length > 0

/** Writes what was promised. */
export async function writePosts(base: Base, tx: Tx, posts: Post[], at: number): Promise<void> {
  if (posts.length === 0) return
  await runIn(tx, POST, [
    base.station,
    posts.map((_, k) => k),
    posts.map(({ address }) => address),
    posts.map(({ id }) => id),
    posts.map(() => at),
    posts.map((post) => post.class),
    posts.map(({ content }) => content),
    posts.map(({ priority }) => priority),
    posts.map(({ dispute }) => dispute),
    posts.map(({ after }) => after?.address ?? null),
    posts.map(({ after }) => after?.id ?? null),
    posts.map(({ after }) => after?.content ?? null),
    posts.map(({ live }) => Number(live)),
    posts.map(({ ref }) => ref),
  ])
}
