// One message in a channel, as Slack keeps it and as it goes over the wire.
import type { Wire } from './json.ts'

export type Post = {
  ts: string
  channel: string
  /** Who wrote it; the bot's own user for what the app posted. */
  user: string
  team: string
  text: string
  blocks: Wire[]
  thread: string | null
  metadata: Wire | null
  files: Wire[]
  /** When the writer changed it; Slack shows the flag only where no blocks are. */
  edited: string | null
  /** Shown to one person alone, until the page is loaded again. */
  only: string | null
  bot: string | null
  app: string | null
  subtype: string | null
  /** Every parameter that was given with it: unfurl flags, link_names, mrkdwn. */
  given: Wire
}

/** `metadata` is shown only to those who ask for it. */
export function wireOfPost(post: Post, withMetadata = false): Wire {
  return {
    type: 'message',
    ...(post.subtype && { subtype: post.subtype }),
    user: post.user,
    ts: post.ts,
    text: post.text,
    team: post.team,
    ...(post.bot && { bot_id: post.bot }),
    ...(post.app && { app_id: post.app }),
    ...(post.blocks.length > 0 && { blocks: post.blocks }),
    ...(post.thread && { thread_ts: post.thread }),
    ...(post.files.length > 0 && { files: post.files }),
    ...(post.edited && { edited: { user: post.user, ts: post.edited } }),
    ...(withMetadata && post.metadata && { metadata: post.metadata }),
  }
}
