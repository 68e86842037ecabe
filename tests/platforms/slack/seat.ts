// Where somebody sits before Slack: their account, the workspace around them, and what they were warned of.
import type { Events } from './events.ts'
import type { Interactions } from './interactions.ts'
import type { Wire } from './json.ts'
import type { Failure, InteractionRecord } from './ledger.ts'
import type { Post } from './post.ts'
import { type Seen, seenPost } from './seen.ts'
import type { Account, Room, Workspace } from './workspace.ts'

/** A channel, by itself or by its id. */
export type Place = string | { id: string }
/** `bad_response`: it was acknowledged with something that Slack cannot use. */
export type Warning = { at: number; on: string; why: Failure | 'bad_response' }

export type Surroundings = {
  workspace: Workspace
  events: Events
  interactions: Interactions
  origin(): string
  /** Whether the app asked to be told of this kind of event. */
  subscribed(kind: string): boolean
}

export type Seat = ReturnType<typeof newSeat>

export const idOf = (place: Place): string => (typeof place === 'string' ? place : place.id)

export function newSeat(account: Account, surroundings: Surroundings) {
  const { workspace, interactions, origin } = surroundings
  const { stamps } = workspace
  const { id } = account
  const warnings: Warning[] = []

  return {
    ...surroundings,
    account,
    id,
    foreign: account.team !== workspace.team,
    warnings,
    direct: (): Room => workspace.directOf(id),

    roomOf(place: Place): Room {
      const room = workspace.rooms.get(idOf(place))
      if (!room) throw new Error('there is no such channel')
      if (!room.members.has(id)) throw new Error(`${account.name} is not in #${room.name}`)
      return room
    },

    /** What is on the screen now, oldest first: everywhere, or in one place. */
    posts: (place?: Place): Post[] =>
      workspace.posts.filter(
        ({ channel, only }) =>
          (place === undefined || channel === idOf(place)) &&
          (only === null || only === id) &&
          workspace.rooms.get(channel)?.members.has(id) === true,
      ),
    read: (post: Post): Seen => seenPost(post, workspace),

    /** What every press and every form says of who did it, and by what right a form may be opened. */
    common: (): Wire => ({
      token: 'verification-token',
      api_app_id: workspace.app,
      user: { id, username: account.name, name: account.name, team_id: account.team },
      team: { id: workspace.team, domain: workspace.domain },
      enterprise: null,
      is_enterprise_install: false,
      trigger_id: workspace.trigger(id),
    }),

    responseUrl(kind: 'actions' | 'commands', channel: string, message: string | null): string {
      const path = `/${kind}/${workspace.team}/${stamps.hex(12)}/${stamps.hex(24)}`
      workspace.responseUrls.set(path, { user: id, channel, message, at: stamps.now(), uses: 0 })
      return `${origin()}${path}`
    },

    /** Brings it once; what nobody takes in time is shown to the person with a warning. */
    async bring(
      type: 'interactive' | 'slash_commands',
      on: string,
      payload: Wire,
    ): Promise<InteractionRecord> {
      const record = await interactions.bring(type, payload)
      if (record.outcome !== 'acked') warnings.push({ at: record.at, on, why: record.outcome })
      return record
    },
  }
}
