// A test file that leaves a connection, a server, a process or a timer behind fails.
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll } from 'vitest'
import { openedSince, openThings } from './open-things.ts'

// The standard streams count from the first look at them, and any library may be the one that looks.
for (const stream of [process.stdin, process.stdout, process.stderr]) stream.listenerCount('close')

const atStart = openThings()
const grace = 2_000

afterAll(async () => {
  // What has been told to close may take a moment to do so.
  for (let waited = 0; waited < grace && openedSince(atStart).length > 0; waited += 20)
    await pause(20, undefined, { ref: false })
  const left = openedSince(atStart)
  if (left.length > 0) throw new Error(`this test file left open: ${left.join(', ')}`)
})
