import { wallClock, wallDay } from '../../case.ts'
import { levelInfo } from '../../casework/level.ts'
import { MEETING_KINDS } from '../../casework/meetings.ts'
import { inLanguage, type Locale } from '../../casework/said.ts'
import { LEVEL_CODES, type Level } from '../../casework/tables/level.ts'
import type { Row } from '../../core/reply.ts'
import type { AssessmentNotice } from '../assessment-notice.ts'
import type { CaseFacts } from '../notice.ts'
import type { NoticeWords } from '../words.ts'

type Words = Pick<NoticeWords, AssessmentNotice['kind']>
type Levels = { readonly [L in Level]: number }

const total = (of: Levels): number => LEVEL_CODES.reduce((sum, level) => sum + of[level], 0)
const level = (code: Level, locale: Locale): string => inLanguage(levelInfo(code), locale)
const counted = (of: Levels, locale: Locale): string =>
  LEVEL_CODES.map((code) =>
    locale === 'en' ? `${level(code, 'en').toLowerCase()} ${of[code]}` : `${level(code, 'zh')}${of[code]}`,
  ).join(locale === 'en' ? ', ' : '')
const what = ({ level: code, category, village }: CaseFacts, locale: Locale): string =>
  [level(code, locale), inLanguage(category, locale), village]
    .filter(Boolean)
    .join(locale === 'en' ? ' | ' : '｜')
const changes = (cases: readonly { number: string; from: Level; to: Level }[], locale: Locale): Row[] =>
  cases.map(({ number, from, to }) => ({
    label: number,
    value: from === to ? level(to, locale) : `${level(from, locale)}→${level(to, locale)}`,
  }))

const DUE_ZH = {
  now: ['研判会', '请按时开，开的时候按下面的按钮。'],
  evening: ['研判会还没开', '今天的会还没开。现在开，或者明天转入下次。'],
  unfinished: ['研判会没讲完', '还有没讲到的，接着开。'],
} as const
const DUE_EN = {
  now: ['Risk meeting', 'Please hold it in time; begin with the button below.'],
  evening: [
    'Risk meeting not held',
    "Today's meeting was not held yet. Hold it now, or the next one takes its cases.",
  ],
  unfinished: ['Risk meeting not finished', 'Some cases are left; please go on.'],
} as const
const DECIDED_ZH = {
  new: ['研判定的事', '要您办，点下面看是什么。'],
  tomorrow: ['明天到期', '研判会定给您办的，明天到期。'],
  late: ['研判定的事过期', '研判会定下的还没办好。'],
} as const
const DECIDED_EN = {
  new: ['Decided', 'This is yours to do; see below what it is.'],
  tomorrow: ['Due tomorrow', 'What the meeting gave you to do is due tomorrow.'],
  late: ['Decision overdue', 'What the meeting decided is not done.'],
} as const

export const zh: Words = {
  assessmentDue: ({ meeting, at, levels, when, offset }) =>
    `【${DUE_ZH[when][0]}】${wallClock(at, offset, 'zh')}｜${MEETING_KINDS[meeting].zh}｜${total(levels)}件：${counted(levels, 'zh')}\n${DUE_ZH[when][1]}`,
  assessmentCall: ({ meeting, at, cases, offset }) =>
    `【研判会】${wallClock(at, offset, 'zh')}｜${MEETING_KINDS[meeting].zh}\n您参加，和您有关的${cases}件。`,
  assessmentMissed: ({ meeting, at, cases, offset }) =>
    `【研判会没开】${wallDay(at, offset, 'zh')}的研判会（${MEETING_KINDS[meeting].zh}）没开。\n${cases}件转入下次。`,
  minutes: ({ no, cases }) => ({
    text: `【研判会·第${no}次】开完了。
${cases.length === 0 ? '没有您能看的案件。' : `和您有关的${cases.length}件：`}`,
    rows: changes(cases, 'zh'),
  }),
  decided: ({ facts, due, when, offset }) =>
    `【${DECIDED_ZH[when][0]}】${facts.number}｜${wallDay(due, offset, 'zh')}前办好\n${what(facts, 'zh')}｜${DECIDED_ZH[when][1]}`,
  uneasy: ({ facts, from, due, offset }) =>
    `【不放心】${facts.number}${from === facts.level ? `还是${level(from, 'zh')}级` : `由${level(from, 'zh')}升为${level(facts.level, 'zh')}`}，对策要在${wallClock(due, offset, 'zh')}前写好。\n${what(facts, 'zh')}｜理由看案件。`,
  atEase: ({ facts }) => `【放心了】${facts.number}，级别不变。\n${what(facts, 'zh')}｜理由看案件。`,
  workPlanLate: ({ facts, due, offset }) =>
    `【对策过期】${facts.number}的对策应在${wallClock(due, offset, 'zh')}前写好，还没写。\n${what(facts, 'zh')}`,
  workPlanWritten: ({ facts }) => `【对策写好】${facts.number}的对策写好了，请看案件。\n${what(facts, 'zh')}`,
}

export const en: Words = {
  assessmentDue: ({ meeting, at, levels, when, offset }) =>
    `[${DUE_EN[when][0]}] ${wallClock(at, offset, 'en')} | ${MEETING_KINDS[meeting].en} | ${total(levels)}: ${counted(levels, 'en')}\n${DUE_EN[when][1]}`,
  assessmentCall: ({ meeting, at, cases, offset }) =>
    `[Risk meeting] ${wallClock(at, offset, 'en')} | ${MEETING_KINDS[meeting].en}\nYou are wanted; ${cases} cases concern you.`,
  assessmentMissed: ({ meeting, at, cases, offset }) =>
    `[Meeting missed] The risk meeting of ${wallDay(at, offset, 'en')} (${MEETING_KINDS[meeting].en}) was not held.\nThe next one takes its ${cases} cases.`,
  minutes: ({ no, cases }) => ({
    text: `[Risk meeting ${no}] It is over.
${cases.length === 0 ? 'No case that you may see.' : `${cases.length} cases that concern you:`}`,
    rows: changes(cases, 'en'),
  }),
  decided: ({ facts, due, when, offset }) =>
    `[${DECIDED_EN[when][0]}] ${facts.number} | by ${wallDay(due, offset, 'en')}\n${what(facts, 'en')} | ${DECIDED_EN[when][1]}`,
  uneasy: ({ facts, from, due, offset }) =>
    `[Not at ease] ${facts.number} ${from === facts.level ? `stays ${level(from, 'en')}` : `rose from ${level(from, 'en')} to ${level(facts.level, 'en')}`}; the plan is due by ${wallClock(due, offset, 'en')}.\n${what(facts, 'en')} | The reason is with the case.`,
  atEase: ({ facts }) =>
    `[At ease again] ${facts.number}; its level stays.\n${what(facts, 'en')} | The reason is with the case.`,
  workPlanLate: ({ facts, due, offset }) =>
    `[Plan late] The plan for ${facts.number} was due by ${wallClock(due, offset, 'en')}.\n${what(facts, 'en')}`,
  workPlanWritten: ({ facts }) =>
    `[Plan written] The plan for ${facts.number} is there; please read it with the case.\n${what(facts, 'en')}`,
}
