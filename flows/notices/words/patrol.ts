// The words of rounds of screening (摸排).
import { wallClock } from '../../case.ts'
import { roundName, villageSaid } from '../../casework/patrol-text.ts'
import type { Instant } from '../../core/event.ts'
import type { PatrolNotice } from '../patrol-notice.ts'
import type { NoticeWords } from '../words.ts'

type Words = Pick<NoticeWords, PatrolNotice['kind']>

const at = (instant: Instant, { offset }: { offset: number }, locale: 'zh' | 'en') =>
  wallClock(instant, offset, locale)

export const zh: Words = {
  patrolAsk: (notice) => ({
    text: `【摸排${notice.again ? '·再问一次' : ''}】${notice.villages.join('、')}\n这几天你们村有没有什么矛盾苗头？${at(notice.until, notice, 'zh')}前请回。${notice.villages.length > 1 ? '几个村都没有，才点“没有”。' : ''}`,
  }),
  patrolBegun: (notice) => ({
    text: `【摸排·${roundName(notice.no, 'zh')}】开始了：${notice.villages}个村，问${notice.asked}人。\n${at(notice.until, notice, 'zh')}止。`,
    rows:
      notice.nobody.length > 0
        ? [{ label: '没有人可问的村', value: `${notice.nobody.join('、')}，请另外安排人去` }]
        : [],
  }),
  patrolEnded: (notice) => ({
    text: `【摸排·${roundName(notice.no, 'zh')}】结束了：有回音的村${notice.covered}/${notice.villages.length}。\n${villageSaid(notice.total, 'zh')}。`,
    rows: [
      ...notice.villages.map((one) => ({ label: one.name, value: villageSaid(one, 'zh') })),
      ...(notice.next === null ? [] : [{ label: '下一轮', value: at(notice.next, notice, 'zh') }]),
    ],
  }),
}

export const en: Words = {
  patrolAsk: (notice) => ({
    text: `[Screening${notice.again ? ' · once more' : ''}] ${notice.villages.join(', ')}\nIs any trouble brewing in your village? Please answer by ${at(notice.until, notice, 'en')}.${notice.villages.length > 1 ? ' Press "Nothing" only if that is so in all of them.' : ''}`,
  }),
  patrolBegun: (notice) => ({
    text: `[Screening · ${roundName(notice.no, 'en')}] Begun: ${notice.villages} villages, ${notice.asked} people asked.\nUntil ${at(notice.until, notice, 'en')}.`,
    rows:
      notice.nobody.length > 0
        ? [{ label: 'Nobody to ask in', value: `${notice.nobody.join(', ')}: please send somebody there` }]
        : [],
  }),
  patrolEnded: (notice) => ({
    text: `[Screening · ${roundName(notice.no, 'en')}] Over: heard from ${notice.covered} of ${notice.villages.length} villages.\n${villageSaid(notice.total, 'en')}.`,
    rows: [
      ...notice.villages.map((one) => ({ label: one.name, value: villageSaid(one, 'en') })),
      ...(notice.next === null ? [] : [{ label: 'Next', value: at(notice.next, notice, 'en') }]),
    ],
  }),
}
