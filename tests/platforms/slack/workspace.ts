// Everything a workspace holds: people, channels, messages, views, files.
import type { Wire } from './json.ts'
import type { Post } from './post.ts'
import type { Stamps } from './stamps.ts'

export type Account = {
  id: string
  name: string
  team: string
  locale: string
  guest: boolean
  bot: boolean
  deleted: boolean
}

export type Room = {
  id: string
  name: string
  kind: 'channel' | 'group' | 'im'
  members: Set<string>
  archived: boolean
  /** Shared with another workspace. */
  shared: boolean
}

export type View = {
  id: string
  user: string
  type: 'modal' | 'home'
  hash: string
  given: Wire
  root: string
}
export type StoredFile = {
  name: string
  path: string
  type: string
  bytes: Uint8Array
  wire: Wire
  /** Of one that the app handed over: whether Slack has looked at it, before which it can be shown nowhere. */
  looked?: boolean
}
/** A file that the app is handing over. */
export type Upload = { name: string; length: number; bytes: Uint8Array | null }

/** One who asked for something by pressing: a form may be opened in answer, once and soon. */
export type Trigger = { user: string; at: number; used: boolean }

/** A URL by which an answer may be given to a press or a slash command. */
export type ResponseUrl = { user: string; channel: string; message: string | null; at: number; uses: number }

export type Workspace = ReturnType<typeof newWorkspace>

export function newWorkspace(stamps: Stamps) {
  const team = stamps.id('T')
  const domain = 'station'
  const bot: Account = {
    id: stamps.id('U'),
    name: 'maple',
    team,
    locale: 'en-US',
    guest: false,
    bot: true,
    deleted: false,
  }
  const accounts = new Map<string, Account>([[bot.id, bot]])
  const rooms = new Map<string, Room>()
  const posts: Post[] = []
  const homes = new Map<string, View>()
  const modals = new Map<string, View[]>()
  const files = new Map<string, StoredFile>()
  const uploads = new Map<string, Upload>()
  const triggers = new Map<string, Trigger>()
  const responseUrls = new Map<string, ResponseUrl>()

  return {
    stamps,
    team,
    domain,
    bot,
    botId: stamps.id('B'),
    app: stamps.id('A'),
    accounts,
    rooms,
    posts,
    homes,
    modals,
    files,
    uploads,
    triggers,
    responseUrls,

    addAccount(given: Omit<Account, 'id' | 'deleted'>): Account {
      const account = { ...given, id: stamps.id('U'), deleted: false }
      accounts.set(account.id, account)
      return account
    },

    addRoom(given: Omit<Room, 'id' | 'archived'>): Room {
      const room = { ...given, id: stamps.id(given.kind === 'im' ? 'D' : 'C'), archived: false }
      rooms.set(room.id, room)
      return room
    },

    /** The direct messages between the bot and somebody; there is one pair of ears for each. */
    directOf(user: string): Room {
      for (const room of rooms.values()) if (room.kind === 'im' && room.members.has(user)) return room
      const shared = accounts.get(user)?.team !== team
      return this.addRoom({ name: 'directmessage', kind: 'im', members: new Set([user, bot.id]), shared })
    },

    post(channel: string, ts: string): Post | undefined {
      return posts.find((post) => post.channel === channel && post.ts === ts)
    },

    addPost(given: Partial<Post> & Pick<Post, 'channel' | 'user' | 'text'>): Post {
      const post: Post = {
        ts: stamps.ts(),
        team: accounts.get(given.user)?.team ?? team,
        blocks: [],
        thread: null,
        metadata: null,
        files: [],
        edited: null,
        only: null,
        bot: null,
        app: null,
        subtype: null,
        given: {},
        ...given,
      }
      posts.push(post)
      return post
    },

    removePost(post: Post): void {
      posts.splice(posts.indexOf(post), 1)
    },

    trigger(user: string): string {
      const id = stamps.trigger()
      triggers.set(id, { user, at: stamps.now(), used: false })
      return id
    },

    /** Whom a form may be opened for, or why not. */
    takeTrigger(id: string): { user: string } | { error: string } {
      const trigger = triggers.get(id)
      if (!trigger) return { error: 'invalid_trigger_id' }
      if (trigger.used) return { error: 'exchanged_trigger_id' }
      if (stamps.now() - trigger.at > 3_000) return { error: 'expired_trigger_id' }
      trigger.used = true
      return { user: trigger.user }
    },
  }
}
