// Which disputes are simple, which are hard, and to which of the article's counts each belongs.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type CountCode, countsOfCase, countsOfRequest } from '../../flows/casework/counted.ts'
import {
  type HardFacts,
  hardReasons,
  isHard,
  isSimple,
  type SimpleFacts,
} from '../../flows/casework/difficulty.ts'
import type { Role } from '../../flows/casework/roles.ts'
import { defaultRulebook } from '../../flows/casework/rulebook.ts'
import { difficultyKind, kindInList } from '../../flows/casework/tables/difficulty.ts'
import { RISK_CODES } from '../../flows/casework/tables/risk.ts'
import { SUB_CODES } from '../../flows/casework/tables/taxonomy.ts'
import { isOfficerLed } from '../../flows/casework/taxonomy.ts'
import { needIn } from '../../flows/casework/understand/need.ts'

const noise: SimpleFacts = {
  level: 'BLUE',
  category: 'NB-NO',
  track: 'PM',
  codes: ['C01'],
  amountYuan: null,
  reports: 1,
  again: false,
}

describe('a simple dispute', () => {
  it.each<[string, Partial<SimpleFacts>, boolean]>([
    ['noise at night', {}, true],
    ['a small sum', { category: 'CT-LN', codes: [], amountYuan: 5_000 }, true],
    ['both willing', { codes: ['C01', 'G01'] }, true],
    ['before a festival', { codes: ['C01', 'F03'] }, true],
    ['a yellow one', { level: 'YELLOW' }, false],
    ['more money than that', { amountYuan: 5_001 }, false],
    ['on another track', { track: 'PSM' }, false],
    ['not accepted yet', { track: null }, false],
    ['of a kind that goes elsewhere', { category: 'LF-CL', codes: [] }, false],
    ['a shove', { codes: ['C01', 'A09'] }, false],
    ['several people', { codes: ['C01', 'D01'] }, false],
    ['an old grudge', { codes: ['C01', 'C06'] }, false],
    ['told of twice', { reports: 2 }, false],
    ['come back', { again: true }, false],
    ['violence at home', { category: 'MF-DV' }, false],
  ])('%s', (_, change, simple) => expect(isSimple({ ...noise, ...change })).toBe(simple))

  it('is never one in which officers lead, nor anything with danger in it', () => {
    const facts = fc.record({
      level: fc.constant('BLUE' as const),
      category: fc.constantFrom(...SUB_CODES),
      track: fc.constant('PM' as const),
      codes: fc.subarray([...RISK_CODES], { maxLength: 4 }),
      amountYuan: fc.constant(null),
      reports: fc.constant(1),
      again: fc.constant(false),
    })
    fc.assert(
      fc.property(facts, (one) => {
        const grave = one.codes.some((code) => code.startsWith('A') || code.startsWith('B'))
        if (grave || isOfficerLed(one.category, one.codes)) expect(isSimple(one)).toBe(false)
      }),
    )
  })
})

const plain: HardFacts = {
  level: 'YELLOW',
  category: 'NB-WL',
  codes: [],
  headcount: 2,
  crossVillage: false,
  failures: 0,
  pastTarget: false,
}

describe('a hard case', () => {
  it.each<[Partial<HardFacts>, string[]]>([
    [{}, []],
    [{ level: 'ORANGE', headcount: 10 }, ['group']],
    [{ level: 'ORANGE', headcount: 9 }, []],
    [{ headcount: 10 }, []],
    [{ category: 'LF-GR' }, ['land']],
    [{ category: 'LB-WG', headcount: 10 }, ['workers']],
    [{ crossVillage: true }, ['villages']],
    [{ codes: ['D07'] }, ['villages']],
    [{ failures: 2 }, ['failures']],
    [{ failures: 1 }, []],
    [{ pastTarget: true }, ['target']],
    [{ level: 'RED', category: 'LB-WG', headcount: 12, failures: 3 }, ['group', 'workers', 'failures']],
  ])('%j', (change, reasons) => {
    const facts = { ...plain, ...change }
    expect(hardReasons(facts)).toEqual(reasons)
    expect(isHard(facts)).toBe(reasons.length > 0)
  })
})

describe('the article’s counts', () => {
  it.each<[string, 'simple' | 'hard' | null, Role[][], CountCode[]]>([
    ['an officer alone', null, [['officer']], ['all', 'police']],
    ['a mediator on a simple one', 'simple', [['mediator']], ['all', 'mediators']],
    ['a mediator with the officer', 'simple', [['officer'], ['mediator']], ['all', 'mediators']],
    ['a mediator on another', null, [['mediator'], ['officer']], ['all', 'police']],
    ['a simple one that the officer settled', 'simple', [['officer']], ['all', 'police']],
    ['with a cadre', 'hard', [['officer'], ['cadre']], ['all', 'township']],
    [
      'with the township and a mediator',
      'simple',
      [['township'], ['mediator']],
      ['all', 'mediators', 'township'],
    ],
    ['an officer who mediates too is an officer', 'simple', [['officer', 'mediator']], ['all', 'police']],
  ])('%s', (_, difficulty, tookPart, counts) =>
    expect(countsOfCase({ difficulty, tookPart })).toEqual(counts),
  )

  it('a difficulty counts once it is solved, and not for being answered', () => {
    expect(countsOfRequest({ state: 'solved' })).toEqual(['difficulties'])
    for (const state of ['open', 'taken', 'answered', 'passed-on', 'declined'])
      expect(countsOfRequest({ state })).toEqual([])
  })
})

describe('words of a difficulty', () => {
  it.each([
    ['我家停电三天了，没人来修', 'utilities'],
    ['身份证掉了，走不动路，能不能帮我补办', 'papers'],
    ['家里断粮了，没得米', 'livelihood'],
    ['路塌了，我们出不去', 'road'],
    ['女儿学费交不起', 'school'],
    ['老人没人照顾', 'medical'],
    ['牛走丢了三头', 'other'],
    ['My power is out for three days', 'utilities'],
  ])('%s', (text, kind) => expect(needIn(text)).toBe(kind))

  it.each([
    '邻居把我家电断了',
    '老板欠我工资',
    '邻居修墙占了我家地',
    '丈夫打我，没得钱吃饭',
    '活不下去了',
    '他拿刀，我家停电了',
    '你好',
    '',
  ])('%s is none, or not only that', (text) => expect(needIn(text)).toBeNull())

  it('reads anything at all', () => {
    fc.assert(fc.property(fc.string({ maxLength: 400 }), (text) => void needIn(text)))
  })

  it('a kind that is not in the list is the last of it', () => {
    const { difficulty } = defaultRulebook
    expect(kindInList(difficulty, 'road')).toBe('road')
    expect(kindInList(difficulty, 'gone')).toBe('other')
    expect(kindInList(difficulty, null)).toBe('other')
    expect(difficultyKind(difficulty, 'gone')).toEqual({ zh: '其他困难', en: 'Other' })
  })
})
