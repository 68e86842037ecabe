// The words for the law's time limits.
import { wallClock } from '../../case.ts'
import { levelInfo } from '../../casework/level.ts'
import { timeLimitName } from '../../casework/time-limits.ts'
import type { CaseFacts } from '../notice.ts'
import type { NoticeWords } from '../words.ts'

type Mine = Pick<NoticeWords, 'limitOver'>

const line = ({ number, level, category, village }: CaseFacts, locale: 'zh' | 'en', between: string) =>
  [number, levelInfo(level)[locale], category[locale], village].filter(Boolean).join(between)

export const zh: Mine = {
  limitOver: ({ facts, code, until, offset }) =>
    `【时限已过】${line(facts, 'zh', '｜')}\n${timeLimitName(code).zh}：到${wallClock(until, offset, 'zh')}为止。`,
}

export const en: Mine = {
  limitOver: ({ facts, code, until, offset }) =>
    `[Time limit over] ${line(facts, 'en', ' | ')}\n${timeLimitName(code).en}: until ${wallClock(until, offset, 'en')}.`,
}
