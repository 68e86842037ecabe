// Several questions at once, as one form.
import { describe, expect, test } from 'vitest'
import type { FormAnswer } from '../../flows/core/event.ts'
import { checkForm, formOf } from '../../flows/core/form.ts'
import { emptySitting } from '../../flows/core/sitting.ts'
import { MORNING, type Talk } from '../talk.ts'
import { sit } from './sit.ts'
import { HOUR, house } from './toy.ts'

const paper = () =>
  sit(house, { staff: true, books: { keepPaper: { ok: true } } }).opens('paper', { dispute: 'd1' })
const shown = ({ sitting }: Talk, now = MORNING) =>
  formOf(house, sitting, now)?.fields.map(({ id }) => id.split('.')[1]) ?? null
const text = (name: string, said: string): FormAnswer => ({
  question: `paper.${name}`,
  event: { kind: 'text', text: said },
})
const pick = (name: string, choice: string): FormAnswer => {
  const question = `paper.${name}`
  return { question, event: { kind: 'pick', question, choice } }
}
const check = ({ sitting }: Talk, answers: FormAnswer[]) =>
  checkForm(house, sitting, answers, { now: MORNING, id: 'x', staff: true })

describe('which questions', () => {
  test('those that are open, hang on no other and fit into a field, up to the first that does not', () => {
    const desk = paper()
    expect(shown(desk)).toEqual(['kind', 'sum', 'day', 'who', 'note'])
    expect(formOf(house, desk.sitting, MORNING)).toMatchObject({
      conversation: 'paper',
      flow: 'paper',
      at: MORNING,
      fields: [
        { id: 'paper.kind', text: '什么纸？', hint: 'choice', choices: [{ id: 'letter' }, { id: 'bill' }] },
        { id: 'paper.sum', hint: 'money', choices: [] },
        { hint: 'date', choices: [{ id: '-', label: '没写' }] },
        { hint: 'choice', several: true },
        { hint: 'text' },
      ],
    })
  })

  test('what hung on an answer is there once it is known', () => {
    expect(shown(paper().says('账单'))).toEqual(['sum', 'payer', 'day', 'who', 'note'])
    expect(shown(paper().says('账单').says('5000'))).toEqual(['payer', 'day', 'bank', 'who', 'note'])
    expect(shown(paper().says('信').says('0'))).toEqual(['day', 'who', 'note'])
  })

  test('none where fewer than two are left, where nothing is open, and where things are done on the way', () => {
    const desk = paper().says('信').says('0').says('跳过').says('跳过')
    expect(desk.posed?.text).toBe('备注？')
    expect(shown(desk)).toBeNull()
    expect(formOf(house, emptySitting('zh'), MORNING)).toBeNull()
    expect(shown(sit(house).says('一村吵架'))).toBeNull()
    expect(shown(sit(house).opens('checkIn', { dispute: 'd1' }))).toBeNull()
  })

  test('none in the middle of one answer', () => {
    const choosing = paper().says('信').says('0').says('跳过').presses('老人')
    expect(shown(choosing)).toBeNull()
    expect(shown(paper().says('信').says('返回'))).toBeNull()
    const gone = paper()
      .says('信')
      .passes(7 * HOUR)
      .says('5000')
    expect(shown(gone, MORNING + 7 * HOUR)).toBeNull()
  })
})

describe('what was filled in', () => {
  const all = [
    pick('kind', 'letter'),
    text('sum', '5000'),
    text('day', '12-20'),
    text('who', '老人 孩子'),
    text('note', '甲'),
  ]

  test('is taken in one turn; only what comes next is said', () => {
    const desk = paper().sends({ kind: 'form', answers: all })
    expect(desk.answers).toEqual({
      kind: 'letter',
      sum: { fen: 500_000, approx: false },
      day: '2026-12-20',
      who: ['old', 'child'],
      note: '甲',
    })
    expect(desk.said).toEqual(['叫什么？'])
    expect(desk.sitting.open?.asked).toEqual(['kind', 'sum', 'day', 'who', 'note', 'sheets'])
    expect(check(paper(), all)).toEqual([])
  })

  test('several presses on one question are one answer', () => {
    const answers = [...all.slice(0, 3), pick('who', 'ill'), pick('who', 'old'), pick('note', '-')]
    expect(paper().sends({ kind: 'form', answers }).answers).toMatchObject({
      who: ['old', 'ill'],
      note: null,
    })
  })

  test('an empty field leaves open what may stay open', () => {
    const answers = [...all.slice(0, 2), text('day', ' '), text('who', ''), text('note', '')]
    expect(paper().sends({ kind: 'form', answers }).answers).toMatchObject({
      day: null,
      who: null,
      note: null,
    })
  })

  test('stops at the first that cannot be taken, and says which and why', () => {
    const answers = [all[0]!, text('sum', '很多'), ...all.slice(2)]
    const desk = paper().sends({ kind: 'form', answers })
    expect(desk.answers).toEqual({ kind: 'letter' })
    expect(desk.said).toEqual(['“钱”：请回钱数，比如 5000，或者 一万二。', '多少钱？'])
    expect(check(paper(), [...answers.slice(0, 2), text('day', '哪天'), pick('who', 'x')])).toEqual([
      { question: 'paper.sum', why: '请回钱数，比如 5000，或者 一万二。' },
      { question: 'paper.day', why: '请回日期，比如 12-20，或者 下月5号。' },
      { question: 'paper.who', why: '请点下面的一个，或者回数字。' },
    ])
  })

  test('a problem is told in the person’s language', () => {
    const desk = sit(house, { staff: true, locale: 'en' }).opens('paper', { dispute: 'd1' })
    desk.sends({ kind: 'form', answers: [all[0]!, text('sum', 'much')] })
    expect(desk.said[0]).toBe('“钱”: Please reply with an amount, such as 5000.')
  })

  test('what must be answered may not be empty', () => {
    expect(check(paper(), [text('sum', '')])).toEqual([
      { question: 'paper.sum', why: '请回钱数，比如 5000，或者 一万二。' },
    ])
  })

  test('a question that an answer of the same form has closed is left out', () => {
    const desk = paper().says('账单')
    const answers = [pick('kind', 'letter'), text('payer', '村民甲'), text('sum', '50')]
    expect(check(desk, answers)).toEqual([])
    expect(desk.sends({ kind: 'form', answers }).answers).toEqual({
      kind: 'letter',
      sum: { fen: 5000, approx: false },
    })
  })

  test('a question of another talk is past', () => {
    const other: FormAnswer = { question: 'other.sum', event: { kind: 'text', text: '5' } }
    const desk = paper().sends({ kind: 'form', answers: [other, ...all] })
    expect(desk.said).toEqual(['那一题已经过去了，请看下面这一题。', '什么纸？'])
    expect(desk.answers).toEqual({})
    expect(check(desk, [other])).toEqual([
      { question: 'other.sum', why: '那一题已经过去了，请看下面这一题。' },
    ])
  })

  test('a list does not fit into a field', () => {
    expect(check(paper(), [text('sheets', '甲')])).toEqual([
      { question: 'paper.sheets', why: '请点下面的一个，或者回数字。' },
    ])
  })

  test('nothing is open', () => {
    expect(sit(house).sends({ kind: 'form', answers: all }).said).toEqual(['没有问题开着'])
    expect(checkForm(house, emptySitting('zh'), [all[0]!], { now: MORNING, id: 'x', staff: true })).toEqual([
      { question: 'paper.kind', why: '没有问题开着' },
    ])
  })

  test('the last answer ends a talk that has no summary', () => {
    const question = 'checkIn.settled'
    const desk = sit(house).opens('checkIn', { dispute: 'd1' })
    desk.sends({ kind: 'form', answers: [{ question, event: { kind: 'pick', question, choice: 'yes' } }] })
    expect(desk.asked('noteCheckIn')).toHaveLength(1)
    expect(desk.said).toEqual(['谢谢'])
  })

  test('is read for danger, each field by itself', () => {
    const told = (said: string[]) =>
      sit(house)
        .opens('paper', { dispute: 'd1' })
        .sends({ kind: 'form', answers: [pick('kind', 'letter'), ...said.map((one) => text('note', one))] })
    expect(told(['他拿刀']).asked('raiseEmergency')[0]?.with).toMatchObject({ text: '他拿刀', dispute: 'd1' })
    expect(told(['他拿刀']).said[0]).toBe('请马上打110')
    expect(told(['他拿', '刀']).asked('raiseEmergency')).toEqual([])
    const staff = paper().sends({ kind: 'form', answers: [text('note', '他拿刀')] })
    expect(staff.asked('raiseEmergency')).toEqual([])
    expect(staff.sitting.open?.signals.codes).toEqual(['A02'])
  })
})
