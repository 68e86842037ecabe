// Who may import whom. The rooms are those of ARCHITECTURE.md; every rule says why in the words of its refusal.
import { isOwnFile, type Link } from './links.ts'

export type Room =
  | { kind: 'core' | 'casework' | 'flowList' | 'channelList' | 'db' | 'bot' | 'tests' | 'root' }
  | { kind: 'flow' | 'channel' | 'page'; name: string }

const page = /^adapters\/([^/]+)\/page\//
const channel = /^adapters\/([^/]+)\//
const flow = /^flows\/([^/]+)\//

/** The room that a file stands in. Throws for a file that stands in none: a new room needs a rule first. */
export function roomOf(file: string): Room {
  if (file.startsWith('flows/core/')) return { kind: 'core' }
  if (file.startsWith('flows/casework/')) return { kind: 'casework' }
  if (flow.test(file)) return { kind: 'flow', name: flow.exec(file)?.[1] ?? '' }
  if (file.startsWith('flows/')) return { kind: 'flowList' }
  if (page.test(file)) return { kind: 'page', name: page.exec(file)?.[1] ?? '' }
  if (channel.test(file)) return { kind: 'channel', name: channel.exec(file)?.[1] ?? '' }
  if (file.startsWith('adapters/')) return { kind: 'channelList' }
  if (file.startsWith('db/')) return { kind: 'db' }
  if (file.startsWith('bot/')) return { kind: 'bot' }
  if (file.startsWith('tests/') || file.startsWith('.ci/')) return { kind: 'tests' }
  if (!file.includes('/')) return { kind: 'root' }
  throw new Error(`${file} stands in no room that the rules know`)
}

/** Why this import may not be, or nothing. `installed` are the packages that a production install has. */
export function objection(link: Link, installed: ReadonlySet<string>): string | undefined {
  const from = roomOf(link.from)
  if (from.kind === 'tests' || from.kind === 'root') return undefined
  if (link.to === '?') return 'what is imported must be readable without running it'
  if (isOwnFile(link.to)) return betweenRooms(link, from, roomOf(link.to))
  return toOutside(link, from) ?? notInstalled(link, installed)
}

function betweenRooms(link: Link, from: Room, to: Room): string | undefined {
  const { typeOnly, to: file } = link
  if (to.kind === 'tests') return 'nobody imports tests'
  switch (from.kind) {
    case 'core':
      return to.kind === 'core' ? undefined : 'the engine knows only itself'
    case 'casework':
      return to.kind === 'casework' ? undefined : 'the rules of the work know only themselves'
    case 'flow':
      if (to.kind === 'core' || to.kind === 'casework' || file === 'flows/case.ts') return undefined
      if (to.kind !== 'flow') return 'a flow knows core, casework, the facts of a case and itself'
      if (to.name === from.name || (typeOnly && file.endsWith('/commands.ts'))) return undefined
      return 'of another flow, a flow knows only the types of its commands'
    case 'flowList':
      return inFlows(to) ? undefined : 'flows know nothing outside flows'
    case 'page':
      if (to.kind === 'page' && to.name === from.name) return undefined
      return 'what runs in the browser has only its own modules'
    case 'channel':
      if (to.kind === 'channel' && to.name === from.name) return undefined
      if (/^flows\/core\/(ports|reply|event|tap|form)\.ts$/.test(file)) return undefined
      return 'a channel knows ports, replies and events of core, and itself; channels never meet'
    case 'channelList':
      if (to.kind === 'channel' && file.endsWith('/index.ts')) return undefined
      return file === 'flows/core/ports.ts'
        ? undefined
        : 'the list of channels knows their index files and the port'
    case 'db':
      // The port's two errors are values, and the books must throw them.
      if (file === 'flows/core/ports.ts') return undefined
      if (to.kind === 'db' || to.kind === 'casework' || (typeOnly && inFlows(to))) return undefined
      return 'the database knows casework, the port, and of other flows the types alone'
    case 'bot':
      return to.kind === 'root' ? 'settings of tools are not for the bot' : undefined
    case 'tests':
    case 'root':
      return undefined
  }
}

function toOutside({ from, to, typeOnly }: Link, { kind }: Room): string | undefined {
  if (kind === 'page') return 'what runs in the browser has only its own modules'
  if (kind === 'core' || kind === 'casework' || kind === 'flow' || kind === 'flowList')
    return to === 'zod' ? undefined : 'flows are pure: they import zod and themselves'
  if (kind === 'channel' && /\/(hear|render)\.ts$/.test(from) && to !== 'zod' && !typeOnly)
    return 'hear and render are pure: they import zod, and types of the platform'
  return undefined
}

function notInstalled({ to, typeOnly }: Link, installed: ReadonlySet<string>): string | undefined {
  if (to.startsWith('node:') || typeOnly) return undefined
  const name = to
    .split('/')
    .slice(0, to.startsWith('@') ? 2 : 1)
    .join('/')
  return installed.has(name) ? undefined : 'a production install does not have this package'
}

function inFlows({ kind }: Room): boolean {
  return kind === 'core' || kind === 'casework' || kind === 'flow' || kind === 'flowList'
}
