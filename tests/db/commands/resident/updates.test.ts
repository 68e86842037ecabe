// What is told later: in the same talk, in another one, and after the case had ended.
import { expect, test } from 'vitest'
import { addToReport } from '../../../../db/commands/add-to-report.ts'
import { endEmergency } from '../../../../db/commands/end-emergency.ts'
import { fileDispute } from '../../../../db/commands/file-dispute.ts'
import { raiseEmergency } from '../../../../db/commands/raise-emergency.ts'
import { mustAdvance } from '../../../../db/commands/shared/advance.ts'
import { updateReport } from '../../../../db/commands/update-report.ts'
import { filed, held, wall } from '../../case.ts'
import { at, DAY, HOUR, MINUTE, station } from '../../station.ts'
import { about, act, assigned, caseRow, pathOf, toldOf } from '../a-case.ts'
import { fungus } from './stories.ts'

const START = at('2026-11-25', '10:12')
const SEASON = at('2027-06-02', '09:30')
const now = station(START)
const story = (text: string) => ({ text, files: [] })

test('a knife in the same talk: ORANGE becomes RED, an emergency, and both gradings are kept', async () => {
  const from = now().resident()
  const report = fungus()
  const given = { conversation: 'pass', report, quiet: false }
  const { dispute, number } = await act(now(), from, SEASON, fileDispute, given)
  expect(await now().rows('gradings')).toMatchObject([{ level: 'ORANGE', score: 50 }])
  const knife = SEASON + 5 * MINUTE
  const raised = await act(now(), from, knife, raiseEmergency, {
    conversation: 'pass',
    flow: 'intake',
    dispute,
    codes: ['A02'],
    text: '他们那边有人拿刀了',
    answers: {},
  })
  expect(raised).toEqual({ dispute, number })
  const after = { ...report, danger: [...report.danger, 'A02'] }
  await act(now(), from, knife, updateReport, { dispute, report: after, complete: false })
  expect(await caseRow(now(), dispute)).toMatchObject({
    level: 'RED',
    state: 'EMERGENCY',
    emergency_from: 'SCREENING',
  })
  const levels = (await now().rows('gradings'))
    .sort((one, other) => Number(one.at) - Number(other.at))
    .map(({ level, score }) => [level, score])
  expect(levels[0]).toEqual(['ORANGE', 50])
  expect(levels.at(-1)).toEqual(['RED', 110])
  expect(await pathOf(now(), dispute)).toEqual(['REPORTED', 'SCREENING', 'EMERGENCY'])
  expect(await toldOf(now(), now().chief.at, 'emergency')).toHaveLength(1)
})

test('S04: once the danger is over, the old words do not open it again; new ones do', async () => {
  const from = now().resident()
  const { officer, chief } = now()
  const report = fungus({ ongoing: 'yes', injury: 'minor' })
  const { dispute } = await act(now(), from, SEASON, fileDispute, {
    conversation: 'pass',
    report,
    quiet: false,
  })
  const knife = { conversation: 'pass', flow: 'intake', dispute, answers: {} }
  const said = { ...knife, codes: ['A02'], text: '他们那边有人拿刀了' }
  await act(now(), from, SEASON + MINUTE, raiseEmergency, said)
  const over = {
    ...(await about(now(), dispute)),
    done: '刀具已收缴，人员已隔离。',
    injured: 'none' as const,
  }
  await act(now(), chief, SEASON + HOUR, endEmergency, over)
  const told = { ...report, weapon: 'yes' as const, danger: ['A01', 'A02', 'A08', ...report.danger] }
  const complete = { dispute, report: told, complete: true }
  await act(now(), from, SEASON + HOUR + 10 * MINUTE, updateReport, complete)
  expect(await caseRow(now(), dispute)).toMatchObject({
    state: 'SCREENING',
    facts: { ongoing: false, injury: 'none' },
  })
  expect(await toldOf(now(), officer.at, 'added')).toEqual([])
  // A hard word is an alarm whatever was known before.
  const again = { ...said, conversation: 'the next talk' }
  await act(now(), from, SEASON + 2 * HOUR, raiseEmergency, again)
  expect(await caseRow(now(), dispute)).toMatchObject({ state: 'EMERGENCY' })
})

test('a report told again without a new word or file is no news to whoever has the case', async () => {
  const from = now().resident()
  const dispute = await assigned(now(), from, START)
  const tell = (report: ReturnType<typeof wall>, minutes: number) =>
    act(now(), from, START + minutes * MINUTE, updateReport, { dispute, report, complete: false })
  const added = async () => (await toldOf(now(), now().officer.at, 'added')).length
  await tell(wall({ phone: '13900000002' }), 1)
  await tell(wall(), 2)
  expect(await added()).toBe(0)
  const more = wall({ narrative: { text: '邻居修墙占了我家地，今天又砌高了。', files: [] } })
  await tell(more, 3)
  expect(await added()).toBe(1)
  await tell(more, 4)
  expect(await added()).toBe(1)
})

test('an update by somebody whose case it is not is refused like a case that is not there', async () => {
  const dispute = await filed(now(), now().resident(), START)
  const before = await caseRow(now(), dispute)
  const stranger = now().resident()
  const refused = await act(now(), stranger, START, updateReport, { dispute, report: wall(), complete: true })
  const none = await act(now(), stranger, START, updateReport, {
    dispute: 'none',
    report: wall(),
    complete: true,
  })
  expect(refused).toEqual(none)
  expect(refused).toMatchObject({ refused: 'no-such-case' })
  expect(await caseRow(now(), dispute)).toEqual(before)
})

test('a lead becomes a registered case when the village is told', async () => {
  const from = now().resident()
  const dispute = await filed(now(), from, START, wall({ place: null }))
  expect(await caseRow(now(), dispute)).toMatchObject({ state: 'DRAFT' })
  const result = await act(now(), from, START + HOUR, updateReport, {
    dispute,
    report: wall(),
    complete: true,
  })
  expect(result).toMatchObject({ state: 'SCREENING' })
  expect(await caseRow(now(), dispute)).toMatchObject({ complete: true, village: 'jia' })
  expect(await now().waits('lead')).toEqual([])
})

test('violence in the family that comes out later keeps the case apart from then on', async () => {
  const from = now().resident()
  const dispute = await filed(now(), from, START)
  const report = wall({ danger: ['A09', 'A11'] })
  await act(now(), from, START + MINUTE, updateReport, { dispute, report, complete: false })
  expect((await now().rows('parties')).find(({ side }) => side === 'A')).toMatchObject({ at_risk: true })
  expect(await caseRow(now(), dispute)).toMatchObject({ level: 'ORANGE' })
})

test('words added are sealed, graded and shown to whoever has the case; within a day they are one telling', async () => {
  const from = now().resident()
  const dispute = await assigned(now(), from, START)
  const said = { dispute, story: story('他今天又把石头堆过来了'), danger: [] }
  const result = await act(now(), from, START + HOUR, addToReport, said)
  expect(result).toEqual({ dispute, number: 'RD-2026-0001' })
  expect(await toldOf(now(), now().officer.at, 'added')).toMatchObject([
    { facts: { number: 'RD-2026-0001' }, files: 0 },
  ])
  const notes = await now().rows('dispute_notes')
  expect(notes.find(({ kind }) => kind === 'added')).toMatchObject({ by: 'A' })
  expect(JSON.stringify(notes)).not.toContain('石头')
  expect((await caseRow(now(), dispute)).facts).toMatchObject({ reports: [{}] })
  await act(now(), from, START + 3 * DAY, addToReport, said)
  expect((await caseRow(now(), dispute)).facts).toMatchObject({ reports: [{}, {}] })
  expect(JSON.stringify((await now().rows('gradings')).at(-1)?.reasons)).toContain('E01')
})

test('danger in added words opens the emergency', async () => {
  const from = now().resident()
  const dispute = await assigned(now(), from, START)
  await act(now(), from, START + HOUR, addToReport, { dispute, story: story('他拿刀来了'), danger: ['A02'] })
  expect(await caseRow(now(), dispute)).toMatchObject({ state: 'EMERGENCY', level: 'RED' })
  expect(await toldOf(now(), now().officer.at, 'emergency')).toHaveLength(1)
})

test('told of again after it was not accepted: opened again, at least one level higher', async () => {
  const from = now().resident()
  const dispute = await filed(now(), from, START)
  await now().does(now().officer.at, START + HOUR, async (books) => {
    const facts = { reason: 'x', reporterTold: true }
    await mustAdvance(books, await held(books, dispute), 'REJECTED', { roles: ['officer'], facts })
  })
  await act(now(), from, START + 40 * DAY, addToReport, { dispute, story: story('又来占了'), danger: [] })
  expect(await caseRow(now(), dispute)).toMatchObject({ state: 'SCREENING', level: 'ORANGE' })
  expect((await pathOf(now(), dispute)).slice(-2)).toEqual(['REOPENED', 'SCREENING'])
})

test('nobody adds to the case of another', async () => {
  const dispute = await filed(now(), now().resident(), START)
  const refused = await act(now(), now().resident(), START, addToReport, {
    dispute,
    story: story('x'),
    danger: [],
  })
  expect(refused).toMatchObject({ refused: 'no-such-case' })
  expect((await now().rows('dispute_notes')).some(({ kind }) => kind === 'added')).toBe(false)
})
