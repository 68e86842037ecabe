// Words that begin a flow: what each is given, for whom, on which case; and what is said where it cannot begin.
import { expect, test } from 'vitest'
import { open } from '../../../../db/commands/open.ts'
import { raiseEmergency } from '../../../../db/commands/raise-emergency.ts'
import { save } from '../../../../db/commands/shared/case.ts'
import { SUB_CODES, TOP_CODES } from '../../../../flows/casework/tables/taxonomy.ts'
import type { Address } from '../../../../flows/core/ports.ts'
import { FLOWS } from '../../../../flows/list.ts'
import type { ScreeningGiven } from '../../../../flows/screening/commands.ts'
import { filed, held, performing, wall } from '../../case.ts'
import type { Colleague } from '../../station.ts'
import { at, DAY, HOUR, station } from '../../station.ts'
import { act, agreed, assigned, caseRow, mediating, screened } from '../a-case.ts'
import { bullying, violence } from './stories.ts'

const START = at('2026-11-25', '10:12')
const now = station(START)
const number = 'RD-2026-0001'
const opens = (who: Colleague | Address, flow: string, named: string | null = number, when = START) =>
  act(now(), who, when, open, { flow, number: named })

/** What a flow was given; a refusal fails the test. */
function openedOf(opened: Awaited<ReturnType<typeof opens>>) {
  if ('refused' in opened) throw new Error(opened.refused)
  return opened
}
const givenOf = <G>(opened: Awaited<ReturnType<typeof opens>>) => openedOf(opened).given as G

test('a report begins with the villages and the matters this person told of, and with nobody else’s', async () => {
  const from = now().resident()
  const dispute = await filed(now(), from, START)
  await filed(now(), now().resident(), START)
  expect(await opens(from, 'intake', null)).toMatchObject({
    flow: 'intake',
    given: {
      station: { name: '示例派出所', phone: '110' },
      villages: [
        { id: 'jia', label: '示例甲村' },
        { id: 'yi', label: '示例乙村' },
      ],
      matters: [{ dispute, number }],
      offset: 480,
    },
  })
})

test('asking where it stands: all of one’s own, one of them, none', async () => {
  const from = now().resident()
  await filed(now(), from, START)
  await filed(now(), from, START + HOUR)
  expect(await opens(from, 'status', null, START + DAY)).toMatchObject({
    given: { matters: [{ number }, { number: 'RD-2026-0002' }] },
  })
  expect(await opens(from, 'status', number)).toMatchObject({ given: { matters: [{ number }] } })
  expect(await opens(from, 'add', null)).toMatchObject({
    flow: 'add',
    given: { matters: [{}, {}], offset: 480 },
  })
  const stranger = now().resident()
  expect(await opens(stranger, 'add', number)).toMatchObject({ refused: 'no-such-case' })
  expect(await opens(stranger, 'status', null)).toMatchObject({ refused: 'no-matter' })
  expect(await opens(stranger, 'status', number)).toMatchObject({ refused: 'no-such-case' })
})

test('a revisit that waits for its side can be begun by asking for it', async () => {
  const [A, B] = [now().resident(), now().resident()]
  const id = await performing(now(), {
    from: A,
    joined: B,
    now: START,
    owed: [{ what: '退墙', due: '2026-12-20' }],
  })
  expect(await opens(A, 'revisit', null)).toMatchObject({ refused: 'no-such-case' })
  const asked = await now().until(START + 4 * DAY)
  for (const { to, event } of asked)
    expect(await opens(to, 'revisit', null, START + 4 * DAY)).toMatchObject({
      flow: 'revisit',
      given: event.given,
    })
  expect(asked).toHaveLength(2)
  expect(await opens(now().resident(), 'revisit', null)).toMatchObject({ refused: 'no-such-case' })
  expect(id).toBeTruthy()
})

test('residents begin no flow of staff, with or without a number', async () => {
  const from = now().resident()
  await assigned(now(), from, START)
  const staff = FLOWS.map(({ name }) => name).filter(
    (name) => !['intake', 'add', 'difficulty', 'status', 'revisit', 'welcome'].includes(name),
  )
  expect(staff.length).toBeGreaterThan(10)
  for (const flow of staff)
    for (const named of [null, number, 'RD-2026-9999'])
      expect(await opens(from, flow, named), flow).toMatchObject({ refused: 'no-such-case' })
})

test('triage: the group that was suggested, and every other behind its name', async () => {
  await filed(now(), now().resident(), START)
  const opened = await opens(now().officer, 'screening')
  expect(opened).toMatchObject({
    given: { number, state: 'SCREENING', level: 'YELLOW', villageName: '示例甲村', officerLed: false },
  })
  const { categories, groups = [] } = givenOf<ScreeningGiven>(opened)
  expect(categories[0]).toMatchObject({ id: 'NB-WL' })
  expect(new Set(categories.map(({ id }) => id))).toEqual(
    new Set(SUB_CODES.filter((code) => code.startsWith('NB-'))),
  )
  expect(groups.map(({ id }) => id)).toEqual(TOP_CODES)
  expect(groups.flatMap(({ kinds }) => kinds.map(({ id }) => id))).toEqual(SUB_CODES)
  for (const { kinds } of groups) expect(kinds.length).toBeLessThanOrEqual(8)
})

test('assigning: officers, leaders and helpers of the village, with a proposal and its reasons', async () => {
  await screened(now(), now().resident(), START)
  const opened = await opens(now().leader, 'assignment')
  const { officer, leader, grid, mediator } = now()
  expect(opened).toMatchObject({
    given: {
      suggested: {
        officer: officer.person,
        leader: leader.person,
        reasons: [expect.any(String), '负责这个村'],
      },
      helpers: [{ id: mediator.person }, { id: grid.person }],
    },
  })
  const { officers } = givenOf<{ officers: { id: string; label: string }[] }>(opened)
  expect(officers[0]).toEqual({ id: officer.person, label: '示例驻村民警甲' })
  expect(await opens(officer, 'assignment')).toMatchObject({ refused: 'not-yours' })
})

test('accepting and handing back', async () => {
  const dispute = await assigned(now(), now().resident(), START)
  for (const flow of ['claim', 'decline'])
    expect(await opens(now().officer, flow)).toMatchObject({ flow, given: { dispute, number } })
  expect(await opens(now().officer, 'claim', null)).toMatchObject({ given: { number } })
})

test('mediation: the sides without names, and everybody who may have helped', async () => {
  await mediating(now(), now().resident(), START)
  const opened = await opens(now().officer, 'mediation')
  expect(opened).toMatchObject({
    given: {
      officerLed: false,
      parties: [
        { side: 'A', label: '甲方', reachable: true },
        { side: 'B', reachable: false },
      ],
    },
  })
  expect(JSON.stringify(opened)).not.toContain('13900000001')
  const { helpers } = givenOf<{ helpers: { id: string }[] }>(opened)
  expect(helpers.map(({ id }) => id)).not.toContain(now().officer.person)
  expect(await opens(now().officer, 'contact')).toMatchObject({ given: { parties: [{}, {}] } })
})

test('an agreement by word only below ORANGE, and none at all about violence in the family', async () => {
  const dispute = await mediating(now(), now().resident(), START)
  expect(await opens(now().officer, 'agreement')).toMatchObject({ given: { oralAllowed: true } })
  const set = (change: object) =>
    now().does(now().chief.at, START, async (books) => save(books, await held(books, dispute), change))
  await set({ level: 'ORANGE' })
  expect(await opens(now().officer, 'agreement')).toMatchObject({ given: { oralAllowed: false } })
  await set({ category: 'MF-DV' })
  expect(await opens(now().officer, 'agreement')).toMatchObject({ refused: 'never-agreed' })
})

test('a revisit to record: those that are due, before that the next; duties that are open', async () => {
  await agreed(now(), now().resident(), START)
  const early = await opens(now().officer, 'visit')
  expect(early).toMatchObject({
    given: {
      rounds: [{ label: expect.stringContaining('第1次｜甲方') }, { label: expect.stringContaining('乙方') }],
    },
  })
  const { rounds } = givenOf<{ rounds: { id: string }[] }>(early)
  expect(rounds.map(({ id }) => id.at(-1))).toEqual(['A', 'B'])
  expect(await opens(now().officer, 'duty')).toMatchObject({
    given: { duties: [{ label: '1. 把墙退0.3米', money: false, remainingFen: null }] },
  })
  expect(await opens(now().leader, 'close')).toMatchObject({ refused: 'not-now' })
  expect(await opens(now().officer, 'close')).toMatchObject({ refused: 'not-yours' })
})

test('a cadre who helps may tell what others say, and learns of no other form', async () => {
  const dispute = await agreed(now(), now().resident(), START)
  expect(await opens(now().grid, 'thirdparty')).toMatchObject({ given: { dispute, revisit: null } })
  for (const flow of ['visit', 'contact', 'duty', 'level', 'close', 'move'])
    expect(await opens(now().grid, flow), flow).toMatchObject({ refused: 'no-such-case' })
})

test('danger over, referral and level where they have a point', async () => {
  const from = now().resident()
  const dispute = await filed(now(), from, START)
  expect(await opens(now().officer, 'calm')).toMatchObject({ refused: 'not-now' })
  for (const flow of ['referral', 'level'])
    expect(await opens(now().officer, flow)).toMatchObject({ flow, given: { dispute } })
  const danger = { conversation: 'c', flow: 'intake', dispute, codes: ['A02'], text: '有人拿刀', answers: {} }
  await act(now(), from, START, raiseEmergency, danger)
  expect(await opens(now().officer, 'calm')).toMatchObject({ flow: 'calm' })
  expect(await opens(now().officer, 'referral')).toMatchObject({ refused: 'not-now' })
})

test('other steps: only those without a form of their own', async () => {
  const dispute = await mediating(now(), now().resident(), START)
  const states = async (state: string, who = now().leader) => {
    await now().does(now().chief.at, START, async (books) =>
      save(books, await held(books, dispute), { state }),
    )
    const opened = await opens(who, 'move')
    return 'refused' in opened
      ? opened
      : givenOf<{ states: { id: string }[] }>(opened).states.map(({ id }) => id)
  }
  expect(await states('SUSPENDED')).toEqual(['MEDIATING', 'EMERGENCY'])
  expect(await states('FAILED')).toEqual(['TERMINATED', 'MEDIATING', 'EMERGENCY'])
  expect(await states('BREACHED')).toEqual(
    expect.arrayContaining(['PERFORMING', 'MEDIATING', 'REVISITING', 'REOPENED']),
  )
  expect(await states('BREACHED')).not.toContain('REFERRED')
  expect(await states('EMERGENCY')).toMatchObject({ refused: 'not-now' })
})

test('a case that is not theirs does not exist for them: the same bytes', async () => {
  await filed(now(), now().resident(), START, wall())
  await filed(now(), now().resident(), START, violence())
  const stranger = await opens(now().other, 'contact', 'RD-2026-0002')
  expect(stranger).toEqual(await opens(now().other, 'contact', 'RD-2026-9999'))
  expect(stranger).toMatchObject({ refused: 'no-such-case' })
  expect(await opens(now().other, 'contact', number)).toEqual(stranger)
})

test('without a number: the only one, a list of what may be named, or nothing to do', async () => {
  expect(await opens(now().leader, 'screening', null)).toMatchObject({ refused: 'nothing-to-do' })
  await filed(now(), now().resident(), START)
  expect(await opens(now().leader, 'screening', null)).toMatchObject({ given: { number } })
  await filed(now(), now().resident(), START + HOUR)
  await filed(now(), now().resident(), START + HOUR, bullying())
  const refused = await opens(now().officer, 'screening', null)
  expect(refused).toMatchObject({ refused: 'which-case' })
  const said = JSON.stringify(refused)
  for (const shown of [number, 'RD-2026-0002']) expect(said).toContain(shown)
  // A restricted case is in nobody's list but theirs.
  expect(said).not.toContain('RD-2026-0003')
  expect(JSON.stringify(await opens(now().chief, 'screening', null))).toContain('RD-2026-0003')
})

test('of several cases the one that somebody answers for is meant', async () => {
  await assigned(now(), now().resident(), START)
  await filed(now(), now().resident(), START + HOUR)
  expect(await opens(now().officer, 'contact', null)).toMatchObject({ given: { number } })
})

test('the same form on the same case as it stands is the same talk; on a changed one another', async () => {
  const dispute = await assigned(now(), now().resident(), START)
  const [one, two] = [await opens(now().officer, 'contact'), await opens(now().officer, 'contact')]
  expect(one).toEqual(two)
  await now().does(now().chief.at, START, async (books) =>
    save(books, await held(books, dispute), { amountFen: 1 }),
  )
  const three = await opens(now().officer, 'contact')
  expect(three).not.toMatchObject({ id: openedOf(one).id })
  expect(givenOf<{ rev: number }>(three).rev).toBe(Number((await caseRow(now(), dispute)).rev))
})
