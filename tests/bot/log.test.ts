// The log holds ids and codes, and no word of anybody, however it comes near.
import { expect, test } from 'vitest'
import { markOf, openLog } from '../../bot/log.ts'
import { troubleOf } from '../../bot/trouble.ts'

const canary = '张三 13800000000'

function logged(facts: object): { [name: string]: unknown } {
  const lines: string[] = []
  openLog('debug', { write: (line) => void lines.push(line) }).error('a phrase', facts)
  expect(lines).toHaveLength(1)
  return JSON.parse(lines[0]!)
}

test('a line has a time, a level, its phrase and the facts that are allowed', () => {
  const line = logged({ channel: 'web', attempts: 2, phone: canary, text: canary, step: 'where' })
  expect(line).toMatchObject({ msg: 'a phrase', channel: 'web', attempts: 2, step: 'where' })
  expect(Object.keys(line).sort()).toEqual(['attempts', 'channel', 'level', 'msg', 'step', 'time'])
})

test('of an error its kind, its codes and its place are told', () => {
  const cause = Object.assign(new Error(`duplicate ${canary}`), { code: '23505', detail: canary })
  const error = Object.assign(new Error(`Failed query: insert … params: ${canary}`, { cause }), {
    query: canary,
    params: [canary],
  })
  error.name = 'DrizzleQueryError'
  const line = logged({ error })
  expect(line).toMatchObject({ error: 'DrizzleQueryError', code: '23505' })
  expect(line.at).toMatch(/^log\.test\.ts:\d+:\d+/)
  expect(JSON.stringify(line)).not.toContain('张三')
  expect(JSON.stringify(line)).not.toContain('138')
})

test('words that imitate a stack, a name or a code stay out', () => {
  const error = new Error('x')
  error.stack = `Error: x\n    at ${canary} (file.ts:1:2)\n    at run (/home/${canary}/bot/run.ts:3:4)`
  error.name = canary
  Object.assign(error, { code: canary })
  const text = JSON.stringify(logged({ error }))
  expect(text).not.toContain('张三')
  expect(text).toContain('run.ts:3:4')
})

test('a message with a stack inside it is skipped as a whole', () => {
  const inner = new Error(`a\n    at secret (hidden.ts:9:9)`)
  expect(troubleOf(inner).at).not.toContain('hidden')
})

test.each([['text'], [null], [{ message: canary }], [42]])('what is thrown may be anything: %j', (thrown) => {
  expect(JSON.stringify(logged({ error: thrown }))).not.toContain('张三')
})

test('a chain of causes that bites its tail ends', () => {
  const error: Error & { cause?: unknown } = new Error('a')
  error.cause = error
  expect(troubleOf(error).error).toBe('Error')
})

test('a mark tells two addresses apart without telling them', () => {
  const a = markOf({ channel: 'web', id: 'abc' })
  expect(a).toMatch(/^[0-9a-f]{12}$/)
  expect(a).not.toBe(markOf({ channel: 'web', id: 'abd' }))
  expect(a).toBe(markOf({ channel: 'web', id: 'abc' }))
})
