// conversations.*: direct messages opened, channels looked at, what was said in them.
import type { Wire } from '../json.ts'
import { type Post, wireOfPost } from '../post.ts'
import type { Room } from '../workspace.ts'
import { type Arguments, done, type Method, type Platform, refused } from './method.ts'

export const open: Method = (args, { workspace }) => {
  if (args.has('channel')) {
    const room = workspace.rooms.get(args.text('channel'))
    return room?.kind === 'im' ? done({ channel: { id: room.id } }) : refused('channel_not_found')
  }
  const users = args.text('users').split(',').filter(Boolean)
  const [user] = users
  if (user === undefined) return refused('users_list_not_supplied')
  if (users.length > 1) return refused('not_enough_users')
  const account = workspace.accounts.get(user)
  if (!account) return refused('user_not_found')
  if (account.deleted) return refused('user_disabled')
  if (account.bot) return refused('cannot_dm_bot')
  const room = workspace.directOf(user)
  return done({
    channel: args.is('return_im') ? wireOfRoom(room, workspace.bot.id) : { id: room.id },
    no_op: true,
    already_open: true,
  })
}

export const info: Method = (args, { workspace }) => {
  const room = workspace.rooms.get(args.text('channel'))
  if (!room) return refused('channel_not_found')
  if (room.kind !== 'channel' && !room.members.has(workspace.bot.id)) return refused('channel_not_found')
  return done({ channel: wireOfRoom(room, workspace.bot.id) })
}

export const members: Method = (args, platform) => {
  const room = joinedRoom(args, platform)
  if ('error' in room) return refused(room.error)
  return done({ members: [...room.members], response_metadata: { next_cursor: '' } })
}

/** Newest first; what was said inside threads is not among it. */
export const history: Method = (args, platform) => {
  const room = joinedRoom(args, platform)
  if ('error' in room) return refused(room.error)
  const posts = platform.workspace.posts
    .filter((post) => post.channel === room.id && (post.thread === null || post.thread === post.ts))
    .toReversed()
  return paged(posts, args)
}

/** The message that began a thread and what follows it, oldest first. */
export const replies: Method = (args, platform) => {
  const room = joinedRoom(args, platform)
  if ('error' in room) return refused(room.error)
  const ts = args.text('ts')
  const first = platform.workspace.post(room.id, ts)
  if (!first) return refused('thread_not_found')
  const root = first.thread ?? first.ts
  const posts = platform.workspace.posts.filter(
    (post) => post.channel === room.id && (post.thread === root || post.ts === root),
  )
  return paged(posts, args)
}

function joinedRoom(args: Arguments, { workspace }: Platform): Room | { error: string } {
  const room = workspace.rooms.get(args.text('channel'))
  if (!room) return { error: 'channel_not_found' }
  if (room.members.has(workspace.bot.id)) return room
  return { error: room.kind === 'channel' ? 'not_in_channel' : 'channel_not_found' }
}

function paged(all: Post[], args: Arguments): Wire {
  const limit = args.number('limit', 100)
  if (limit < 1 || limit > 999) return refused('invalid_limit')
  const oldest = Number(args.text('oldest') || 0)
  const latest = Number(args.text('latest') || Number.POSITIVE_INFINITY)
  const inclusive = args.is('inclusive')
  const wanted = all.filter(({ ts, only }) => {
    if (only !== null) return false
    const at = Number(ts)
    return inclusive ? at >= oldest && at <= latest : at > oldest && at < latest
  })
  const from = args.has('cursor') ? Number(Buffer.from(args.text('cursor'), 'base64').toString()) : 0
  if (!Number.isInteger(from)) return refused('invalid_cursor')
  const page = wanted.slice(from, from + limit)
  const more = from + limit < wanted.length
  const withMetadata = args.is('include_all_metadata')
  return done({
    messages: page.map((post) => wireOfPost(post, withMetadata)),
    has_more: more,
    response_metadata: { next_cursor: more ? Buffer.from(String(from + limit)).toString('base64') : '' },
  })
}

function wireOfRoom(room: Room, bot: string): Wire {
  if (room.kind === 'im')
    return { id: room.id, is_im: true, user: [...room.members].find((member) => member !== bot) ?? '' }
  return {
    id: room.id,
    name: room.name,
    is_channel: room.kind === 'channel',
    is_group: room.kind === 'group',
    is_im: false,
    is_private: room.kind === 'group',
    is_archived: room.archived,
    is_ext_shared: room.shared,
    is_shared: room.shared,
    is_member: room.members.has(bot),
    num_members: room.members.size,
  }
}
