// A message as it stands on somebody's screen now.
import { type Pressable, readBlocks } from './block-reading.ts'
import type { Wire } from './json.ts'
import { type Names, readMrkdwn } from './mrkdwn.ts'
import { type Post, wireOfPost } from './post.ts'
import type { Reading } from './reading.ts'
import type { Workspace } from './workspace.ts'

export type Seen = Reading & {
  ts: string
  channel: string
  /** The message that this one stands below. */
  thread: string | null
  from: string
  /** What a notification shows; where there are no blocks, the message itself. */
  notice: string
  buttons: string[]
  pressables: Pressable[]
  /** Addresses that Slack shows a preview of. */
  unfurls: string[]
  edited: boolean
  ephemeral: boolean
  files: string[]
  metadata: Wire | null
  raw: Wire
}

export function namesOf(workspace: Workspace): Names {
  return {
    user: (id) => workspace.accounts.get(id)?.name,
    channel: (id) => workspace.rooms.get(id)?.name,
  }
}

/** Blocks are shown instead of the words; whoever the words call is called all the same. */
export function seenPost(post: Post, workspace: Workspace): Seen {
  const names = namesOf(workspace)
  const { given } = post
  const linkNames = [true, 1, '1', 'true'].some((yes) => yes === given.link_names) || given.parse === 'full'
  const notice = readMrkdwn(post.text, { names, autoLinks: true, autoMentions: linkNames })
  const blocks = post.blocks.length > 0 ? readBlocks(post.blocks, names) : undefined
  const shown: Reading = blocks ?? notice
  const mentions = blocks ? [...new Set([...blocks.mentions, ...notice.mentions])] : notice.mentions
  const pressables = blocks?.buttons ?? []
  return {
    ...shown,
    mentions,
    ts: post.ts,
    channel: post.channel,
    thread: post.thread,
    from: post.user,
    notice: notice.text,
    buttons: pressables.map(({ label }) => label),
    pressables,
    unfurls: shown.links.filter(({ url }) => unfurled(url, given)).map(({ url }) => url),
    // Slack marks a change only where it shows words.
    edited: post.edited !== null && !blocks,
    ephemeral: post.only !== null,
    files: post.files.map(({ name }) => String(name)),
    metadata: post.metadata,
    raw: wireOfPost(post, true),
  }
}

/** Pictures and films unless told not to, pages only when told to. */
function unfurled(url: string, given: Wire): boolean {
  const no = (name: string): boolean => given[name] === false || given[name] === 'false'
  const yes = (name: string): boolean => given[name] === true || given[name] === 'true'
  if (/\.(?:png|jpe?g|gif|webp|mp4)(?:\?|$)/i.test(url)) return !no('unfurl_media')
  return yes('unfurl_links')
}
