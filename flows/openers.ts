// Words that begin a flow. The station's books decide whether this person may, and on which case.
import type { Opener } from './core/house.ts'
import { DEEDS } from './notices/index.ts'
import { isReportAsked } from './report/asked.ts'

/** What residents may ask for by name; everything else they simply say. */
const RESIDENT: readonly Opener[] = [
  {
    flow: 'status',
    who: 'resident',
    hears: {
      zh: [
        '进度',
        '查进度',
        '看进度',
        '查询',
        '办得怎么样了',
        '办到哪一步了',
        '到哪一步了',
        '有结果了吗',
        '有消息了吗',
        '怎么还没人联系我',
        '咋个还没人联系我',
        '还没人联系我',
      ],
      en: ['status', 'progress', 'any news', 'nobody has contacted me'],
    },
  },
  {
    flow: 'add',
    who: 'resident',
    hears: { zh: ['补充', '我要补充', '补充情况', '还要补充'], en: ['add', 'add something'] },
  },
  {
    flow: 'safecontact',
    who: 'resident',
    hears: {
      zh: ['改联系方式', '联系方式', '怎么联系我', '换联系方式'],
      en: ['change contact', 'contact plan', 'how to reach me'],
    },
  },
  {
    flow: 'difficulty',
    who: 'anyone',
    hears: {
      zh: ['困难', '求助', '办事', '有困难', '我有困难', '困难诉求', '要帮忙'],
      en: ['difficulty', 'need help', 'i need help'],
    },
  },
  {
    flow: 'intake',
    who: 'resident',
    hears: {
      zh: ['登记', '报事', '上报', '我要反映', '还有一件事', '另外一件事', '新纠纷'],
      en: ['report', 'new report', 'another matter', 'new dispute'],
    },
  },
]

/** What buttons do, typed; a card shows these words (notices/does). */
const TWINS: readonly Opener[] = Object.values(DEEDS).map(({ flow, zh, en }) => ({
  flow,
  who: 'staff',
  hears: { zh: [...new Set([zh.typed, zh.label])], en: [...new Set([en.typed, en.label])] },
}))

/** What has no button. */
const STAFF: readonly Opener[] = [
  {
    flow: 'report',
    who: 'staff',
    hears: { zh: ['报表', '统计', '月报', '季报', '半年报', '年报'], en: ['report', 'figures'] },
    follows: isReportAsked,
  },
  { flow: 'prevention', who: 'staff', hears: { zh: ['防止', '防止登记', '民转刑'], en: ['prevention'] } },
  // The number alone is a question, too.
  {
    flow: 'show',
    who: 'staff',
    hears: { zh: ['看', '查看', '案件', '进度'], en: ['show', 'status', 'case', ''] },
  },
  { flow: 'hard', who: 'staff', hears: { zh: ['难案'], en: ['hard case'] } },
  { flow: 'agreement', who: 'staff', hears: { zh: ['协议', '协议登记'], en: ['agreement'] } },
  { flow: 'confirmation', who: 'staff', hears: { zh: ['司法确认'], en: ['confirmation'] } },
  { flow: 'limit', who: 'staff', hears: { zh: ['时限'], en: ['limit', 'time limit'] } },
  { flow: 'safecontact', who: 'staff', hears: { zh: ['联系计划', '安全联系'], en: ['contact plan'] } },
  { flow: 'level', who: 'staff', hears: { zh: ['级别', '调级'], en: ['level'] } },
  {
    flow: 'uneasy',
    who: 'staff',
    hears: { zh: ['不放心', '不托底', '不踏实'], en: ['not at ease', 'uneasy'] },
  },
  { flow: 'atease', who: 'staff', hears: { zh: ['放心了', '放心'], en: ['at ease', 'at ease again'] } },
  {
    flow: 'behalf',
    who: 'staff',
    hears: {
      zh: ['登记', '代登记', '代报', '报事', '上报', '新纠纷'],
      en: ['register', 'new report', 'register for somebody', 'new dispute'],
    },
  },
  { flow: 'patrol', who: 'staff', hears: { zh: ['摸排', '开展摸排', '排查'], en: ['screen', 'screening'] } },
  { flow: 'visit', who: 'staff', hears: { zh: ['回访'], en: ['revisit'] } },
  { flow: 'warnings', who: 'staff', hears: { zh: ['预警', '我的预警'], en: ['warnings'] } },
  { flow: 'coverage', who: 'staff', hears: { zh: ['应访尽访', '回访率'], en: ['coverage'] } },
]

export const OPENERS: readonly Opener[] = [...RESIDENT, ...TWINS, ...STAFF]
