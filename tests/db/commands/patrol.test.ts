// Rounds of screening on real books: lead, zero, voice and silence in four villages; who is asked, reminded, and told of the end.
import { describe, expect, test } from 'vitest'
import type { Json } from '../../../flows/core/event.ts'
import type { Address } from '../../../flows/core/ports.ts'
import type { LookoutGiven, ZeroGiven } from '../../../flows/lookout/commands.ts'
import type { Notice } from '../../../flows/notices/notice.ts'
import { at, type Colleague, DAY, HOUR, onServer, type Station, station } from '../station.ts'

const START = at('2026-11-23', '10:12')
const VILLAGES = ['jia', 'yi', 'bing', 'ding', 'wu']
const FILE = {
  name: '示例派出所',
  phone: '110',
  demo: true,
  villages: VILLAGES.map((code, n) => ({ code, name: `示例${'甲乙丙丁戊'[n]}村` })),
}

type Kind<K extends Notice['kind']> = Extract<Notice, { kind: K }>
const cards = async <K extends Notice['kind']>(now: Station, to: Address, kind: K): Promise<Kind<K>[]> =>
  (await now.told(to)).flatMap(({ notice }) => (notice.kind === kind ? [notice as Kind<K>] : []))

type People = { jia: Colleague; yi: Colleague; bing: Colleague; ding: Colleague }
/** Four villages with somebody who looks after each; nobody looks after the fifth. */
async function peopled(now: Station): Promise<People> {
  await now.store.admin.importStation(FILE, START)
  for (const { person } of [now.mediator, now.grid]) await now.store.admin.revoke(person, START)
  return {
    jia: await now.hires('示例网格员甲', ['grid'], ['jia']),
    yi: await now.hires('示例村干部乙', ['cadre'], ['yi']),
    bing: await now.hires('示例调解员丙', ['mediator'], ['bing']),
    ding: await now.hires('示例村干部丁', ['cadre'], ['ding']),
  }
}

const plan = (more: object = {}) => ({
  do: 'planPatrol',
  with: { villages: VILLAGES, method: 'chat', at: null, wait: { days: 2 }, repeat: 'none', ...more } as Json,
})

async function presses<G>(now: Station, who: Colleague, does: string, when: number): Promise<G> {
  const [card] = (await cards(now, who.at, 'patrolAsk')).slice(-1)
  const button = card?.buttons.find((one) => one.does === does)
  if (!button) throw new Error('no such button')
  const opened = await now.asks(who.at, when, { do: 'press', with: { button: button.id } })
  return (opened as unknown as { given: G }).given
}
const zero = async (now: Station, who: Colleague, when: number) => {
  const { asks } = await presses<ZeroGiven>(now, who, 'zero', when)
  return now.asks(who.at, when, { do: 'answerPatrol', with: { asks, what: 'zero', households: null } })
}
const lead = (
  now: Station,
  who: Colleague,
  when: number,
  ask: string,
  story: object,
  conversation = 'talk',
) =>
  now.asks(who.at, when, {
    do: 'fileLead',
    with: { conversation, ask, story: { text: '', files: [], ...story }, danger: [] } as Json,
  })

function rounds(now: () => Station): void {
  test('four villages: a lead, a zero, a voice, and silence that is no zero', async () => {
    const here = now()
    const { jia, yi, bing, ding } = await peopled(here)
    const begun = await here.asks(here.leader.at, START, plan())
    expect(begun).toMatchObject({ no: 20260001, state: 'open', asked: 4, nobody: ['wu'] })
    expect(await cards(here, here.leader.at, 'patrolBegun')).toMatchObject([
      { asked: 4, nobody: ['示例戊村'], buttons: [{ does: 'patrolled' }] },
    ])
    for (const [who, village] of [
      [jia, '示例甲村'],
      [ding, '示例丁村'],
    ] as const)
      expect(await cards(here, who.at, 'patrolAsk')).toMatchObject([
        { villages: [village], again: false, buttons: [{ does: 'zero' }, { does: 'lookout' }] },
      ])

    // One message: a case of the usual kind, found on a round, in the village that was asked about.
    const { ask } = await presses<LookoutGiven>(here, jia, 'lookout', START + HOUR)
    const told = await lead(here, jia, START + HOUR, ask, { text: '王家和李家为院墙占地吵了几天。' })
    expect(told).toMatchObject({ number: 'RD-2026-0001', voice: false, must: false, urgent: false })
    // Two quarrels of one kind in one village are two: who heard of both is a grid worker, and not twice the same reporter.
    const other = await lead(here, jia, START + HOUR, ask, { text: '孙家和周家为院墙也在吵。' }, 'other')
    expect(other).toMatchObject({ number: 'RD-2026-0002' })
    expect(await here.rows('dispute_links')).toEqual([])
    // A child and blows at home: what must be reported.
    const second = await lead(here, jia, START + HOUR, ask, { text: '村里有个学生天天被同学打，不敢上学。' })
    expect(second).toMatchObject({ must: true })
    expect(await zero(here, yi, START + HOUR)).toMatchObject({ what: 'zero', over: false })
    const voice = await presses<LookoutGiven>(here, bing, 'lookout', START + HOUR)
    const spoken = { files: [{ id: 'v1', type: 'audio/ogg', seconds: 20 }] }
    expect(await lead(here, bing, START + HOUR, voice.ask, spoken)).toMatchObject({
      voice: true,
      must: false,
    })

    const disputes = (await here.rows('disputes')).sort((a, b) =>
      String(a.number).localeCompare(String(b.number)),
    )
    expect(disputes.map(({ source, village, reporter_role: role }) => [source, village, role])).toEqual([
      ['patrol', 'jia', 'GRID'],
      ['patrol', 'jia', 'GRID'],
      ['patrol', 'jia', 'GRID'],
      ['patrol', 'bing', 'CADRE'],
    ])
    // What nobody has heard yet is a draft, and somebody is told to listen.
    expect(disputes.map(({ state }) => state === 'DRAFT')).toEqual([false, false, false, true])
    expect(disputes[0]).toMatchObject({ category: 'NB-WL', state: 'SCREENING' })
    expect((await cards(here, here.leader.at, 'voice')).map(({ facts }) => facts.number)).toEqual([
      'RD-2026-0004',
    ])

    // Nobody is asked again who has answered, and nobody at night.
    await here.until(START + DAY + HOUR)
    expect((await cards(here, ding.at, 'patrolAsk')).map(({ again }) => again)).toEqual([false, true])
    expect(await cards(here, yi.at, 'patrolAsk')).toHaveLength(1)
    await here.until(START + 2 * DAY)
    const [ended, ...more] = await cards(here, here.leader.at, 'patrolEnded')
    expect(more).toEqual([])
    expect(ended).toMatchObject({
      covered: 3,
      total: { asked: 4, answered: 3, zero: 1, lead: 1, voice: 1, silent: 1, leads: 4 },
      next: null,
    })
    expect(
      ended?.villages.map(({ name, answered, silent, zero: none }) => [name, answered, silent, none]),
    ).toEqual([
      ['示例甲村', 1, 0, 0],
      ['示例乙村', 1, 0, 1],
      ['示例丙村', 1, 0, 0],
      ['示例丁村', 0, 1, 0],
      ['示例戊村', 0, 0, 0],
    ])
    // Said too late it is written down as late, and still not lost.
    expect(await zero(here, ding, START + 2 * DAY + HOUR)).toMatchObject({ over: true })
    expect((await here.rows('patrol_asks')).filter(({ answer }) => answer === null)).toEqual([])
    expect((await here.rows('patrols')).map(({ state }) => state)).toEqual(['done'])
    // No word of what was told is in clear anywhere about the round.
    expect(JSON.stringify([await here.rows('patrol_asks'), await here.rows('audit')])).not.toMatch(
      /院墙|同学/,
    )
  })
}

describe('on embedded books', () => {
  const now = station(START)
  rounds(now)

  test('somebody of two villages is asked once, and one village after the other', async () => {
    const here = now()
    await peopled(here)
    const both = await here.hires('示例网格员', ['grid'], ['jia', 'yi'])
    await here.asks(here.leader.at, START, plan({ villages: ['jia', 'yi'] }))
    expect(await cards(here, both.at, 'patrolAsk')).toMatchObject([{ villages: ['示例甲村', '示例乙村'] }])
    const first = await presses<LookoutGiven>(here, both, 'lookout', START)
    const none = { do: 'answerPatrol', with: { asks: [first.ask], what: 'zero', households: 8 } }
    const next = await here.asks(both.at, START, none)
    expect(next).toMatchObject({
      asksOn: { flow: 'lookout', given: { villageName: '示例乙村', more: false } },
    })
    const second = (next as unknown as { asksOn: { given: LookoutGiven } }).asksOn.given
    await lead(here, both, START, second.ask, { text: '两家为水渠吵。' })
    // Another lead from there, or no more.
    const go = (what: string) =>
      here.asks(both.at, START, { do: 'answerPatrol', with: { asks: [second.ask], what, households: null } })
    expect(await go('told')).toMatchObject({ asksOn: { given: { villageName: '示例乙村', more: true } } })
    expect(await go('enough')).not.toHaveProperty('asksOn')
    // A zero takes no lead back, and the same talk files nothing twice.
    expect(await go('zero')).toMatchObject({ kept: true })
    expect((await here.rows('patrol_asks')).filter(({ person_id: id }) => id === both.person)).toMatchObject([
      { village: 'jia', answer: 'zero', households: 8 },
      { village: 'yi', answer: 'lead' },
    ])
  })

  test('whoever was asked may simply tell it, of the village that they name; nobody else is overheard', async () => {
    const here = now()
    const { bing } = await peopled(here)
    const both = await here.hires('示例网格员', ['grid'], ['jia', 'yi'])
    const told = (text: string) => ({
      do: 'open',
      with: { flow: 'lookout', number: null, said: { text, files: [] } } as Json,
    })
    expect(await here.asks(both.at, START, told('两家吵架'))).toMatchObject({ refused: 'no-round' })
    await here.asks(here.leader.at, START, plan({ villages: ['jia', 'yi'] }))
    expect(await here.asks(both.at, START, told('示例乙村两家为水渠吵'))).toMatchObject({
      flow: 'lookout',
      given: { villageName: '示例乙村', said: { text: '示例乙村两家为水渠吵' } },
    })
    expect(await here.asks(bing.at, START, told('两家吵架'))).toMatchObject({ refused: 'no-round' })
    expect(await here.asks(here.resident(), START, told('两家吵架'))).toMatchObject({
      refused: 'no-such-case',
    })
    // Answered for every village: what they tell then is no lead of the round by itself.
    await zero(here, both, START)
    expect(await here.asks(both.at, START, told('两家吵架'))).toMatchObject({ refused: 'no-round' })
  })

  test('those who look after every village are asked where nobody looks after it by name', async () => {
    const here = now()
    const local = await here.hires('示例网格员甲', ['grid'], ['jia'])
    const all = [here.mediator, here.grid]
    await here.asks(here.leader.at, START, plan({ villages: ['jia', 'yi'] }))
    expect(await cards(here, local.at, 'patrolAsk')).toMatchObject([{ villages: ['示例甲村'] }])
    for (const { at: to } of all)
      expect(await cards(here, to, 'patrolAsk')).toMatchObject([{ villages: ['示例乙村'] }])
    expect(await cards(here, here.officer.at, 'patrolAsk')).toEqual([])
  })

  test('a repeated round comes again by itself until it is stopped', async () => {
    const here = now()
    await peopled(here)
    const morning = at('2026-11-24', '09:00')
    await here.asks(
      here.leader.at,
      START,
      plan({ villages: ['jia'], at: morning, wait: { days: 1 }, repeat: 'daily' }),
    )
    await here.until(morning + 2 * DAY + HOUR)
    const all = (await here.rows('patrols')).sort((a, b) => Number(a.no) - Number(b.no))
    expect(all.map(({ no, state, at: begins }) => [Number(no), state, Number(begins)])).toEqual([
      [20260001, 'done', morning],
      [20260002, 'done', morning + DAY],
      [20260003, 'open', morning + 2 * DAY],
    ])
    expect(await cards(here, here.leader.at, 'patrolEnded')).toHaveLength(2)
    const open = String(all[2]?.id)
    const change = (what: object) =>
      here.asks(here.leader.at, morning + 2 * DAY + HOUR, {
        do: 'changePatrol',
        with: { patrol: open, change: what } as Json,
      })
    // Longer than until the next one begins it cannot wait; stopped, it can.
    expect(await change({ to: 'until', wait: { days: 3 } })).toMatchObject({ refused: 'overlaps' })
    const late = { until: morning + 3 * DAY + HOUR / 2 }
    expect(await change({ to: 'until', wait: late })).toMatchObject({ refused: 'overlaps' })
    expect(await change({ to: 'at', at: null })).toMatchObject({ refused: 'begun' })
    expect(await change({ to: 'once' })).toMatchObject({ repeat: 'none' })
    expect(await change({ to: 'until', wait: { days: 3 } })).toMatchObject({ until: morning + 5 * DAY })
    await here.until(morning + 4 * DAY)
    expect((await here.rows('patrols')).filter(({ state }) => state === 'open')).toHaveLength(1)
    await here.until(morning + 9 * DAY)
    expect(await here.rows('patrols')).toHaveLength(3)
  })

  test('a planned round is moved and called off; nobody was asked', async () => {
    const here = now()
    const { jia } = await peopled(here)
    const planned = await here.asks(here.leader.at, START, plan({ at: START + DAY }))
    expect(planned).toMatchObject({ state: 'planned', asked: 0 })
    const [row] = await here.rows('patrols')
    const change = (what: object) =>
      here.asks(here.leader.at, START, {
        do: 'changePatrol',
        with: { patrol: String(row?.id), change: what } as Json,
      })
    expect(await change({ to: 'at', at: START - HOUR })).toMatchObject({ refused: 'past' })
    expect(await change({ to: 'at', at: START + 2 * DAY })).toMatchObject({ until: START + 4 * DAY })
    expect(await change({ to: 'until', wait: { until: START + 2 * DAY } })).toMatchObject({
      refused: 'too-short',
    })
    expect(await change({ to: 'cancel' })).toMatchObject({ state: 'cancelled' })
    expect(await change({ to: 'cancel' })).toMatchObject({ refused: 'ended' })
    await here.until(START + 5 * DAY)
    expect(await cards(here, jia.at, 'patrolAsk')).toEqual([])
  })

  test('danger in a lead opens the emergency, and whoever told it gets the number', async () => {
    const here = now()
    const { jia } = await peopled(here)
    await here.asks(here.leader.at, START, plan({ villages: ['jia'] }))
    const { ask } = await presses<LookoutGiven>(here, jia, 'lookout', START)
    const told = await lead(here, jia, START, ask, { text: '他现在拿刀在村口要砍人！' })
    expect(told).toMatchObject({ number: 'RD-2026-0001', urgent: true })
    expect((await here.rows('disputes'))[0]).toMatchObject({ state: 'EMERGENCY', level: 'RED' })
  })

  test('leaders lead where they look after; their words do nothing for others', async () => {
    const here = now()
    const { jia } = await peopled(here)
    const area = await here.hires('示例副所长乙', ['leader'], ['yi'])
    const none = { refused: 'no-such-case' }
    expect(await here.asks(area.at, START, plan({ villages: ['jia'] }))).toMatchObject(none)
    expect(await here.asks(area.at, START, plan({ villages: ['jia', 'yi'] }))).toMatchObject(none)
    await here.asks(here.leader.at, START, plan({ villages: ['jia'] }))
    const [row] = await here.rows('patrols')
    const show = { do: 'showPatrol', with: { patrol: String(row?.id) } }
    for (const who of [area, here.officer, jia])
      expect(await here.asks(who.at, START, show)).toMatchObject(none)
    expect(await here.asks(here.chief.at, START, show)).toMatchObject({ asked: 1, coverage: { covered: 0 } })
    const words = (flow: string) => ({ do: 'open', with: { flow, number: null } })
    for (const who of [here.officer, jia]) {
      expect(await here.asks(who.at, START, words('patrol'))).toMatchObject(none)
      expect(await here.asks(who.at, START, words('patrolled'))).toMatchObject(none)
    }
    expect(await here.asks(here.leader.at, START, words('patrol'))).toMatchObject({
      given: { rounds: [{ label: '第1轮', asked: 1, answered: 0 }] },
    })
    // Only those who were asked answer, and a stranger learns nothing.
    const [asked] = await here.rows('patrol_asks')
    const answer = { do: 'answerPatrol', with: { asks: [String(asked?.id)], what: 'zero', households: null } }
    for (const who of [here.officer.at, here.leader.at, here.resident()]) {
      expect(await here.asks(who, START, answer)).toMatchObject(none)
      expect(
        await lead(here, { person: '', at: who }, START, String(asked?.id), { text: '吵架' }),
      ).toMatchObject(none)
    }
    expect(await here.rows('disputes')).toEqual([])
    expect(await here.asks(here.officer.at, START, words('zero'))).toMatchObject({ refused: 'no-round' })
    expect(await here.asks(here.resident(), START, words('zero'))).toMatchObject(none)
  })
})

describe('on PostgreSQL', () => {
  rounds(station(START, onServer))
})
