// A flow that changes needs a new version, and every conversation that was ever stored must still load.
import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { Conversation } from '../../flows/core/conversation.ts'
import type { Step } from '../../flows/core/flow.ts'
import { turn } from '../../flows/core/turn.ts'
import { upgrade } from '../../flows/core/upgrade.ts'
import { FLOWS } from '../../flows/list.ts'
import { MORNING } from '../talk.ts'
import { GIVENS } from './givens.ts'

const STORED = new URL('./stored/', import.meta.url)
const files = readdirSync(STORED)
const storedIn = (file: string): Conversation => JSON.parse(readFileSync(new URL(file, STORED), 'utf8'))

/** A question as it must stay while the version stays: what it is called, and what a stored answer may be. */
function fixed({ name, expect: ask, optional, silent }: Step, given: unknown) {
  const { hint, choices } = ask({ given, signals: { codes: [], hard: false }, results: {}, keys: {} })
  return [name, hint, optional ? 'open' : 'must', silent ? 'silent' : '', [...choices].join(' ')]
    .filter(Boolean)
    .join(' · ')
}

test.each(FLOWS.map((flow) => [flow.name, flow] as const))('%s is what its version says', (name, flow) => {
  expect(GIVENS, `${name} has a sample to begin with`).toHaveProperty(name)
  expect({
    version: flow.version,
    steps: flow.steps.map((step) => fixed(step, GIVENS[name])),
    milestones: flow.milestones.map((milestone) => milestone.name),
    remarks: flow.remarks.map((remark) => remark.name),
  }).toMatchSnapshot()
})

test('every flow that asks anything has a stored conversation of each version', () => {
  const asks = FLOWS.filter(({ steps }) => steps.length > 0)
  const wanted = asks.flatMap(({ name, version }) =>
    Array.from({ length: version }, (_, at) => `${name}-${at + 1}.json`),
  )
  expect(files).toEqual(expect.arrayContaining(wanted))
})

test.each(files)('%s still loads, and goes on', (file) => {
  const stored = storedIn(file)
  const flow = FLOWS.find(({ name }) => name === stored.flow)!
  const loaded = upgrade(flow, stored)
  expect(loaded.version).toBe(flow.version)
  if (stored.version === flow.version) expect(loaded.answers).toEqual(stored.answers)
  const next = turn(flow, stored, { kind: 'language', locale: 'zh' }, MORNING)
  expect(next.conversation.status).toBe('open')
  // It says something, or asks the books first.
  expect(next.replies.length + next.commands.length).toBeGreaterThan(0)
})

test.each(files)('%s of an older version keeps what still fits', (file) => {
  const stored = storedIn(file)
  const flow = FLOWS.find(({ name }) => name === stored.flow)!
  const step = flow.steps[0]!.name
  const answers = { ...stored.answers, gone: 'x', [step]: { no: 'longer' } }
  const loaded = upgrade(flow, { ...stored, version: 0, answers })
  expect(loaded.answers).not.toHaveProperty('gone')
  expect(loaded.answers).not.toHaveProperty(step)
})
