// 并案: what is proposed and why, what a person makes of it, what the people hear, and that nothing is ever lowered by it.
import { expect, test } from 'vitest'
import { mergeDispute } from '../../../../db/commands/merge-dispute.ts'
import { tellStatus } from '../../../../db/commands/tell-status.ts'
import { filed, wall } from '../../case.ts'
import { at, DAY, HOUR, MINUTE, station } from '../../station.ts'
import { about, act, caseRow, claimed, dueKeys, pathOf, toldOf } from '../a-case.ts'

const START = at('2026-11-25', '10:12')
const now = station(START)

const stranger = {
  name: '丙方',
  phone: '13900000003',
  counterpart: '丁方',
  danger: [],
  narrative: { text: '隔壁修院墙的时候把我家后门的路挡住了，进出都要绕。', files: [] },
}
const merging = async (id: string, other: string | null, decision: 'same' | 'different' = 'same') => ({
  ...(await about(now(), id)),
  other,
  otherNumber: null,
  decision,
  reason: '问过了，是同一堵墙。',
})
const links = async () =>
  (await now().rows('dispute_links')).map(({ dispute_id, other_id, kind, reasons }) => ({
    one: dispute_id,
    other: other_id,
    kind,
    reasons,
  }))

test('the other side tells of it too: proposed with its reason, counted as told again, merged by nobody', async () => {
  const first = await claimed(now(), now().resident(), START)
  const mirrored = wall({ name: '乙方', phone: '13900000009', counterpart: '甲方', danger: [] })
  const second = await filed(now(), now().resident(), START + HOUR, mirrored)
  expect(await links()).toEqual([{ one: second, other: first, kind: 'maybe-same', reasons: ['pair'] }])
  expect((await caseRow(now(), second)).state).toBe('SCREENING')
  expect((await caseRow(now(), second)).facts).toMatchObject({
    reports: [expect.anything(), expect.anything()],
  })
})

test('what the words and the place say is compared once most has been told, and only told when new', async () => {
  const place = { village: 'jia', text: '村口', lat: 29.0, lon: 99.7 }
  const first = await claimed(now(), now().resident(), START, wall({ place }))
  await now().until(START + 11 * MINUTE)
  const near = wall({ ...stranger, place: { ...place, lat: 29.002 } })
  const second = await filed(now(), now().resident(), START + HOUR, near)
  expect(await links()).toEqual([])
  expect(await dueKeys(now(), 'alike')).toContain(`alike:${second}`)
  await now().until(START + HOUR + 11 * MINUTE)
  expect(await links()).toEqual([{ one: second, other: first, kind: 'maybe-same', reasons: ['place'] }])
  const told = await toldOf(now(), now().officer.at, 'alike')
  expect(told).toHaveLength(1)
  expect(told[0]).toMatchObject({
    other: 'RD-2026-0001',
    why: [{ zh: '同一类，地点相距不到300米' }],
    buttons: [{ does: 'screen' }, { does: 'merge' }],
  })
  // Nothing that was said is in it.
  expect(JSON.stringify(told)).not.toMatch(/后门|丙方|13900000003/)
})

test('merged by a person: both numbers stay, the graver level and the reports go over, the reporter is told', async () => {
  const { officer } = now()
  const from = now().resident()
  const first = await claimed(now(), now().resident(), START, wall({ danger: [], grudgeYears: 0 }))
  const second = await filed(now(), from, START + HOUR, wall({ ...stranger, danger: ['A09', 'C07'] }))
  const before = await caseRow(now(), first)
  const graver = await caseRow(now(), second)
  expect([before.level, graver.level]).toEqual(['BLUE', 'YELLOW'])
  const result = await act(now(), officer, START + 2 * HOUR, mergeDispute, await merging(second, first))
  expect(result).toEqual({
    number: 'RD-2026-0002',
    state: 'MERGED',
    other: 'RD-2026-0001',
    decision: 'same',
  })
  expect(await caseRow(now(), second)).toMatchObject({
    state: 'MERGED',
    merged_into: first,
    number: 'RD-2026-0002',
  })
  const after = await caseRow(now(), first)
  // Told twice, it weighs more than either report alone.
  expect(after).toMatchObject({ state: 'CLAIMED', level: 'ORANGE' })
  expect(after.facts).toMatchObject({
    reports: [{ at: START }, { at: START + HOUR }],
    danger: expect.arrayContaining(['A09']),
  })
  expect(await links()).toEqual([{ one: second, other: first, kind: 'merged', reasons: [] }])
  // Whoever told of it again is told so, without the number of somebody else's report.
  const told = await toldOf(now(), from, 'merged')
  expect(told).toEqual([expect.objectContaining({ number: 'RD-2026-0002' })])
  expect(Number((await caseRow(now(), second)).end_told_at)).toBe(START + 2 * HOUR)
  expect((await toldOf(now(), officer.at, 'mergedIn')).at(-1)).toMatchObject({
    other: 'RD-2026-0002',
    facts: { number: 'RD-2026-0001' },
  })
  // They may be the other side: the case they told of again does not become theirs.
  expect(after.reporter_address).toBe(before.reporter_address)
  // The old number still says how it stands.
  expect(await act(now(), from, START + 3 * HOUR, tellStatus, { number: 'RD-2026-0002' })).toMatchObject({
    number: 'RD-2026-0002',
    state: 'MERGED',
    officer: expect.any(String),
  })
})

test('a mistake is undone: back to triage under its own number, and the two are not proposed again', async () => {
  const { officer } = now()
  const { moveDispute } = await import('../../../../db/commands/move-dispute.ts')
  const first = await claimed(now(), now().resident(), START)
  const second = await filed(now(), now().resident(), START + HOUR, wall(stranger))
  await act(now(), officer, START + 2 * HOUR, mergeDispute, await merging(second, first))
  const level = (await caseRow(now(), first)).level
  await act(now(), now().chief, START + 3 * HOUR, moveDispute, {
    ...(await about(now(), second)),
    to: 'SCREENING',
    reason: '不是同一堵墙',
    remediesTold: null,
    bothAgree: null,
  })
  expect(await pathOf(now(), second)).toEqual(['REPORTED', 'SCREENING', 'MERGED', 'SCREENING'])
  expect(await caseRow(now(), second)).toMatchObject({ merged_into: null, end_told_at: null })
  expect((await links()).map(({ kind }) => kind)).toEqual(['not-same'])
  expect((await caseRow(now(), first)).level).toBe(level)
  await now().until(START + DAY)
  expect((await links()).map(({ kind }) => kind)).toEqual(['not-same'])
})

test('into a case that had ended: it opens again, a level higher, and never below what was told', async () => {
  const { officer, chief } = now()
  const first = await filed(now(), now().resident(), START, wall({ danger: [], grudgeYears: 0 }))
  const { screenDispute } = await import('../../../../db/commands/screen-dispute.ts')
  await act(now(), officer, START + HOUR, screenDispute, {
    ...(await about(now(), first)),
    decision: 'reject',
    category: null,
    track: null,
    reason: '已经自己说好了',
    answers: {},
  })
  const second = await filed(now(), now().resident(), START + DAY, wall(stranger))
  await act(now(), chief, START + DAY + HOUR, mergeDispute, await merging(second, first))
  expect(await caseRow(now(), first)).toMatchObject({ state: 'SCREENING', level: 'YELLOW' })
  expect((await caseRow(now(), second)).state).toBe('MERGED')
})

test('what officers lead never goes into a case that others work on', async () => {
  const { chief } = now()
  const first = await claimed(now(), now().resident(), START)
  const second = await filed(now(), now().resident(), START + HOUR, wall({ ...stranger, category: 'MF-DV' }))
  const refused = await act(now(), chief, START + 2 * HOUR, mergeDispute, await merging(second, first))
  expect(refused).toMatchObject({ refused: 'officer-led' })
  expect((await caseRow(now(), second)).state).not.toBe('MERGED')
})

test('a case that whoever asks may not see is no case; itself is none to merge with', async () => {
  const { officer } = now()
  const hidden = await filed(now(), now().resident(), START, wall({ category: 'AD-PO' }))
  const second = await filed(now(), now().resident(), START + HOUR, wall(stranger))
  const given = await merging(second, hidden)
  expect(await act(now(), officer, START + 2 * HOUR, mergeDispute, given)).toMatchObject({
    refused: 'no-such-case',
  })
  expect(
    await act(now(), officer, START + 2 * HOUR, mergeDispute, await merging(second, second)),
  ).toMatchObject({ refused: 'itself' })
  expect(
    await act(now(), officer, START + 2 * HOUR, mergeDispute, await merging(second, hidden, 'different')),
  ).toMatchObject({ refused: 'no-such-case' })
})
