// What a line of text means: a command of the menu, a link that opened the chat, or plain words. Pure.
import type { Event } from '../../flows/core/event.ts'
import type { MenuCommand } from './ports.ts'

/** A command as Telegram knows them, perhaps with the bot's name behind it. */
const COMMAND = /^\/([A-Za-z0-9_]{1,64})(?:@([A-Za-z0-9_]{3,64}))?(?:\s+([\s\S]*))?$/

export type Spoken = { name: string; bot: string | null; rest: string }

export function commandIn(text: string): Spoken | null {
  const [, name, bot, rest] = COMMAND.exec(text.trim()) ?? []
  return name === undefined ? null : { name: name.toLowerCase(), bot: bot ?? null, rest: (rest ?? '').trim() }
}

/** What was said in a private chat. */
export function eventOf(text: string, commands: readonly MenuCommand[]): Event {
  const command = commandIn(text)
  if (!command) return { kind: 'text', text }
  const { name, rest } = command
  if (name === 'start') return arrival(rest)
  const says = commands.find((known) => known.name === name)?.says ?? name.replaceAll('_', ' ').trim()
  // `/__` alone says nothing that the desk could read.
  return { kind: 'text', text: [says, rest].filter(Boolean).join(' ') || text }
}

/** The word behind `?start=` of a link: its first letter says what it is. */
function arrival(payload: string): Event {
  const [, kind, value] = /^([bjv])_(.+)$/s.exec(payload) ?? []
  if (kind === 'b' && value) return { kind: 'code', code: value }
  if (kind === 'j' && value) return { kind: 'press', button: value }
  return { kind: 'arrive', village: kind === 'v' && value ? value : null }
}
