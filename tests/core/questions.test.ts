// Each way of asking by itself: what it takes, what it turns away and how it shows what it took.
import { describe, expect, test } from 'vitest'
import type { Event, Json } from '../../flows/core/event.ts'
import { flow } from '../../flows/core/flow.ts'
import { type Asking, DONE, type Question, SKIP, type StepText } from '../../flows/core/question.ts'
import { choose } from '../../flows/core/questions/choose.ts'
import { date, dayOf } from '../../flows/core/questions/date.ts'
import { files } from '../../flows/core/questions/files.ts'
import { list } from '../../flows/core/questions/list.ts'
import { chooseMany, manyOf } from '../../flows/core/questions/many-of.ts'
import { money, yuan } from '../../flows/core/questions/money.ts'
import { number } from '../../flows/core/questions/number.ts'
import { oneOf, yesNo } from '../../flows/core/questions/one-of.ts'
import { phone } from '../../flows/core/questions/phone.ts'
import { ELSEWHERE, place } from '../../flows/core/questions/place.ts'
import { story } from '../../flows/core/questions/story.ts'
import { text } from '../../flows/core/questions/text.ts'
import { coreWords } from '../../flows/core/words.ts'
import { MORNING } from '../talk.ts'

const zh = coreWords('zh')
const asking = (change: Partial<Asking> = {}): Asking => ({
  words: zh,
  known: { given: null },
  now: MORNING,
  draft: null,
  own: { say: '?', label: '标签' },
  ...change,
})
const says = (said: string): Event => ({ kind: 'text', text: said })
const picks = (choice: string): Event => ({ kind: 'pick', question: 'q', choice })
const photo: Event = { kind: 'files', files: [{ id: 'f1', type: 'image/jpeg' }] }
const read = (question: Question, event: Event, change?: Partial<Asking>) =>
  question.read(event, asking(change))
const taken = (question: Question, event: Event, change?: Partial<Asking>): Json => {
  const reading = read(question, event, change)
  if (reading.kind !== 'answer') throw new Error(`not an answer: ${JSON.stringify(reading)}`)
  expect(question.schema.safeParse(reading.value).success).toBe(true)
  return reading.value
}
const turnsAway = (question: Question, event: Event, change?: Partial<Asking>) =>
  expect(read(question, event, change).kind).toBe('unclear')

describe('text', () => {
  const question = text({ min: 2, max: 5 })
  test('is trimmed and kept within bounds, counted as people count', () => {
    expect(taken(question, says('  拆墙 '))).toBe('拆墙')
    expect(read(question, says('拆'))).toEqual({ kind: 'unclear', say: zh.tooShort(2) })
    expect(read(question, says('一二三四五六'))).toEqual({ kind: 'unclear', say: zh.tooLong(5, 6) })
    turnsAway(question, says('👍'))
    expect(taken(question, says('👍👍👍'))).toBe('👍👍👍')
    turnsAway(question, photo)
    expect(question.show('拆墙', asking())).toBe('拆墙')
  })
})

describe('one of', () => {
  const own: StepText = { say: '?', label: '伤', choices: { yes: { label: '有', hears: [] }, no: '没有' } }
  test('a pick, and nothing else', () => {
    expect(taken(yesNo(), picks('yes'))).toBe('yes')
    turnsAway(yesNo(), picks('maybe'))
    turnsAway(yesNo(), says('yes'))
    expect(yesNo().show('yes', asking({ own }))).toBe('有')
    expect(yesNo().show('no', asking({ own }))).toBe('没有')
    expect(yesNo().show('no', asking())).toBe('no')
  })
})

describe('choose', () => {
  const question = choose([{ id: 'a', label: '甲' }], ['new'])
  test('a name or one of the worded answers', () => {
    expect(taken(question, picks('a'))).toBe('a')
    expect(taken(question, picks('new'))).toBe('new')
    turnsAway(question, picks('b'))
    expect(question.show('a', asking())).toBe('甲')
    expect(question.show('new', asking({ own: { say: '', label: '', choices: { new: '新的' } } }))).toBe(
      '新的',
    )
    expect(question.schema.safeParse('b').success).toBe(false)
  })
})

describe('many of', () => {
  const own: StepText = {
    say: '?',
    label: '谁',
    choices: { old: '老人', child: { label: '孩子', hears: ['娃娃'] } },
  }
  const question = manyOf(['old', 'child'])
  test('one press after another, and that is all', () => {
    expect(read(question, picks('child'), { own })).toEqual({ kind: 'more', draft: ['child'] })
    expect(read(question, picks('old'), { own, draft: ['child'] })).toEqual({
      kind: 'more',
      draft: ['old', 'child'],
    })
    expect(taken(question, picks(DONE), { own, draft: ['old'] })).toEqual(['old'])
    expect(taken(question, says('就这些。'), { own, draft: ['old'] })).toEqual(['old'])
    turnsAway(question, photo, { own })
    turnsAway(question, picks('gone'), { own })
  })
  test('typed together, by number, label or synonym, and with what was pressed before', () => {
    expect(taken(question, says('1 2'), { own })).toEqual(['old', 'child'])
    expect(taken(question, says('老人、娃娃'), { own })).toEqual(['old', 'child'])
    expect(taken(question, says('娃娃'), { own, draft: ['old'] })).toEqual(['old', 'child'])
    turnsAway(question, says('老人 牛'), { own })
    turnsAway(question, says('，'), { own })
  })
  test('names may hold a space, and a draft is taken back whole', () => {
    const people = chooseMany([
      { id: 'h1', label: 'Cadre One' },
      { id: 'h2', label: 'Elder Two' },
    ])
    expect(taken(people, says('Cadre One, elder two'))).toEqual(['h1', 'h2'])
    expect(people.show(['h1', 'h2'], asking())).toBe('Cadre One、Elder Two')
    expect(people.show(['gone'], asking())).toBe('gone')
    expect(people.undo?.(['h1'])).toBeNull()
    expect(people.schema.safeParse(['gone']).success).toBe(false)
    expect(question.show(['old', 'child'], asking({ own }))).toBe('老人、孩子')
  })
})

describe('money', () => {
  test.each([
    ['5000', 500_000],
    ['¥3,500.5', 350_050],
    ['１２块', 1200],
    ['500 yuan', 50_000],
  ])('%s', (said, fen) => {
    expect(taken(money(), says(said))).toEqual({ fen, approx: false })
  })
  test('words are read by whoever knows how; what is no sum is turned away', () => {
    const about = money((said) => (said === '一万二左右' ? { yuan: 12_000, approx: true } : null))
    expect(taken(about, says('一万二左右'))).toEqual({ fen: 1_200_000, approx: true })
    for (const said of ['一万二左右', '-5', '1e9', '五'.repeat(99)]) turnsAway(money(), says(said))
    turnsAway(money(), photo)
  })
  test('is shown in the speaker’s language', () => {
    expect(money().show({ fen: 500_000, approx: true }, asking())).toBe('约5000元')
    expect(money().show({ fen: 50, approx: false }, asking({ words: coreWords('en') }))).toBe('0.50 yuan')
    expect(money().show({ fen: 100, approx: true }, asking({ words: coreWords('en') }))).toBe('about 1 yuan')
    expect(yuan(1_234_500)).toBe('12345')
  })
})

describe('number', () => {
  const question = number({ min: 1, max: 9 }, (said) => (said === '三个' ? 3 : null))
  test('within bounds', () => {
    expect(taken(question, says(' ５ '))).toBe(5)
    expect(taken(question, says('三个'))).toBe(3)
    for (const said of ['0', '10', '很多', '1.5', '']) turnsAway(question, says(said))
    turnsAway(question, photo)
    turnsAway(number({ min: 1, max: 9 }), says('三个'))
    expect(question.show(3, asking())).toBe('3')
  })
})

describe('phone', () => {
  test.each([
    ['13800000000', '13800000000'],
    ['+86 138-0000-0000', '13800000000'],
    ['0836-5820000', '08365820000'],
    ['１３８００００００００', '13800000000'],
  ])('%s', (said, digits) => {
    expect(taken(phone(), says(said))).toBe(digits)
  })
  test('a number in a sentence is found by whoever knows how', () => {
    expect(
      taken(
        phone(() => '13800000000'),
        says('打我爸的'),
      ),
    ).toBe('13800000000')
    for (const said of ['110', '12345678901', '1380000000', '没有']) turnsAway(phone(), says(said))
    turnsAway(phone(), photo)
    expect(phone().show('13800000000', asking())).toBe('13800000000')
  })
})

describe('date', () => {
  // MORNING is 2026-11-25 at the station.
  test.each([
    ['2026-12-20', '2026-12-20'],
    ['2026年12月20日', '2026-12-20'],
    ['2026/1/5', '2026-01-05'],
    ['12-20', '2026-12-20'],
    ['12月20号', '2026-12-20'],
    ['11月25日', '2026-11-25'],
    ['1月5日', '2027-01-05'],
    ['今天', '2026-11-25'],
    ['Tomorrow', '2026-11-26'],
    ['后天', '2026-11-27'],
    ['大后天', '2026-11-28'],
    ['3天后', '2026-11-28'],
    ['10 days', '2026-12-05'],
    ['下月5号', '2026-12-05'],
    ['下个月 5 日', '2026-12-05'],
    ['30号', '2026-11-30'],
    ['这个月28日', '2026-11-28'],
  ])('%s', (said, day) => {
    expect(taken(date(), says(said))).toBe(day)
  })
  test.each(['2026-02-30', '13-01', '31号', '明年', 'constructor', '', '过几天'])('%j is no day', (said) => {
    expect(read(date(), says(said)).kind).toBe('unclear')
  })
  test('a month after December is in the next year, and the day is the station’s', () => {
    const newYear = Date.UTC(2026, 11, 31, 17)
    expect(dayOf('今天', newYear, 480)).toBe('2027-01-01')
    expect(dayOf('今天', newYear, 0)).toBe('2026-12-31')
    expect(dayOf('下月3号', Date.UTC(2026, 11, 20), 480)).toBe('2027-01-03')
    turnsAway(date({ offset: 0 }), photo)
    expect(date().show('2026-12-20', asking())).toBe('2026-12-20')
  })
})

describe('files', () => {
  const question = files({ max: 2 })
  test('one by one until there are enough, or that is all', () => {
    expect(read(question, photo)).toEqual({ kind: 'more', draft: [{ id: 'f1', type: 'image/jpeg' }] })
    const held = [{ id: 'f0', type: 'image/jpeg' }]
    expect(taken(question, photo, { draft: held })).toHaveLength(2)
    expect(taken(question, picks(DONE), { draft: held })).toHaveLength(1)
    expect(taken(question, says('没有了。'), { draft: held })).toHaveLength(1)
    turnsAway(question, says('没有了'))
    turnsAway(question, picks(DONE))
    expect(question.undo?.(held)).toBeNull()
    expect(question.show(held, asking())).toBe('1个文件')
  })
})

describe('place', () => {
  const question = place([{ id: 'v1', label: '一村' }], (said) => (said.includes('一村') ? 'v1' : null))
  const own: StepText = { say: '', label: '', choices: { [ELSEWHERE]: '都不是' } }
  test('a village picked, or named in a sentence', () => {
    expect(taken(question, picks('v1'))).toEqual({ village: 'v1', text: null })
    expect(taken(question, says('一村三组水井边上'))).toEqual({ village: 'v1', text: '一村三组水井边上' })
    expect(taken(question, picks(ELSEWHERE))).toEqual({ village: null, text: null })
    turnsAway(question, says('垭口'))
    turnsAway(question, picks('v9'))
  })
  test('a location is kept while the village is asked for', () => {
    const point = { lat: 28.93, lon: 99.79 }
    expect(read(question, { kind: 'place', ...point })).toMatchObject({ kind: 'more', draft: point })
    expect(taken(question, picks('v1'), { draft: point })).toEqual({ village: 'v1', text: null, ...point })
  })
  test('is shown without repeating itself', () => {
    const show = (value: object) => question.show(value as never, asking({ own }))
    expect(show({ village: 'v1', text: '在一村' })).toBe('一村')
    expect(show({ village: 'v1', text: '一村三组水井边上', lat: 28.93, lon: 99.79 })).toBe(
      '一村 · 一村三组水井边上 · 28.93000, 99.79000',
    )
    expect(show({ village: null, text: null })).toBe('都不是')
  })
})

describe('story', () => {
  const question = story({ max: 20 })
  test('words, voices and pictures, in the order they came', () => {
    const first = taken(question, says(' 邻居骂我 ')) as never
    expect(first).toEqual({ text: '邻居骂我', files: [] })
    expect(question.append?.(first, says('昨天'), asking())).toMatchObject({
      value: { text: '邻居骂我\n昨天' },
    })
    expect(question.append?.(first, { ...photo, caption: '看' }, asking())).toMatchObject({
      value: { text: '邻居骂我\n看', files: [{ id: 'f1' }] },
    })
  })
  test('more than it holds is turned away with the reason, from the first word and later', () => {
    expect(read(question, says('骂'.repeat(21)))).toEqual({ kind: 'unclear', say: zh.tooLong(20, 21) })
    const full = { text: '骂'.repeat(19), files: [] }
    expect(question.append?.(full, says('昨天'), asking()).kind).toBe('unclear')
    turnsAway(question, says('  '))
    turnsAway(question, picks('yes'))
    turnsAway(question, { kind: 'files', files: [] })
  })
  test('is read back with what was not words', () => {
    const told = {
      text: '骂我',
      files: [
        { id: 'v', type: 'audio/ogg', seconds: 18 },
        { id: 'w', type: 'audio/ogg' },
        { id: 'p', type: 'image/png' },
      ],
    }
    expect(question.show(told, asking())).toBe('骂我 【语音18秒】 【语音】 【1个文件】')
    expect(question.show(told, asking({ words: coreWords('en') }))).toContain('voice message, 18 s')
  })
})

describe('list', () => {
  const worker = flow('worker', { version: 1 })
    .ask('name', text({ max: 9 }))
    .ask('paid', oneOf(['yes', 'no']))
    .offerIf(({ paid }) => paid === 'no', 'owed', money())
    .direct()
    .done(() => ({ do: 'never', with: null }))
  const question = list(worker, { max: 2 })
  const own: StepText = {
    say: '',
    label: '工人',
    another: '还有',
    parts: {
      name: { say: '叫什么？', label: '名字' },
      paid: {
        say: '付了吗？',
        label: '付了',
        choices: { yes: '付了', no: { label: '没付', hears: ['没得'] } },
      },
      owed: { say: ({ items }) => `第${items.length + 1}个差多少？`, label: '差', skip: '不知道' },
    },
  }
  const play = (...events: Event[]) =>
    events.reduce<Json>((draft, event) => {
      const reading = read(question, event, { own, draft })
      if (reading.kind === 'unclear') return draft
      return reading.kind === 'more' ? reading.draft : (reading.value as Json)
    }, null)
  const asks = (draft: Json) => question.inner?.(asking({ own, draft }))

  test('asks part by part, then whether there is another', () => {
    expect(asks(null)?.text).toBe('叫什么？')
    expect(asks(play(says('甲')))?.choices.map(({ label }) => label)).toEqual(['付了', '没付'])
    expect(asks(play(says('甲'), says('没得')))).toMatchObject({
      text: '第1个差多少？',
      choices: [{ id: SKIP, label: '不知道' }],
    })
    expect(asks(play(says('甲'), says('付了')))?.text).toBe('记下1件了。还有吗？')
  })
  test('parts may be left open, and the most there may be ends it', () => {
    expect(
      play(says('甲'), picks('no'), picks(SKIP), says('还有'), says('乙'), picks('no'), says('不知道')),
    ).toEqual([
      { name: '甲', paid: 'no', owed: null },
      { name: '乙', paid: 'no', owed: null },
    ])
    expect(play(says('甲'), picks('yes'), says('没有了'))).toEqual([{ name: '甲', paid: 'yes' }])
    expect(play(says('甲'), says('没付'), says('跳过'), picks(DONE))).toEqual([
      { name: '甲', paid: 'no', owed: null },
    ])
  })
  test('what is not understood changes nothing', () => {
    expect(play(says('甲'), says('也许'))).toEqual(play(says('甲')))
    expect(play(says('甲'), picks('yes'), says('也许'), photo)).toEqual(play(says('甲'), picks('yes')))
  })
  test('is taken back part by part, from one item into the one before', () => {
    const undo = (draft: Json) => question.undo?.(draft) ?? null
    const two = play(says('甲'), picks('yes'), picks('+'), says('乙'))
    expect(undo(two)).toMatchObject({ items: [{ name: '甲' }], item: {} })
    expect(undo(undo(two))).toMatchObject({ items: [], item: { name: '甲' } })
    expect(undo(play(says('甲')))).toBeNull()
  })
  test('an inner question that needs more than one answer keeps its own draft', () => {
    const where = flow('where', { version: 1 })
      .ask(
        'place',
        place([{ id: 'v1', label: '一村' }], () => null),
      )
      .direct()
      .done(() => ({ do: 'never', with: null }))
    const places = list(where, { max: 2 })
    const reading = places.read({ kind: 'place', lat: 1, lon: 2 }, asking())
    expect(reading).toMatchObject({ kind: 'more', draft: { part: { lat: 1, lon: 2 } } })
    expect(places.inner?.(asking())?.text).toBe('')
  })
  test('is shown item by item', () => {
    expect(
      question.show(
        [
          { name: '甲', paid: 'no', owed: { fen: 100, approx: false } },
          { name: '乙', paid: 'yes' },
        ],
        asking({ own }),
      ),
    ).toBe('1. 甲 没付 1元\n2. 乙 付了')
  })
})
