// From the wire to what the desk hears. Pure. What is not ours to hear is null and leaves no trace.
import type { Event, Instant } from '../../flows/core/event.ts'
import type { Address, Inbound } from '../../flows/core/ports.ts'
import { read } from './act.ts'
import { addressOf } from './address.ts'
import { type Answered, answersIn, FORM } from './answers.ts'
import { plain, withEmoji } from './text.ts'
import * as wire from './wire.ts'

/** Who we are in the one workspace that we belong to. */
export type Self = { team: string; user: string; bot: string | null }

export type Heard =
  | { kind: 'said'; inbound: Inbound }
  | { kind: 'files'; about: Omit<Inbound, 'event'>; caption: string; files: wire.SharedFile[] }
  /** Somebody looks at one of the bot's pages. */
  | { kind: 'home'; from: Address; user: string; tab: string; channel: string | null }
  /** Somebody spoke to the bot where others read along. */
  | { kind: 'called'; user: string; channel: string }
  /** The bot may not act here any longer. */
  | { kind: 'cutOff' }

export function hearEvent(body: unknown, self: Self, at: Instant): Heard | null {
  const outer = wire.envelope.safeParse(body).data
  if (!outer || outer.team_id !== self.team) return null
  const { event, event_id } = outer
  const about = (user: string) => ({ id: `${self.team}:${event_id}`, from: addressOf(self.team, user), at })
  switch (event.type) {
    case 'message':
      return said(event, self, about) ?? changed(event, self, about)
    case 'app_home_opened': {
      const { data } = wire.homeOpened.safeParse(event)
      if (!data) return null
      const { user, tab, channel = null } = data
      return { kind: 'home', from: addressOf(self.team, user), user, tab, channel }
    }
    case 'app_mention': {
      const { data } = wire.mention.safeParse(event)
      return data && isOurs(data, self) ? { kind: 'called', user: data.user, channel: data.channel } : null
    }
    case 'tokens_revoked':
      return wire.revoked.safeParse(event).data?.tokens.bot?.length ? { kind: 'cutOff' } : null
    case 'app_uninstalled':
      return { kind: 'cutOff' }
    default:
      return null
  }
}

type About = (user: string) => Omit<Inbound, 'event'>

function said(event: unknown, self: Self, about: About): Heard | null {
  const { data } = wire.message.safeParse(event)
  if (!data || !isOurs(data, self)) return null
  const { user, ts, files = [] } = data
  const text = plain(withEmoji(data.text, data.blocks))
  const known = { ...about(user), ref: ts }
  if (files.length > 0) return { kind: 'files', about: known, caption: text, files }
  return text.trim() === '' ? null : { kind: 'said', inbound: { ...known, event: { kind: 'text', text } } }
}

function changed(event: unknown, self: Self, about: About): Heard | null {
  const { data } = wire.changed.safeParse(event)
  if (!data || !isOurs(data.message, self) || data.message.text === data.previous_message?.text) return null
  const { user, ts, blocks } = data.message
  const text = plain(withEmoji(data.message.text, blocks))
  return { kind: 'said', inbound: { ...about(user), ref: ts, event: { kind: 'correct', text, was: null } } }
}

type Origin = {
  user: string
  bot_id?: string | null | undefined
  team?: string | undefined
  user_team?: string | undefined
  source_team?: string | undefined
}

/** Neither a bot, ourselves among them, nor somebody of another workspace who shares a channel with this one. */
function isOurs({ user, bot_id, team, user_team, source_team }: Origin, self: Self): boolean {
  if (bot_id || user === self.user || user === 'USLACKBOT') return false
  return [team, user_team, source_team].every((one) => one === undefined || one === self.team)
}

/** A press or a command: Slack brings it once, and waits for an answer. */
export type Acted = {
  inbound: Inbound
  user: string
  /** Where it was done. */
  channel: string | null
  trigger: string | null
  /** What may be typed instead. */
  twin: string | null
}

export function hearPress(body: unknown, self: Self, at: Instant): Acted | null {
  const { data } = wire.actions.safeParse(body)
  if (!data || data.team.id !== self.team || !isMember(data.user, self)) return null
  const [action] = data.actions
  const event = read(action?.value ?? action?.selected_option?.value ?? '')
  if (!event) return null
  const label = action?.text ? plain(action.text.text) : null
  return {
    inbound: inbound(self, data.user.id, data.trigger_id, at, event),
    user: data.user.id,
    channel: data.channel?.id ?? null,
    trigger: data.trigger_id,
    twin: event.kind === 'text' ? event.text : (twinIn(data.message?.blocks ?? []) ?? label),
  }
}

/** The line of a card that says what to type. */
export const TWIN = 'twin'

function twinIn(
  blocks: NonNullable<ReturnType<typeof wire.actions.parse>['message']>['blocks'],
): string | null {
  const line = blocks.find(({ block_id }) => block_id === TWIN)?.elements?.at(-1)?.text
  return typeof line === 'string' ? plain(line) : null
}

const isMember = (
  { id, team_id }: { id: string; team_id?: string | null | undefined },
  self: Self,
): boolean => id !== self.user && (!team_id || team_id === self.team)

const inbound = (self: Self, user: string, name: string, at: Instant, event: Event): Inbound => ({
  id: `${self.team}:${name}`,
  from: addressOf(self.team, user),
  at,
  event,
})

/** `hint` names what the person is told on the spot, where others do not see it. */
export type Commanded = { acted: Acted | null; hint: 'private' | 'alerts' | 'alertsWhere' | null }

/** What `/case` alone, and `/case` with only a number, mean in words that the desk knows. */
const MINE = 'my cases'
const SHOW = 'status'
const NUMBER = /^[A-Za-z]{1,6}[\s－—_-]*20\d{2}[\s－—_-]*\d{1,8}$/

export function hearCommand(body: unknown, self: Self, at: Instant): Commanded | null {
  const { data } = wire.slash.safeParse(body)
  if (!data || data.team_id !== self.team || data.user_id === self.user) return null
  const typed = plain(data.text).trim()
  const isGroup = /^[CG]/.test(data.channel_id)
  const alerts = /^alerts[\s_]+(on|off)$/i.exec(typed.normalize('NFKC'))
  if (alerts && !isGroup) return { acted: null, hint: 'alertsWhere' }
  const event: Event = alerts
    ? {
        kind: 'group',
        group: addressOf(self.team, data.channel_id).id,
        alerts: alerts[1]?.toLowerCase() === 'on',
      }
    : { kind: 'text', text: meant(typed) }
  const acted: Acted = {
    inbound: inbound(self, data.user_id, data.trigger_id, at, event),
    user: data.user_id,
    channel: data.channel_id,
    trigger: data.trigger_id,
    twin: `${data.command} ${typed}`.trim(),
  }
  if (!isGroup) return { acted, hint: null }
  return { acted, hint: alerts ? 'alerts' : 'private' }
}

function meant(typed: string): string {
  if (typed === '') return MINE
  if (NUMBER.test(typed.normalize('NFKC'))) return `${SHOW} ${typed}`
  // `hand_back NUMBER`, as menus of other chats write it.
  return typed.replace(/^[a-z]+(?:_[a-z]+)+/i, (word) => word.replaceAll('_', ' '))
}

/** A form that was sent off: the answers, and where each of them stood. */
export type Submitted = { acted: Acted; answered: Answered; conversation: string }

export function hearForm(body: unknown, self: Self, at: Instant): Submitted | null {
  const { data } = wire.submission.safeParse(body)
  if (!data || data.team.id !== self.team || !isMember(data.user, self)) return null
  const { view, trigger_id, user } = data
  if (view.callback_id !== FORM || (view.app_installed_team_id ?? self.team) !== self.team) return null
  const answered = answersIn(view)
  const name = trigger_id || `${view.id}.${view.hash ?? ''}`
  return {
    acted: {
      inbound: inbound(self, user.id, name, at, { kind: 'form', answers: answered.answers }),
      user: user.id,
      channel: null,
      trigger: trigger_id || null,
      twin: null,
    },
    answered,
    conversation: view.private_metadata,
  }
}
