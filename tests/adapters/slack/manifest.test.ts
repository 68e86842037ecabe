// What a stranger pastes into Slack allows exactly what the channel does.
import { globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const room = join(dirname(fileURLToPath(import.meta.url)), '../../../adapters/slack')
const manifest = JSON.parse(readFileSync(join(room, 'manifest.json'), 'utf8'))
const source = globSync('*.ts', { cwd: room })
  .map((file) => readFileSync(join(room, file), 'utf8'))
  .join('\n')

/** The scopes of each method as Slack's reference gives them; `any` of them is enough for its kind of channel. */
const SCOPES: { [method: string]: string[] } = {
  'auth.test': [],
  'chat.postMessage': ['chat:write'],
  'chat.postEphemeral': ['chat:write'],
  'chat.update': ['chat:write'],
  'conversations.open': ['im:write'],
  'conversations.history': ['im:history', 'channels:history', 'groups:history'],
  'conversations.replies': ['im:history', 'channels:history', 'groups:history'],
  'files.completeUploadExternal': ['files:write'],
  'files.getUploadURLExternal': ['files:write'],
  'files.info': ['files:read'],
  'views.open': [],
  'views.publish': [],
}
/** The event's name in a manifest, by its type; messages are told apart by the kind of their channel. */
const EVENTS: { [type: string]: [event: string, scopes: string[]] } = {
  message: ['message.im', ['im:history']],
  app_home_opened: ['app_home_opened', []],
  app_mention: ['app_mention', ['app_mentions:read']],
  tokens_revoked: ['tokens_revoked', []],
  app_uninstalled: ['app_uninstalled', []],
}

const called = new Set(
  [...source.matchAll(/\bapi\s*\.(\w+)\s*\.(\w+)\(/g)].map(([, group, name]) => `${group}.${name}`),
)
const heard = new Set([...source.matchAll(/case '((?:message|app_|tokens_)\w*)':/g)].map(([, type]) => type!))

test('every method that is called is one whose scopes are known, and the other way round', () => {
  expect([...called].toSorted()).toEqual(Object.keys(SCOPES).toSorted())
})

test('it asks for the scopes of what is called and heard, and for no others', () => {
  const needed = [
    ...[...called].flatMap((method) => SCOPES[method] ?? []),
    ...[...heard].flatMap((type) => EVENTS[type]?.[1] ?? []),
    // A slash command, and files of a message.
    'commands',
    'files:read',
  ]
  expect(manifest.oauth_config.scopes.bot).toEqual([...new Set(needed)].toSorted())
})

test('it subscribes to the events that are heard, and to no others', () => {
  expect(heard).toEqual(new Set(Object.keys(EVENTS)))
  const names = [...heard].map((type) => EVENTS[type]?.[0])
  expect(manifest.settings.event_subscriptions.bot_events).toEqual(
    names.map(String).toSorted((a, b) => a.localeCompare(b)),
  )
})

test('presses, commands and both tabs are on, at the one door', () => {
  const { settings, features } = manifest
  const door = settings.event_subscriptions.request_url
  expect(new URL(door).pathname).toBe('/slack/events')
  expect(source).toContain(`app.post('${new URL(door).pathname}'`)
  expect(settings.interactivity).toEqual({ is_enabled: true, request_url: door })
  expect(features.slash_commands).toEqual([expect.objectContaining({ command: '/case', url: door })])
  expect(features.app_home).toEqual({
    home_tab_enabled: true,
    messages_tab_enabled: true,
    messages_tab_read_only_enabled: false,
  })
})
