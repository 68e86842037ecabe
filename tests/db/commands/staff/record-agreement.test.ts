// 协议登记: number, duties and their days, the plan of coming back, and what both sides are told.
import { expect, test } from 'vitest'
import { recordAgreement } from '../../../../db/commands/record-agreement.ts'
import { mustAdvance } from '../../../../db/commands/shared/advance.ts'
import { held, wall } from '../../case.ts'
import { at, DAY, station } from '../../station.ts'
import {
  about,
  act,
  agreed,
  caseRow,
  claimed,
  dueKeys,
  duty,
  mediating,
  paper,
  pathOf,
  toldOf,
} from '../a-case.ts'
import { joined, recategorised } from './setup.ts'

const START = at('2026-11-25', '10:12')
const now = station(START)
const given = async (id: string, more: object = {}) => ({ ...(await about(now(), id)), ...paper(more) })

test('S03: a written agreement takes the next number, binds by its days and is told to each side', async () => {
  const { officer } = now()
  const [first, second] = [now().resident(), now().resident()]
  const id = await mediating(now(), first, START)
  await joined(now(), id, second, START)
  const duties = [
    duty(),
    duty({ debtor: 'A', kind: 'other', what: '甲方出两个工帮忙', due: '2026-12-20' }),
    duty({ debtor: 'both', kind: 'other', what: '双方各自不再提前年旧事', due: null }),
  ]
  const result = await act(now(), officer, START, recordAgreement, await given(id, { duties }))
  if ('refused' in result) throw new Error(result.refused)
  expect(result).toMatchObject({ state: 'PERFORMING', agreement: '（2026）热人调字第0001号' })
  expect((await pathOf(now(), id)).slice(-2)).toEqual(['AGREED', 'PERFORMING'])
  const rows = (await now().rows('duties')).sort((one, other) => Number(one.no) - Number(other.no))
  const last = at('2026-12-21', '00:00') - 1
  expect(rows.map((row) => [row.debtor, row.creditor, row.state, row.due_at && Number(row.due_at)])).toEqual([
    ['B', 'A', 'open', last],
    ['A', 'B', 'open', last],
    ['both', 'both', 'lasting', null],
  ])
  expect(JSON.stringify([rows, await now().rows('agreements')])).not.toMatch(/墙|旧事/)
  // Three days before, on the day and the day after, for each of the two; and the moment each is overdue.
  expect(await dueKeys(now(), 'duty')).toHaveLength(6)
  expect((await now().waits('breach')).map((one) => one.at)).toEqual([last + 1, last + 1])
  // YELLOW: days 3, 15 and 30, one nobody expects, and the day after the duties' date; both sides each time.
  expect(result.plan.rounds).toHaveLength(5)
  expect(result.plan.rounds.map(({ sides }) => sides[0]?.day)).toEqual(
    expect.arrayContaining(['2026-11-28', '2026-12-10', '2026-12-21', '2026-12-25']),
  )
  expect(await dueKeys(now(), 'revisit')).toHaveLength(10)
  const revisits = await now().rows('revisits')
  for (const round of await now().rows('rounds')) {
    const [one, other] = revisits.filter((row) => row.round_id === round.id).map((row) => Number(row.at))
    expect(Math.abs(one! - other!)).toBeGreaterThanOrEqual(3600_000)
  }
  expect(await toldOf(now(), first, 'agreed')).toMatchObject([
    {
      duties: [
        { mine: false, what: '把墙退0.3米' },
        { mine: true, what: '甲方出两个工帮忙' },
        { mine: true, what: '双方各自不再提前年旧事', due: null },
      ],
    },
  ])
  expect((await toldOf(now(), second, 'agreed'))[0]?.duties.map(({ mine }) => mine)).toEqual([
    true,
    false,
    true,
  ])
  for (const to of [first, second])
    expect(await toldOf(now(), to, 'confirmable')).toMatchObject([
      { number: 'RD-2026-0001', until: at('2026-12-26', '00:00') - 1 },
    ])
})

test('when its hour comes each side is asked by itself', async () => {
  const [first, second] = [now().resident(), now().resident()]
  const id = await agreed(now(), first, START)
  await joined(now(), id, second, START)
  // The third day is a Saturday: as long as one of them was a person's to ask, it was put on the Monday.
  const begun = await now().until(START + 6 * DAY)
  expect(new Map(begun.map(({ to, event }) => [to.id, event.flow]))).toEqual(
    new Map([
      [first.id, 'revisit'],
      [second.id, 'revisit'],
    ]),
  )
  expect(begun).toHaveLength(2)
})

test('without signatures there is no agreement, and no number is used up', async () => {
  const { officer } = now()
  const id = await mediating(now(), now().resident(), START)
  expect(await act(now(), officer, START, recordAgreement, await given(id, { signed: 'no' }))).toMatchObject({
    refused: 'guard',
    say: { zh: '双方要签名或按手印。' },
  })
  for (const table of ['agreements', 'duties', 'rounds']) expect(await now().rows(table)).toEqual([])
  expect(await act(now(), officer, START, recordAgreement, await given(id))).toMatchObject({
    agreement: '（2026）热人调字第0001号',
  })
})

test('by word of mouth only where the matter is simple, under a number of its own', async () => {
  const { officer, chief } = now()
  const simple = await mediating(
    now(),
    now().resident(),
    START,
    wall({ danger: [], grudgeYears: null, category: 'NB-NO' }),
  )
  const oral = { form: 'oral', signed: 'no' }
  expect(await act(now(), officer, START, recordAgreement, await given(simple, oral))).toMatchObject({
    agreement: '（2026）热人调口字第0001号',
  })
  const grave = await mediating(now(), now().resident(), START, wall({ headcount: 12 }))
  expect(await caseRow(now(), grave)).toMatchObject({ level: 'ORANGE' })
  expect(await act(now(), chief, START, recordAgreement, await given(grave, oral))).toMatchObject({
    refused: 'guard',
    say: { zh: '红级、橙级要签书面协议。' },
  })
})

test('S02: what a third promises, in two payments', async () => {
  const { officer } = now()
  const id = await mediating(now(), now().resident(), START)
  const pay = (due: string) =>
    duty({
      debtor: 'third',
      kind: 'pay',
      what: '总包先行清偿',
      amount: { fen: 6_600_000, approx: false },
      due,
    })
  const duties = [pay('2026-12-31'), pay('2027-01-15')]
  await act(now(), officer, START, recordAgreement, await given(id, { duties }))
  expect(
    (await now().rows('duties')).map((row) => [row.creditor, Number(row.amount_fen), Number(row.paid_fen)]),
  ).toEqual([
    ['A', 6_600_000, 0],
    ['A', 6_600_000, 0],
  ])
})

test('done on the spot is done, and only asking remains', async () => {
  const { officer } = now()
  const id = await mediating(now(), now().resident(), START)
  const duties = [
    duty({ kind: 'pay', what: '赔200元', amount: { fen: 20_000, approx: false }, due: null }),
    duty({ kind: 'stop', what: '22:30后不放音响', due: null }),
  ]
  const result = await act(
    now(),
    officer,
    START,
    recordAgreement,
    await given(id, { duties, onTheSpot: 'yes' }),
  )
  expect(result).toMatchObject({ state: 'REVISITING' })
  const rows = (await now().rows('duties')).sort((one, other) => Number(one.no) - Number(other.no))
  expect(rows.map((row) => [row.state, Number(row.paid_fen)])).toEqual([
    ['done', 20_000],
    ['lasting', 0],
  ])
  expect(await now().rows('duty_events')).toMatchObject([
    { what: 'done', proof: 'creditor', by: officer.person },
  ])
  expect(await now().waits('breach')).toEqual([])
})

test('duties that bind nobody to anything are refused before anything is written', async () => {
  const { officer } = now()
  const id = await mediating(now(), now().resident(), START)
  const refusals: [object, string][] = [
    [{ duties: [] }, 'no-duties'],
    [{ duties: [duty({ kind: 'pay', amount: null })] }, 'no-amount'],
    [{ duties: [duty({ kind: 'pay', amount: { fen: 100, approx: false }, due: null })] }, 'no-day'],
    [{ duties: [duty({ due: '2026-11-24' })] }, 'past'],
  ]
  for (const [more, refused] of refusals)
    expect(await act(now(), officer, START, recordAgreement, await given(id, more))).toMatchObject({
      refused,
    })
  expect(await caseRow(now(), id)).toMatchObject({ state: 'MEDIATING' })
  expect(await now().rows('counters')).not.toContainEqual(expect.objectContaining({ kind: 'written' }))
})

test.each([
  ['MF-DV', 'domestic-violence'],
  ['LF-BD', 'boundary'],
  ['EX-ST', 'land-taking'],
] as const)('no paper on what no agreement may settle (%s)', async (category, refused) => {
  const { officer } = now()
  const id = await mediating(now(), now().resident(), START)
  await recategorised(now(), id, category, START)
  expect(await act(now(), officer, START, recordAgreement, await given(id))).toMatchObject({ refused })
  expect(await now().rows('agreements')).toEqual([])
})

test('a new agreement takes the place of the old one', async () => {
  const { officer, leader } = now()
  const id = await agreed(now(), now().resident(), START)
  const old = await dueKeys(now(), 'breach')
  await now().does(leader.at, START, async (books) => {
    const c = await held(books, id)
    await mustAdvance(books, c, 'BREACHED', { roles: ['system'], facts: { overdueDuties: 1 } })
    await mustAdvance(books, c, 'MEDIATING', { roles: ['mediator'], facts: { consent: 'both' } })
  })
  const duties = [duty({ what: '再退一尺', due: '2027-01-10' })]
  expect(await act(now(), officer, START + DAY, recordAgreement, await given(id, { duties }))).toMatchObject({
    agreement: '（2026）热人调字第0002号',
  })
  const states = (await now().rows('duties')).map((row) => [row.agreement_id, row.state])
  const [inForce] = (await now().rows('agreements')).filter((row) => row.replaced_at === null)
  expect(states.filter(([, state]) => state === 'replaced')).toHaveLength(1)
  expect(states).toContainEqual([inForce?.id, 'open'])
  expect((await now().rows('agreements')).filter((row) => row.replaced_at === null)).toHaveLength(1)
  const open = await dueKeys(now(), 'breach')
  expect(open).toHaveLength(1)
  expect(open).not.toEqual(old)
  expect((await now().rows('rounds')).filter(({ state }) => state === 'planned').length).toBe(
    (await dueKeys(now(), 'revisit')).length / 2,
  )
})

test('a police paper is for no court to confirm', async () => {
  const { officer } = now()
  const from = now().resident()
  const id = await mediating(now(), from, START, wall(), 'PSM')
  await act(now(), officer, START, recordAgreement, await given(id))
  expect(await toldOf(now(), from, 'agreed')).toHaveLength(1)
  expect(await toldOf(now(), from, 'confirmable')).toEqual([])
})

test('at night nobody is woken: the sides hear of it in the morning', async () => {
  const { officer } = now()
  const from = now().resident()
  const id = await mediating(now(), from, START)
  const late = at('2026-11-25', '22:00')
  await act(now(), officer, late, recordAgreement, await given(id))
  expect(await toldOf(now(), from, 'agreed')).toEqual([])
  await now().until(at('2026-11-26', '08:00'))
  expect(await toldOf(now(), from, 'agreed')).toHaveLength(1)
  expect(await toldOf(now(), from, 'confirmable')).toHaveLength(1)
})

test('not before the mediation, not by strangers, not on an old page', async () => {
  const { officer, other } = now()
  const early = await claimed(now(), now().resident(), START)
  expect(await act(now(), officer, START, recordAgreement, await given(early))).toMatchObject({
    refused: 'unlisted',
  })
  const id = await mediating(now(), now().resident(), START)
  const seen = await given(id)
  expect(await act(now(), other, START, recordAgreement, seen)).toMatchObject({ refused: 'no-such-case' })
  await act(now(), officer, START, recordAgreement, seen)
  expect(await act(now(), officer, START, recordAgreement, seen)).toMatchObject({ refused: 'moved-on' })
})
