// Words of the notices about warnings.
import { wallDay } from '../../case.ts'
import { warningLine, warningLines } from '../../casework/warnings/said.ts'
import type { Locale } from '../../core/event.ts'
import type { Row } from '../../core/reply.ts'
import type { Notice } from '../notice.ts'
import type { WarningNotice } from '../warning-notice.ts'
import type { NoticeWords } from '../words.ts'

type Of<K extends WarningNotice['kind']> = Extract<Notice, { kind: K }>
type Words = Pick<NoticeWords, WarningNotice['kind']>

const HINTS = {
  zh: {
    'T-LAB-1Y': (day: string) =>
      `工资的事，要去劳动仲裁的，一般要在${day}前去申请，晚了可能就不收了。可以先打12333问。`,
    'T-LI-2Y': (day: string) => `工资的事，${day}前可以找劳动监察，打12333。晚了可能就不管了。`,
    'T-LAND-30': (day: string) => `土地、草场的决定，您不服的，${day}前可以去法院。晚了法院可能就不收了。`,
  },
  en: {
    'T-LAB-1Y': (day: string) =>
      `About the wages: whoever wants the labour arbitration has to ask for it before ${day}; later it may be too late. You can ask at 12333 first.`,
    'T-LI-2Y': (day: string) =>
      `About the wages: until ${day} you can go to the labour inspection, phone 12333. Later it may not take it.`,
    'T-LAND-30': (day: string) =>
      `About the decision on the land: if you do not agree with it, you can go to the court until ${day}. Later it may not take it.`,
  },
}

export const zh: Words = {
  warning: ({ code, name, line, facts }) => ({
    text: `【预警】${name.zh} ${code}${facts ? `｜${facts.number}` : ''}\n${warningLine(facts ? { ...line, cases: [], more: 0 } : line, 'zh')}`,
    rows: facts
      ? [{ label: '案件', value: [facts.category.zh, facts.village].filter(Boolean).join('｜') }]
      : [],
  }),
  warningDigest: ({ groups }) => ({
    text: `【预警】今天${count(groups)}条，随时可以发“预警”再看。`,
    rows: groups.map((group) => rowOf(group, 'zh')),
  }),
  limitSoon: (notice: Of<'limitSoon'>) =>
    `${HINTS.zh[notice.limit](wallDay(notice.until, notice.offset, 'zh'))}要帮忙就回“人工”。编号${notice.number}。`,
}

export const en: Words = {
  warning: ({ code, name, line, facts }) => ({
    text: `Warning: ${name.en} ${code}${facts ? ` | ${facts.number}` : ''}\n${warningLine(facts ? { ...line, cases: [], more: 0 } : line, 'en')}`,
    rows: facts
      ? [{ label: 'Case', value: [facts.category.en, facts.village].filter(Boolean).join(' | ') }]
      : [],
  }),
  warningDigest: ({ groups }) => ({
    text: `Warnings today: ${count(groups)}. Send "warnings" to see them again.`,
    rows: groups.map((group) => rowOf(group, 'en')),
  }),
  limitSoon: (notice: Of<'limitSoon'>) =>
    `${HINTS.en[notice.limit](wallDay(notice.until, notice.offset, 'en'))} Reply "human" for help. Number ${notice.number}.`,
}

const count = (groups: Of<'warningDigest'>['groups']): number =>
  groups.reduce((sum, { lines, more }) => sum + lines.length + more, 0)

/** A code, and a line for each of its warnings. */
function rowOf(group: Of<'warningDigest'>['groups'][number], locale: Locale): Row {
  const [label = group.code, ...lines] = warningLines(group, locale)
  return { label, value: lines.join('\n') }
}
