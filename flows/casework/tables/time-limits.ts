// Time limits of law and practice that run for a case: what each runs from, how long, when to be reminded of it, and the rule.
// Source: domain 4.4 and, for the marks, 8 (W05, W08, W09). What is only for information has no row here.
import type { SubCode, TopCode } from './taxonomy.ts'

/** `months`, `days` and `years` end with a day at the station; `workingDays` are counted on its calendar. */
export type Length =
  | { days: number }
  | { months: number }
  | { years: number }
  | { workingDays: number }
  | { hours: number }

export type TimeLimit = {
  code: string
  zh: string
  en: string
  basis: string
  /** What it runs from. `date`: a day that only an officer can know, and gives. */
  from: 'accepted' | 'first-session' | 'not-ours' | 'effective' | 'ended' | 'date'
  /** What that day is, where an officer gives it. */
  day?: { zh: string; en: string }
  length: Length
  /** Days left when somebody is told. */
  marks: readonly number[]
  /** For the officer's information: nothing is lost to the sides by it. */
  info?: true
  /** Which kinds of dispute an officer is offered it for; all where absent. */
  among?: readonly (TopCode | SubCode)[]
}

export const TIME_LIMITS = [
  {
    code: 'T-PM-30',
    zh: '人民调解一个月',
    en: "People's mediation, one month",
    basis: '2002规定第33条',
    from: 'accepted',
    length: { months: 1 },
    marks: [5, 1],
  },
  {
    code: 'T-PSM-7W',
    zh: '第二次治安调解',
    en: 'The second session of police mediation',
    basis: '程序规定第183条',
    from: 'first-session',
    length: { workingDays: 7 },
    marks: [],
  },
  {
    code: 'T-CASE-30',
    zh: '治安案件办案期限',
    en: 'Time to decide a public-security case',
    basis: '治安管理处罚法第118条；程序规定第185条',
    from: 'accepted',
    length: { days: 30 },
    marks: [],
    info: true,
  },
  {
    code: 'T-REF-24H',
    zh: '不属本所管辖，24小时内移送并告知',
    en: 'Not for this station: passed on and told within 24 hours',
    basis: '程序规定第61条',
    from: 'not-ours',
    length: { hours: 24 },
    marks: [],
  },
  {
    code: 'T-JC-30',
    zh: '司法确认申请',
    en: 'Asking the court to confirm the agreement',
    basis: '人民调解法第33条；民事诉讼法第205条',
    from: 'effective',
    length: { days: 30 },
    marks: [15, 7, 2],
  },
  {
    code: 'T-LAB-1Y',
    zh: '劳动仲裁时效',
    en: 'Labour arbitration',
    basis: '劳动争议调解仲裁法第27条',
    from: 'date',
    day: { zh: '离职的日子', en: 'The day they left' },
    length: { years: 1 },
    marks: [60, 30, 7],
    among: ['LB'],
  },
  {
    code: 'T-LI-2Y',
    zh: '劳动监察投诉',
    en: 'Complaint to the labour inspection',
    basis: '劳动保障监察条例第20条',
    from: 'date',
    day: { zh: '违法行为发生的日子', en: 'The day it happened' },
    length: { years: 2 },
    marks: [60, 30, 7],
    among: ['LB'],
  },
  {
    code: 'T-LAND-30',
    zh: '不服权属处理决定的起诉',
    en: 'Court against a decision on title',
    basis: '土地管理法第14条',
    from: 'date',
    day: { zh: '收到处理决定的日子', en: 'The day the decision was received' },
    length: { days: 30 },
    marks: [60, 30, 7],
    among: ['LF', 'HS-OW', 'EX'],
  },
  {
    code: 'T-CL-2Y',
    zh: '承包地仲裁时效',
    en: 'Arbitration on contracted land',
    basis: '农村土地承包经营纠纷调解仲裁法',
    from: 'date',
    day: { zh: '发生争议的日子', en: 'The day the dispute began' },
    length: { years: 2 },
    marks: [],
    among: ['LF-CL'],
  },
  {
    code: 'T-TR-10',
    zh: '申请交警调解',
    en: 'Asking traffic police to mediate',
    basis: '道路交通事故处理程序规定第85、86、90条',
    from: 'date',
    day: { zh: '收到事故认定书的日子', en: 'The day the finding was received' },
    length: { days: 10 },
    marks: [],
    among: ['TA'],
  },
  {
    code: 'T-TR-3',
    zh: '人民调解终止后再申请交警调解',
    en: "Asking traffic police once people's mediation has ended",
    basis: '道路交通事故处理程序规定第85、86、90条',
    from: 'ended',
    length: { days: 3 },
    marks: [],
    among: ['TA'],
  },
  {
    code: 'T-PO',
    zh: '人身安全保护令，法院72小时内作出',
    en: 'Protection order: the court decides within 72 hours',
    basis: '反家庭暴力法第28条',
    from: 'date',
    day: { zh: '申请的日子', en: 'The day it was asked for' },
    length: { hours: 72 },
    marks: [],
    among: ['MF'],
  },
  {
    code: 'T-SC-10',
    zh: '学校调查欺凌',
    en: 'The school inquires into the bullying',
    basis: '2017方案',
    from: 'accepted',
    length: { days: 10 },
    marks: [],
    among: ['SC-BU'],
  },
] as const satisfies readonly TimeLimit[]

export type TimeLimitCode = (typeof TIME_LIMITS)[number]['code']

/** How an officer chooses the urgent kind of protection order. */
export const URGENT = 'T-PO:24'
/** Urgent, the court decides on a protection order within a day (domain 4.4). */
export const URGENT_ORDER: Length = { hours: 24 }
