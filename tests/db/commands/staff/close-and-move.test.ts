// 结案、变更状态: what only says that somebody decided so, with the guards that make it true.
import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { claimDispute } from '../../../../db/commands/claim-dispute.ts'
import { closeDispute } from '../../../../db/commands/close-dispute.ts'
import { endEmergency } from '../../../../db/commands/end-emergency.ts'
import { moveDispute } from '../../../../db/commands/move-dispute.ts'
import { recordDuty } from '../../../../db/commands/record-duty.ts'
import { recordMediation } from '../../../../db/commands/record-mediation.ts'
import { referDispute } from '../../../../db/commands/refer-dispute.ts'
import { mustAdvance } from '../../../../db/commands/shared/advance.ts'
import { save } from '../../../../db/commands/shared/case.ts'
import { openEmergency } from '../../../../db/commands/shared/emergency.ts'
import { halvesOf, roundsOf, setRevisit, setRound } from '../../../../db/commands/shared/rounds.ts'
import { assignments } from '../../../../db/schema/index.ts'
import { filed, held, wall } from '../../case.ts'
import { at, DAY, HOUR, station } from '../../station.ts'
import type { Report } from '../a-case.ts'
import { about, act, agreed, caseRow, dueKeys, duty, mediating, pathOf, toldOf } from '../a-case.ts'

const START = at('2026-11-25', '10:12')
const now = station(START)
const simple = () => wall({ danger: [], grudgeYears: null, category: 'NB-NO' })
const calm = { duties: [duty({ kind: 'stop', what: '22:30后不放音响', due: null })] }

/** A case in its months of asking, with nothing left to perform. */
const followed = (from = now().resident(), told: Report = simple()) => agreed(now(), from, START, calm, told)

/** The first rounds were judged; `surface` is what the last of them came to. */
const asked = (id: string, surface: number, many = 99) =>
  now().does(now().chief.at, START + 40 * DAY, async (books) => {
    const c = await held(books, id)
    for (const round of (await roundsOf(books, c, ['planned'])).slice(0, many)) {
      for (const half of await halvesOf(books, round.id))
        await setRevisit(books, half, { state: 'answered', endedAt: books.now })
      await setRound(books, round.id, { state: 'done', endedAt: books.now, code: 'R-OK', surface })
    }
  })

const close = async (id: string, more: object = {}) => ({
  ...(await about(now(), id)),
  reason: '双方履行完毕，关系正常',
  waiveRounds: null,
  ...more,
})
const LATER = START + 41 * DAY

test('a leader closes when everything was asked: all that waits is let go, everybody is told', async () => {
  const { leader, officer } = now()
  const from = now().resident()
  const id = await followed(from)
  await asked(id, 0)
  expect(await act(now(), officer, LATER, closeDispute, await close(id))).toMatchObject({
    refused: 'not-yours',
  })
  expect(await act(now(), leader, LATER, closeDispute, await close(id))).toMatchObject({ state: 'CLOSED' })
  expect(await caseRow(now(), id)).toMatchObject({ end_reason: 'revisiting' })
  expect(await toldOf(now(), from, 'closed')).toMatchObject([{ number: 'RD-2026-0001' }])
  for (const kind of ['revisit', 'unanswered', 'review', 'night', 'duty', 'breach'])
    expect(await dueKeys(now(), kind)).toEqual([])
  expect((await now().rows('assignments')).map(({ ended }) => ended)).toEqual(['closed'])
  expect(JSON.stringify(await now().rows('transitions'))).not.toContain('关系正常')
})

test('revisits that remain need an accepted reason, and some round must have been held', async () => {
  const { leader } = now()
  const id = await followed()
  const none = await close(id, { waiveRounds: 'yes' })
  expect(await act(now(), leader, LATER, closeDispute, none)).toMatchObject({
    refused: 'guard',
    say: { zh: '要分别问双方。' },
  })
  await asked(id, 0, 1)
  expect(await act(now(), leader, LATER, closeDispute, await close(id, { waiveRounds: 'no' }))).toMatchObject(
    {
      say: { zh: '还有没做的回访。' },
    },
  )
  expect(
    await act(now(), leader, LATER, closeDispute, await close(id, { waiveRounds: 'yes' })),
  ).toMatchObject({ state: 'CLOSED' })
  const states = (await now().rows('rounds')).map(({ state }) => state)
  expect(states.filter((one) => one === 'waived')).toHaveLength(2)
  expect(states).toHaveLength(3)
})

test('a peace that is only on the surface is not closed', async () => {
  const { leader } = now()
  const id = await followed()
  await asked(id, 30)
  expect(await act(now(), leader, LATER, closeDispute, await close(id))).toMatchObject({
    refused: 'guard',
    say: { zh: '假性和解分太高，还不能结案。' },
  })
})

test('what is still to be performed is not closed', async () => {
  const { leader } = now()
  const id = await agreed(now(), now().resident(), START, { duties: [duty({ due: '2027-03-01' })] })
  await asked(id, 0)
  expect(await act(now(), leader, LATER, closeDispute, await close(id))).toMatchObject({
    refused: 'unlisted',
  })
  expect(await caseRow(now(), id)).toMatchObject({ state: 'PERFORMING' })
})

const move = async (id: string, to: string, more: object = {}) => ({
  ...(await about(now(), id)),
  to,
  reason: '所里研判决定',
  remediesTold: null,
  bothAgree: null,
  ...more,
})
const fail = async (id: string, more: object = {}) =>
  act(now(), now().officer, START, recordMediation, {
    ...(await about(now(), id)),
    result: 'failed',
    place: null,
    helpers: [],
    summary: '谈了一次。',
    reason: '谈不拢',
    resumeOn: null,
    remediesTold: 'no',
    photos: null,
    ...more,
  })

test('after a failure the remedies are told first; BLUE is closed by the leader then', async () => {
  const { officer, leader } = now()
  const from = now().resident()
  const id = await mediating(now(), from, START, simple())
  await fail(id)
  expect(await act(now(), officer, START, moveDispute, await move(id, 'TERMINATED'))).toMatchObject({
    refused: 'guard',
  })
  const told = await move(id, 'TERMINATED', { remediesTold: 'yes' })
  expect(await act(now(), officer, START, moveDispute, told)).toMatchObject({ state: 'TERMINATED' })
  expect(await toldOf(now(), from, 'notAgreed')).toHaveLength(1)
  expect(await caseRow(now(), id)).toMatchObject({ level: 'YELLOW' })
  await now().does(leader.at, START, async (books) => {
    await save(books, await held(books, id), { level: 'BLUE' }, { quiet: true })
  })
  // The telling was written down and need not be repeated.
  expect(await act(now(), leader, START, closeDispute, await close(id))).toMatchObject({ state: 'CLOSED' })
})

test('above BLUE a failure is watched by revisits, which begin to be planned', async () => {
  const { officer, leader } = now()
  const id = await mediating(now(), now().resident(), START)
  await fail(id, { remediesTold: 'yes' })
  expect(await act(now(), leader, START, closeDispute, await close(id))).toMatchObject({ refused: 'guard' })
  expect(await act(now(), officer, START, moveDispute, await move(id, 'REVISITING'))).toMatchObject({
    refused: 'not-by-hand',
  })
  expect(await act(now(), leader, START, moveDispute, await move(id, 'REVISITING'))).toMatchObject({
    state: 'REVISITING',
  })
  expect((await now().rows('rounds')).length).toBe(4)
  expect((await dueKeys(now(), 'revisit')).length).toBe(8)
  expect(await toldOf(now(), officer.at, 'next')).toContainEqual(
    expect.objectContaining({ state: 'REVISITING' }),
  )
})

test('mediated again when both agree, by a leader, with a new aim', async () => {
  const { leader } = now()
  const id = await mediating(now(), now().resident(), START)
  await fail(id)
  expect(
    await act(now(), leader, START + DAY, moveDispute, await move(id, 'MEDIATING', { bothAgree: 'no' })),
  ).toMatchObject({ refused: 'guard' })
  expect(
    await act(now(), leader, START + DAY, moveDispute, await move(id, 'MEDIATING', { bothAgree: 'yes' })),
  ).toMatchObject({ state: 'MEDIATING' })
  expect(Number((await caseRow(now(), id)).target_at)).toBe(START + 16 * DAY)
  expect(await dueKeys(now(), 'target')).toEqual([`target:${id}`])
})

test('going on before the day that a pause was to last', async () => {
  const { officer } = now()
  const id = await mediating(now(), now().resident(), START)
  await fail(id, { result: 'paused', reason: '住院', resumeOn: '2026-12-10' })
  expect(await act(now(), officer, START + DAY, moveDispute, await move(id, 'MEDIATING'))).toMatchObject({
    state: 'MEDIATING',
  })
  expect(await caseRow(now(), id)).toMatchObject({ resume_on: null })
  expect(await now().waits('resume')).toEqual([])
})

test('an emergency ends where performance goes on, and what fell due meanwhile is a breach', async () => {
  const { chief, officer } = now()
  const interrupt = async (due: string) => {
    const id = await agreed(now(), now().resident(), START, { duties: [duty({ due })] })
    await now().does(officer.at, START + DAY, async (books) => {
      await openEmergency(books, await held(books, id), { roles: ['officer'], text: '又打起来' })
    })
    await act(now(), officer, START + DAY, claimDispute, await about(now(), id))
    const calmed = { ...(await about(now(), id)), done: '已分开', injured: 'none' as const }
    await act(now(), chief, START + 2 * DAY, endEmergency, calmed)
    return id
  }
  const id = await interrupt('2026-12-20')
  expect(await act(now(), officer, START + 2 * DAY, moveDispute, await move(id, 'REVISITING'))).toMatchObject(
    {
      refused: 'guard',
    },
  )
  expect(await act(now(), officer, START + 2 * DAY, moveDispute, await move(id, 'PERFORMING'))).toMatchObject(
    {
      state: 'PERFORMING',
    },
  )
  expect(await caseRow(now(), id)).toMatchObject({ emergency_from: null })
  const late = await interrupt('2026-11-26')
  expect(
    await act(now(), officer, START + 2 * DAY, moveDispute, await move(late, 'PERFORMING')),
  ).toMatchObject({
    state: 'BREACHED',
  })
})

test('out of a breach: a supplement that both confirm, or sitting down again', async () => {
  const { officer } = now()
  const id = await agreed(now(), now().resident(), START, { duties: [duty({ due: '2026-11-26' })] })
  await now().until(at('2026-11-27', '00:30'))
  expect(await caseRow(now(), id)).toMatchObject({ state: 'BREACHED' })
  for (const to of ['PERFORMING', 'MEDIATING'])
    expect(await act(now(), officer, START + 2 * DAY, moveDispute, await move(id, to))).toMatchObject({
      refused: 'guard',
    })
  expect(await act(now(), officer, START + 2 * DAY, moveDispute, await move(id, 'REVISITING'))).toMatchObject(
    {
      refused: 'guard',
      say: { zh: '还有没履行完的义务。' },
    },
  )
  expect(
    await act(
      now(),
      officer,
      START + 2 * DAY,
      moveDispute,
      await move(id, 'MEDIATING', { bothAgree: 'yes' }),
    ),
  ).toMatchObject({ state: 'MEDIATING' })
})

test('it happens again: reopened, one level higher, and back in triage', async () => {
  const { officer, leader } = now()
  const id = await followed()
  expect(await caseRow(now(), id)).toMatchObject({ level: 'BLUE' })
  expect(await act(now(), officer, START + DAY, moveDispute, await move(id, 'REOPENED'))).toMatchObject({
    state: 'SCREENING',
  })
  expect(await caseRow(now(), id)).toMatchObject({ level: 'YELLOW', contacted_at: null })
  expect((await pathOf(now(), id)).slice(-2)).toEqual(['REOPENED', 'SCREENING'])
  expect(await dueKeys(now(), 'revisit')).toEqual([])
  expect((await toldOf(now(), leader.at, 'newCase')).at(-1)?.reasons[0]).toMatchObject({ zh: '复发重开' })
})

test('a referral comes back, or is settled and then closed', async () => {
  const { leader, officer } = now()
  const referred = async (told: Report) => {
    const id = await filed(now(), now().resident(), START, told)
    await act(now(), officer, START, referDispute, {
      ...(await about(now(), id)),
      toUnit: '镇政府',
      toPerson: '值班室',
      phone: '0836-0000000',
      reason: '权属',
      due: '2026-12-10',
    })
    return id
  }
  const back = await referred(simple())
  expect(await act(now(), officer, START + DAY, moveDispute, await move(back, 'SCREENING'))).toMatchObject({
    state: 'SCREENING',
  })
  const settled = await referred(simple())
  expect(
    await act(now(), officer, START + DAY, moveDispute, await move(settled, 'REVISITING')),
  ).toMatchObject({
    refused: 'guard',
  })
  expect(await act(now(), leader, START + DAY, closeDispute, await close(settled))).toMatchObject({
    state: 'CLOSED',
  })
  const rows = await now().rows('referrals')
  const result = (id: string) => rows.find((row) => row.dispute_id === id)?.result
  expect([result(back), result(settled)]).toEqual(['returned', 'finished'])
  expect(await now().waits('receipt')).toEqual([])
})

test('merged by mistake: back in triage, and everything that waits for it waits again', async () => {
  const { leader } = now()
  const id = await filed(now(), now().resident(), START)
  const into = await filed(now(), now().resident(), START)
  await now().does(leader.at, START, async (books) => {
    const c = await held(books, id)
    await mustAdvance(books, c, 'MERGED', {
      roles: ['officer', 'leader'],
      facts: { sameDispute: true },
      change: { mergedInto: into },
    })
  })
  expect(await dueKeys(now(), 'review')).toEqual([`review:${into}`])
  expect(await dueKeys(now(), 'contact')).toEqual([`contact:${into}`])
  expect(await act(now(), leader, START + HOUR, moveDispute, await move(id, 'SCREENING'))).toMatchObject({
    state: 'SCREENING',
  })
  expect(await caseRow(now(), id)).toMatchObject({ merged_into: null })
  for (const kind of ['review', 'night', 'contact'])
    expect((await dueKeys(now(), kind)).toSorted(), kind).toEqual(
      [`${kind}:${id}`, `${kind}:${into}`].toSorted(),
    )
})

test('everything kept and every round held: moved on by the officer, the leader hears that it may be closed', async () => {
  const { officer, leader } = now()
  const id = await agreed(now(), now().resident(), START)
  await asked(id, 0)
  const [row] = await now().rows('duties')
  await now().does(leader.at, START, async (books) => {
    const helpers = [now().mediator.person]
    await books.tx.update(assignments).set({ helpers }).where(eq(assignments.disputeId, id))
  })
  await act(now(), now().mediator, LATER, recordDuty, {
    ...(await about(now(), id)),
    duty: String(row?.id),
    what: 'done',
    amount: null,
    proof: 'seen',
    newDue: null,
    reason: null,
    evidence: null,
  })
  expect((await toldOf(now(), officer.at, 'next')).at(-1)).toMatchObject({ buttons: [{ does: 'move' }] })
  expect(await toldOf(now(), leader.at, 'mayClose')).toEqual([])
  expect(await act(now(), officer, LATER, moveDispute, await move(id, 'REVISITING'))).toMatchObject({
    state: 'REVISITING',
  })
  expect(await toldOf(now(), leader.at, 'mayClose')).toMatchObject([{ buttons: [{ does: 'close' }] }])
})

test('an officer vouches for a lead', async () => {
  const { officer } = now()
  const lead = await filed(now(), now().resident(), START, wall({ place: null }))
  expect(await caseRow(now(), lead)).toMatchObject({ state: 'DRAFT', village: null })
  expect(await act(now(), officer, START, moveDispute, await move(lead, 'REPORTED'))).toMatchObject({
    refused: 'guard',
    say: { zh: '要有事由、村和联系渠道。' },
  })
  await now().does(officer.at, START, async (books) => {
    await save(books, await held(books, lead), { village: 'jia' }, { quiet: true })
  })
  expect(await act(now(), officer, START, moveDispute, await move(lead, 'REPORTED'))).toMatchObject({
    state: 'SCREENING',
  })
})

test('an officer who sees danger calls the emergency from wherever the case stands', async () => {
  const { officer, chief } = now()
  const id = await mediating(now(), now().resident(), START)
  const danger = await move(id, 'EMERGENCY', { reason: '乙方回家拿锄头' })
  expect(await act(now(), officer, START, moveDispute, danger)).toMatchObject({ state: 'EMERGENCY' })
  expect(await caseRow(now(), id)).toMatchObject({ level: 'RED', emergency_from: 'MEDIATING' })
  expect(await toldOf(now(), chief.at, 'emergency')).toHaveLength(1)
  expect(await dueKeys(now(), 'target')).toEqual([])
})

test('steps with a record of their own are not taken like this, by anybody', async () => {
  const { chief, other } = now()
  const id = await mediating(now(), now().resident(), START)
  const before = await caseRow(now(), id)
  for (const to of ['AGREED', 'REFERRED', 'FAILED', 'SUSPENDED', 'CLOSED', 'MERGED', 'nowhere'])
    expect(await act(now(), chief, START, moveDispute, await move(id, to)), to).toMatchObject({
      refused: 'not-by-hand',
    })
  expect(await act(now(), chief, START, moveDispute, await move(id, 'AGREED', { reason: '' }))).toMatchObject(
    {
      refused: 'guard',
    },
  )
  expect(await act(now(), other, START, moveDispute, await move(id, 'AGREED'))).toMatchObject({
    refused: 'no-such-case',
  })
  expect(await caseRow(now(), id)).toEqual(before)
})

test('every change of state is in the audit, which holds no words and fits together', async () => {
  const { leader, officer } = now()
  const id = await agreed(now(), now().resident(), START)
  const [row] = await now().rows('duties')
  await act(now(), officer, START + HOUR, recordDuty, {
    ...(await about(now(), id)),
    duty: String(row?.id),
    what: 'done',
    amount: null,
    proof: 'seen',
    evidence: null,
    newDue: null,
    reason: null,
  })
  await asked(id, 0)
  await act(now(), leader, LATER, closeDispute, await close(id))
  const audit = await now().rows('audit')
  const states = audit
    .filter(({ action }) => action === 'state')
    .map(({ facts }) => JSON.parse(String(facts)).to)
  expect(states).toEqual(await pathOf(now(), id))
  expect(states.slice(-2)).toEqual(['REVISITING', 'CLOSED'])
  expect(JSON.stringify(audit)).not.toMatch(/墙|关系|1390000/)
  expect((await now().store.admin.auditVerify()).firstBad).toBeNull()
})
