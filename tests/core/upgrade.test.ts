// A conversation stored by an older version of its flow: what still fits stays, the rest is asked again.
import { expect, test } from 'vitest'
import { fresh } from '../../flows/core/begin.ts'
import type { Conversation } from '../../flows/core/conversation.ts'
import { flow } from '../../flows/core/flow.ts'
import { here } from '../../flows/core/path.ts'
import { oneOf } from '../../flows/core/questions/one-of.ts'
import { text } from '../../flows/core/questions/text.ts'
import { upgrade } from '../../flows/core/upgrade.ts'
import { MORNING } from '../talk.ts'

const newest = flow('report', {
  version: 3,
  upgrades: {
    1: ({ injured, ...rest }) =>
      injured === undefined ? rest : { ...rest, hurt: injured === 'a little' ? 'minor' : 'none' },
  },
})
  .ask('what', text({ max: 10 }))
  .offer('hurt', oneOf(['none', 'minor']))
  .askIf(({ hurt }) => hurt === 'minor', 'where', text({ max: 10 }))
  .direct()
  .done(() => ({ do: 'never', with: null }))

const stored = (change: Partial<Conversation>): Conversation => ({
  ...fresh(newest, { id: 'c', locale: 'zh', given: null, now: MORNING }),
  version: 1,
  ...change,
})

test('the same version is left alone, and so is a newer one that another process wrote', () => {
  for (const version of [3, 4]) {
    const same = stored({ version, answers: { gone: 'x' } })
    expect(upgrade(newest, same)).toBe(same)
  }
})

test('an answer whose shape changed is carried over by its upgrade', () => {
  const loaded = upgrade(newest, stored({ answers: { what: '骂我', injured: 'a little', where: '手' } }))
  expect(loaded.answers).toEqual({ what: '骂我', hurt: 'minor', where: '手' })
  expect(loaded.version).toBe(3)
})

test('what no longer fits is asked again, and its branch goes with it', () => {
  const loaded = upgrade(newest, stored({ answers: { what: '太'.repeat(11), hurt: 'badly', where: '手' } }))
  expect(loaded.answers).toEqual({})
  expect(here(newest, loaded)?.name).toBe('what')
})

test('an answer left open stays open; steps that are gone are forgotten', () => {
  const loaded = upgrade(
    newest,
    stored({
      answers: { what: '骂我', hurt: null },
      asked: ['what', 'gone'],
      revisiting: 'gone',
      draft: { step: 'gone', value: 1 },
      correcting: { step: 'gone', choice: 'x' },
    }),
  )
  expect(loaded).toMatchObject({
    answers: { what: '骂我', hurt: null },
    asked: ['what'],
    revisiting: null,
    draft: null,
    correcting: null,
  })
  expect(upgrade(newest, stored({ revisiting: 'what' })).revisiting).toBe('what')
})
