// 回访 as it is talked: sums, reasons, no time in the middle, and danger at every step.
import { describe, expect, test } from 'vitest'
import { DAY } from '../../flows/casework/calendar.ts'
import type { Json } from '../../flows/core/event.ts'
import { lengthOf } from '../../flows/core/hearing.ts'
import { isBusy } from '../../flows/revisit/busy.ts'
import { come } from './desk.ts'
import { GIVENS } from './givens.ts'

const REVISIT = GIVENS.revisit as { [name: string]: Json }
type Locale = 'zh' | 'en'
const asked = (change: { [name: string]: Json } = {}, locale: Locale = 'zh') =>
  come({ locale }).opens('revisit', { ...REVISIT, ...change })

describe('half done is an answer with an amount', () => {
  test('reasons by a tap, sums to the fen, in one talk of ten questions at most', () => {
    const desk = asked()
      .says('方便')
      .presses('做了一部分')
      .presses('做了一部分')
      .presses('等别的事')
      .says('2199块9毛9')
      .says('800.01')
      .says('没有')
      .says('打招呼')
    expect(desk.posed?.id).toMatch(/\.safe$/)
    desk.says('安全')
    expect(desk.posed?.id).toMatch(/\.help$/)
    desk.says('没有')
    expect(desk.transcript).toMatchSnapshot()
    expect(desk.asked('recordRevisit')[0]?.with.answers).toMatchObject({
      theirs: 'part',
      own: 'part',
      why: 'waits',
      reason: null,
      received: { fen: 219_999, approx: false },
      paid: { fen: 80_001, approx: false },
    })
  })

  test('a sum that was said with the reason is not asked for', () => {
    const desk = asked({ owes: false, owesMoney: false })
      .says('方便')
      .says('做了一部分')
      .says('给了2199块9毛9，剩下的他说没钱')
    expect(desk.posed?.id).toMatch(/\.trouble$/)
    expect(desk.answers).toMatchObject({
      received: { fen: 219_999, approx: false },
      reason: { choice: null, words: '给了2199块9毛9，剩下的他说没钱' },
    })
  })

  test('said instead of the answer it is kept, and what it is the sum of is asked', () => {
    const desk = asked().says('方便').says('他给了2199块9毛9')
    expect(desk.said).toEqual(['记下了。', '说好的事，对方做到了吗？'])
    desk.presses('做了一部分').presses('都做到了').presses('对方不肯')
    expect(desk.posed?.id).toMatch(/\.trouble$/)
    expect(desk.answers).toMatchObject({ received: { fen: 219_999, approx: false } })
  })

  test.each(['给了800，又给了500', '还差800块', '答应给800块', '我还了他800'])(
    '%s is no sum that came',
    (said) => {
      const desk = asked({ owes: false, owesMoney: false }).says('方便').says(said)
      expect(desk.answers).not.toHaveProperty('received')
      expect(desk.presses('做了一部分').presses('没钱').posed?.id).toMatch(/\.received$/)
    },
  )

  test('what is still missing is not how much came', () => {
    const desk = asked({ owes: false }).says('方便').says('做了一部分').presses('没钱').says('还差800')
    expect(desk.said.at(-1)).toBe('一共收到多少了？')
    expect(desk.says('说不清').answers.received).toBeNull()
  })

  test('both ways half done, and the reason names a sum: nobody guesses whose it is', () => {
    const desk = asked().says('方便').says('做了一部分').says('做了一部分').says('给了800')
    expect(desk.answers).not.toHaveProperty('received')
    expect(desk.answers).not.toHaveProperty('paid')
    expect(desk.said).toEqual(['一共收到多少了？'])
  })

  test('nothing done, or no money in it: no sum is asked', () => {
    expect(asked().says('方便').says('没做').says('没做').presses('没钱').said).toEqual([
      '这段时间，你们又闹过吗？',
    ])
    const none = { owesMoney: false, owedMoney: false }
    expect(asked(none).says('方便').says('做了一部分').says('都做到了').presses('没钱').said).toEqual([
      '这段时间，你们又闹过吗？',
    ])
  })

  test('begun before sums were asked for, it goes on without them', () => {
    const { owesMoney: _, owedMoney: __, ...old } = REVISIT
    const desk = come().opens('revisit', old).says('方便').says('做了一部分').says('都做到了').says('不晓得')
    expect(desk.said).toEqual(['这段时间，你们又闹过吗？'])
  })

  test('whose refusal it is follows from whose part is undone', () => {
    const labels = (theirs: string, own: string) =>
      asked()
        .says('方便')
        .says(theirs)
        .says(own)
        .posed?.choices.map(({ label }) => label)
    expect(labels('没做', '都做到了')?.slice(0, 2)).toEqual(['对方不肯', '没钱'])
    expect(labels('都做到了', '没做')?.slice(0, 2)).toEqual(['我不想做', '没钱'])
    expect(labels('没做', '没做')?.slice(0, 3)).toEqual(['对方不肯', '我不想做', '没钱'])
  })

  test('in English', () => {
    const desk = asked({}, 'en')
      .says('now')
      .says('part')
      .says('part')
      .presses('No money')
      .says('he gave me 2,199.99')
      .says('800')
      .says('no')
    expect(desk.transcript).toMatchSnapshot()
    expect(desk.answers).toMatchObject({
      received: { fen: 219_999, approx: false },
      paid: { fen: 80_000, approx: false },
    })
  })
})

const STEPS: { [L in Locale]: readonly string[] } = {
  zh: ['方便', '做了一部分', '做了一部分', '没钱', '800', '500', '没有', '打招呼'],
  en: ['now', 'part', 'part', 'no money', '800', '500', 'no', 'we greet'],
}
/** The talk brought to each of its questions, one after the other. */
const each = (locale: Locale) =>
  STEPS[locale].map((_, at) => {
    const desk = STEPS[locale].slice(0, at).reduce((now, said) => now.says(said), asked({}, locale))
    return [/[a-zA-Z]+$/.exec(desk.posed?.id ?? '')?.[0] ?? '', desk] as const
  })

describe('no time', () => {
  test.each([
    '忙',
    '我在忙',
    '等会儿',
    '晚点再说',
    '现在没空',
    '先不说了',
    '在开车',
    '改天',
    'busy',
    "I'm busy",
    'not now',
    'ask me later',
  ])('%s puts the talk off', (said) => {
    expect(isBusy(said)).toBe(true)
  })
  test.each([
    '他忙得很没时间还',
    '还没到时间',
    '没有',
    '一部分',
    '有事',
    '他说过几天给',
    '明天',
    'no',
    'he is busy with the harvest',
  ])('%s does not', (said) => {
    expect(isBusy(said)).toBe(false)
  })

  test.each(['zh', 'en'] as const)('at any question, kindly, and what was said is kept (%s)', (locale) => {
    for (const [step, desk] of each(locale).slice(1)) {
      desk.says(locale === 'zh' ? '现在忙，等会儿再说' : 'not now')
      expect(desk.said.at(-1), step).toMatch(/^(好，您先忙。没问完的过两天再问。|All right, go ahead\.)/)
      expect(desk.sitting.open, step).toBeNull()
      const [put] = desk.asked('putOffRevisit')
      expect(put?.with, step).toMatchObject({ revisit: 'r1', side: 'A', wish: 'later' })
      expect(desk.asked('recordRevisit'), step).toEqual([])
      expect(JSON.stringify(put?.with.said?.words ?? null), step).toBe('null')
    }
  })

  test('the rest is asked another day, and nothing twice', () => {
    const first = asked()
      .says('方便')
      .says('做了一部分')
      .says('不想说')
      .says('他天天倒垃圾')
      .says('800块')
      .says('没有')
      .says('忙')
    const { said } = first.asked('putOffRevisit')[0]?.with ?? {}
    expect(said).toMatchObject({
      theirs: 'part',
      own: null,
      reason: '他天天倒垃圾',
      received: { fen: 80_000, approx: false },
      trouble: 'none',
      left: ['own'],
    })
    const again = asked({ said }).says('可以').says('打招呼').says('公平').says('愿意').says('安全')
    again.says('4').says('没有')
    expect(`${first.transcript}\n${again.transcript}`).toMatchSnapshot()
    expect(again.asked('recordRevisit')[0]?.with.answers).toMatchObject({
      theirs: 'part',
      own: null,
      reason: '他天天倒垃圾',
      received: { fen: 80_000, approx: false },
      trouble: 'none',
      relation: 'greet',
      safe: 'safe',
      score: 4,
    })
  })

  test('where several people use the chat what was said is no word to whoever answers', () => {
    const said = { ...asked().says('方便').says('没做').says('忙').asked('putOffRevisit')[0]?.with.said }
    const desk = asked({ said, shared: true })
    expect(desk.transcript).not.toMatch(/没做|回访/)
    expect(desk.says('是我').says('可以').said).toEqual(['您答应的，做到了吗？'])
    expect(desk.answers).toMatchObject({ theirs: 'none' })
  })

  test('danger and a new quarrel do not wait for the rest', () => {
    for (const said of ['动手了', '被威胁', '吵过']) {
      const desk = asked({ owes: false, owed: false }).says('方便').says(said).says('忙')
      expect(desk.asked('recordRevisit')[0]?.with, said).toMatchObject({ outcome: 'answered' })
    }
  })

  test('who said that they are safe is not asked again for a score', () => {
    const desk = asked({ owes: false, owed: false })
      .says('方便')
      .says('没有')
      .says('打招呼')
      .says('公平')
      .says('愿意')
      .says('安全')
      .says('忙')
    expect(desk.asked('recordRevisit')[0]?.with).toMatchObject({
      outcome: 'answered',
      answers: { safe: 'safe', score: null },
    })
    expect(desk.said.at(-1)).toBe('谢谢您。有事随时找我们，急事打110。')
  })

  test('"忙" as a reason is a reason; "等会儿再说" is not', () => {
    const at = () => asked({ owes: false, owedMoney: false }).says('方便').says('没做')
    expect(at().says('忙').answers).toMatchObject({ reason: { words: '忙' } })
    expect(at().says('等会儿再说').asked('putOffRevisit')[0]?.with.said).toMatchObject({
      theirs: 'none',
      reason: null,
    })
  })

  test('told in a voice, it goes to the books as well', () => {
    const desk = asked({ owes: false, owed: false }).says('方便').voice().says('没有').says('忙')
    expect(desk.asked('putOffRevisit')[0]?.with.files).toHaveLength(1)
    const silent = asked({ owes: false, owed: false }).says('方便').says('没有').voice().waits(DAY)
    expect(silent.asked('recordRevisit')[0]?.with.files).toHaveLength(1)
  })
})

test.each([
  ['zh', '他又拿刀来砍我'],
  ['en', 'he came with a knife to kill me'],
] as const)('danger is an emergency at once, at every question (%s)', (locale, danger) => {
  const steps = each(locale)
  expect(steps.map(([step]) => step)).toEqual([
    'begin',
    'theirs',
    'own',
    'reason',
    'received',
    'paid',
    'trouble',
    'relation',
  ])
  for (const [step, desk] of steps) {
    desk.says(danger)
    expect(desk.said[0], step).toMatch(locale === 'zh' ? /^请马上打110/ : /^Call 110 now/)
    expect(desk.replies[0], step).toMatchObject({ urgent: true })
    expect(desk.asked('raiseEmergency')[0]?.with, step).toMatchObject({ flow: 'revisit', dispute: 'd1' })
  }
  const rest = {
    zh: ['方便', '没有', '打招呼', '公平', '愿意', '安全', '5'],
    en: ['now', 'no', 'we greet', 'fair', 'yes', 'safe', '5'],
  }
  for (let at = 2; at <= rest[locale].length; at++) {
    const desk = rest[locale]
      .slice(0, at)
      .reduce((now, said) => now.says(said), asked({ owes: false, owed: false }, locale))
    desk.says(danger)
    expect(desk.asked('raiseEmergency'), desk.transcript).toHaveLength(1)
  }
})

test('no question is longer than forty characters, and each message asks one thing', () => {
  const desk = STEPS.zh.reduce((now, said) => now.says(said), asked())
  for (const line of desk.transcript.split('\n').filter((one) => one.startsWith('bot  '))) {
    expect(lengthOf(line.slice(5)), line).toBeLessThanOrEqual(40)
    expect(line.split('？').length, line).toBeLessThanOrEqual(3)
  }
})
