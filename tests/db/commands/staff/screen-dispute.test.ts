// 研判分流: accepted on a track, not accepted, or found to be an emergency.
import { expect, test } from 'vitest'
import { screenDispute } from '../../../../db/commands/screen-dispute.ts'
import { filed, held, wall } from '../../case.ts'
import { at, HOUR, station } from '../../station.ts'
import { about, act, caseRow, dueKeys, nothingInTheWay, pathOf, toldOf } from '../a-case.ts'

const START = at('2026-11-25', '10:12')
const now = station(START)
const accept = {
  decision: 'accept' as const,
  category: null,
  track: 'PM',
  reason: null,
  answers: nothingInTheWay() as { [question: string]: string },
}
const given = async (id: string, more: object = {}) => ({ ...(await about(now(), id)), ...accept, ...more })

test('accepting puts the case on its track, sets its aim and shows it to the leader who assigns', async () => {
  const { officer, leader } = now()
  const id = await filed(now(), now().resident(), START)
  const result = await act(now(), officer, START + HOUR, screenDispute, await given(id))
  const row = await caseRow(now(), id)
  expect(result).toEqual({ dispute: id, number: 'RD-2026-0001', state: 'ACCEPTED' })
  expect(row).toMatchObject({ state: 'ACCEPTED', track: 'PM', category: 'NB-WL', level: 'YELLOW' })
  // YELLOW is to be settled within fifteen days.
  expect(Number(row.target_at)).toBe(START + HOUR + 15 * 24 * HOUR)
  expect(Number(row.accepted_at)).toBe(START + HOUR)
  expect(await dueKeys(now(), 'target')).toEqual([`target:${id}`])
  expect((await toldOf(now(), leader.at, 'newCase')).at(-1)).toMatchObject({
    facts: { number: 'RD-2026-0001' },
    buttons: [{ does: 'assign' }],
  })
  expect(await now().rows('transitions')).toContainEqual(
    expect.objectContaining({ from: 'SCREENING', to: 'ACCEPTED', by: officer.person, role: 'officer' }),
  )
})

test('a corrected category is graded anew, and where officers lead the reporter is kept apart', async () => {
  const { officer } = now()
  const from = now().resident()
  const id = await filed(now(), from, START)
  const correct = await given(id, { category: 'MF-DV', track: 'CASE' })
  const result = await act(now(), officer, START, screenDispute, correct)
  const row = await caseRow(now(), id)
  expect(result).toMatchObject({ state: 'ACCEPTED' })
  expect(row).toMatchObject({ category: 'MF-DV', track: 'CASE', level: 'ORANGE' })
  expect(row.facts).toMatchObject({ category: 'MF-DV' })
  const party = (await now().rows('parties')).find(({ side }) => side === 'A')
  expect(party).toMatchObject({ at_risk: true })
  const address = (await now().rows('conversations')).find(({ address_id: one }) => one === party?.address_id)
  expect(address).toMatchObject({ at_risk: true })
})

test.each(['PM', 'JOINT', 'PSM', 'TRM'])(
  'violence in the family is never sent to mediation (%s)',
  async (track) => {
    const { officer } = now()
    const id = await filed(now(), now().resident(), START)
    const before = await caseRow(now(), id)
    const wish = await given(id, { category: 'MF-DV', track })
    const result = await act(now(), officer, START, screenDispute, wish)
    expect(result).toMatchObject({ refused: 'domestic-violence' })
    expect(await caseRow(now(), id)).toEqual(before)
  },
)

test('what harms a child is for officers, who may accept it as a case', async () => {
  const { officer } = now()
  const id = await filed(now(), now().resident(), START)
  const bullying = { category: 'SC-BU' }
  expect(await act(now(), officer, START, screenDispute, await given(id, bullying))).toMatchObject({
    refused: 'officer-led',
  })
  const asCase = await given(id, { ...bullying, track: 'CASE' })
  expect(await act(now(), officer, START, screenDispute, asCase)).toMatchObject({ state: 'ACCEPTED' })
})

test('what is before a court, or what one side will not have, is not mediated', async () => {
  const { officer } = now()
  const court = await filed(now(), now().resident(), START, wall({ history: 'court' }))
  expect(await act(now(), officer, START, screenDispute, await given(court))).toMatchObject({
    refused: 'elsewhere',
  })
  const unwilling = await filed(now(), now().resident(), START, wall({ willing: 'no' }))
  expect(await act(now(), officer, START, screenDispute, await given(unwilling))).toMatchObject({
    refused: 'refused',
  })
  const asCase = await given(unwilling, { track: 'CASE' })
  expect(await act(now(), officer, START, screenDispute, asCase)).toMatchObject({ state: 'ACCEPTED' })
})

test('no track that does not exist, and no dispute that is none', async () => {
  const { officer } = now()
  const id = await filed(now(), now().resident(), START)
  for (const track of ['XX', 'NONE', null])
    expect(await act(now(), officer, START, screenDispute, await given(id, { track }))).toMatchObject({
      refused: 'unknown',
    })
  const question = await given(id, { category: 'ND-IQ' })
  expect(await act(now(), officer, START, screenDispute, question)).toMatchObject({
    refused: 'not-a-dispute',
  })
})

test('not accepting needs a reason, which the reporter is told and nobody reads in the rows', async () => {
  const { officer } = now()
  const from = now().resident()
  const id = await filed(now(), from, START)
  const reject = { decision: 'reject', track: null }
  const silent = await given(id, reject)
  expect(await act(now(), officer, START, screenDispute, silent)).toMatchObject({ refused: 'guard' })
  const reason = '法院已经立案，请等法院通知。'
  const spoken = await given(id, { ...reject, reason })
  expect(await act(now(), officer, START, screenDispute, spoken)).toMatchObject({ state: 'REJECTED' })
  expect(await toldOf(now(), from, 'refusedCase')).toMatchObject([{ number: 'RD-2026-0001', reason }])
  expect(JSON.stringify(await now().rows('transitions'))).not.toContain('法院')
  expect(await dueKeys(now(), 'contact')).toEqual([])
  expect(await caseRow(now(), id)).toMatchObject({ end_reason: 'not-accepted', prank: false })
})

test('a prank raises nobody else’s count', async () => {
  const { officer } = now()
  const id = await filed(now(), now().resident(), START, wall({ category: 'ND-FK', danger: [] }))
  const prank = await given(id, { decision: 'reject', track: null, reason: '恶作剧。' })
  await act(now(), officer, START, screenDispute, prank)
  expect(await caseRow(now(), id)).toMatchObject({ state: 'REJECTED', prank: true })
})

test('an emergency that a person finds is RED, and calls those who have to come', async () => {
  const { officer, chief } = now()
  const id = await filed(now(), now().resident(), START)
  const danger = await given(id, { decision: 'emergency', track: null })
  expect(await act(now(), officer, START, screenDispute, danger)).toMatchObject({ state: 'EMERGENCY' })
  expect(await caseRow(now(), id)).toMatchObject({ level: 'RED', emergency_from: 'SCREENING' })
  expect(await toldOf(now(), chief.at, 'emergency')).toHaveLength(1)
  expect(await dueKeys(now(), 'emergency')).toEqual([`emergency:${id}`])
  const again = await given(id, { decision: 'emergency', track: null })
  expect(await act(now(), chief, START, screenDispute, again)).toMatchObject({ refused: 'unlisted' })
})

test('for somebody whose case it is not there is none; for somebody late it has moved on', async () => {
  const { other, officer, leader, grid } = now()
  const id = await filed(now(), now().resident(), START)
  const seen = await given(id)
  const none = await act(now(), other, START, screenDispute, seen)
  expect(none).toMatchObject({ refused: 'no-such-case' })
  expect(await act(now(), grid, START, screenDispute, seen)).toEqual(none)
  expect(await act(now(), officer, START, screenDispute, { ...seen, dispute: 'nothing' })).toEqual(none)
  expect(await act(now(), now().resident(), START, screenDispute, seen)).toEqual(none)
  await act(now(), officer, START + HOUR, screenDispute, seen)
  const late = await act(now(), leader, START + HOUR, screenDispute, seen)
  expect(late).toMatchObject({ refused: 'moved-on', say: { zh: expect.stringContaining('示例驻村民警甲') } })
  expect(await pathOf(now(), id)).toEqual(['REPORTED', 'SCREENING', 'ACCEPTED'])
})

test('only what waits for triage is accepted', async () => {
  const { officer } = now()
  const id = await filed(now(), now().resident(), START)
  await act(now(), officer, START, screenDispute, await given(id))
  expect(await act(now(), officer, START, screenDispute, await given(id))).toMatchObject({
    refused: 'unlisted',
  })
  await now().does(officer.at, START, async (books) => {
    expect((await held(books, id)).row.state).toBe('ACCEPTED')
  })
})
