// The leak check of all test files sees each kind of thing that a test could leave open.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { expect, test, vi } from 'vitest'
import { openedSince, openThings } from './open-things.ts'

test('a server counts until it is closed', async () => {
  const before = openThings()
  const server = createServer().listen(0)
  await once(server, 'listening')
  expect(openedSince(before)).toContain('1 TCPServerWrap')
  server.close()
  await once(server, 'close')
  await vi.waitFor(() => expect(openedSince(before).join()).not.toContain('TCPServerWrap'))
})

test('a child process counts until it ends', async () => {
  const before = openThings()
  const child = spawn('sleep', ['60'], { stdio: 'ignore' })
  expect(openedSince(before)).toContain('1 ProcessWrap')
  child.kill()
  await once(child, 'exit')
  await vi.waitFor(() => expect(openedSince(before).join()).not.toContain('ProcessWrap'))
})

test('a timer counts until it is cleared', () => {
  const before = openThings()
  const timer = setInterval(() => {}, 60_000)
  expect(openedSince(before)).toContain('1 Timeout')
  clearInterval(timer)
  expect(openedSince(before).join()).not.toContain('Timeout')
})
