// A hard trigger from anywhere: an emergency on the right case, or on a new one, told to those who must come.
import { expect, test } from 'vitest'
import { claimDispute } from '../../../../db/commands/claim-dispute.ts'
import { fileDispute } from '../../../../db/commands/file-dispute.ts'
import { raiseEmergency } from '../../../../db/commands/raise-emergency.ts'
import { mustAdvance } from '../../../../db/commands/shared/advance.ts'
import { filed, held, performing, wall } from '../../case.ts'
import { at, MINUTE, station } from '../../station.ts'
import { about, act, assigned, caseRow, pathOf, toldOf } from '../a-case.ts'

const START = at('2026-11-25', '10:12')
const now = station(START)
const heard = (more: object = {}) => ({
  conversation: 'talk of danger',
  flow: 'intake',
  dispute: null,
  codes: ['A02'],
  text: '他拿刀了',
  answers: {},
  ...more,
})

test('without a case one is made from the answers so far, and the words stay sealed', async () => {
  const from = now().resident()
  const answers = { narrative: { text: '在村口吵', files: [] }, place: { village: 'yi', text: '乙村' } }
  const raised = await act(now(), from, START, raiseEmergency, heard({ answers }))
  const row = await caseRow(now(), raised.dispute)
  expect(row).toMatchObject({ state: 'EMERGENCY', level: 'RED', village: 'yi', emergency_from: 'DRAFT' })
  expect(Number(row.contact_by)).toBe(START + 10 * MINUTE)
  const notes = await now().rows('dispute_notes')
  expect(notes.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['narrative', 'report', 'danger']))
  expect(JSON.stringify(notes)).not.toContain('刀')
  expect(await toldOf(now(), now().chief.at, 'emergency')).toMatchObject([
    { facts: { number: raised.number, level: 'RED' }, buttons: [{ does: 'accept' }, { does: 'calm' }] },
  ])
})

test('the report of the same talk is brought into that case', async () => {
  const from = now().resident()
  const raised = await act(now(), from, START, raiseEmergency, heard())
  const report = wall({ danger: ['A02'] })
  const result = await act(now(), from, START + MINUTE, fileDispute, {
    conversation: 'talk of danger',
    report,
    quiet: false,
  })
  expect(result).toMatchObject({ dispute: raised.dispute, state: 'EMERGENCY' })
  expect(await caseRow(now(), raised.dispute)).toMatchObject({ category: 'NB-WL', village: 'jia' })
  expect(await toldOf(now(), now().chief.at, 'emergency')).toHaveLength(1)
})

test('said twice in one talk it is one emergency; new danger is told to those who answer for it', async () => {
  const from = now().resident()
  const first = await act(now(), from, START, raiseEmergency, heard())
  const second = await act(now(), from, START + MINUTE, raiseEmergency, heard())
  expect(second).toEqual(first)
  expect(await toldOf(now(), now().chief.at, 'emergency')).toHaveLength(1)
  await act(now(), now().officer, START + MINUTE, claimDispute, await about(now(), first.dispute))
  const fire = heard({ codes: ['A04'], text: '他要烧房子' })
  await act(now(), from, START + 2 * MINUTE, raiseEmergency, fire)
  expect(await toldOf(now(), now().officer.at, 'added')).toHaveLength(1)
})

test('on a case that is worked on it interrupts, and remembers where', async () => {
  const from = now().resident()
  const dispute = await assigned(now(), from, START)
  await act(now(), from, START + MINUTE, raiseEmergency, heard({ dispute, conversation: 'another' }))
  expect(await caseRow(now(), dispute)).toMatchObject({ state: 'EMERGENCY', emergency_from: 'ASSIGNED' })
  expect(await now().rows('disputes')).toHaveLength(1)
  expect(await now().waits('accept')).toEqual([])
  for (const { at: to } of [now().officer, now().leader, now().chief])
    expect(await toldOf(now(), to, 'emergency')).toHaveLength(1)
})

test('what is said in a revisit opens the case again on the way', async () => {
  const [from, joined] = [now().resident(), now().resident()]
  const owed = [{ what: '把墙退0.3米', due: '2026-12-20' }]
  const dispute = await performing(now(), { from, joined, now: START, owed })
  await act(now(), joined, START + MINUTE, raiseEmergency, heard({ dispute, flow: 'revisit' }))
  expect((await pathOf(now(), dispute)).slice(-2)).toEqual(['REOPENED', 'EMERGENCY'])
  // The one it is about is told nothing.
  for (const kind of ['emergencyTold', 'taken', 'closed'] as const)
    expect(await toldOf(now(), from, kind)).toEqual([])
})

test('a case that had ended is an emergency again', async () => {
  const from = now().resident()
  const dispute = await filed(now(), from, START)
  await now().does(now().officer.at, START, async (books) => {
    const facts = { reason: 'x', reporterTold: true }
    await mustAdvance(books, await held(books, dispute), 'REJECTED', { roles: ['officer'], facts })
  })
  await act(now(), from, START + MINUTE, raiseEmergency, heard({ dispute }))
  expect((await pathOf(now(), dispute)).slice(-2)).toEqual(['REOPENED', 'EMERGENCY'])
})

test('the case of somebody else is not touched: a new one is made', async () => {
  const dispute = await filed(now(), now().resident(), START)
  const raised = await act(now(), now().resident(), START, raiseEmergency, heard({ dispute }))
  expect(raised.dispute).not.toBe(dispute)
  expect(await caseRow(now(), dispute)).toMatchObject({ state: 'SCREENING' })
  expect(await caseRow(now(), raised.dispute)).toMatchObject({ state: 'EMERGENCY' })
})
