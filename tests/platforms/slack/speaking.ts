// What somebody says to the app or near it: messages, corrections, files, and the pages they open.
import type { Pushed, Pushing } from './events.ts'
import { textOf, type Wire } from './json.ts'
import type { EventRecord } from './ledger.ts'
import { stateOf, wireOfView } from './modal.ts'
import { type Post, wireOfPost } from './post.ts'
import type { Place, Seat } from './seat.ts'
import { type Typed, typed } from './typed.ts'
import type { Room } from './workspace.ts'

export type Saying = Pick<Pushing, 'once'> & {
  /** The event's own id. Said again under the same id, it is the same event that comes again. */
  event?: string
  thread?: string
}
/** `received`: the app acknowledged it at the first attempt. */
export type Said = {
  ts: string
  outcome: 'received' | 'again'
  events: EventRecord[]
  settled: Promise<unknown>
}
export type Sharing = { name: string; type: string; bytes: Uint8Array; seconds?: number }

const KINDS = { im: 'message.im', channel: 'message.channels', group: 'message.groups' }

export function newSpeaking(seat: Seat) {
  const { account, id, workspace, events, origin, foreign, subscribed, direct, roomOf } = seat
  const { stamps } = workspace
  const said = new Map<string, Post>()

  const who: Wire = {
    user: id,
    team: account.team,
    ...(foreign && { user_team: account.team, source_team: account.team }),
  }

  function say(room: Room, what: Typed, how: Saying, files: Wire[] = []): Promise<Said> {
    const post = postFor(room, what, how, files)
    const event: Wire = {
      ...wireOfPost(post),
      ...(account.bot
        ? { subtype: 'bot_message', bot_id: `B${id.slice(1)}` }
        : { client_msg_id: stamps.envelope() }),
      ...who,
      ...(files.length > 0 && { upload: false }),
      channel: room.id,
      event_ts: post.ts,
      channel_type: room.kind,
    }
    return push(room, event, how, post.ts)
  }

  /** The same event again says nothing new. */
  function postFor(room: Room, what: Typed, how: Saying, files: Wire[]): Post {
    const before = how.event === undefined ? undefined : said.get(how.event)
    if (before) return before
    const post = workspace.addPost({
      channel: room.id,
      user: id,
      text: what.text,
      blocks: what.blocks,
      thread: how.thread ?? null,
      files,
      subtype: files.length > 0 ? 'file_share' : null,
    })
    if (how.event !== undefined) said.set(how.event, post)
    return post
  }

  function push(room: Room, event: Wire, how: Saying, ts: string): Promise<Said> {
    const pushed: Pushed[] = []
    const given: Pushing = { once: how.once ?? false, team: account.team, shared: room.shared }
    const named = (end: string): Pushing => (how.event === undefined ? {} : { id: `${how.event}${end}` })
    if (!room.members.has(workspace.bot.id)) return heard(pushed, ts)
    if (subscribed(KINDS[room.kind])) pushed.push(events.push(event, { ...given, ...named('') }))
    // Whoever calls the app in a channel is heard twice: as a message and as a mention, under two ids.
    const calls = textOf(event.text).includes(`<@${workspace.bot.id}>`) && event.subtype === undefined
    if (calls && room.kind !== 'im' && subscribed('app_mention')) {
      const { channel_type: _, ...mention } = event
      pushed.push(events.push({ ...mention, type: 'app_mention' }, { ...given, ...named('M') }))
    }
    return heard(pushed, ts)
  }

  async function heard(pushed: Pushed[], ts: string): Promise<Said> {
    const firsts = await Promise.all(pushed.map(({ first }) => first))
    const received = firsts.length > 0 && firsts.every(({ outcome }) => outcome === 'acked')
    return {
      ts,
      outcome: received ? 'received' : 'again',
      events: pushed.map(({ record }) => record),
      settled: Promise.all(pushed.map(({ settled }) => settled)),
    }
  }

  function own(ts: string): { post: Post; room: Room } {
    const post = workspace.posts.find((one) => one.ts === ts && one.user === id)
    const room = post && workspace.rooms.get(post.channel)
    if (!post || !room) throw new Error(`${account.name} has said nothing at ${ts}`)
    return { post, room }
  }

  /** Slack tells of a change as of a new message that hides. */
  function hidden(room: Room, subtype: string, at: string, more: Wire): Wire {
    return {
      type: 'message',
      subtype,
      hidden: true,
      channel: room.id,
      channel_type: room.kind,
      ts: at,
      event_ts: at,
      ...more,
    }
  }

  function opened(tab: string, how: Saying, more: Wire = {}): Promise<Said> {
    const ts = stamps.ts()
    if (!subscribed('app_home_opened')) return heard([], ts)
    const event: Wire = {
      type: 'app_home_opened',
      user: id,
      channel: direct().id,
      tab,
      event_ts: ts,
      ...more,
    }
    const given: Pushing = {
      once: how.once ?? false,
      team: account.team,
      ...(how.event !== undefined && { id: how.event }),
    }
    return heard([events.push(event, given)], ts)
  }

  function store(file: Sharing): Wire {
    const fileId = stamps.id('F')
    const path = `/files/${workspace.team}-${fileId}/${encodeURIComponent(file.name)}`
    const wire: Wire = {
      id: fileId,
      created: Math.floor(stamps.now() / 1_000),
      name: file.name,
      title: file.name,
      mimetype: file.type,
      filetype: file.name.split('.').at(-1) ?? '',
      user: id,
      user_team: account.team,
      size: file.bytes.length,
      mode: 'hosted',
      is_external: false,
      file_access: 'visible',
      url_private: `${origin()}${path}`,
      url_private_download: `${origin()}${path}`,
      ...(file.seconds !== undefined && { subtype: 'slack_audio', duration_ms: file.seconds * 1_000 }),
    }
    workspace.files.set(fileId, { name: file.name, path, type: file.type, bytes: file.bytes, wire })
    // Of a stranger's file only the id is told; the rest must be asked for.
    return foreign ? { id: fileId, file_access: 'check_file_info' } : wire
  }

  /** Files sent together come in one message. */
  function sendsFiles(files: Sharing[], caption = '', how: Saying & { channel?: Place } = {}): Promise<Said> {
    const room = how.channel === undefined ? direct() : roomOf(how.channel)
    return say(room, typed(caption), how, files.map(store))
  }

  return {
    /** In direct messages to the bot. */
    says: (text: string, how: Saying = {}): Promise<Said> => say(direct(), typed(text), how),
    saysIn: (place: Place, text: string, how: Saying = {}): Promise<Said> =>
      say(roomOf(place), typed(text), how),
    mentionsBot: (place: Place, text: string, how: Saying = {}): Promise<Said> =>
      say(roomOf(place), typed(text, workspace.bot.id), how),
    sendsFiles,
    sendsFile: (file: Sharing, caption = '', how: Saying & { channel?: Place } = {}): Promise<Said> =>
      sendsFiles([file], caption, how),

    edits(ts: string, text: string, how: Saying = {}): Promise<Said> {
      const { post, room } = own(ts)
      const previous = wireOfPost(post)
      Object.assign(post, typed(text))
      post.edited = stamps.ts()
      const message = { ...wireOfPost(post), ...who }
      const more = { message, previous_message: previous }
      return push(room, hidden(room, 'message_changed', post.edited, more), how, post.edited)
    },

    /** Slack adds a preview to somebody's message, and tells the app that the message has changed. */
    previews(ts: string, how: Saying = {}): Promise<Said> {
      const { post, room } = own(ts)
      const at = stamps.ts()
      const attachments = [{ id: 1, title: 'preview', fallback: 'preview' }]
      const more = {
        message: { ...wireOfPost(post), ...who, attachments },
        previous_message: wireOfPost(post),
      }
      return push(room, hidden(room, 'message_changed', at, more), how, at)
    },

    deletes(ts: string, how: Saying = {}): Promise<Said> {
      const { post, room } = own(ts)
      workspace.removePost(post)
      const at = stamps.ts()
      const more = { deleted_ts: ts, previous_message: wireOfPost(post) }
      return push(room, hidden(room, 'message_deleted', at, more), how, at)
    },

    opensHome(how: Saying = {}): Promise<Said> {
      const home = workspace.homes.get(id)
      return opened('home', how, home && { view: wireOfView(home, stateOf(home), workspace) })
    },
    /** The page of messages with the bot. */
    opensChat: (how: Saying = {}): Promise<Said> => opened('messages', how),
  }
}
