// 回访记录 and 侧面了解 as officers and village workers talk them: by taps, words, voices and photos.
import { describe, expect, test } from 'vitest'
import { DAY, HOUR } from '../../flows/casework/calendar.ts'
import type { Json } from '../../flows/core/event.ts'
import type { Talk } from '../talk.ts'
import { come } from './desk.ts'
import { GIVENS } from './givens.ts'

const VISIT = GIVENS.visit as { [name: string]: Json }
type Locale = 'zh' | 'en'
const at = (change: { [name: string]: Json } = {}, locale: Locale = 'zh') =>
  come({ staff: true, locale }).opens('visit', { ...VISIT, ...change })
const recorded = (desk: Talk) => desk.asked('recordRevisit')[0]?.with
/** The press on the card comes before them. */
const taps = (desk: Talk) => 1 + desk.transcript.split('\n').filter((line) => line.startsWith('you ')).length

const LASTING = { no: 2, what: 'No loudspeaker after 22:30', due: null, remainingFen: null }

describe('回访记录', () => {
  test('one side, answer by answer, with a sum, a reason and what was left out', () => {
    const desk = at()
      .presses('Day 3, A')
      .says('走访')
      .says('问到了')
      .presses('做了一部分')
      .says('没问')
      .presses('没钱')
      .says('2199块9毛9')
      .says('吵过')
      .says('不说话')
      .says('还行')
      .says('勉强')
      .says('有点怕')
      .says('3')
      .says('想请村上再劝劝')
      .says('他说等明年')
    expect(desk.posed?.kind).toBe('review')
    expect(desk.says('对').transcript).toMatchSnapshot()
    expect(recorded(desk)).toMatchObject({
      revisit: 'r1',
      side: 'A',
      mode: 'visit',
      outcome: 'answered',
      reason: null,
      answers: {
        theirs: 'part',
        own: null,
        why: 'nomoney',
        received: { fen: 219_999, approx: false },
        paid: null,
        safe: 'abit',
        score: 3,
        help: '想请村上再劝劝',
        words: '他说等明年\n2199块9毛9',
      },
    })
  })

  test('what was paid is asked of the side that owes it', () => {
    const desk = at()
      .presses('Day 3, B')
      .presses('打电话')
      .presses('问到了')
      .says('没问')
      .presses('做了一部分')
    expect(desk.presses('没钱').said).toEqual(['一共付了多少了？'])
  })

  test('all is well: six taps from the card to the end, and no claim beyond what they say', () => {
    const desk = at()
      .presses('Day 3, A')
      .presses('上门')
      .presses('问到了，都好')
      .presses('4分')
      .presses('对，就这样')
    expect(taps(desk)).toBe(6)
    expect(desk.transcript).toMatchSnapshot()
    expect(recorded(desk)).toMatchObject({
      mode: 'visit',
      outcome: 'answered',
      answers: {
        theirs: 'notyet',
        own: null,
        trouble: 'none',
        safe: 'safe',
        score: 4,
        relation: null,
        fair: null,
        freely: null,
        received: null,
        words: null,
      },
    })
  })

  test('what lasts is kept where all is well', () => {
    const asks = [{ side: 'A', theirs: [LASTING], own: [LASTING] }]
    const desk = at({ asks, rounds: [{ id: 'r1:A', label: 'x' }] })
      .presses('打电话')
      .presses('问到了，都好')
    desk.presses('没问').presses('对，就这样')
    expect(taps(desk)).toBe(5)
    expect(recorded(desk)?.answers).toMatchObject({ theirs: 'all', own: 'all', score: null })
  })

  test('while something that has come due is open, nothing is well by one tap', () => {
    const desk = at({ well: false }).presses('Day 3, A').presses('打电话')
    expect(desk.posed?.choices.map(({ label }) => label)).not.toContain('问到了，都好')
    expect(desk.says('都好').posed?.id).toMatch(/\.outcome$/)
  })

  test.each([
    ['本人不愿意', 'declined', '本人怎么说的？'],
    ['没联系上', 'unavailable', '怎么没联系上？比如没人接、不在家。'],
    ['不配合', 'uncooperative', '怎么不配合的？'],
    ['号码或地址不对', 'nosuch', '哪里不对？比如空号、搬走了。'],
  ])('%s stays what it is, with why in words', (label, outcome, say) => {
    const desk = at().presses('Day 3, A').presses('打电话').presses(label)
    expect(desk.said).toEqual([say])
    desk.says('打了三次没人接').says('没有').says('对')
    expect(recorded(desk)).toMatchObject({ outcome, reason: '打了三次没人接', answers: null, files: [] })
  })

  test('who has not gone has nothing to explain', () => {
    const desk = at().presses('Day 3, A').presses('上门').presses('还没去').says('没有').says('对')
    expect(recorded(desk)).toMatchObject({ outcome: 'unreached', reason: null, answers: null })
  })

  test('a voice tells why as well, and need not be written down', () => {
    const desk = at().presses('Day 3, A').presses('打电话').presses('没联系上').voice()
    expect(desk.posed?.kind).toBe('review')
    expect(recorded(desk.says('对'))).toMatchObject({
      outcome: 'unavailable',
      reason: null,
      answers: null,
      files: [{ type: 'audio/ogg' }],
    })
  })

  test('photos and words at the end of the short way are kept with it', () => {
    const desk = at().presses('Day 3, A').presses('上门').presses('问到了，都好').presses('5分')
    desk.photo('新墙').says('他说等明年再看').presses('对，就这样')
    expect(recorded(desk)).toMatchObject({
      answers: { words: '新墙\n他说等明年再看' },
      files: [{ type: 'image/jpeg' }],
    })
  })

  test('the task says where, by which phone and what to ask, and no number where there is a plan for safety', () => {
    const desk = at()
    expect(desk.said.slice(0, 3)).toEqual([
      '回访记录：RD-2026-0001｜黄｜邻里·院墙、地界｜Jia｜已签收',
      [
        'A｜电话 13900000001｜地点 Jia',
        '问对方做到没有：',
        '· 1. Pay (12月15日前，还差800.01元)',
        'B｜有安全联系约定，先看案件页，按约定联系｜地点 Jia',
        '问自己做到没有：',
        '· 1. Pay (12月15日前，还差800.01元)',
      ].join('\n'),
      '还要问：又闹过吗、见面怎么样、公平吗、自愿吗、安全吗、打几分、要帮忙吗。双方分开问，不要把一方的话告诉另一方。',
    ])
  })

  test('begun before a visit was a task it goes on without', () => {
    const { where: _, asks: __, well: ___, ...old } = VISIT
    const desk = come({ staff: true }).opens('visit', old)
    expect(desk.said).toHaveLength(3)
    desk.presses('Day 3, A').presses('打电话').presses('问到了')
    expect(desk.says('部分').says('没问').presses('没钱').said).toEqual(['这段时间又闹过吗？'])
  })

  test('in English', () => {
    const desk = at({}, 'en').presses('Day 3, A').says('phone').says('all well').says('4').says('yes')
    expect(desk.transcript).toMatchSnapshot()
    const none = at({}, 'en').presses('Day 3, B').says('visit').says('not at home').says('nobody home')
    expect(recorded(none.says('nothing').says('yes'))).toMatchObject({
      side: 'B',
      outcome: 'unavailable',
      reason: 'nobody home',
    })
  })
})

describe('侧面了解', () => {
  const asked = (locale: Locale = 'zh') =>
    come({ staff: true, locale }).opens('thirdparty', GIVENS.thirdparty as Json)
  const heard = (desk: Talk) => desk.asked('recordThirdParty')[0]?.with

  test('tense, and what was heard', () => {
    const desk = asked().presses('还紧张').says('两家不说话')
    expect(desk.transcript).toMatchSnapshot()
    expect(heard(desk)).toEqual({
      dispute: 'd1',
      revisit: 'r1',
      tense: 'yes',
      words: '两家不说话',
      files: [],
    })
  })

  test.each([
    ['平静', 'no'],
    ['没听说什么', 'nothing'],
  ])('%s is one tap', (label, tense) => {
    const desk = asked().presses(label)
    expect(heard(desk)).toMatchObject({ tense, words: '' })
    expect(desk.sitting.open).toBeNull()
  })

  test('in a voice', () => {
    expect(heard(asked().presses('还紧张').voice())).toMatchObject({
      tense: 'yes',
      words: '',
      files: [{ type: 'audio/ogg' }],
    })
    expect(heard(asked().voice().presses('平静'))?.files).toHaveLength(1)
  })

  test('whoever goes away after the tap has given it', () => {
    const desk = asked().presses('还紧张').waits(HOUR)
    expect(heard(desk)).toMatchObject({ tense: 'yes', words: '' })
    expect(asked().waits(HOUR).waits(DAY).commands).toEqual([])
  })

  test('nothing of the sides is said', () => {
    expect(asked().transcript).not.toMatch(/甲方|乙方|139|Pay/)
  })

  test('in English', () => {
    const desk = asked('en').says('still tense').says('they do not speak')
    expect(desk.transcript).toMatchSnapshot()
  })
})

test('one round alone is not chosen', () => {
  const desk = come({ staff: true }).opens('visit', { ...VISIT, rounds: [{ id: 'r9:A', label: 'x' }] })
  desk.presses('打电话').presses('没联系上').says('不写').says('没有').says('对')
  expect(recorded(desk)).toMatchObject({ revisit: 'r9', side: 'A', outcome: 'unavailable', answers: null })
})
