// The fake platforms speak the wire alone: they know nothing of ours, and of the platforms' own packages only types.
import { readdirSync, readFileSync } from 'node:fs'
import { builtinModules } from 'node:module'
import { dirname, relative, resolve, sep } from 'node:path'
import { expect, test } from 'vitest'

const here = import.meta.dirname
const rooms = ['telegram', 'slack']
const sdks = /^(?:grammy(?:\/types)?|@slack\/[\w-]+)$/

function filesOf(room: string): string[] {
  return readdirSync(resolve(here, room), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => resolve(entry.parentPath, entry.name))
}

/** Tests of a fake beside it, and what they stand on: they may use any package, but nothing of ours. */
const isTest = (file: string): boolean => /(?:\.test|[/\\]stand)\.ts$/.test(file)

type Import = { from: string; typeOnly: boolean }

/** Everything that a file takes from elsewhere, by whatever word. */
function importsOf(source: string): Import[] {
  const code = source.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '')
  const said = [
    ...code.matchAll(/^\s*(import|export)\s+(type\s+)?(?:[^'"`;()]*?\s+from\s+)?['"]([^'"]+)['"]/gm),
  ]
  const asked = [...code.matchAll(/\b(?:import|require|createRequire|import\.meta\.resolve)\s*\(\s*([^)]*)/g)]
  return [
    ...said.map(([, , type, from = '']) => ({ from, typeOnly: type !== undefined })),
    ...asked.map(([, what = '']) => ({
      // What is put together on the way could be anything.
      from: /^['"]([^'"]+)['"]$/.exec(what.trim())?.[1] ?? '?',
      typeOnly: false,
    })),
  ]
}

/** Why a file of a room may not import this; null where it may. */
function objection(file: string, room: string, { from, typeOnly }: Import): string | null {
  if (from.startsWith('.')) {
    const target = relative(here, resolve(dirname(file), from))
    if (isTest(target) && !isTest(file)) return `${target} is a test`
    if (target === 'faults.ts' || target.startsWith(`${room}${sep}`)) return null
    return `${target} is not of this platform`
  }
  if (from.startsWith('node:') && builtinModules.includes(from.slice('node:'.length))) return null
  if (from === 'ws' || (isTest(file) && from !== '?')) return null
  if (sdks.test(from)) return typeOnly ? null : `${from} may lend its types only`
  return `${from} is not of the wire`
}

const all = [
  { room: 'none', file: resolve(here, 'faults.ts') },
  ...rooms.flatMap((room) => filesOf(room).map((file) => ({ room, file }))),
]

test.each(all.map(({ room, file }) => [relative(here, file), room, file]))(
  '%s stands alone',
  (_, room, file) => {
    const objections = importsOf(readFileSync(file, 'utf8')).map((one) => objection(file, room, one))
    expect(objections.filter((why) => why !== null)).toEqual([])
  },
)

test('every file of both platforms was looked at, and each one that imports was read to import', () => {
  for (const room of rooms) {
    expect(all.filter((one) => one.room === room).length, room).toBeGreaterThan(10)
    const words = all
      .filter((one) => one.room === room)
      .map(({ file }) => readFileSync(file, 'utf8'))
      .map((source) => ({
        lines: source.match(/^(?:import\b|export .* from ')/gm)?.length ?? 0,
        read: importsOf(source).length,
      }))
    for (const { lines, read } of words) expect(read).toBeGreaterThanOrEqual(lines)
  }
})

test.each([
  [`import { sign } from '../../../adapters/slack/signature.ts'`],
  [`import type { Reply } from '../../../flows/core/reply.ts'`],
  [`import {\n  Api,\n} from 'grammy'`],
  [`export { x } from '../slack/person.ts'`],
  [`import 'zod'`],
  [`import { play } from './stand.ts'`],
  [`const kit = await import('grammy')`],
  [`const kit = await import(name)`],
  [`const kit = require('./anything.ts' + x)`],
])('it objects to %j', (source) => {
  const file = resolve(here, 'telegram', 'telegram.ts')
  expect(
    importsOf(source)
      .map((one) => objection(file, 'telegram', one))
      .filter((why) => why !== null),
  ).toHaveLength(1)
})

test('a test beside a fake may use packages, and nothing of ours', () => {
  const file = resolve(here, 'slack', 'events.test.ts')
  expect(objection(file, 'slack', { from: 'vitest', typeOnly: false })).toBeNull()
  expect(objection(file, 'slack', { from: '../../../bot/main.ts', typeOnly: true })).not.toBeNull()
})

test.each([
  [`import { createServer } from 'node:http'`],
  [`import type { Update } from 'grammy/types'`],
  [`import { applyFault } from '../faults.ts'`],
  [`import { x } from './person.ts'\nexport type { Y } from './seen.ts'`],
  [`import { WebSocketServer } from 'ws'`],
])('it has nothing against %j', (source) => {
  const file = resolve(here, 'telegram', 'telegram.ts')
  expect(importsOf(source)).not.toHaveLength(0)
  expect(
    importsOf(source)
      .map((one) => objection(file, 'telegram', one))
      .filter((why) => why !== null),
  ).toEqual([])
})
