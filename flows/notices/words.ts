import type { Locale } from '../core/event.ts'
import type { Row } from '../core/reply.ts'
import type { Notice } from './notice.ts'
import { en } from './words/en.ts'
import { zh } from './words/zh.ts'

/** The words of a notice; the first two lines of `text` are what a locked screen shows. Rows only for staff. */
export type Told = { text: string; rows?: Row[] }

/** What is said of every kind of notice. A new kind does not compile until each language has words for it. */
export type NoticeWords = {
  [K in Notice['kind']]: (notice: Extract<Notice, { kind: K }>) => string | Told
}

const all: { [L in Locale]: NoticeWords } = { zh, en, bo: zh }

export function tell(notice: Notice, locale: Locale): Told {
  const words = all[locale][notice.kind] as (of: Notice) => string | Told
  const told = words(notice)
  return typeof told === 'string' ? { text: told } : told
}
