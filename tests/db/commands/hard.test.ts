// Hard cases: found by the rules or marked by a leader, told to the township once, and never those that are kept apart.
import { expect, test } from 'vitest'
import { markHard } from '../../../db/commands/mark-hard.ts'
import { recordMediation } from '../../../db/commands/record-mediation.ts'
import { screenDispute } from '../../../db/commands/screen-dispute.ts'
import { filed, report, wall } from '../case.ts'
import { at, DAY, HOUR, station } from '../station.ts'
import { about, act, caseRow, mediating, nothingInTheWay, screened, toldOf } from './a-case.ts'

const START = at('2026-11-25', '10:12')
const now = station(START)

const town = () => now().hires('示例镇政府', ['township'])
const zh = (all: readonly { reasons: { zh: string }[] }[]) =>
  all.map(({ reasons }) => reasons.map((one) => one.zh).join('；'))
const session = {
  place: null,
  helpers: [],
  summary: '谈过',
  photos: null,
  remediesTold: null,
  reason: null,
  resumeOn: null,
}

test('across two villages: the township is told once, and the leader reads it on the card', async () => {
  const s = now()
  const { at: chat } = await town()
  const id = await screened(s, s.resident(), START, wall({ crossVillage: true }))
  expect(await caseRow(s, id)).toMatchObject({ difficulty: 'hard' })
  const told = await toldOf(s, chat, 'hardCase')
  expect(zh(told)).toEqual(['跨村'])
  expect(told[0]?.buttons).toEqual([])
  const [card] = (await toldOf(s, s.leader.at, 'newCase')).filter(({ buttons }) =>
    buttons.some(({ does }) => does === 'assign'),
  )
  expect(card?.reasons.slice(0, 2).map((one) => one.zh)).toEqual(['难案，建议三调联动', '跨村'])
  expect(await s.rows('offers')).toEqual([])
})

test('two talks that came to nothing make it one, with the way to sit down together', async () => {
  const s = now()
  const { at: chat } = await town()
  const id = await mediating(s, s.resident(), START)
  const again = async (when: number) =>
    act(s, s.officer, when, recordMediation, { ...(await about(s, id)), ...session, result: 'again' })
  await again(START + HOUR)
  expect((await caseRow(s, id)).difficulty).toBeNull()
  await again(START + DAY)
  await again(START + 2 * DAY)
  expect(await caseRow(s, id)).toMatchObject({ difficulty: 'hard' })
  expect(zh(await toldOf(s, chat, 'hardCase'))).toEqual(['谈了几次没谈成'])
  expect((await toldOf(s, s.leader.at, 'hardCase'))[0]?.buttons.map(({ does }) => does)).toEqual(['joint'])
})

test('past the day by which it should be settled', async () => {
  const s = now()
  const { at: chat } = await town()
  const id = await mediating(s, s.resident(), START)
  await s.until(START + 16 * DAY)
  expect(await caseRow(s, id)).toMatchObject({ difficulty: 'hard', state: 'MEDIATING' })
  expect(zh(await toldOf(s, chat, 'hardCase'))).toEqual(['过了期限还没化解'])
})

test('a leader marks one, and nobody below; the words stay in the case', async () => {
  const s = now()
  const { at: chat } = await town()
  const id = await mediating(s, s.resident(), START)
  const mark = async (who: typeof s.leader) =>
    act(s, who, START + HOUR, markHard, { ...(await about(s, id)), reason: '两家都有人在外挑事' })
  expect(await mark(s.officer)).toMatchObject({ refused: 'not-yours' })
  expect(await mark(s.leader)).toMatchObject({ state: 'MEDIATING' })
  await mark(s.leader)
  const told = await toldOf(s, chat, 'hardCase')
  expect(told).toHaveLength(1)
  expect(JSON.stringify(told)).not.toContain('挑事')
  expect(await toldOf(s, s.officer.at, 'hardCase')).toHaveLength(1)
})

test('what officers lead goes to no township, whatever it is and whoever says so', async () => {
  const s = now()
  const { at: chat } = await town()
  const home = report({ category: 'MF-DV', crossVillage: true, danger: ['A11'] })
  const id = await filed(s, s.resident(), START, home)
  await act(s, s.chief, START, screenDispute, {
    ...(await about(s, id)),
    decision: 'accept',
    category: null,
    track: 'CASE',
    reason: null,
    answers: { ...nothingInTheWay(), home: 'violence' },
  })
  expect(await caseRow(s, id)).toMatchObject({ state: 'ACCEPTED', difficulty: null })
  expect(await act(s, s.chief, START, markHard, { ...(await about(s, id)), reason: '难' })).toMatchObject({
    refused: 'restricted',
  })
  expect(await s.told(chat)).toEqual([])
})
