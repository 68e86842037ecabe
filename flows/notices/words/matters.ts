// The words for matters that hang.
import { wallDay } from '../../case.ts'
import { violationName } from '../../casework/invariant/violation.ts'
import type { NoticeWords } from '../words.ts'

type Mine = Pick<NoticeWords, 'looseEnds' | 'lapsed'>

/** More numbers than anybody reads in a chat are only counted. */
const SHOWN = 20

const listed = (numbers: readonly string[], comma: string, more: (n: number) => string): string =>
  numbers.slice(0, SHOWN).join(comma) + (numbers.length > SHOWN ? more(numbers.length) : '')

export const zh: Mine = {
  looseEnds: ({ matters, since, by, offset }) => ({
    text: `【没有着落】${matters}件事有漏洞，最早从${wallDay(since, offset, 'zh')}起。\n请今天逐件过问，发编号可以看。`,
    rows: by.map(({ code, numbers }) => ({
      label: violationName(code).zh,
      value: `${numbers.length}件：${listed(numbers, '、', (n) => `等${n}件`)}`,
    })),
  }),
  lapsed: ({ number, filed, offset }) =>
    `您${wallDay(filed, offset, 'zh')}说的事（编号${number}）一直没有说完，我先放下了。还要办，随时再说，编号还在。急事打110。`,
}

export const en: Mine = {
  looseEnds: ({ matters, since, by, offset }) => ({
    text: `[Loose ends] ${matters === 1 ? 'One matter has' : `${matters} matters have`} something missing, the oldest since ${wallDay(since, offset, 'en')}.\nPlease look after each today; send a number to see it.`,
    rows: by.map(({ code, numbers }) => ({
      label: violationName(code).en,
      value: `${numbers.length}: ${listed(numbers, ', ', (n) => ` … of ${n}`)}`,
    })),
  }),
  lapsed: ({ number, filed, offset }) =>
    `What you began to tell us on ${wallDay(filed, offset, 'en')} (number ${number}) was never finished, so I have put it aside. Tell us any time if you still need it; the number stays. In an emergency call 110.`,
}
