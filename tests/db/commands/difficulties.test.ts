// A difficulty from the first word to "solved": promised, taken, put off, answered, and every way in which it might be forgotten.
import { describe, expect, test } from 'vitest'
import { fileRequest } from '../../../db/commands/file-request.ts'
import { rateRequest } from '../../../db/commands/rate-request.ts'
import { tellStatus } from '../../../db/commands/tell-status.ts'
import { caseToRequest, requestToCase } from '../../../db/commands/turn-request.ts'
import {
  answerRequest,
  passRequest,
  putOffRequest,
  showRequest,
  takeRequest,
} from '../../../db/commands/work-request.ts'
import { views } from '../../../db/queries/index.ts'
import { matters } from '../../../db/queries/matters.ts'
import { violationsOf } from '../../../flows/casework/invariant/rules.ts'
import type { Instant } from '../../../flows/core/event.ts'
import type { Address } from '../../../flows/core/ports.ts'
import type { Notice } from '../../../flows/notices/notice.ts'
import { filed, report } from '../case.ts'
import { at, DAY, MINUTE, type Station, station } from '../station.ts'
import { about, act, caseRow, dueKeys, pathOf, toldOf } from './a-case.ts'

/** A Wednesday morning. */
const START = at('2026-11-25', '10:12')
const now = station(START)

const WORDS = '我家停电三天了，电线断了'
let talks = 0

const tells = (from: Address, when: Instant = START, text = WORDS) =>
  act(now(), from, when, fileRequest, {
    conversation: `need-${talks++}`,
    story: { text, files: [] },
    kind: 'utilities',
    place: { village: 'jia', text: null },
    phone: '13900000001',
    how: null,
    name: '甲',
  })

const rowOf = async (s: Station, id: string) => (await s.rows('requests')).find((one) => one.id === id)!
const rev = async (s: Station, id: string) => Number((await rowOf(s, id)).rev)
const cards = async (s: Station, to: Address) =>
  (await toldOf(s, to, 'request')).map(({ why, buttons }) => [why, buttons.map(({ does }) => does).join()])
const news = async (s: Station, to: Address) =>
  (await s.told(to)).flatMap(({ notice }) =>
    notice.kind === 'requestNews' ? [notice as Extract<Notice, { kind: 'requestNews' }>] : [],
  )
const whats = async (s: Station, to: Address) => (await news(s, to)).map(({ what }) => what)

describe('told and promised', () => {
  test('a number of its own, three working days, a card without a word of it', async () => {
    const s = now()
    const who = s.resident()
    const told = await tells(who)
    expect(told).toMatchObject({ number: 'RDK-2026-0001', promisedBy: at('2026-11-30', '10:12') })
    const [card] = await toldOf(s, s.officer.at, 'request')
    expect(card).toMatchObject({ why: 'new', ref: 'RDK-2026-0001', about: { village: '示例甲村' } })
    expect(JSON.stringify(card)).not.toMatch(/停电|13900000001|甲方/)
    // The other village's officer is not asked.
    expect(await cards(s, s.other.at)).toEqual([])
    const row = await rowOf(s, told.request)
    expect(row).toMatchObject({ state: 'open', kind: 'utilities', leader_id: s.leader.person })
    expect(JSON.stringify(row)).not.toMatch(/停电|13900000001/)
    expect((await dueKeys(s, 'request')).sort()).toEqual([
      `request:${told.request}:accept`,
      `request:${told.request}:promise`,
    ])
    expect((await tells(s.resident())).number).toBe('RDK-2026-0002')
  })

  test('told again in the same talk it is the same one', async () => {
    const s = now()
    const who = s.resident()
    const first = await tells(who)
    talks--
    expect(await tells(who)).toEqual(first)
    talks--
    expect((await tells(s.resident())).number).not.toBe(first.number)
  })
})

describe('worked on', () => {
  test('taken, read, answered, solved; whoever asked is told each time', async () => {
    const s = now()
    const who = s.resident()
    const { request, number } = await tells(who)
    await act(s, s.officer, START + MINUTE, takeRequest, { request, rev: 1 })
    expect(await act(s, s.other, START + 2 * MINUTE, takeRequest, { request, rev: 1 })).toMatchObject({
      refused: 'no-such-case',
    })
    expect(await act(s, s.leader, START + 2 * MINUTE, takeRequest, { request, rev: 1 })).toMatchObject({
      refused: 'taken',
    })
    expect(await act(s, s.officer, START + 3 * MINUTE, showRequest, { request })).toMatchObject({
      words: WORDS,
      phone: '13900000001',
      name: '甲',
      owner: '示例驻村民警甲',
    })
    for (const nobody of [s.mediator, s.grid, s.other])
      expect(await act(s, nobody, START + 3 * MINUTE, showRequest, { request })).toMatchObject({
        refused: 'no-such-case',
      })
    expect(
      await act(s, s.officer, START + 4 * MINUTE, answerRequest, {
        request,
        rev: await rev(s, request),
        result: 'done',
        text: '供电所下午来修',
        told: null,
      }),
    ).toMatchObject({ state: 'answered' })
    expect(await whats(s, who)).toEqual(['taken', 'answered'])
    expect((await news(s, who)).at(-1)?.words).toBe('供电所下午来修')
    const opened = await s.until(START + 5 * MINUTE)
    expect(opened.map(({ event }) => event)).toMatchObject([{ flow: 'requestsolved', given: { request } }])
    expect(await act(s, who, START + DAY, rateRequest, { request, solved: 'yes' })).toMatchObject({
      state: 'solved',
    })
    const row = await rowOf(s, request)
    expect(row).toMatchObject({ state: 'solved', owner_id: s.officer.person })
    expect(Number(row.told_at)).toBe(START + 4 * MINUTE)
    expect(await dueKeys(s, 'request')).toEqual([])
    expect(await act(s, who, START + DAY, tellStatus, { number })).toMatchObject({ state: 'request-solved' })
    expect(await act(s, s.resident(), START + DAY, tellStatus, { number })).toMatchObject({
      refused: 'no-such-case',
    })
  })

  test('not solved goes back to its owner twice, with a new promise; then a leader is asked', async () => {
    const s = now()
    const who = s.resident()
    const { request } = await tells(who)
    const answers = async (when: Instant) =>
      act(s, s.officer, when, answerRequest, {
        request,
        rev: await rev(s, request),
        result: 'done' as const,
        text: '在修了',
        told: null,
      })
    for (const day of [0, 1]) {
      await answers(START + day * DAY + MINUTE)
      expect(
        await act(s, who, START + day * DAY + 2 * MINUTE, rateRequest, { request, solved: 'no' }),
      ).toMatchObject({ state: 'taken', promisedBy: expect.any(Number) })
      expect(await dueKeys(s, 'request')).toEqual([`request:${request}:promise`])
    }
    await answers(START + 2 * DAY)
    expect(await act(s, who, START + 2 * DAY + MINUTE, rateRequest, { request, solved: 'no' })).toMatchObject(
      {
        state: 'answered',
        promisedBy: null,
      },
    )
    expect((await cards(s, s.officer.at)).map(([why]) => why)).toEqual(['new', 'again', 'again'])
    expect((await cards(s, s.leader.at)).map(([why]) => why)).toEqual(['unsolved'])
  })

  test('put off with a reason: a new promise, told in plain words; a past day or a day off is none', async () => {
    const s = now()
    const who = s.resident()
    const { request } = await tells(who)
    const put = (until: string) =>
      act(s, s.officer, START + MINUTE, putOffRequest, { request, rev: 1, reason: '等材料', until })
    expect(await put('2026-11-24')).toMatchObject({ refused: 'past' })
    expect(await put('2026-12-05')).toMatchObject({ refused: 'not-worked' })
    expect(await put('2026-12-04')).toMatchObject({ promisedBy: at('2026-12-04', '18:00') })
    expect((await news(s, who)).at(-1)).toMatchObject({
      what: 'later',
      words: '等材料',
      by: at('2026-12-04', '18:00'),
    })
    expect(Number((await rowOf(s, request)).reason_at)).toBe(START + MINUTE)
    // The old promise is let go of: nobody is called late on it.
    await s.until(at('2026-12-02', '12:00'))
    expect(await whats(s, who)).toEqual(['later'])
  })

  test('passed on: whoever asked learns to whom', async () => {
    const s = now()
    const who = s.resident()
    const { request } = await tells(who)
    const given = { request, rev: 1, unit: '镇民政办', text: '找二楼', told: null }
    expect(await act(s, s.officer, START, passRequest, given)).toMatchObject({ state: 'passed-on' })
    expect((await news(s, who)).at(-1)).toMatchObject({ what: 'passed', unit: '镇民政办', words: '找二楼' })
    expect(await act(s, s.officer, START, passRequest, given)).toMatchObject({ refused: 'moved-on' })
  })
})

describe('begun by words and by buttons', () => {
  const opens = (from: Address, flow: string, number: string | null) =>
    now().asks(from, START, { do: 'open', with: { flow, number } })

  test('its number goes where a case number goes; without one it is the only one in hand', async () => {
    const s = now()
    const who = s.resident()
    const { request, number } = await tells(who)
    expect(await opens(s.officer.at, 'show', number)).toMatchObject({
      flow: 'requestshow',
      given: { request },
    })
    expect(await opens(s.officer.at, 'requestanswer', null)).toMatchObject({ refused: 'nothing-to-do' })
    expect(await opens(s.officer.at, 'requesttake', null)).toMatchObject({
      given: { request, byHand: false },
    })
    await act(s, s.officer, START, takeRequest, { request, rev: 1 })
    expect(await opens(s.officer.at, 'requestanswer', null)).toMatchObject({ given: { request, rev: 2 } })
    for (const [chat, flow] of [
      [s.mediator.at, 'show'],
      [s.other.at, 'requestanswer'],
      [s.officer.at, 'contact'],
      [who, 'requestshow'],
    ] as const)
      expect(await opens(chat, flow, number)).toMatchObject({ refused: 'no-such-case' })
    const [card] = await toldOf(s, s.officer.at, 'request')
    const [button] = card?.buttons ?? []
    expect(
      await s.asks(s.officer.at, START, { do: 'press', with: { button: button?.id ?? '' } }),
    ).toMatchObject({ flow: 'requesttake', given: { request } })
  })

  test('进度 lists it beside the cases of whoever asked, and nobody else’s', async () => {
    const s = now()
    const who = s.resident()
    const { number } = await tells(who)
    await filed(s, who, START)
    const { given } = (await opens(who, 'status', null)) as { given: { matters: { number: string }[] } }
    expect(given.matters.map((one) => one.number)).toEqual(['RD-2026-0001', number])
    expect(await opens(who, 'status', number)).toMatchObject({ given: { matters: [{ number }] } })
    expect(await opens(s.resident(), 'status', number)).toMatchObject({ refused: 'no-such-case' })
  })
})

describe('nobody forgets it', () => {
  test('not taken: officers and leader, then the chief too, then every morning', async () => {
    const s = now()
    await tells(s.resident())
    await s.until(at('2026-11-25', '14:30'))
    expect((await cards(s, s.leader.at)).map(([why]) => why)).toEqual(['notTaken'])
    expect(await cards(s, s.chief.at)).toEqual([])
    await s.until(at('2026-11-25', '18:40'))
    expect((await cards(s, s.chief.at)).map(([why]) => why)).toEqual(['notTaken'])
    await s.until(at('2026-11-26', '09:30'))
    expect((await cards(s, s.chief.at)).map(([why]) => why)).toEqual(['notTaken', 'notTaken'])
    expect((await dueKeys(s, 'request')).length).toBe(2)
  })

  test('the promise: a day before to its owner, over to the leader every day, and one kind word', async () => {
    const s = now()
    const who = s.resident()
    const { request } = await tells(who)
    await act(s, s.officer, START, takeRequest, { request, rev: 1 })
    await s.until(at('2026-11-29', '10:30'))
    expect((await cards(s, s.officer.at)).map(([why]) => why)).toEqual(['new', 'soon'])
    await s.until(at('2026-12-02', '09:30'))
    expect((await cards(s, s.leader.at)).map(([why]) => why)).toEqual(['late', 'late', 'late'])
    expect(await whats(s, who)).toEqual(['taken', 'broken'])
  })

  test('at night nobody is woken: they are told in the morning, and only then asked', async () => {
    const s = now()
    const who = s.resident()
    const { request } = await tells(who)
    const night = at('2026-11-25', '23:00')
    await act(s, s.officer, night, answerRequest, {
      request,
      rev: 1,
      result: 'done',
      text: '修好了',
      told: null,
    })
    expect(await whats(s, who)).toEqual([])
    expect(await dueKeys(s, 'request')).toEqual([`request:${request}:tell`])
    const opened = await s.until(at('2026-11-26', '08:05'))
    expect(await whats(s, who)).toEqual(['answered'])
    expect(opened).toHaveLength(1)
    expect(Number((await rowOf(s, request)).told_at)).toBe(at('2026-11-26', '08:00'))
  })

  test('the invariant holds at every step, and names a promise that was broken', async () => {
    const s = now()
    const who = s.resident()
    const { request } = await tells(who)
    const wrong = (when: Instant) =>
      s.does(s.chief.at, when, async (books) =>
        (await matters(books)).flatMap((one) => violationsOf(one, when)).map(({ code }) => code),
      )
    expect(await wrong(START)).toEqual([])
    await act(s, s.officer, START, takeRequest, { request, rev: 1 })
    expect(await wrong(START)).toEqual([])
    const monday = at('2026-11-30', '11:00')
    await s.until(monday)
    expect(await wrong(monday)).toEqual(['no-answer'])
    const night = at('2026-11-30', '23:00')
    await act(s, s.officer, night, answerRequest, {
      request,
      rev: await rev(s, request),
      result: 'cannot',
      text: '要等开春',
      told: null,
    })
    expect(await wrong(night)).toEqual([])
    const morning = at('2026-12-01', '08:30')
    expect(await s.until(morning)).toEqual([])
    expect(await wrong(morning)).toEqual([])
    expect(await whats(s, who)).toEqual(['taken', 'broken', 'answered'])
  })

  test('whoever is at risk is told by an officer, who is asked every day until they have', async () => {
    const s = now()
    const who = s.resident()
    const { request } = await tells(who)
    await s.does(who, START, (books) => books.setAddress(books.actor.address!, { atRisk: true }))
    const answer = async (told: 'told' | 'notyet', when: Instant) =>
      act(s, s.officer, when, answerRequest, {
        request,
        rev: await rev(s, request),
        result: 'done' as const,
        text: '办好了',
        told,
      })
    await answer('notyet', START + MINUTE)
    expect(await news(s, who)).toEqual([])
    expect((await cards(s, s.officer.at)).at(-1)).toEqual(['tellThem', 'answerRequest'])
    await s.until(START + DAY + 2 * MINUTE)
    expect((await cards(s, s.officer.at)).map(([why]) => why)).toEqual(['new', 'tellThem', 'tellThem'])
    await answer('told', START + 2 * DAY)
    expect(await dueKeys(s, 'request')).toEqual([])
    expect((await rowOf(s, request)).told_at).not.toBeNull()
    expect(await news(s, who)).toEqual([])
  })
})

describe('the one becomes the other', () => {
  test('a report that is a difficulty: the case ends, nothing is told twice', async () => {
    const s = now()
    const who = s.resident()
    const told = report({
      narrative: { text: WORDS, files: [] },
      category: 'ND-HP',
      counterpart: null,
      grudgeYears: null,
    })
    const dispute = await filed(s, who, START, told)
    const [card] = await toldOf(s, s.leader.at, 'newCase')
    expect(card?.buttons.map(({ does }) => does)).toEqual(['asRequest', 'screen'])
    const made = await act(s, s.officer, START + MINUTE, caseToRequest, {
      ...(await about(s, dispute)),
      kind: 'utilities',
    })
    expect(made).toMatchObject({ request: expect.stringMatching(/^RDK-/), promisedBy: expect.any(Number) })
    expect((await pathOf(s, dispute)).at(-1)).toBe('REJECTED')
    expect(await caseRow(s, dispute)).toMatchObject({ category: 'ND-HP', end_reason: 'difficulty' })
    expect(await whats(s, who)).toEqual(['opened'])
    const [row] = await s.rows('requests')
    expect(await act(s, s.officer, START + MINUTE, showRequest, { request: String(row!.id) })).toMatchObject({
      words: WORDS,
      phone: '13900000001',
      name: '甲方',
    })
  })

  test('a difficulty that is a quarrel: a case in its words, its files and its reporter', async () => {
    const s = now()
    const who = s.resident()
    const photo = await s.store.files.put(
      { type: 'image/png', name: 'a.png', bytes: new Uint8Array([1, 2, 3]), by: who },
      START,
    )
    const { request } = await act(s, who, START, fileRequest, {
      conversation: `need-${talks++}`,
      story: { text: '邻居修墙占了我家地', files: [photo] },
      kind: 'other',
      place: { village: 'jia', text: null },
      phone: null,
      how: null,
      name: null,
    })
    expect((await s.store.files.get(photo.id, s.officer.at, START))?.bytes).toEqual(Buffer.from([1, 2, 3]))
    expect(await s.store.files.get(photo.id, s.other.at, START)).toBeNull()
    const made = await act(s, s.officer, START, requestToCase, { request, rev: 1 })
    const { dispute_id: dispute } = await rowOf(s, request)
    expect(made).toMatchObject({ state: 'passed-on', case: expect.stringMatching(/^RD-/) })
    const row = await caseRow(s, String(dispute))
    expect(row).toMatchObject({ state: 'SCREENING', category: 'NB-WL', source: 'chat', village: 'jia' })
    expect(await whats(s, who)).toEqual(['case'])
    const number = String(row.number)
    expect(await act(s, who, START, tellStatus, { number })).toMatchObject({ state: 'SCREENING' })
    expect((await s.store.files.get(photo.id, s.officer.at, START))?.bytes).toEqual(Buffer.from([1, 2, 3]))
    expect(await dueKeys(s, 'request')).toEqual([])
  })

  test('on the staff page it stands beside the cases, for those who may know of it', async () => {
    const s = now()
    const { number } = await tells(s.resident())
    const see = (who: typeof s.officer) =>
      s.does(who.at, START, async (books) => ({
        lines: (await views.cases(books)).map((line) => line.number),
        story: (await views.story(books, number))?.narrative ?? null,
      }))
    expect(await see(s.officer)).toEqual({ lines: [number], story: WORDS })
    expect(await see(s.mediator)).toEqual({ lines: [], story: null })
    expect(await see(s.other)).toEqual({ lines: [], story: null })
  })
})
