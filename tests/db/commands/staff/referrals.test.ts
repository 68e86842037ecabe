// A case that another body has: received there, sent back, settled or overdue; and its reporter told each time.
import { expect, test } from 'vitest'
import { closeDispute } from '../../../../db/commands/close-dispute.ts'
import { recordReceipt } from '../../../../db/commands/record-receipt.ts'
import { referDispute } from '../../../../db/commands/refer-dispute.ts'
import { save } from '../../../../db/commands/shared/case.ts'
import { givenByWords } from '../../../../db/queries/givens/index.ts'
import { storyOf } from '../../../../db/queries/story.ts'
import { filed, held, wall } from '../../case.ts'
import { at, type Colleague, DAY, HOUR, station } from '../../station.ts'
import { about, act, mediating, toldOf } from '../a-case.ts'

const START = at('2026-11-25', '10:12')
const now = station(START)

const unit = {
  toUnit: '县林草局',
  toPerson: '草原股值班员',
  phone: '08365820000',
  reason: '草场权属要政府定',
  basis: '草原法第16条',
  materials: ['evidence' as const, 'other' as const],
  files: ['of-another-case'],
  more: '界桩图复印件',
  due: '2026-12-10',
}
const nothing = { who: null, day: null, words: null, told: null, next: null }
const refers = async (id: string, who: Colleague = now().officer) =>
  act(now(), who, START, referDispute, { ...(await about(now(), id)), ...unit })
const receipt = async (id: string, when: number, given: object, who: Colleague = now().officer) =>
  act(now(), who, when, recordReceipt, {
    ...(await about(now(), id)),
    ...nothing,
    ...given,
  } as Parameters<typeof recordReceipt>[1])
const story = (number = 'RD-2026-0001') =>
  now().does(now().leader.at, START + 20 * DAY, (books) => storyOf(books, number))

test('what is suggested: bodies and articles of this kind of case, and its own files', async () => {
  await filed(now(), now().resident(), START, wall({ category: 'LF-GR', danger: [] }))
  const opened = await now().does(now().officer.at, START, (books) =>
    givenByWords(books, 'referral', 'RD-2026-0001'),
  )
  expect(opened).toMatchObject({ flow: 'referral' })
  const { units, bases, files } = (opened as unknown as { given: { [name: string]: { id: string }[] } }).given
  expect(units?.map(({ id }) => id).slice(0, 2)).toEqual(['县林草局', '镇政府'])
  expect(bases?.map(({ id }) => id)).toContain('草原法第16条；土地管理法第14条；森林法第22条')
  expect(files).toEqual([])
})

test('received there, no result by its day, then settled: who waits for what, and what the reporter hears', async () => {
  const { officer, leader } = now()
  const from = now().resident()
  const id = await filed(now(), from, START)
  expect(await refers(id)).toMatchObject({ state: 'REFERRED' })
  expect(await toldOf(now(), from, 'referred')).toMatchObject([
    { unit: '县林草局', phone: '08365820000', due: at('2026-12-11', '00:00') - 1 },
  ])
  // Three days without a receipt, every day (W18).
  await now().until(START + 4 * DAY)
  expect(await now().waits('receipt')).toHaveLength(1)
  expect(await receipt(id, START + 4 * DAY, { what: 'taken', day: '2026-11-24' })).toMatchObject({
    refused: 'past',
  })
  expect(await receipt(id, START + 4 * DAY, { what: 'taken', day: '2026-12-01' })).toMatchObject({
    refused: 'past',
  })
  expect(
    await receipt(id, START + 4 * DAY, { what: 'taken', day: '2026-11-28', who: '林草局另一位' }),
  ).toMatchObject({ state: 'REFERRED' })
  expect(await now().waits('receipt')).toEqual([])
  await now().until(at('2026-12-11', '00:00') - 2)
  expect(await toldOf(now(), officer.at, 'referralLate')).toEqual([])
  await now().until(at('2026-12-12', '09:00'))
  for (const who of [officer.at, leader.at])
    expect(await toldOf(now(), who, 'referralLate')).toMatchObject([
      { acknowledged: true, buttons: [{ does: 'receipt' }] },
      {},
    ])
  const settled = { what: 'finished', words: '下了处理决定', told: '草场照原来的用，路留出来。' }
  const when = at('2026-12-12', '10:00')
  expect(await receipt(id, when, { ...settled, told: null })).toMatchObject({ refused: 'guard' })
  expect(await receipt(id, when, { ...settled, next: 'close' })).toMatchObject({ refused: 'not-yours' })
  expect(await receipt(id, when, { ...settled, next: 'watch' })).toMatchObject({ refused: 'not-yours' })
  expect(await receipt(id, when, { ...settled, next: 'leader' })).toMatchObject({ state: 'REFERRED' })
  expect(await toldOf(now(), from, 'referralResult')).toMatchObject([
    { unit: '县林草局', words: '草场照原来的用，路留出来。' },
  ])
  expect(await receipt(id, when, { ...settled, next: 'leader' })).toMatchObject({ refused: 'guard' })
  // The leader is asked to close it, every day.
  await now().until(when + 2 * DAY)
  expect(await toldOf(now(), leader.at, 'referralDone')).toHaveLength(3)
  const closing = { ...(await about(now(), id)), reason: '镇上办结', waiveRounds: null }
  expect(await act(now(), leader, when + 2 * DAY, closeDispute, closing)).toMatchObject({ state: 'CLOSED' })
  expect(await now().waits('referral')).toEqual([])
  // What came of it stands; the reason for closing is not written over it.
  const told = JSON.stringify(await story())
  for (const words of [
    '县林草局',
    '草原法第16条',
    '界桩图复印件',
    '林草局另一位',
    '下了处理决定',
    '照片、证据',
  ])
    expect(told).toContain(words)
  expect(told).not.toContain('of-another-case')
  const [row] = await now().rows('referrals')
  expect(row).toMatchObject({ legal_basis: '草原法第16条', result: 'finished' })
  expect(JSON.stringify(row)).not.toMatch(/值班员|林草局另一位|处理决定|界桩图/)
})

test('sent back: ours again, in triage, and the reporter hears so', async () => {
  const from = now().resident()
  const id = await filed(now(), from, START)
  await refers(id)
  expect(await receipt(id, START + DAY, { what: 'returned' })).toMatchObject({ refused: 'guard' })
  expect(await receipt(id, START + DAY, { what: 'returned', words: '说不归他们管' })).toMatchObject({
    state: 'SCREENING',
  })
  expect(await toldOf(now(), from, 'referralBack')).toMatchObject([{ number: 'RD-2026-0001' }])
  expect(await toldOf(now(), from, 'referralResult')).toEqual([])
  for (const kind of ['receipt', 'referral']) expect(await now().waits(kind)).toEqual([])
  expect(await now().waits('contact')).toHaveLength(1)
  expect(JSON.stringify(await toldOf(now(), from, 'referralBack'))).not.toContain('不归他们管')
})

test('ORANGE that was settled elsewhere is followed up here; a leader may also close it at once', async () => {
  const { leader } = now()
  const settled = { what: 'finished', words: '办结', told: '已经处理好了。' }
  const watched = await mediating(now(), now().resident(), START)
  await now().does(leader.at, START, async (books) =>
    save(books, await held(books, watched), { level: 'ORANGE' }),
  )
  await refers(watched, leader)
  expect(await receipt(watched, START + DAY, { ...settled, next: 'watch' })).toMatchObject({
    state: 'REVISITING',
  })
  expect((await now().rows('rounds')).length).toBeGreaterThan(0)
  const closed = await filed(now(), now().resident(), START)
  await refers(closed)
  expect(await receipt(closed, START + DAY, { ...settled, next: 'close' }, leader)).toMatchObject({
    state: 'CLOSED',
  })
})

test('somebody at risk is told by their plan alone, and night waits for the morning', async () => {
  const { chief } = now()
  const from = now().resident()
  const id = await filed(now(), from, START, wall({ category: 'MF-DV', danger: ['A08', 'A11'] }))
  await act(now(), chief, START + HOUR, referDispute, { ...(await about(now(), id)), ...unit })
  const settled = { what: 'finished', words: '告诫书', told: '已经出了告诫书。', next: 'leader' }
  await receipt(id, START + DAY, settled, chief)
  expect(await toldOf(now(), from, 'referralResult')).toEqual([])
  expect((await toldOf(now(), chief.at, 'undelivered')).at(-1)).toMatchObject({ why: 'contact-plan' })
  const other = now().resident()
  const plain = await filed(now(), other, START)
  await refers(plain)
  const night = at('2026-11-26', '22:30')
  await receipt(plain, night, { ...settled, next: 'leader' })
  expect(await toldOf(now(), other, 'referralResult')).toEqual([])
  await now().until(at('2026-11-27', '08:30'))
  expect(await toldOf(now(), other, 'referralResult')).toMatchObject([{ words: '已经出了告诫书。' }])
})
