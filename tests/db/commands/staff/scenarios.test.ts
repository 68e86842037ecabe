// Three scenarios from the first word to the end, by the commands that people give; the path is the domain's own.
import { expect, test } from 'vitest'
import { assignDispute } from '../../../../db/commands/assign-dispute.ts'
import { claimDispute } from '../../../../db/commands/claim-dispute.ts'
import { closeDispute } from '../../../../db/commands/close-dispute.ts'
import { endEmergency } from '../../../../db/commands/end-emergency.ts'
import { moveDispute } from '../../../../db/commands/move-dispute.ts'
import { recordAgreement } from '../../../../db/commands/record-agreement.ts'
import { recordContact } from '../../../../db/commands/record-contact.ts'
import { recordDuty } from '../../../../db/commands/record-duty.ts'
import { recordRevisit } from '../../../../db/commands/record-revisit.ts'
import { referDispute } from '../../../../db/commands/refer-dispute.ts'
import { screenDispute } from '../../../../db/commands/screen-dispute.ts'
import { updateReport } from '../../../../db/commands/update-report.ts'
import type { Instant } from '../../../../flows/core/event.ts'
import type { RevisitAnswers } from '../../../../flows/revisit/commands.ts'
import { filed, report } from '../../case.ts'
import { at, DAY, HOUR, MINUTE, station } from '../../station.ts'
import { about, act, caseRow, contact, duty, nothingInTheWay, paper, pathOf } from '../a-case.ts'

const now = station(at('2026-11-25'))

/** A state that only notes that something was done in it counts once. */
const path = async (id: string) => (await pathOf(now(), id)).filter((to, i, all) => to !== all[i - 1])

const calm = async (id: string, when: Instant) => {
  const done = '已到场，双方分开。'
  await act(now(), now().chief, when, endEmergency, { ...(await about(now(), id)), done, injured: 'none' })
}
const accept = async (id: string, when: Instant, track: string) =>
  act(now(), now().chief, when, screenDispute, {
    ...(await about(now(), id)),
    decision: 'accept',
    category: null,
    track,
    reason: null,
    answers: nothingInTheWay(track),
  })

const answers = (more: Partial<RevisitAnswers> = {}): RevisitAnswers => ({
  theirs: 'all',
  own: 'all',
  received: null,
  paid: null,
  reason: null,
  trouble: 'none',
  relation: 'greet',
  fair: 'fair',
  freely: 'yes',
  safe: 'safe',
  score: 4,
  help: null,
  words: null,
  ...more,
})

/** An officer visits one side of the round that is due. */
async function visits(id: string, side: 'A' | 'B', when: Instant, said: RevisitAnswers): Promise<void> {
  const rounds = (await now().rows('rounds'))
    .filter((one) => one.dispute_id === id && (one.state === 'open' || one.state === 'planned'))
    .sort((one, other) => Number(one.no) - Number(other.no))
  const half = (await now().rows('revisits')).find(
    (one) => one.round_id === rounds[0]?.id && one.side === side,
  )
  const given = { revisit: String(half?.id), side, mode: 'visit' as const, outcome: 'answered' as const }
  const result = await act(now(), now().chief, when, recordRevisit, { ...given, answers: said, danger: [] })
  expect(result).not.toHaveProperty('refused')
}

test('S01: violence at home is never mediated, and the second blow opens it again at once', async () => {
  const night = at('2026-12-03', '22:40')
  const told = report({
    category: 'MF-DV',
    danger: ['A08', 'A11', 'A12', 'B01', 'B07'],
    grudgeYears: null,
    counterpart: null,
    injury: 'minor',
    safeContact: '只发文字，上午九点到十一点',
  })
  const id = await filed(now(), now().resident(), night, told)
  expect(await caseRow(now(), id)).toMatchObject({ state: 'EMERGENCY', level: 'RED' })
  await act(now(), now().chief, night + MINUTE, claimDispute, await about(now(), id))
  await calm(id, night + HOUR)
  for (const track of ['PM', 'PSM', 'JOINT', 'TRM'])
    expect(await accept(id, night + HOUR, track)).toMatchObject({ refused: 'domestic-violence' })
  const referral = { toUnit: '县公安局、县妇联', toPerson: '值班室', phone: '12338', reason: '立案、告诫' }
  expect(
    await act(now(), now().chief, night + 2 * HOUR, referDispute, {
      ...(await about(now(), id)),
      ...referral,
      due: '2026-12-10',
    }),
  ).toMatchObject({ state: 'REFERRED' })
  const follow = { to: 'REVISITING', reason: '告诫书已送达', remediesTold: null, bothAgree: null }
  expect(
    await act(now(), now().chief, night + 12 * HOUR, moveDispute, { ...(await about(now(), id)), ...follow }),
  ).toMatchObject({ state: 'REVISITING' })
  // Nobody is asked by the bot here.
  expect((await now().rows('rounds')).map(({ mode }) => mode)).not.toContain('chat')
  const safe = answers({ theirs: null, own: null, relation: null })
  for (const side of ['A', 'B'] as const) await visits(id, side, night + DAY, safe)
  expect(await caseRow(now(), id)).toMatchObject({ state: 'REVISITING' })
  await visits(id, 'A', night + 7 * DAY, answers({ trouble: 'blows', safe: 'very', score: 1 }))
  expect(await path(id)).toEqual([
    'EMERGENCY',
    'SCREENING',
    'REFERRED',
    'REVISITING',
    'REOPENED',
    'EMERGENCY',
  ])
  const said = await Promise.all(
    [now().chief, now().leader, now().officer].map(({ at: to }) => now().told(to)),
  )
  expect(JSON.stringify(said)).not.toContain('"does":"mediate"')
})

test('S04: a knife stops the mediation, and what was begun is taken up again', async () => {
  const morning = at('2027-06-02', '09:30')
  const from = now().resident()
  const told = report({
    category: 'LF-CC',
    role: 'GRID',
    headcount: 12,
    crossVillage: true,
    grudgeYears: null,
  })
  const id = await filed(now(), from, morning, told)
  expect(await caseRow(now(), id)).toMatchObject({ state: 'SCREENING', level: 'ORANGE' })
  const toMediation = async (when: Instant) => {
    expect(await accept(id, when, 'JOINT')).toMatchObject({ state: 'ACCEPTED' })
    await act(now(), now().chief, when, assignDispute, {
      ...(await about(now(), id)),
      officer: now().officer.person,
      leader: now().leader.person,
      helpers: [now().grid.person],
      reason: null,
    })
    await act(now(), now().officer, when, claimDispute, await about(now(), id))
    await act(now(), now().officer, when, recordContact, { ...(await about(now(), id)), ...contact() })
    expect(await caseRow(now(), id)).toMatchObject({ state: 'MEDIATING' })
  }
  await toMediation(morning + HOUR)
  const worse = { ...told, danger: ['A02'] }
  await act(now(), from, morning + 2 * HOUR, updateReport, { dispute: id, report: worse, complete: false })
  expect(await caseRow(now(), id)).toMatchObject({ state: 'EMERGENCY', level: 'RED', track: 'JOINT' })
  expect((await now().rows('gradings')).map(({ level }) => level)).toEqual(
    expect.arrayContaining(['ORANGE', 'RED']),
  )
  await calm(id, morning + 3 * HOUR)
  await toMediation(morning + 4 * HOUR)
  const duties = [duty({ debtor: 'both', kind: 'other', what: '按临时线采集', due: '2027-07-10' })]
  const agreement = { ...(await about(now(), id)), ...paper({ duties }) }
  await act(now(), now().officer, morning + 5 * HOUR, recordAgreement, agreement)
  const [row] = await now().rows('duties')
  await act(now(), now().officer, at('2027-07-10'), recordDuty, {
    ...(await about(now(), id)),
    duty: String(row?.id),
    what: 'done',
    amount: null,
    proof: 'seen',
    evidence: null,
    newDue: null,
    reason: null,
  })
  for (const side of ['A', 'B'] as const) await visits(id, side, at('2027-07-11'), answers())
  const closing = { reason: '采集结束，未再发生', waiveRounds: 'yes' as const }
  await act(now(), now().leader, at('2027-07-12'), closeDispute, { ...(await about(now(), id)), ...closing })
  expect(await path(id)).toEqual([
    'REPORTED',
    'SCREENING',
    'ACCEPTED',
    'ASSIGNED',
    'CLAIMED',
    'MEDIATING',
    'EMERGENCY',
    'SCREENING',
    'ACCEPTED',
    'ASSIGNED',
    'CLAIMED',
    'MEDIATING',
    'AGREED',
    'PERFORMING',
    'REVISITING',
    'CLOSED',
  ])
})

test('S08: bullying is a case for officers; what the guardians agree is followed, and fear opens it again', async () => {
  const evening = at('2026-11-30', '19:45')
  const told = report({
    category: 'SC-BU',
    danger: ['A08', 'B04'],
    role: 'RELATIVE',
    injury: 'minor',
    grudgeYears: null,
  })
  const id = await filed(now(), now().resident(), evening, told)
  expect(await caseRow(now(), id)).toMatchObject({ state: 'SCREENING', level: 'ORANGE' })
  expect(await accept(id, evening, 'PM')).toMatchObject({ refused: 'officer-led' })
  expect(await accept(id, evening, 'CASE')).toMatchObject({ state: 'ACCEPTED' })
  await act(now(), now().chief, evening, assignDispute, {
    ...(await about(now(), id)),
    officer: now().officer.person,
    leader: now().leader.person,
    helpers: [now().mediator.person],
    reason: null,
  })
  await act(now(), now().officer, evening, claimDispute, await about(now(), id))
  const talk = { ...(await about(now(), id)), ...contact({ willing: null }) }
  await act(now(), now().officer, evening + HOUR, recordContact, talk)
  const duties = [
    duty({ kind: 'pay', what: '付医药费', amount: { fen: 240_000, approx: false }, due: '2026-12-15' }),
    duty({ debtor: 'third', kind: 'other', what: '学校每周一次心理辅导', due: '2027-01-15' }),
  ]
  const signed = { ...(await about(now(), id)), ...paper({ duties }) }
  expect(await act(now(), now().officer, evening + DAY, recordAgreement, signed)).toMatchObject({
    state: 'PERFORMING',
  })
  expect((await now().rows('revisits')).map(({ mode }) => mode)).not.toContain('chat')
  await visits(id, 'B', evening + 8 * DAY, answers({ theirs: null }))
  await visits(id, 'A', evening + 8 * DAY, answers({ own: null, trouble: 'threat', safe: 'very', score: 2 }))
  expect((await path(id)).slice(-2)).not.toContain('PERFORMING')
  expect(await path(id)).toContain('REOPENED')
})
