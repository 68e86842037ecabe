// chat.*: messages posted, changed, deleted, and shown to one person alone.

import { objectionsTo } from '../block-limits.ts'
import { keptBlocks } from '../blocks-kept.ts'
import { isWire, textOf, type Wire, wiresOf } from '../json.ts'
import { type Post, wireOfPost } from '../post.ts'
import type { Room } from '../workspace.ts'
import { type Arguments, done, type Method, type Platform, refused } from './method.ts'

/** Where a message goes, or why it cannot. A person's id stands for the direct messages with them. */
function roomFor(args: Arguments, { workspace }: Platform): Room | { error: string } {
  const id = args.text('channel')
  const account = workspace.accounts.get(id)
  if (account && account.id !== workspace.bot.id)
    return account.deleted ? { error: 'channel_not_found' } : workspace.directOf(id)
  const room = workspace.rooms.get(id)
  if (!room) return { error: 'channel_not_found' }
  if (!room.members.has(workspace.bot.id))
    return { error: room.kind === 'channel' ? 'not_in_channel' : 'channel_not_found' }
  if (room.archived) return { error: 'is_archived' }
  return room
}

/** What is wrong with the words, blocks and metadata of a message. */
function wrongWith(args: Arguments, { workspace }: Platform): Wire | undefined {
  if (args.has('blocks')) {
    const objections = objectionsTo(args.shaped('blocks'), 'message')
    const [first] = objections
    if (first)
      return refused(first.error, {
        errors: objections.map(({ message, where }) => `${message} [json-pointer:${where}]`),
        response_metadata: {
          messages: objections.map(({ message, where }) => `[ERROR] ${message} [json-pointer:${where}]`),
        },
      })
  }
  const unshown = wiresOf(args.shaped('blocks')).findIndex((block) => {
    const file = isWire(block.slack_file) ? workspace.files.get(textOf(block.slack_file.id)) : undefined
    return block.slack_file !== undefined && (!file || file.looked === false)
  })
  if (unshown >= 0)
    return refused('invalid_blocks', {
      errors: [`invalid slack file [json-pointer:/blocks/${unshown}/slack_file]`],
    })
  if (args.text('text').length > 40_000) return refused('msg_too_long')
  if (args.has('metadata')) {
    const metadata = args.wire('metadata')
    if (typeof metadata.event_type !== 'string' || !isWire(metadata.event_payload))
      return refused('invalid_metadata_format')
  }
  return undefined
}

const hasWords = (args: Arguments): boolean =>
  args.has('text') || (Array.isArray(args.shaped('blocks')) && args.text('blocks') !== '[]')

function shapeOf(args: Arguments, { workspace }: Platform): Partial<Post> {
  return {
    text: args.text('text'),
    blocks: keptBlocks(args.shaped('blocks'), workspace.stamps),
    metadata: args.has('metadata') ? args.wire('metadata') : null,
    given: args.given,
    bot: workspace.botId,
    app: workspace.app,
  }
}

export const postMessage: Method = (args, platform) => {
  const { workspace, ledger } = platform
  const room = roomFor(args, platform)
  if ('error' in room) return refused(room.error)
  if (!hasWords(args)) return refused('no_text')
  const wrong = wrongWith(args, platform)
  if (wrong) return wrong
  const thread = args.has('thread_ts') ? args.text('thread_ts') : null
  if (thread !== null && !workspace.post(room.id, thread)) return refused('thread_not_found')
  const post = workspace.addPost({
    channel: room.id,
    user: workspace.bot.id,
    text: args.text('text'),
    ...shapeOf(args, platform),
    thread,
  })
  ledger.posts.push({
    ts: post.ts,
    channel: room.id,
    text: post.text,
    metadata: post.metadata,
    given: args.given,
    at: workspace.stamps.now(),
    ambiguous: false,
  })
  platform.echo({ ...wireOfPost(post, true), channel: room.id, event_ts: post.ts, channel_type: room.kind })
  return done({ channel: room.id, ts: post.ts, message: wireOfPost(post, true) })
}

export const update: Method = (args, platform) => {
  const { workspace } = platform
  const room = roomFor(args, platform)
  if ('error' in room) return refused(room.error)
  const post = workspace.post(room.id, args.text('ts'))
  if (!post || post.only !== null) return refused('message_not_found')
  if (post.user !== workspace.bot.id) return refused('cant_update_message')
  if (!hasWords(args)) return refused('no_text')
  const wrong = wrongWith(args, platform)
  if (wrong) return wrong
  const before = wireOfPost(post)
  const shape = shapeOf(args, platform)
  // Words without blocks take the blocks away; blocks without words leave the words.
  post.blocks = shape.blocks ?? []
  if (args.has('text')) post.text = args.text('text')
  if (shape.metadata) post.metadata = shape.metadata
  post.given = { ...post.given, ...args.given }
  post.edited = workspace.stamps.ts()
  platform.echo({
    type: 'message',
    subtype: 'message_changed',
    hidden: true,
    channel: room.id,
    channel_type: room.kind,
    ts: post.edited,
    event_ts: post.edited,
    message: wireOfPost(post),
    previous_message: before,
  })
  return done({ channel: room.id, ts: post.ts, text: post.text, message: wireOfPost(post, true) })
}

export const remove: Method = (args, platform) => {
  const { workspace } = platform
  const room = roomFor(args, platform)
  if ('error' in room) return refused(room.error)
  const post = workspace.post(room.id, args.text('ts'))
  if (!post || post.only !== null) return refused('message_not_found')
  if (post.user !== workspace.bot.id) return refused('cant_delete_message')
  workspace.removePost(post)
  const ts = workspace.stamps.ts()
  platform.echo({
    type: 'message',
    subtype: 'message_deleted',
    hidden: true,
    channel: room.id,
    channel_type: room.kind,
    ts,
    event_ts: ts,
    deleted_ts: post.ts,
    previous_message: wireOfPost(post),
  })
  return done({ channel: room.id, ts: post.ts })
}

export const postEphemeral: Method = (args, platform) => {
  const { workspace } = platform
  const room = roomFor(args, platform)
  if ('error' in room) return refused(room.error)
  if (!hasWords(args)) return refused('no_text')
  const user = args.text('user')
  if (!room.members.has(user)) return refused('user_not_in_channel')
  const wrong = wrongWith(args, platform)
  if (wrong) return wrong
  const post = workspace.addPost({
    channel: room.id,
    user: workspace.bot.id,
    text: args.text('text'),
    ...shapeOf(args, platform),
    thread: args.has('thread_ts') ? args.text('thread_ts') : null,
    only: user,
  })
  return done({ message_ts: post.ts })
}
