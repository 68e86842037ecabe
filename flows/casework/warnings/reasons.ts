// Why a warning stands: a code with its numbers, and the sentence for it in both languages.
import { z } from 'zod'
import { type Calendar, HOUR } from '../calendar.ts'
import { clockText, dateText } from '../clock-text.ts'
import type { Said } from '../said.ts'
import { SOURCES } from '../tables/source.ts'
import { TOPS } from '../tables/taxonomy.ts'

type Numbers = {
  n: number
  m: number
  at: Said
  day: Said
  what: string
  whats: readonly string[]
  name: Said
}

export const LIMIT_NAMES: { readonly [code: string]: Said } = {
  'T-PM-30': { zh: '人民调解一个月', en: "The month of people's mediation" },
  'T-LAB-1Y': { zh: '劳动仲裁一年', en: 'Labour arbitration, one year' },
  'T-LI-2Y': { zh: '劳动监察两年', en: 'Labour inspection, two years' },
  'T-LAND-30': { zh: '土地处理决定后三十天', en: 'Thirty days after a decision on land' },
}

const TROUBLES: { readonly [kind: string]: Said } = {
  deaf: { zh: '收不到消息', en: 'hears nothing' },
  token: { zh: '令牌或密钥被拒', en: 'has its token refused' },
  quota: { zh: '额度用完或发得太快', en: 'is over its quota' },
  send: { zh: '发不出去', en: 'refuses what is sent' },
  lag: { zh: '收到的消息处理慢，超过一分钟', en: 'is heard, but kept more than a minute late' },
}

const day = (n: number): string => (n === 1 ? '1 day' : `${n} days`)
const left = (n: number): Said =>
  n === 0 ? { zh: '今天到期', en: 'due today' } : { zh: `还有${n}天`, en: `${day(n)} left` }
const source = (code: string): Said => SOURCES.find((one) => one.code === code) ?? { zh: code, en: code }
const top = (code: string): Said => TOPS.find((one) => one.code === code) ?? { zh: code, en: code }
const limit = (code: string): Said => LIMIT_NAMES[code] ?? { zh: code, en: code }

const SENTENCES = {
  danger: ({ n }) => ({ zh: `险情${n}分钟没有人签收`, en: `Danger, and nobody took it for ${n} min` }),
  'not-accepted': ({ n }) => ({ zh: `${n}小时没有签收`, en: `Not accepted for ${n} h` }),
  'no-contact': ({ at }) => ({
    zh: `应在${at.zh}前联系，还没有记录`,
    en: `Contact was due by ${at.en}; none recorded`,
  }),
  'no-entry': ({ n }) => ({ zh: `${n}天没有记录`, en: `No entry for ${day(n)}` }),
  target: ({ n, day: on }) => ({
    zh: `调解目标${on.zh}，${left(n).zh}`,
    en: `To be settled by ${on.en}, ${left(n).en}`,
  }),
  limit: ({ n, day: on, what }) => ({
    zh: `${limit(what).zh}，到${on.zh}，${left(n).zh}`,
    en: `${limit(what).en}, until ${on.en}, ${left(n).en}`,
  }),
  'duty-soon': ({ n, m }) => ({ zh: `第${m}项${left(n).zh}`, en: `Duty ${m}: ${left(n).en}` }),
  'duty-late': ({ n, m }) => ({ zh: `第${m}项逾期${n}天`, en: `Duty ${m} is ${day(n)} overdue` }),
  revisit: ({ n }) =>
    n === 0
      ? { zh: '今天应访', en: 'To be revisited today' }
      : { zh: `应访未访${n}天`, en: `Not revisited for ${day(n)}` },
  confirm: ({ n, day: on }) => ({
    zh: `司法确认到${on.zh}，${left(n).zh}`,
    en: `The court may confirm it until ${on.en}, ${left(n).en}`,
  }),
  'festival-wages': ({ n }) => ({ zh: `离春节${n}天`, en: `${day(n)} to Spring Festival` }),
  cases: ({ n }) => ({ zh: `没有办完的欠薪${n}件`, en: `${n} wage dispute${n === 1 ? '' : 's'} still open` }),
  'labour-office': () => ({
    zh: '人社不在这里收消息，请另外告知（12333）',
    en: 'The labour office gets no messages here: please tell it (12333)',
  }),
  season: ({ n, name }) => ({ zh: `离${name.zh}${n}天`, en: `${name.en} in ${day(n)}` }),
  'land-cases': ({ n, m }) => ({
    zh: `近${m}年采集、草场纠纷${n}件`,
    en: `${n} over collecting areas and pasture in ${m} years`,
  }),
  'day-coming': ({ n, name }) => ({ zh: `离${name.zh}${n}天`, en: `${name.en} in ${day(n)}` }),
  'grave-cases': ({ n }) => ({ zh: `没有办完的红、橙级${n}件`, en: `${n} red or orange still open` }),
  'told-again': ({ n, m }) => ({ zh: `${m}天内第${n}次反映`, en: `Told of ${n} times in ${day(m)}` }),
  ways: ({ n, whats }) => ({
    zh: `${n}处反映：${whats.map((one) => source(one).zh).join('、')}。一个人答复`,
    en: `Told in ${n} places: ${whats.map((one) => source(one).en).join(', ')}. One reply, by one person`,
  }),
  alike: ({ name }) => ({ zh: `可能和${name.zh}是一件事`, en: `May be the same matter as ${name.en}` }),
  reopened: () => ({ zh: '结案后又反映，级别已升', en: 'Told of again after its end; its level was raised' }),
  'after-closed': ({ name, n }) => ({
    zh: `${name.zh}结案${n}天后又有反映，级别已按规定升`,
    en: `Told of ${day(n)} after ${name.en} was closed; its level was raised by rule`,
  }),
  cluster: ({ name, n, m, what }) => ({
    zh: `${name.zh}${m}天内“${top(what).zh}”${n}件，请列入研判`,
    en: `${n} of "${top(what).en}" in ${name.en} within ${day(m)}: for the next risk meeting`,
  }),
  'no-receipt': ({ n }) => ({ zh: `移交${n}天没有回执`, en: `No receipt for ${day(n)}` }),
  voice: ({ n }) => ({ zh: `语音${wait(n).zh}没有人听`, en: `A voice message not heard for ${wait(n).en}` }),
  'risk-near': () => ({ zh: '同一件事里有危险的话', en: 'Words of danger in the same matter' }),
  machine: ({ what, whats, at }) => {
    const trouble = TROUBLES[what] ?? { zh: what, en: what }
    return {
      zh: `${whats.join('、')}${trouble.zh}，从${at.zh}起`,
      en: `${whats.join(', ')} ${trouble.en}, since ${at.en}`,
    }
  },
  surface: ({ n }) => ({ zh: `假性和解分${n}，还没有核对`, en: `Surface score ${n}, not checked yet` }),
  'no-paper': ({ n }) => ({
    zh: `达成协议${n}天，没有签字协议的照片`,
    en: `Agreed ${day(n)} ago, and no photo of the signed paper`,
  }),
} satisfies { readonly [code: string]: (of: Numbers) => Said }

export type ReasonCode = keyof typeof SENTENCES

export const reasonSchema = z.object({
  code: z.enum(Object.keys(SENTENCES) as [ReasonCode, ...ReasonCode[]]),
  n: z.number().optional(),
  m: z.number().optional(),
  at: z.number().optional(),
  /** A code of another table; several of them. */
  what: z.string().optional(),
  whats: z.array(z.string()).readonly().optional(),
  /** A name of the station's own: a village, a season, a case number. */
  name: z.object({ zh: z.string(), en: z.string() }).optional(),
})
export type Reason = z.infer<typeof reasonSchema>

const MINUTES = 60
const wait = (minutes: number): Said => {
  const hours = Math.floor((minutes * 60_000) / HOUR)
  return minutes < MINUTES
    ? { zh: `${minutes}分钟`, en: `${minutes} min` }
    : { zh: `${hours}小时`, en: `${hours} h` }
}

const EMPTY: Said = { zh: '', en: '' }

export function reasonSaid(reason: Reason, calendar: Calendar): Said {
  const { code, n = 0, m = 0, at, what = '', whats = [], name = EMPTY } = reason
  const both = (text: (locale: 'zh' | 'en') => string): Said => ({ zh: text('zh'), en: text('en') })
  const moment = at === undefined ? EMPTY : both((locale) => clockText(at, calendar, locale))
  const on = at === undefined ? EMPTY : both((locale) => dateText(at, calendar, locale))
  const sentence: (of: Numbers) => Said = SENTENCES[code]
  return sentence({ n, m, at: moment, day: on, what, whats, name })
}
