// The legal gate as an officer passes it: which questions this matter asks, and what the answers come to. Pure.
import { type LegalFacts, legalGate } from './legal-gate.ts'
import { hasHardTrigger } from './risk.ts'
import type { Said } from './said.ts'
import {
  GATE_QUESTION_CODES,
  GATE_QUESTIONS,
  type GateAnswer,
  type GateAnswers,
  type GateQuestion,
} from './tables/gate-questions.ts'
import { NEXT_STEPS, type NextStepCode, PARTS, type PartCode } from './tables/gate-results.ts'
import type { LegalLimit, LimitCode } from './tables/legal-limits.ts'
import type { RiskCode } from './tables/risk.ts'
import type { SubCode, TopCode } from './tables/taxonomy.ts'
import { isMediated, TRACKS, type TrackCode } from './tables/track.ts'
import { among, category as categoryOf, isDispute, isNeverAgreed, isOfficerLed } from './taxonomy.ts'

/** What the books know before anybody answers. */
export type Before = {
  category: SubCode
  codes: readonly RiskCode[]
  /** People involved, where it was told. */
  headcount: number | null
  /** In court or in arbitration, as the reporter told it. */
  elsewhere: boolean
  /** A side said that it does not want to. */
  refusedBySome: boolean
}

/** The indicators that the gate looks at; others need not be carried along, and some are not for everybody's eyes. */
export const regarded = (codes: readonly RiskCode[]): RiskCode[] =>
  codes.filter((code) => code.startsWith('A') || code === 'B04' || code === 'D04')

export type Passing = {
  /** The track to propose. */
  track: TrackCode
  /** Some kind of mediation may be chosen. */
  mediable: boolean
  /** Every track that may be chosen, the proposed one first. */
  tracks: TrackCode[]
  limits: LegalLimit[]
  /** What alone may be discussed, or may be discussed elsewhere. */
  part: PartCode | null
  next: NextStepCode[]
  /** It belongs to another body, which must have it within a day. */
  notOurs: boolean
}

/** The questions that this matter asks, in their order; once something bars mediation nothing more is asked. */
export function gateQuestions(before: Before, answers: GateAnswers = {}): GateQuestion[] {
  const asked: GateQuestion[] = []
  const heard: GateAnswers = {}
  for (const question of GATE_QUESTION_CODES) {
    if (isClosed(before, heard)) break
    if (!ASKED[question](before, heard)) continue
    asked.push(question)
    Object.assign(heard, { [question]: answers[question] })
  }
  return asked
}

/** What may be answered here: nobody is offered what only concerns another kind of matter. */
export const answersTo = <Q extends GateQuestion>(question: Q, { category }: Before): GateAnswer<Q>[] => {
  const all: readonly string[] = GATE_QUESTIONS[question]
  const kept = all.filter(
    (one) =>
      !(question === 'bars' && one === 'special' && !among(category, ['MF'])) &&
      !(question === 'guardian' && one === 'adults' && among(category, ['SC'])),
  )
  return kept as GateAnswer<Q>[]
}

/** Only what was asked counts; an answer that was given to a question no longer asked is left out. */
export const answersThatCount = (before: Before, answers: GateAnswers): GateAnswers =>
  Object.fromEntries(
    gateQuestions(before, answers).flatMap((one) =>
      answers[one] === undefined ? [] : [[one, answers[one]]],
    ),
  )

/** The first question that is still to be answered; null when all are. */
export const unanswered = (before: Before, answers: GateAnswers): GateQuestion | null =>
  gateQuestions(before, answers).find(
    (one) => !answersTo(one, before).some((answer) => answer === answers[one]),
  ) ?? null

export function passGate(before: Before, given: GateAnswers): Passing {
  const answers = answersThatCount(before, given)
  const { limits } = legalGate(factsOf(before, answers))
  const open = mediatedTracks(before, answers)
  const wished = proposed(before, answers, limits)
  const track = !isMediated(wished) || open.includes(wished) ? wished : (open[0] ?? 'CASE')
  const notOurs = limits.some(({ code }) => isNotOurs(code, answers))
  const rest = TRACKS.map(({ code }) => code).filter((code) =>
    isMediated(code) ? open.includes(code) : code !== 'NONE' || track === 'NONE',
  )
  return {
    track,
    mediable: open.length > 0,
    tracks: [track, ...rest.filter((code) => code !== track)],
    limits,
    part: partOf(before, answers, limits),
    next: nextSteps(before, answers, limits, notOurs),
    notOurs,
  }
}

/** Why somebody may not choose a track; null where they may. A mediated one must be among those that the gate leaves open. */
export function barredFrom(
  before: Before,
  given: GateAnswers,
  track: TrackCode,
): (Said & { code: string }) | null {
  if (!isMediated(track)) return null
  const { limits, tracks } = passGate(before, given)
  const never = limits.find(({ mediate }) => mediate === 'never')
  if (never) return sentence(never)
  if (isOfficerLed(before.category, before.codes)) return OFFICER_LED
  if (unanswered(before, given) !== null) return NOT_PASSED
  if (tracks.includes(track)) return null
  const part = limits.find(({ mediate }) => mediate === 'part')
  return part && tracks.every((one) => !isMediated(one)) ? sentence(part) : (NOT_HERE[track] ?? NOT_PASSED)
}

const sentence = ({ code, zh, en, basis, basisEn }: LegalLimit) => ({
  code,
  zh: `${zh}（${basis}）。`,
  en: `${en} (${basisEn}).`,
})

const OFFICER_LED = {
  code: 'officer-led',
  zh: '这类事由民警办，不交给调解。',
  en: 'Officers handle a matter of this kind; it is not sent to mediation.',
}
const NOT_PASSED = {
  code: 'gate',
  zh: '要调解，先回答法律上的几个问题，请重新研判。',
  en: 'Before mediation a few questions of the law are answered: please begin the triage again.',
}
const NOT_HERE: { readonly [T in TrackCode]?: Said & { code: string } } = {
  PSM: {
    code: 'no-act',
    zh: '治安调解只用于情节较轻的违反治安管理行为（治安管理处罚法第9条）。',
    en: 'Police mediation is only for a minor offence against public security (public security law, 9).',
  },
  TRM: {
    code: 'no-traffic',
    zh: '这不是道路交通事故。',
    en: 'This is no traffic accident.',
  },
}

export const partName = (code: PartCode) => PARTS.find((one) => one.code === code)!
export const nextStepName = (code: NextStepCode) => NEXT_STEPS.find((one) => one.code === code)!

const BODILY: readonly RiskCode[] = ['A08', 'A09', 'A13']
/** Where hands, words or noise easily become an offence. */
const MAY_BE_ACT: readonly (TopCode | SubCode)[] = ['NB', 'TD-PI', 'TD-PR']
const OF_LAND: readonly SubCode[] = ['LF-GR', 'LF-CC', 'LF-FO', 'LF-WA', 'LF-MN', 'LF-OT', 'HS-OW']

const ASKED: { readonly [Q in GateQuestion]: (before: Before, answers: GateAnswers) => boolean } = {
  bars: ({ category }) => isDispute(category),
  home: ({ category }) => among(category, ['MF']),
  act: ({ category, codes }) =>
    !isOfficerLed(category, codes) &&
    !hasHardTrigger(codes) &&
    (among(category, MAY_BE_ACT) || codes.some((code) => BODILY.includes(code))),
  guardian: ({ category, codes }, { act }) =>
    act === 'minor' || among(category, ['SC']) || codes.includes('B04'),
  title: ({ category }) => among(category, OF_LAND),
  taking: ({ category }) => among(category, ['EX-RS', 'EX-OT']),
  workers: ({ category, headcount }) => among(category, ['LB']) && headcount === null,
  job: ({ category }) => among(category, ['LB']),
  ordered: ({ category }) => category === 'LB-WG',
  finding: ({ category }) => among(category, ['TA']),
  wish: ({ category }) => among(category, ['CT-LN', 'TD-PI', 'MF-BP', 'MF-LV']),
}

/** Nothing of it can be mediated. Children's matters stay with officers, and yet compensation may be settled. */
function isClosed(before: Before, answers: GateAnswers): boolean {
  const { limits } = legalGate(factsOf(before, answers))
  const { category, codes } = before
  return (
    !isDispute(category) ||
    isNeverAgreed(category, codes) ||
    limits.some(({ mediate }) => mediate === 'never')
  )
}

function factsOf({ category, codes, elsewhere, refusedBySome }: Before, answers: GateAnswers): LegalFacts {
  const { bars, home, act, guardian, title, taking, ordered, wish } = answers
  const done = act !== undefined && act !== 'none'
  return {
    category,
    codes,
    elsewhere: elsewhere || bars === 'court' || bars === 'arbitration' || bars === 'body',
    refusedBySome: refusedBySome || bars === 'refused',
    suspectedCrime: bars === 'crime' || ordered === 'unpaid',
    petition: bars === 'petition',
    specialOrgan: bars === 'special',
    homeViolence: home === 'violence',
    ...(act === undefined ? {} : { noAct: !done, notPsm: done && act !== 'minor' }),
    guardianAbsent: guardian === 'absent',
    titleAtIssue: title === 'title' || title === 'both',
    priceAtIssue: taking === 'price',
    unlawfulWish: wish !== undefined && wish !== 'lawful',
  }
}

function mediatedTracks(before: Before, answers: GateAnswers): TrackCode[] {
  const { category, codes } = before
  if (isClosed(before, answers) || isOfficerLed(category, codes) || answers.title === 'title') return []
  return [
    'PM',
    ...(answers.act === 'minor' ? (['PSM'] as const) : []),
    ...(among(category, ['TA']) ? (['TRM'] as const) : []),
    'JOINT',
  ]
}

/** Use can be discussed; where the title is at issue too, police and both villages keep things as they are meanwhile. */
const BY_TITLE: { readonly [A in GateAnswer<'title'>]: TrackCode } = {
  use: 'PM',
  both: 'JOINT',
  title: 'ADM',
}

function proposed(before: Before, { title, finding }: GateAnswers, limits: readonly LegalLimit[]): TrackCode {
  const barred = limits.find(({ mediate }) => mediate === 'never')
  if (barred) return barred.track
  const danger = limits.some(({ code }) => code === 'emergency')
  if (title && !danger) return BY_TITLE[title]
  // After ten days the traffic police take no request any more; the committee still may.
  if (finding === 'over' && !danger) return 'PM'
  return limits[0]?.track ?? categoryOf(before.category).defaultTrack
}

function partOf(before: Before, { guardian }: GateAnswers, limits: readonly LegalLimit[]): PartCode | null {
  const has = (code: LimitCode) => limits.some((limit) => limit.code === code)
  if (isNeverAgreed(before.category, before.codes) && !has('domestic-violence')) return null
  if (has('domestic-violence')) return 'separate'
  if (has('minor')) return guardian === 'absent' ? null : 'compensation'
  if (limits.some(({ mediate, code }) => mediate === 'never' && code !== 'land-taking')) return null
  if (has('land-title')) return 'use'
  if (has('land-taking')) return 'distribution'
  return has('unlawful-wish') ? 'lawful' : null
}

const NEXT: { readonly [C in LimitCode]: readonly NextStepCode[] } = {
  emergency: ['call-110'],
  crime: ['case'],
  'public-security': ['written-request'],
  'not-psm': ['civil-court'],
  guardian: ['call-guardian'],
  'domestic-violence': ['evidence', 'protection-order', 'federation'],
  minor: ['report-minor'],
  employment: ['labour-office'],
  'migrant-wages': ['contractor', 'labour-office'],
  'land-title': ['keep-as-is'],
  boundary: ['both-townships'],
  'contracted-land': ['choice'],
  'land-taking': ['review-or-court'],
  elsewhere: ['say-why'],
  'special-organ': ['court-or-civil-affairs'],
  refused: ['remedies'],
  'about-police': ['supervision'],
  'unlawful-wish': ['leave-out'],
  petition: ['petition-office'],
  traffic: [],
}

function nextSteps(
  { category, headcount }: Before,
  { workers, job, title, finding }: GateAnswers,
  limits: readonly LegalLimit[],
  notOurs: boolean,
): NextStepCode[] {
  const many = workers === 'ten' || (among(category, ['LB']) && (headcount ?? 0) >= 10)
  return [
    ...new Set<NextStepCode>([
      ...limits.flatMap(({ code }) => NEXT[code]),
      ...(category === 'SC-BU' ? (['school'] as const) : []),
      ...(many ? (['representatives'] as const) : []),
      ...(job === 'left' ? (['day-left'] as const) : []),
      ...(title === 'title' || title === 'both' ? (['government'] as const) : []),
      ...(finding === 'within' ? (['finding-day'] as const) : []),
      ...(notOurs ? (['refer-24h'] as const) : []),
    ]),
  ]
}

/** Before a court or with another body it has been received already: nothing is left to pass on. */
function isNotOurs(code: LimitCode, { title }: GateAnswers): boolean {
  if (code === 'land-title') return title === 'title'
  return ['boundary', 'land-taking', 'special-organ', 'about-police', 'petition'].includes(code)
}
