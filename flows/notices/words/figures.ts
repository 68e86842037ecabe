// Words about what was prevented; no card says why.
import { levelInfo } from '../../casework/level.ts'
import type { Prevented } from '../figures-notice.ts'
import type { CaseFacts } from '../notice.ts'
import type { NoticeWords } from '../words.ts'

type Mine = Pick<NoticeWords, 'prevention' | 'preventionDecided'>

const ZH: { readonly [P in Prevented]: string } = {
  crime: '防止转为刑事案件',
  petition: '防止群体性上访',
  suicide: '防止自杀',
  fight: '防止群体性械斗',
}
const EN: { readonly [P in Prevented]: string } = {
  crime: 'kept from becoming a crime',
  petition: 'collective petition prevented',
  suicide: 'suicide prevented',
  fight: 'group fight prevented',
}

const line = ({ number, level, category, village }: CaseFacts, locale: 'zh' | 'en') =>
  [number, levelInfo(level)[locale], category[locale], village].filter(Boolean).join('｜')

export const zh: Mine = {
  prevention: ({ facts, what, people }) =>
    `【防止待批】${line(facts, 'zh')}\n登记：${ZH[what]}，${people}人。批准以后才计入报表。`,
  preventionDecided: ({ facts, what, approved }) =>
    `【防止${approved ? '已批准' : '未批准'}】${line(facts, 'zh')}\n${ZH[what]}：${approved ? '计入报表' : '不计入报表'}。`,
}

export const en: Mine = {
  prevention: ({ facts, what, people }) =>
    `[Prevention to approve] ${line(facts, 'en')}\nNoted: ${EN[what]}, ${people} people. It counts once it is approved.`,
  preventionDecided: ({ facts, what, approved }) =>
    `[Prevention ${approved ? 'approved' : 'not approved'}] ${line(facts, 'en')}\n${EN[what]}: it ${approved ? 'counts' : 'does not count'}.`,
}
