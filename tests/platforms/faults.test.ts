// The fault plan keeps to its seed, and each fault looks on the wire as it is called.
import { once } from 'node:events'
import { createServer } from 'node:http'
import { afterEach, expect, test } from 'vitest'
import { applyFault, type Fault, faultPlan, type Outcome, randomFrom } from './faults.ts'

const doors: { stop(): Promise<void> }[] = []
afterEach(async () => {
  for (const door of doors.splice(0)) await door.stop()
})

/** A server that does one thing and answers "done", as the fault wants it. */
async function door(fault: Fault) {
  const seen: { done: number; outcomes: Outcome[] } = { done: 0, outcomes: [] }
  const server = createServer((_, response) => {
    void applyFault(fault, response, {
      work: () => {
        seen.done++
        return { status: 200, body: '"done"' }
      },
      tooMany: (after) => ({ status: 429, headers: { 'retry-after': String(after) }, body: '{}' }),
      serverError: () => ({ status: 500, body: '{}' }),
    }).then((outcome) => seen.outcomes.push(outcome))
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  doors.push({
    async stop() {
      server.close()
      server.closeAllConnections()
      await once(server, 'close')
    },
  })
  const at = server.address()
  const url = `http://127.0.0.1:${typeof at === 'object' ? at?.port : ''}/`
  const ended = async () => {
    while (seen.outcomes.length === 0) await new Promise((resolve) => setTimeout(resolve, 2))
    return seen
  }
  return { url, ended }
}

test('the same seed gives the same faults, another one others, and methods do not disturb each other', () => {
  const rates = { tooMany: 0.2, serverError: 0.2, acceptedThenReset: 0.1 }
  const run = (seed: number, between: () => void = () => {}) => {
    const plan = faultPlan({ seed, rates })
    return Array.from({ length: 200 }, () => {
      between()
      return plan.next({ method: 'a' }).kind
    })
  }
  expect(run(7)).toEqual(run(7))
  expect(run(7)).not.toEqual(run(8))
  const plan = faultPlan({ seed: 7, rates })
  const mixed = Array.from({ length: 200 }, () => {
    plan.next({ method: 'b' })
    return plan.next({ method: 'a' }).kind
  })
  expect(mixed).toEqual(run(7))
})

test('faults come about as often as the rates say, and are counted', () => {
  const plan = faultPlan({ seed: 1, rates: { serverError: 0.3, stall: 0.1 } })
  for (let call = 0; call < 10_000; call++) plan.next({ method: 'a' })
  expect(plan.given().serverError).toBeGreaterThan(2_700)
  expect(plan.given().serverError).toBeLessThan(3_300)
  expect(plan.given().stall).toBeGreaterThan(800)
  expect(plan.given().tooMany).toBeUndefined()
})

test('what is queued comes first, in order, for its method, as often and as late as asked; calm ends it all', () => {
  const plan = faultPlan({ seed: 1, script: [{ fault: { kind: 'serverError' }, method: 'a', times: 2 }] })
  plan.queue({ kind: 'htmlError' }, { after: 1 })
  expect(plan.next({ method: 'b' }).kind).toBe('none')
  expect(plan.next({ method: 'a' }).kind).toBe('serverError')
  expect(plan.next({ method: 'b' }).kind).toBe('htmlError')
  expect(plan.next({ method: 'a' }).kind).toBe('serverError')
  expect(plan.next({ method: 'a' }).kind).toBe('none')
  plan.queue({ kind: 'resetBefore' })
  plan.calm()
  expect(plan.next({ method: 'a' }).kind).toBe('none')
})

test('duplicates and disorder are of pushes only, and everything else of calls only', () => {
  const plan = faultPlan({ seed: 1, rates: { duplicate: 1 } })
  plan.queue({ kind: 'serverError' })
  expect(plan.next({ method: 'message', side: 'push' }).kind).toBe('duplicate')
  expect(plan.next({ method: 'message' }).kind).toBe('serverError')
  expect(plan.next({ method: 'message' }).kind).toBe('none')
})

test('chance is spread evenly over [0, 1)', () => {
  const random = randomFrom(42)
  const tenths = Array.from({ length: 10 }, () => 0)
  for (let draw = 0; draw < 10_000; draw++) {
    const number = random()
    expect(number).toBeGreaterThanOrEqual(0)
    expect(number).toBeLessThan(1)
    tenths[Math.floor(number * 10)]!++
  }
  for (const count of tenths) expect(Math.abs(count - 1_000)).toBeLessThan(150)
})

test.each([
  [{ kind: 'none' }, 200, 1, 'answered'],
  [{ kind: 'tooMany', retryAfter: 7 }, 429, 0, 'refused'],
  [{ kind: 'serverError' }, 500, 0, 'refused'],
  [{ kind: 'htmlError' }, 502, 0, 'refused'],
  [{ kind: 'stall', ms: 30 }, 200, 1, 'answered'],
] as const)('%o is answered', async (fault, status, done, outcome) => {
  const { url, ended } = await door(fault)
  const answer = await fetch(url)
  expect(answer.status).toBe(status)
  const body = await answer.text()
  if (fault.kind === 'htmlError') expect(body).toContain('<html>')
  if (fault.kind === 'tooMany') expect(answer.headers.get('retry-after')).toBe('7')
  expect(await ended()).toEqual({ done, outcomes: [outcome] })
})

test.each([
  [{ kind: 'acceptedThenReset' }, 1, 'ambiguous'],
  [{ kind: 'resetBefore' }, 0, 'refused'],
] as const)('%o breaks the connection', async (fault, done, outcome) => {
  const { url, ended } = await door(fault)
  await expect(fetch(url)).rejects.toThrow('fetch failed')
  expect(await ended()).toEqual({ done, outcomes: [outcome] })
})

test.each([
  [{ kind: 'halfOpen' }, 0, 'refused'],
  [{ kind: 'halfOpen', works: true }, 1, 'ambiguous'],
  [{ kind: 'stall', ms: 60_000 }, 1, 'ambiguous'],
] as const)('%o outlasts whoever asks', async (fault, done, outcome) => {
  const { url, ended } = await door(fault)
  await expect(fetch(url, { signal: AbortSignal.timeout(80) })).rejects.toThrow('timeout')
  expect(await ended()).toEqual({ done, outcomes: [outcome] })
})
