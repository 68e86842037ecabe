// T16b: the guarded revisit. Until the phrase was said nothing that leaves for either phone tells what it is about.
import { describe, expect, test } from 'vitest'
import type { Event } from '../../../flows/core/event.ts'
import type { Notice } from '../../../flows/notices/notice.ts'
import { toldOf } from '../commands/a-case.ts'
import { at, DAY, embedded, HOUR, MINUTE, onServer, station } from '../station.ts'
import { asked, DURESS, guarded, PHRASE, plan, planned } from './guarded.ts'
import { phone } from './phone.ts'

/** A Wednesday. */
const START = at('2026-11-25', '10:12')
const NEUTRAL = '您好，之前预约的服务，方便时请回复。'
const BLAND = '好的，打扰了，谢谢。'

/** What must stand in nothing that somebody else could read on her phone or his. */
const CASE_WORDS =
  /纠纷|派出所|民警|警|案|编号|RD-|家暴|打人|调解|回访|安全|保护|110|police|officer|station|case|report|mediation|violence|safe|revisit|家|老公|暗号|联系计划/iu

const WRONG: [string, Event][] = [
  ['words', { kind: 'text', text: '什么服务？' }],
  ['a greeting', { kind: 'text', text: '你是谁' }],
  ['help', { kind: 'text', text: '帮助' }],
  ['help by its button', { kind: 'help' }],
  ['privacy', { kind: 'text', text: '隐私' }],
  ['a person', { kind: 'text', text: '人工' }],
  ['status', { kind: 'text', text: '进度' }],
  ['a new report', { kind: 'text', text: '登记' }],
  ['to change the plan', { kind: 'text', text: '改联系方式' }],
  ['stop', { kind: 'text', text: '停' }],
  ['stop by its button', { kind: 'stop' }],
  ['deletion', { kind: 'text', text: '删除' }],
  ['cancel', { kind: 'cancel' }],
  ['another language', { kind: 'text', text: 'English' }],
  ['a code', { kind: 'text', text: '绑定 AbCdEfGhIjKlMnOpQrStUv' }],
  ['a code by a link', { kind: 'code', code: 'AbCdEfGhIjKlMnOpQrStUv' }],
  ['a button of a card', { kind: 'press', button: 'b1' }],
  ['a press', { kind: 'pick', question: 'gone', choice: 'yes' }],
  ['a tap', { kind: 'tap', token: 'nothing' }],
  ['a picture', { kind: 'files', files: [], caption: '看这个' }],
  ['a place', { kind: 'place', lat: 29, lon: 99 }],
  ['something unreadable', { kind: 'unreadable', why: 'kind' }],
  ['a form', { kind: 'form', answers: [{ question: 'x', event: { kind: 'text', text: '甲' } }] }],
  ['a changed message', { kind: 'correct', was: '甲', text: '乙' }],
  ['the phrase in a sentence', { kind: 'text', text: `我说${PHRASE}` }],
  ['her name for it', { kind: 'text', text: '派出所的吗？' }],
]

/** All on one database, and a few of those that are alike on the other. */
const databases = [
  ['the embedded database', embedded, WRONG.slice(0, 3)],
  ['a server', onServer, WRONG],
] as const

describe.each(databases)('the guarded revisit on %s', (_name, found, wrong) => {
  const now = station(START, found)

  async function opened(said = plan()) {
    const about = await guarded(now(), START)
    await planned(now(), about, START, said)
    const [hers, his] = [phone(now(), about.wife), phone(now(), about.husband)]
    await hers.news()
    const revisit = await asked(now(), about, START + MINUTE)
    return { ...about, hers, his, revisit }
  }
  const half = async (id: string) => (await now().rows('revisits')).find((row) => row.id === id)!
  const cards = async (): Promise<Extract<Notice, { kind: 'phrase' }>[]> =>
    toldOf(now(), now().officer.at, 'phrase')

  test('the phrase opens it, the questions that matter follow, and the last line says nothing', async () => {
    const { hers, his, revisit } = await opened()
    expect(await hers.until(START + 2 * MINUTE)).toEqual([NEUTRAL])
    expect(await hers.wire()).not.toMatch(CASE_WORDS)
    const said = START + 3 * MINUTE
    expect(await hers.says(said, ' 腌菜 坛子。')).toEqual(['您现在觉得安全吗？'])
    await hers.presses(said, '安全')
    await hers.presses(said, '吵过')
    await hers.says(said, '周一上午在村委会找我')
    expect(await hers.presses(said, '没有了')).toEqual(['收到了。前面这些现在就可以删掉。', BLAND])
    expect(await half(revisit)).toMatchObject({ state: 'answered', mode: 'chat', by: 'A' })
    expect(await his.wire()).toBe('')
    // The phrase is in nothing that was kept, not even in the transcript.
    const vaulted = JSON.stringify([await now().rows('parties'), await now().rows('revisits')])
    expect(vaulted).not.toContain(PHRASE)
    expect(await cards()).toEqual([])
  })

  test.each(wrong)('%s gets the bland line, and the officer a card', async (_what, event) => {
    const { hers, his, revisit } = await opened()
    await hers.until(START + 2 * MINUTE)
    expect(await hers.does(START + 3 * MINUTE, event)).toEqual([BLAND])
    expect(await cards()).toMatchObject([{ why: 'wrong', urgent: false }])
    expect(await half(revisit)).toMatchObject({ state: 'open', mode: 'call' })
    // One try: the phrase comes too late, and whatever else comes is met with the same line.
    expect(await hers.says(START + 4 * MINUTE, PHRASE)).toEqual([BLAND])
    expect(await hers.says(START + 5 * MINUTE, '在吗')).toEqual([BLAND])
    expect(await hers.says(START + 6 * MINUTE, '在不在')).toEqual([BLAND])
    expect((await cards()).map(({ why }) => why)).toEqual(['wrong', 'late', 'again'])
    await hers.until(START + 3 * DAY)
    expect(await hers.wire()).not.toMatch(CASE_WORDS)
    expect(await his.wire()).toBe('')
  })

  test('what no hand has done is no try', async () => {
    const { hers } = await opened()
    await hers.until(START + 2 * MINUTE)
    for (const event of [
      { kind: 'arrive', village: null },
      { kind: 'language', locale: 'en' },
      { kind: 'correct', was: '甲', text: '甲' },
      { kind: 'clock' },
    ] satisfies Event[])
      expect(await hers.does(START + 3 * MINUTE, event)).toEqual([])
    expect(await hers.says(START + 4 * MINUTE, PHRASE)).toEqual(['您现在觉得安全吗？'])
    expect(await cards()).toEqual([])
  })

  test('the call for help looks like a wrong word, and everybody is called until somebody comes', async () => {
    const one = await opened()
    await one.hers.until(START + 2 * MINUTE)
    await one.hers.says(START + 3 * MINUTE, '什么服务')
    const wrong = await one.hers.wire()
    const other = await opened()
    await other.hers.until(START + 2 * MINUTE)
    await other.hers.says(START + 3 * MINUTE, DURESS)
    const words = (wire: string) => wire.replaceAll(/[0-9a-f-]{36}[^"]*/g, 'id').replaceAll(/"seq":\d+/g, '')
    // Byte for byte, but for the names that every message has.
    expect(words(await other.hers.wire())).toBe(words(wrong))
    const row = (await now().rows('disputes')).find(({ id }) => id === other.id)!
    expect(row.state).toBe('EMERGENCY')
    expect((await cards()).at(-1)).toMatchObject({ why: 'duress', urgent: true })
    expect(await toldOf(now(), now().chief.at, 'phrase')).toMatchObject([{ why: 'duress', urgent: true }])
    const alarms = async () => (await toldOf(now(), now().chief.at, 'emergency')).length
    expect(await alarms()).toBe(1)
    await other.hers.until(START + 8 * MINUTE)
    expect(await alarms()).toBe(3)
    expect(await other.hers.wire()).not.toMatch(CASE_WORDS)
    expect(await other.his.wire()).toBe('')
  })

  test('words of danger before the phrase alarm officers, and show nothing', async () => {
    const { hers, id } = await opened()
    await hers.until(START + 2 * MINUTE)
    expect(await hers.says(START + 3 * MINUTE, '他拿刀砍人了')).toEqual([BLAND])
    expect((await now().rows('disputes')).find((row) => row.id === id)!.state).toBe('EMERGENCY')
    expect((await cards()).at(-1)).toMatchObject({ why: 'danger', urgent: true })
    await hers.until(START + HOUR)
    expect(await hers.wire()).not.toMatch(CASE_WORDS)
  })

  test('a day of silence is a card, and nothing more is sent', async () => {
    const { hers, revisit } = await opened()
    expect(await hers.until(START + 30 * DAY)).toEqual([NEUTRAL])
    expect((await cards()).map(({ why }) => why)).toEqual(['silent'])
    expect(await half(revisit)).toMatchObject({ state: 'open', mode: 'call' })
  })

  test('broken off after the phrase: nothing is claimed, nothing is sent, and the proof is over', async () => {
    const { hers, revisit } = await opened()
    await hers.until(START + 2 * MINUTE)
    await hers.says(START + 3 * MINUTE, PHRASE)
    expect(await hers.until(START + HOUR)).toEqual([])
    expect(await half(revisit)).toMatchObject({ state: 'open', mode: 'call' })
    expect((await cards()).map(({ why }) => why)).toEqual(['left'])
  })

  test('what was answered before she had to go is kept, without a word to whoever is there now', async () => {
    const { hers, revisit } = await opened()
    await hers.until(START + 2 * MINUTE)
    await hers.says(START + 3 * MINUTE, PHRASE)
    await hers.presses(START + 4 * MINUTE, '有点怕')
    expect(await hers.until(START + HOUR)).toEqual([])
    expect(await half(revisit)).toMatchObject({ state: 'answered' })
  })

  test('fear ends the questions, and the case is opened again in the same moment', async () => {
    const { hers, id } = await opened()
    await hers.until(START + 2 * MINUTE)
    await hers.says(START + 3 * MINUTE, PHRASE)
    const last = await hers.presses(START + 4 * MINUTE, '很怕')
    expect(last.at(-1)).toBe(BLAND)
    expect((await now().rows('disputes')).find((row) => row.id === id)!.state).not.toBe('REVISITING')
    expect(await toldOf(now(), now().officer.at, 'outcome')).toMatchObject([{ code: 'R-NEWRISK' }])
  })

  test.each([
    ['in its hours', plan(), '11-25 10:13'],
    [
      'tomorrow, when today is over',
      plan({ hours: { from: '08:30', to: '09:30', days: [4], night: false } }),
      '11-26 08:30',
    ],
    [
      'not before its day',
      plan({ hours: { from: '14:00', to: '14:05', days: [7], night: false } }),
      '11-29 14:00',
    ],
    [
      'never at night unless she said so',
      plan({ hours: { from: '20:00', to: '23:00', days: [3], night: false } }),
      '11-25 20:00',
    ],
    [
      'at night where she said so',
      plan({ hours: { from: '22:00', to: '23:00', days: [3], night: true } }),
      '11-25 22:00',
    ],
  ])('it begins %s', async (_when, said, first) => {
    const { hers, revisit } = await opened(said)
    const then = at(`2026-${first.slice(0, 5)}`, first.slice(6))
    expect(await hers.until(then - 1)).toEqual([])
    expect(await hers.until(then + MINUTE)).toEqual([NEUTRAL])
    expect(Number((await half(revisit)).opened_at)).toBeGreaterThanOrEqual(then)
    const [parcel] = (await now().rows('outbox')).filter(
      (row) => row.class === 'once' && Number(row.at) >= then,
    )
    expect(parcel).toBeDefined()
  })

  test('hours that nobody may use are an officer’s task from the start', async () => {
    const { hers, revisit } = await opened(
      plan({ hours: { from: '22:00', to: '23:00', days: [3], night: false } }),
    )
    expect(await hers.until(START + 9 * DAY)).toEqual([])
    expect(await half(revisit)).toMatchObject({ state: 'open', mode: 'call' })
  })

  test('after an outage the hour that is over is not used', async () => {
    const { hers } = await opened(plan({ hours: { from: '10:30', to: '10:40', days: [3], night: false } }))
    const late = at('2026-11-25', '15:00')
    for (const due of await now().store.dues.claim(late, 50, MINUTE))
      if (due.kind === 'act') await now().store.dues.act(due.id, late)
    expect(await hers.until(late + DAY)).toEqual([])
    expect(await hers.until(at('2026-12-02', '10:31'))).toEqual([NEUTRAL])
  })

  test('a plan that is taken back, a stop and a block each end it before it begins', async () => {
    const later = plan({ hours: { from: '14:00', to: '15:00', days: [3], night: false } })
    const takenBack = await opened(later)
    await planned(now(), takenBack, START + HOUR, plan({ way: 'none' }))
    expect(await takenBack.hers.until(START + DAY)).toEqual([])
    const stopped = await opened(later)
    await stopped.hers.says(START + HOUR, '停')
    const blocked = await opened(later)
    await blocked.hers.does(START + HOUR, { kind: 'reach', reachable: false })
    expect(await toldOf(now(), now().officer.at, 'undelivered')).toContainEqual(
      expect.objectContaining({ why: 'blocked' }),
    )
    for (const one of [stopped, blocked]) {
      await one.hers.news()
      expect(await one.hers.until(START + 2 * DAY)).toEqual([])
      expect(await half(one.revisit)).toMatchObject({ state: 'open', mode: 'call' })
    }
  })

  test('an unknown delivery is a task, and is never repeated', async () => {
    const { hers, wife } = await opened()
    await hers.until(START + 2 * MINUTE)
    const soon = START + 3 * MINUTE
    const parcels = await now().store.outbox.claim(soon, 50, MINUTE)
    const line = parcels.find(({ to, content }) => to.id === wife.id && 'reply' in content)!
    expect(line.class).toBe('once')
    await now().store.outbox.sending(line.id)
    await now().store.outbox.unknown(line.id, 'timeout', soon)
    expect(await toldOf(now(), now().officer.at, 'undelivered')).toContainEqual(
      expect.objectContaining({ why: 'timeout' }),
    )
    expect(await hers.until(START + 30 * DAY)).toEqual([])
  })

  test('without a plan, and to the other side, nothing is ever begun', async () => {
    const about = await guarded(now(), START)
    const [hers, his] = [phone(now(), about.wife), phone(now(), about.husband)]
    await hers.news()
    for (const side of ['A', 'B'] as const) {
      const revisit = await asked(now(), about, START, side)
      expect(await half(revisit)).toMatchObject({ mode: 'call' })
    }
    await planned(now(), about, START)
    await asked(now(), about, START, 'B')
    expect(await hers.until(START + 9 * DAY)).toEqual([])
    expect(await his.wire()).toBe('')
  })
})
