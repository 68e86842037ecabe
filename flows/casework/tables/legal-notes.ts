// Legal awareness (普法): one short spoken sentence for residents, with its source, by kind of dispute and moment.
// Only what domain 0.1, 2.5, 4.4, 5.2–5.4 say. Nothing here promises, forecasts or takes a side.
import { among, isOfficerLed } from '../taxonomy.ts'
import type { SubCode, TopCode } from './taxonomy.ts'

/** `report`: what was told has been taken down. `agreement`: something was agreed. `revisit`: a side was asked how it stands. */
export const MOMENTS = ['report', 'agreement', 'revisit'] as const
export type Moment = (typeof MOMENTS)[number]
type Words = { zh: string; en: string }
export type LegalNote = Words & { source: Words }

type Entry = { on: readonly Moment[]; among: readonly (TopCode | SubCode)[]; note: LegalNote }

/** What a committee may mediate as a matter of course. */
const PLAIN: readonly (TopCode | SubCode)[] = ['NB', 'HS', 'CT', 'PB', 'TD', 'PY', 'OT', 'MF']
const GRASS: readonly SubCode[] = ['LF-GR', 'LF-CC', 'LF-FO']

/** The first that fits is said. */
const NOTES: readonly Entry[] = [
  {
    on: ['report'],
    among: ['MF-DV'],
    note: {
      zh: '保护令，法院最迟72小时内定，紧急的24小时内定。',
      en: 'On a protection order the court decides within 72 hours, in urgent cases within 24.',
      source: { zh: '反家庭暴力法第28条', en: 'Anti-Domestic-Violence Law, article 28' },
    },
  },
  {
    on: ['report'],
    among: ['LB-WG'],
    note: {
      zh: '离开以后，一年内可以申请劳动仲裁；欠薪两年内可以找劳动监察。',
      en: 'After leaving, you have one year for labour arbitration; for unpaid wages two years for the labour inspection.',
      source: {
        zh: '劳动争议调解仲裁法第27条、劳动保障监察条例第20条',
        en: 'Labour Mediation and Arbitration Law, article 27; Labour Inspection Regulation, article 20',
      },
    },
  },
  {
    on: ['report'],
    among: ['LB'],
    note: {
      zh: '这类事可以请人来谈，也可以在一年内申请劳动仲裁，电话12333。',
      en: 'This may be mediated, or go to labour arbitration within one year; phone 12333.',
      source: {
        zh: '劳动争议调解仲裁法第10、27条',
        en: 'Labour Mediation and Arbitration Law, articles 10 and 27',
      },
    },
  },
  {
    on: ['agreement'],
    among: ['LB'],
    note: {
      zh: '到日子不付工资，可以拿着协议请法院发支付令。',
      en: 'If wages are not paid on the day, the court can be asked for an order to pay, with the agreement.',
      source: {
        zh: '劳动争议调解仲裁法第16条',
        en: 'Labour Mediation and Arbitration Law, article 16',
      },
    },
  },
  {
    on: ['agreement', 'revisit'],
    among: GRASS,
    note: {
      zh: '谈好的是怎么用；归谁由政府定，定下来之前谁都不要改动。',
      en: 'What was agreed is how it is used; who owns it is for government, and until then nobody changes anything.',
      source: { zh: '草原法第16条、森林法第22条', en: 'Grassland Law, article 16; Forest Law, article 22' },
    },
  },
  {
    on: ['report'],
    among: ['LF-CL'],
    note: {
      zh: '承包地的事，可以请村上、镇上来谈，也可以两年内申请仲裁，或者到法院。',
      en: 'On contracted land you may ask village or township to mediate, go to arbitration within two years, or to court.',
      source: {
        zh: '农村土地承包经营纠纷调解仲裁法',
        en: 'Law on Mediation and Arbitration of Contracted Land',
      },
    },
  },
  {
    on: ['report'],
    among: ['TA'],
    note: {
      zh: '收到事故认定书十天内，双方可以一起写申请，请交警调解。',
      en: 'Within ten days of the finding on the accident both sides may ask traffic police together, in writing, to mediate.',
      source: {
        zh: '道路交通事故处理程序规定第85、86、90条',
        en: 'Procedure Rules on Traffic Accidents, articles 85, 86 and 90',
      },
    },
  },
  {
    on: ['report'],
    among: ['NB-NO'],
    note: {
      zh: '吵人的事，先由村上劝、村上谈；还不改，由主管部门或者公安依法处理。',
      en: 'With noise the village first asks and talks; if it goes on, the department in charge or the police deal with it.',
      source: {
        zh: '噪声污染防治法第70条、治安管理处罚法第88条',
        en: 'Noise Law, article 70; Public Security Law, article 88',
      },
    },
  },
  {
    on: ['report'],
    among: ['CT'],
    note: {
      zh: '欠钱、合同的事，一般三年内可以到法院；您向调委会提出来，时间重新算。',
      en: 'With debts and contracts you usually have three years for the court; asking a mediation committee begins them anew.',
      source: {
        zh: '民法典第188条、诉讼时效规定第12条',
        en: 'Civil Code, article 188; Provisions on Limitation, article 12',
      },
    },
  },
  {
    on: ['report'],
    among: PLAIN,
    note: {
      zh: '请人来谈不收钱；谈的时候，您随时可以去法院。',
      en: 'Being helped to settle costs nothing, and the court stays open to you all the while.',
      source: { zh: '人民调解法第3、4条', en: "People's Mediation Law, articles 3 and 4" },
    },
  },
  {
    on: ['agreement'],
    among: PLAIN,
    note: {
      zh: '说好的要照着做；对方不做，您可以找我们，也可以到法院。',
      en: 'What was agreed is to be kept; if the other side does not, come to us or go to court.',
      source: { zh: '人民调解法第31、32条', en: "People's Mediation Law, articles 31 and 32" },
    },
  },
  {
    on: ['revisit'],
    among: [...PLAIN, 'LB', 'LF', 'EX-DS', 'TA'],
    note: {
      zh: '说好的事，调委会有责任督促。对方没做到，随时告诉我们。',
      en: 'The committee has to see that what was agreed is kept. If it is not, tell us at any time.',
      source: { zh: '人民调解法第31条', en: "People's Mediation Law, article 31" },
    },
  },
]

/** Of matters that officers lead only what is safe and helps, and only as they are told of; null where nothing fits. */
export function legalNote(category: SubCode, moment: Moment): LegalNote | null {
  if (isOfficerLed(category) && (moment !== 'report' || category !== 'MF-DV')) return null
  return NOTES.find((one) => one.on.includes(moment) && among(category, one.among))?.note ?? null
}

/** As it stands at the end of what is said, its source before the full stop. */
export const noteLine = ({ zh, en, source }: LegalNote, locale: 'zh' | 'en'): string =>
  locale === 'en' ? `${en.slice(0, -1)} (${source.en}).` : `${zh.slice(0, -1)}（${source.zh}）。`
