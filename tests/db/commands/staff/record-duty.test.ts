// 履行登记: done with proof, in part, not done, put off, let go; and where the case stands after it.
import { expect, test } from 'vitest'
import { recordDuty } from '../../../../db/commands/record-duty.ts'
import { writeAssignment } from '../../../../db/commands/shared/responsible.ts'
import { held } from '../../case.ts'
import { at, DAY, station } from '../../station.ts'
import { about, act, agreed, caseRow, dueKeys, duty, pathOf } from '../a-case.ts'

const START = at('2026-12-28', '10:12')
const now = station(START)
const money = (fen: number) => ({ fen, approx: false })
const wages = [
  duty({ kind: 'pay', what: '第一笔工资', amount: money(6_600_000), due: '2026-12-31' }),
  duty({ kind: 'pay', what: '第二笔工资', amount: money(6_600_000), due: '2027-01-15' }),
]
const record = {
  what: 'done' as const,
  amount: null,
  proof: 'transfer' as const,
  evidence: null,
  newDue: null,
  reason: null,
}
const dutyRow = async (no: number) => {
  const row = (await now().rows('duties')).find((one) => Number(one.no) === no)
  if (!row) throw new Error('no such duty')
  return row
}
/** The rounds that ask after a duty's day. */
const asking = async (no: number) =>
  (await now().rows('rounds')).filter(({ duties }) => (duties as unknown as number[]).includes(no))
const given = async (id: string, no: number, more: object = {}) => ({
  ...(await about(now(), id)),
  ...record,
  duty: String((await dutyRow(no)).id),
  ...more,
})

test('S02: the first payment on time, the second late, and then only asking remains', async () => {
  const { officer } = now()
  const id = await agreed(now(), now().resident(), START, { duties: wages })
  const first = await act(now(), officer, START + DAY, recordDuty, await given(id, 1))
  expect(first).toMatchObject({ state: 'PERFORMING', left: 1, remainingFen: 0 })
  expect(await dutyRow(1)).toMatchObject({ state: 'done', paid_fen: 6_600_000 })
  expect((await dueKeys(now(), 'breach')).length).toBe(1)
  await now().until(at('2027-01-16', '00:30'))
  expect(await caseRow(now(), id)).toMatchObject({ state: 'BREACHED' })
  expect(await dutyRow(2)).toMatchObject({ state: 'overdue' })
  const last = await act(now(), officer, at('2027-01-22'), recordDuty, await given(id, 2))
  expect(last).toMatchObject({ state: 'REVISITING', left: 0, remainingFen: 0 })
  expect((await pathOf(now(), id)).filter((to) => to !== 'PERFORMING').slice(-3)).toEqual([
    'AGREED',
    'BREACHED',
    'REVISITING',
  ])
})

test('paid in parts, and never more than is left', async () => {
  const { officer } = now()
  const id = await agreed(now(), now().resident(), START, { duties: wages })
  const part = { what: 'part', amount: money(2_000_000), proof: 'receipt' }
  expect(await act(now(), officer, START, recordDuty, await given(id, 1, part))).toMatchObject({
    remainingFen: 4_600_000,
    left: 2,
  })
  expect(await dutyRow(1)).toMatchObject({ state: 'part', paid_fen: 2_000_000 })
  for (const fen of [0, 4_600_001])
    expect(
      await act(now(), officer, START, recordDuty, await given(id, 1, { ...part, amount: money(fen) })),
    ).toMatchObject({ refused: 'wrong-amount' })
  const rest = await act(
    now(),
    officer,
    START,
    recordDuty,
    await given(id, 1, { ...part, amount: money(4_600_000) }),
  )
  expect(rest).toMatchObject({ remainingFen: 0, left: 1 })
  expect(await act(now(), officer, START, recordDuty, await given(id, 1))).toMatchObject({ refused: 'done' })
})

test('the debtor’s own word is no proof', async () => {
  const { officer } = now()
  const id = await agreed(now(), now().resident(), START, { duties: wages })
  expect(await act(now(), officer, START, recordDuty, await given(id, 1, { proof: null }))).toMatchObject({
    refused: 'no-proof',
  })
  expect(await now().rows('duty_events')).toEqual([])
})

test('who saw money pass proves no payment, and neither does a photo; a wall that is gone can be seen', async () => {
  const { officer } = now()
  const id = await agreed(now(), now().resident(), START, {
    duties: [wages[0]!, duty({ due: '2027-01-15' })],
  })
  const photo = { evidence: [{ id: 'nothing', type: 'image/jpeg' }], proof: 'seen' }
  for (const more of [photo, { ...photo, what: 'part', amount: money(1) }])
    expect(await act(now(), officer, START, recordDuty, await given(id, 1, more))).toMatchObject({
      refused: 'no-proof',
    })
  expect(await now().rows('duty_events')).toEqual([])
  expect(await act(now(), officer, START, recordDuty, await given(id, 2, { proof: 'seen' }))).toMatchObject({
    left: 1,
  })
})

test('not done before its day is a note; in the months of asking it is a breach, graded as one', async () => {
  const { officer } = now()
  const id = await agreed(now(), now().resident(), START, { duties: [duty({ due: '2027-01-15' })] })
  const not = { what: 'not', proof: null, reason: '说等天暖' }
  expect(await act(now(), officer, START, recordDuty, await given(id, 1, not))).toMatchObject({
    state: 'PERFORMING',
    left: 1,
  })
  await act(now(), officer, START, recordDuty, await given(id, 1, { proof: 'seen' }))
  expect(await caseRow(now(), id)).toMatchObject({ state: 'REVISITING' })
  expect(JSON.stringify(await now().rows('duty_events'))).not.toContain('天暖')
})

test('a lasting duty that is broken while both sides are asked is a breach', async () => {
  const { officer } = now()
  const duties = [duty({ kind: 'stop', what: '22:30后不放音响', due: null })]
  const id = await agreed(now(), now().resident(), START, { duties })
  expect(await caseRow(now(), id)).toMatchObject({ state: 'REVISITING' })
  const not = await given(id, 1, { what: 'not', proof: null, reason: '昨晚又放' })
  expect(await act(now(), officer, START + DAY, recordDuty, not)).toMatchObject({ state: 'BREACHED' })
  expect((await caseRow(now(), id)).facts).toMatchObject({ broken: true })
})

test('more time ends the breach, moves every reminder and asks again after the new day', async () => {
  const { officer } = now()
  const id = await agreed(now(), now().resident(), START, { duties: [wages[0]!] })
  await now().until(at('2027-01-01', '00:30'))
  expect(await caseRow(now(), id)).toMatchObject({ state: 'BREACHED' })
  const rounds = (await now().rows('rounds')).length
  expect(await asking(1)).toMatchObject([{ state: 'planned' }])
  const wish = { what: 'extended', proof: null, reason: '账户冻结，双方书面同意' }
  const later = await given(id, 1, { ...wish, newDue: '2027-01-20' })
  for (const newDue of [null, '2026-12-31'])
    expect(await act(now(), officer, at('2027-01-02'), recordDuty, { ...later, newDue })).toMatchObject({
      refused: 'past',
    })
  expect(await act(now(), officer, at('2027-01-02'), recordDuty, later)).toMatchObject({
    state: 'PERFORMING',
    left: 1,
    remainingFen: 6_600_000,
  })
  const last = at('2027-01-21', '00:00') - 1
  expect(Number((await dutyRow(1)).due_at)).toBe(last)
  expect(await now().waits('breach')).toMatchObject([{ at: last + 1 }])
  const [after, ...more] = await asking(1)
  expect([more, (await now().rows('rounds')).length]).toEqual([[], rounds])
  expect(Number(after?.at)).toBeGreaterThan(last)
})

test('let go by whom it is owed to, with the reason', async () => {
  const { officer } = now()
  const id = await agreed(now(), now().resident(), START, { duties: [wages[0]!] })
  const bare = await given(id, 1, { what: 'waived', proof: null })
  expect(await act(now(), officer, START, recordDuty, bare)).toMatchObject({ refused: 'not-agreed' })
  expect(await act(now(), officer, START, recordDuty, { ...bare, reason: '甲方说不要了' })).toMatchObject({
    state: 'REVISITING',
    left: 0,
    remainingFen: 0,
  })
  expect(await dutyRow(1)).toMatchObject({ state: 'waived', paid_fen: 0 })
  expect(await now().waits('breach')).toEqual([])
})

test('a mediator’s record counts; that all is performed is for the officer', async () => {
  const { officer, mediator, leader } = now()
  const id = await agreed(now(), now().resident(), START, { duties: [wages[0]!] })
  await now().does(leader.at, START, async (books) => {
    await writeAssignment(books, await held(books, id), {
      officer: officer.person,
      leader: leader.person,
      helpers: [mediator.person],
      accepted: true,
    })
  })
  expect(await act(now(), mediator, START, recordDuty, await given(id, 1))).toMatchObject({
    state: 'PERFORMING',
    left: 0,
  })
})

test('a duty of another case, a stranger, an old page', async () => {
  const { officer, other } = now()
  const id = await agreed(now(), now().resident(), START, { duties: wages })
  const seen = await given(id, 1)
  expect(await act(now(), officer, START, recordDuty, { ...seen, duty: 'nothing' })).toMatchObject({
    refused: 'no-such-duty',
  })
  expect(await act(now(), other, START, recordDuty, seen)).toMatchObject({ refused: 'no-such-case' })
  await act(now(), officer, START, recordDuty, seen)
  expect(await act(now(), officer, START, recordDuty, seen)).toMatchObject({ refused: 'moved-on' })
})
