// 调解记录: what came of a session.
import { expect, test } from 'vitest'
import { recordMediation } from '../../../../db/commands/record-mediation.ts'
import { held, wall } from '../../case.ts'
import { at, DAY, HOUR, station } from '../../station.ts'
import { about, act, caseRow, claimed, mediating, pathOf, toldOf } from '../a-case.ts'
import { recategorised } from './setup.ts'

const START = at('2026-11-25', '10:12')
const now = station(START)
const session = {
  result: 'again' as const,
  place: '村委会',
  helpers: [] as string[],
  summary: '双方各说了墙的来历。',
  reason: null,
  resumeOn: null,
  remediesTold: null,
  photos: null,
}
const given = async (id: string, more: object = {}) => ({ ...(await about(now(), id)), ...session, ...more })

test('a session is kept, numbered and sealed, and may be followed by another', async () => {
  const { officer, mediator } = now()
  const id = await mediating(now(), now().resident(), START)
  const first = await given(id, { helpers: [mediator.person] })
  expect(await act(now(), officer, START + HOUR, recordMediation, first)).toMatchObject({
    state: 'MEDIATING',
  })
  await act(now(), officer, START + DAY, recordMediation, await given(id))
  const rows = await now().rows('mediations')
  expect(rows.map(({ no, result, helpers }) => [no, result, helpers])).toEqual([
    [1, 'again', [mediator.person]],
    [2, 'again', []],
  ])
  expect(JSON.stringify(rows)).not.toContain('墙')
  await now().does(officer.at, START, async (books) => {
    const { vault } = await held(books, id)
    const [row] = rows
    expect(JSON.parse(vault.open('mediations.record', String(row?.id), String(row?.record)) ?? '')).toEqual({
      place: '村委会',
      summary: session.summary,
      reason: null,
    })
  })
  expect((await pathOf(now(), id)).slice(-3)).toEqual(['MEDIATING', 'MEDIATING', 'MEDIATING'])
})

test('that they agree moves nothing yet: the duties follow', async () => {
  const { officer } = now()
  const id = await mediating(now(), now().resident(), START)
  const result = await act(now(), officer, START, recordMediation, await given(id, { result: 'agreed' }))
  expect(result).toMatchObject({ state: 'MEDIATING' })
  expect(await now().rows('agreements')).toEqual([])
})

test('no agreement: the points of difference, then the remedies, each side told, and graded as broken', async () => {
  const { officer, leader } = now()
  const from = now().resident()
  const id = await mediating(now(), from, START)
  const failed = { result: 'failed', remediesTold: 'yes' }
  const bare = await given(id, failed)
  expect(await act(now(), officer, START, recordMediation, bare)).toMatchObject({ refused: 'guard' })
  expect(await now().rows('mediations')).toEqual([])
  const result = await act(now(), officer, START, recordMediation, { ...bare, reason: '退多少谈不拢' })
  expect(result).toMatchObject({ state: 'TERMINATED' })
  expect((await pathOf(now(), id)).slice(-2)).toEqual(['FAILED', 'TERMINATED'])
  expect(await toldOf(now(), from, 'notAgreed')).toMatchObject([{ remedies: ['court'] }])
  expect((await caseRow(now(), id)).facts).toMatchObject({ broken: true })
  expect(await toldOf(now(), leader.at, 'next')).toContainEqual(
    expect.objectContaining({ state: 'TERMINATED', buttons: [expect.objectContaining({ does: 'refer' })] }),
  )
  expect(JSON.stringify(await now().rows('transitions'))).not.toContain('谈不拢')
})

test('without the remedies it stays where they must be told, and nobody hears that all is over', async () => {
  const { officer } = now()
  const from = now().resident()
  const id = await mediating(now(), from, START)
  const failed = await given(id, { result: 'failed', reason: '谈不拢', remediesTold: 'no' })
  expect(await act(now(), officer, START, recordMediation, failed)).toMatchObject({ state: 'FAILED' })
  expect(await toldOf(now(), from, 'notAgreed')).toEqual([])
})

test('a side that refuses ends it', async () => {
  const { officer } = now()
  const id = await mediating(now(), now().resident(), START)
  const ended = await given(id, { result: 'ended', remediesTold: 'yes' })
  expect(await act(now(), officer, START, recordMediation, ended)).toMatchObject({ refused: 'guard' })
  expect(
    await act(now(), officer, START, recordMediation, { ...ended, reason: '乙方不愿再谈' }),
  ).toMatchObject({ state: 'TERMINATED' })
  expect(await now().rows('mediations')).toMatchObject([{ result: 'ended', remedies_told: true }])
})

test('a pause needs its day, and waits for the morning of it', async () => {
  const { officer } = now()
  const id = await mediating(now(), now().resident(), START)
  const paused = await given(id, { result: 'paused', reason: '等测量' })
  expect(await act(now(), officer, START, recordMediation, paused)).toMatchObject({ refused: 'guard' })
  expect(
    await act(now(), officer, START, recordMediation, { ...paused, resumeOn: '2026-11-24' }),
  ).toMatchObject({ refused: 'past' })
  expect(
    await act(now(), officer, START, recordMediation, { ...paused, resumeOn: '2026-12-02' }),
  ).toMatchObject({ state: 'SUSPENDED' })
  expect(await caseRow(now(), id)).toMatchObject({ resume_on: '2026-12-02' })
  expect(await now().waits('resume')).toMatchObject([{ at: at('2026-12-02', '09:00') }])
  await now().until(at('2026-12-02', '09:00'))
  expect(await caseRow(now(), id)).toMatchObject({ state: 'MEDIATING', resume_on: null })
})

test('police mediation has two sessions and no third', async () => {
  const { officer } = now()
  const id = await mediating(now(), now().resident(), START, wall(), 'PSM')
  const first = await act(now(), officer, START, recordMediation, await given(id))
  expect(first).toMatchObject({ state: 'MEDIATING' })
  expect(await act(now(), officer, START + DAY, recordMediation, await given(id))).toMatchObject({
    refused: 'guard',
  })
})

test('what may not be mediated cannot end in agreement', async () => {
  const { officer } = now()
  const id = await mediating(now(), now().resident(), START)
  await recategorised(now(), id, 'MF-DV', START)
  expect(
    await act(now(), officer, START, recordMediation, await given(id, { result: 'agreed' })),
  ).toMatchObject({
    refused: 'domestic-violence',
  })
})

test('not before the mediation, not by strangers, not with strangers, not on an old page', async () => {
  const { officer, other, mediator } = now()
  const early = await claimed(now(), now().resident(), START)
  expect(await act(now(), officer, START, recordMediation, await given(early))).toMatchObject({
    refused: 'guard',
  })
  const id = await mediating(now(), now().resident(), START)
  const seen = await given(id)
  expect(await act(now(), other, START, recordMediation, seen)).toMatchObject({ refused: 'no-such-case' })
  expect(await act(now(), mediator, START, recordMediation, seen)).toMatchObject({ refused: 'no-such-case' })
  expect(await act(now(), officer, START, recordMediation, { ...seen, helpers: ['nobody'] })).toMatchObject({
    refused: 'wrong-person',
  })
  await act(now(), officer, START, recordMediation, seen)
  expect(await act(now(), officer, START, recordMediation, seen)).toMatchObject({ refused: 'moved-on' })
})
