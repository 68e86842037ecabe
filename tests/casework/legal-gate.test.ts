// Forty situations at the legal gate, written by hand from what the law asks: what is answered, and what must come of it.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  answersThatCount,
  answersTo,
  type Before,
  barredFrom,
  gateQuestions,
  passGate,
  unanswered,
} from '../../flows/casework/gate.ts'
import {
  GATE_QUESTION_CODES,
  GATE_QUESTIONS,
  type GateAnswers,
  gateAnswersSchema,
} from '../../flows/casework/tables/gate-questions.ts'
import { NEXT_STEPS, PARTS, type PartCode } from '../../flows/casework/tables/gate-results.ts'
import type { LimitCode } from '../../flows/casework/tables/legal-limits.ts'
import { RISK_CODES, type RiskCode } from '../../flows/casework/tables/risk.ts'
import { SUB_CODES, type SubCode } from '../../flows/casework/tables/taxonomy.ts'
import { isMediated, TRACKS, type TrackCode } from '../../flows/casework/tables/track.ts'
import { isNeverAgreed, isOfficerLed } from '../../flows/casework/taxonomy.ts'

const ACT9 = '治安管理处罚法第9条；程序规定第178、179条'
const NOT9 = '治安管理处罚法第9条；程序规定第179条'
const HOME = '反家庭暴力法第15–17、23–30条'
const CHILD = '未成年人保护法第11条；治安管理处罚法第60条'
const WORK = '劳动争议调解仲裁法第10、27条；劳动保障监察条例第20条'
const LAND = '草原法第16条；土地管理法第14条；森林法第22条'
const CRIME = '人民调解法第25条'
const ELSEWHERE = '2002规定第22条'
const ORGAN = '2002规定第22条；民诉法解释第355条'
const UNLAWFUL = '民诉法解释第358条；2011规定'
const CAR = '道路交通事故处理程序规定第85、86、90条'

type Row = [
  situation: string,
  category: SubCode,
  codes: RiskCode[],
  answers: GateAnswers,
  track: TrackCode,
  mediable: boolean,
  part: PartCode | null,
  limits: LimitCode[],
  articles: string[],
]

// biome-ignore format: the table is read by its columns
const ROWS: Row[] = [
  ['院墙越界，推了一下，查了不算违法', 'NB-WL', ['A09'], { bars: 'none', act: 'none' }, 'PM', true, null, [], []],
  ['院墙越界，推搡情节较轻，都是成年人', 'NB-WL', ['A09'], { bars: 'none', act: 'minor', guardian: 'adults' }, 'PSM', true, null, ['public-security'], [ACT9]],
  ['打架，情节较轻，有孩子，监护人在', 'NB-QR', ['A08'], { bars: 'none', act: 'minor', guardian: 'present' }, 'PSM', true, null, ['public-security'], [ACT9]],
  ['打架，情节较轻，有孩子，监护人没到', 'NB-QR', ['A08'], { bars: 'none', act: 'minor', guardian: 'absent' }, 'CASE', false, null, ['public-security', 'guardian'], [ACT9, '程序规定第181条']],
  ['雇人来打', 'TD-PI', ['A08'], { bars: 'none', act: 'hired' }, 'CASE', false, null, ['not-psm'], [NOT9]],
  ['结伙斗殴、寻衅滋事', 'TD-PI', ['A08'], { bars: 'none', act: 'gang' }, 'CASE', false, null, ['not-psm'], [NOT9]],
  ['多次违法', 'NB-QR', ['A08'], { bars: 'none', act: 'repeat' }, 'CASE', false, null, ['not-psm'], [NOT9]],
  ['一方不愿治安调解', 'NB-QR', ['A08'], { bars: 'none', act: 'unwilling' }, 'CASE', false, null, ['not-psm'], [NOT9]],
  ['调解中又违法', 'NB-QR', ['A08'], { bars: 'none', act: 'during' }, 'CASE', false, null, ['not-psm'], [NOT9]],
  ['嫌疑人逃跑', 'TD-PR', ['A13'], { bars: 'none', act: 'fled' }, 'CASE', false, null, ['not-psm'], [NOT9]],
  ['情节不轻', 'TD-PI', ['A08'], { bars: 'none', act: 'serious' }, 'CASE', false, null, ['not-psm'], [NOT9]],
  ['民宿夜里唱歌，没有违法', 'NB-NO', [], { bars: 'none', act: 'none' }, 'PM', true, null, [], []],
  ['家庭暴力', 'MF-DV', ['A08', 'A11'], {}, 'CASE', false, 'separate', ['domestic-violence'], [HOME]],
  ['离婚，家里打过人', 'MF-CP', [], { bars: 'none', home: 'violence' }, 'CASE', false, 'separate', ['domestic-violence'], [HOME]],
  ['夫妻吵架，没有动过手', 'MF-CP', [], { bars: 'none', home: 'none' }, 'PM', true, null, [], []],
  ['要法院定婚姻有没有效', 'MF-CP', [], { bars: 'special' }, 'COURT', false, null, ['special-organ'], [ORGAN]],
  ['彩礼，正常退还', 'MF-BP', [], { bars: 'none', home: 'none', wish: 'lawful' }, 'PM', true, null, [], []],
  ['彩礼，牵涉包办婚姻', 'MF-BP', [], { bars: 'none', home: 'none', wish: 'arranged' }, 'PM', true, 'lawful', ['unlawful-wish'], [UNLAWFUL]],
  ['学生欺凌，监护人到场', 'SC-BU', ['A08', 'B04'], { bars: 'none', guardian: 'present' }, 'CASE', false, 'compensation', ['minor'], [CHILD]],
  ['学生欺凌，监护人没到', 'SC-BU', ['B04'], { bars: 'none', guardian: 'absent' }, 'CASE', false, null, ['guardian', 'minor'], ['程序规定第181条', CHILD]],
  ['孩子受侵害', 'SC-AB', ['B04'], {}, 'CASE', false, null, ['minor'], [CHILD]],
  ['性侵', 'OT-00', ['A07'], {}, 'CASE', false, null, ['emergency', 'crime'], ['110、119、120', CRIME]],
  ['有人持刀，险情已解除，虫草地界，权属和使用都争', 'LF-CC', ['A02', 'D02'], { bars: 'none', title: 'both' }, 'CASE', true, 'use', ['emergency', 'land-title'], ['110、119、120', LAND]],
  ['草场归谁', 'LF-GR', [], { bars: 'none', title: 'title' }, 'ADM', false, 'use', ['land-title'], [LAND]],
  ['越界放牧，只谈使用和赔偿', 'LF-GR', [], { bars: 'none', title: 'use' }, 'PM', true, 'use', ['land-title'], [LAND]],
  ['两村采集地界，先谈临时线，权属另处理', 'LF-CC', ['D02'], { bars: 'none', title: 'both' }, 'JOINT', true, 'use', ['land-title'], [LAND]],
  ['宅基地归谁', 'HS-OW', [], { bars: 'none', title: 'title' }, 'ADM', false, 'use', ['land-title'], [LAND]],
  ['行政村界', 'LF-BD', [], {}, 'ADM', false, null, ['boundary'], ['行政区域边界争议处理条例']],
  ['承包地流转', 'LF-CL', [], { bars: 'none' }, 'PM', true, null, ['contracted-land'], ['农村土地承包经营纠纷调解仲裁法']],
  ['征地补偿标准', 'EX-ST', [], {}, 'ADM', false, 'distribution', ['land-taking'], ['政府行为，复议或诉讼']],
  ['征地款家里怎么分', 'EX-DS', [], { bars: 'none' }, 'ADM', true, null, [], []],
  ['拖欠11名农民工工资，已离开工地', 'LB-WG', ['D02'], { bars: 'none', workers: 'ten', job: 'left', ordered: 'no' }, 'LAB', true, null, ['migrant-wages'], ['保障农民工工资支付条例']],
  ['责令支付后仍不付', 'LB-WG', [], { bars: 'none', workers: 'few', job: 'left', ordered: 'unpaid' }, 'CASE', false, null, ['crime', 'migrant-wages'], [CRIME, '保障农民工工资支付条例']],
  ['辞退，还没离开', 'LB-CN', [], { bars: 'none', workers: 'few', job: 'still' }, 'LAB', true, null, ['employment'], [WORK]],
  ['法院已经受理的欠款', 'CT-LN', [], { bars: 'court' }, 'NONE', false, null, ['elsewhere'], [ELSEWHERE]],
  ['正在仲裁', 'CT-OT', [], { bars: 'arbitration' }, 'NONE', false, null, ['elsewhere'], [ELSEWHERE]],
  ['一方明确不愿意', 'HS-RT', [], { bars: 'refused' }, 'NONE', false, null, ['refused'], ['人民调解法第17条']],
  ['信访事项', 'VA-AF', [], { bars: 'petition' }, 'NONE', false, null, ['petition'], ['信访工作条例']],
  ['借钱的利息是高利贷', 'CT-LN', [], { bars: 'none', wish: 'usury' }, 'PM', true, 'lawful', ['unlawful-wish'], [UNLAWFUL]],
  ['交通事故，收到认定书不到十天', 'TA-PI', [], { bars: 'none', finding: 'within' }, 'TRM', true, null, ['traffic'], [CAR]],
  ['交通事故，收到认定书过了十天', 'TA-PR', [], { bars: 'none', finding: 'over' }, 'PM', true, null, ['traffic'], [CAR]],
  ['投诉民警', 'AD-PO', [], {}, 'ADM', false, null, ['about-police'], ['12389']],
  ['咨询', 'ND-IQ', [], {}, 'NONE', false, null, [], []],
]

const before = (category: SubCode, codes: RiskCode[] = [], more: Partial<Before> = {}): Before => ({
  category,
  codes,
  headcount: null,
  elsewhere: false,
  refusedBySome: false,
  ...more,
})

describe('the legal gate', () => {
  it('has forty situations at least', () => {
    expect(ROWS.length).toBeGreaterThanOrEqual(40)
    expect(new Set(ROWS.map(([situation]) => situation)).size).toBe(ROWS.length)
  })

  it.each(ROWS)('%s', (_, category, codes, answers, track, mediable, part, limits, articles) => {
    const known = before(category, codes)
    const passed = passGate(known, answers)
    // Every question that this matter asks is answered in its row, and no other.
    expect(unanswered(known, answers)).toBeNull()
    expect(answersThatCount(known, answers)).toEqual(answers)
    expect({ track: passed.track, mediable: passed.mediable, part: passed.part }).toEqual({
      track,
      mediable,
      part,
    })
    expect(passed.limits.map(({ code }) => code)).toEqual(limits)
    expect(passed.limits.map(({ basis }) => basis)).toEqual(articles)
    expect(passed.tracks.some(isMediated)).toBe(mediable)
    for (const one of TRACKS.map(({ code }) => code))
      expect(barredFrom(known, answers, one) === null, one).toBe(
        passed.tracks.includes(one) || !isMediated(one),
      )
  })

  it('owes what the law asks next, and a day where it is not for the station', () => {
    const next = (category: SubCode, answers: GateAnswers) => passGate(before(category), answers)
    expect(next('LF-GR', { bars: 'none', title: 'title' })).toMatchObject({
      next: ['keep-as-is', 'government', 'refer-24h'],
      notOurs: true,
    })
    expect(next('LB-WG', { bars: 'none', workers: 'ten', job: 'left', ordered: 'no' })).toMatchObject({
      next: ['contractor', 'labour-office', 'representatives', 'day-left'],
      notOurs: false,
    })
    expect(next('MF-DV', {}).next).toEqual(['evidence', 'protection-order', 'federation'])
    expect(next('SC-BU', { bars: 'none', guardian: 'present' }).next).toEqual(['report-minor', 'school'])
    expect(next('LF-BD', {}).next).toEqual(['both-townships', 'refer-24h'])
    expect(next('NB-QR', { bars: 'none', act: 'minor', guardian: 'adults' }).next).toEqual([
      'written-request',
    ])
  })

  it('asks only what the matter calls for, and nothing once it is barred', () => {
    expect(gateQuestions(before('HS-RT'))).toEqual(['bars'])
    expect(gateQuestions(before('NB-WL', ['A09']))).toEqual(['bars', 'act'])
    expect(gateQuestions(before('NB-WL', ['A09']), { act: 'minor' })).toEqual(['bars', 'act', 'guardian'])
    expect(gateQuestions(before('LF-GR'))).toEqual(['bars', 'title'])
    expect(gateQuestions(before('LB-WG', [], { headcount: 11 }))).toEqual(['bars', 'job', 'ordered'])
    expect(gateQuestions(before('NB-WL', ['A09']), { bars: 'court' })).toEqual(['bars'])
    expect(gateQuestions(before('NB-WL', [], { elsewhere: true }))).toEqual([])
    expect(gateQuestions(before('CT-SL', [], { refusedBySome: true }))).toEqual([])
    expect(answersTo('bars', before('CT-SL'))).not.toContain('special')
    expect(answersTo('bars', before('MF-CP'))).toContain('special')
    expect(answersTo('guardian', before('SC-BU'))).toEqual(['present', 'absent'])
  })

  it('takes no answers that are none', () => {
    expect(gateAnswersSchema.safeParse({ bars: 'none', act: 'minor' }).success).toBe(true)
    for (const wrong of [{ bars: 'maybe' }, { what: 'none' }, { act: null }, 'none'])
      expect(gateAnswersSchema.safeParse(wrong).success).toBe(false)
    const known = before('NB-WL', ['A09'])
    expect(unanswered(known, { bars: 'none' })).toBe('act')
    expect(barredFrom(known, { bars: 'none' }, 'PM')).toMatchObject({ code: 'gate' })
    expect(barredFrom(known, { bars: 'none' }, 'CASE')).toBeNull()
    expect(barredFrom(known, { bars: 'none', act: 'none' }, 'PSM')).toMatchObject({ code: 'no-act' })
    expect(barredFrom(known, { bars: 'none', act: 'none' }, 'TRM')).toMatchObject({ code: 'no-traffic' })
    expect(barredFrom(before('LF-GR'), { bars: 'none', title: 'title' }, 'JOINT')).toMatchObject({
      code: 'land-title',
      zh: expect.stringContaining('草原法第16条'),
    })
  })

  it('never opens what may not be mediated, whatever is answered', () => {
    const anyAnswers = fc.record(
      Object.fromEntries(
        GATE_QUESTION_CODES.map((one) => [
          one,
          fc.constantFrom(...(GATE_QUESTIONS[one] as readonly string[])),
        ]),
      ),
      { requiredKeys: [] },
    ) as fc.Arbitrary<GateAnswers>
    const anyCodes = fc.uniqueArray(fc.constantFrom(...RISK_CODES), { maxLength: 5 })
    fc.assert(
      fc.property(fc.constantFrom(...SUB_CODES), anyCodes, anyAnswers, (category, codes, answers) => {
        const known = before(category, codes)
        const { tracks, track, mediable, limits, part, next } = passGate(known, answers)
        expect(tracks[0]).toBe(track)
        expect(new Set(tracks).size).toBe(tracks.length)
        expect(tracks).toEqual(expect.arrayContaining(['CASE', 'COURT', 'ADM', 'LAB']))
        if (isOfficerLed(category, codes) || isNeverAgreed(category, codes)) expect(mediable).toBe(false)
        if (limits.some(({ mediate }) => mediate === 'never')) expect(mediable).toBe(false)
        if (tracks.includes('PSM')) expect(answersThatCount(known, answers).act).toBe('minor')
        if (part !== null) expect(PARTS.map(({ code }) => code)).toContain(part)
        for (const one of next) expect(NEXT_STEPS.map(({ code }) => code)).toContain(one)
        const asked = gateQuestions(known, answers)
        expect(asked.length).toBeLessThanOrEqual(
          codes.some((one) => ['A08', 'A09', 'A13', 'B04'].includes(one)) ? 6 : 4,
        )
      }),
      { numRuns: 2_000 },
    )
  })
})
