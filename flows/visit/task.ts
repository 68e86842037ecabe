// The task in words: by which phone, where, and what to ask this side about.
import { wallDay } from '../case.ts'
import { moneyText } from '../casework/money.ts'
import type { Promised, VisitGiven } from './commands.ts'

type Locale = 'zh' | 'en'
type TaskWords = {
  phone: (phone: string | null) => string
  place: (place: string) => string
  careful: string
  theirs: string
  own: string
  by: (day: string) => string
  left: (sum: string) => string
  between: string
}

/** A line for each side that is to be asked, with what there is to ask it about below. */
export function task(
  { where = [], asks = [], offset }: VisitGiven,
  locale: Locale,
  words: TaskWords,
): string {
  const thing = ({ no, what, due, remainingFen }: Promised): string => {
    const more = [
      ...(due === null ? [] : [words.by(wallDay(due, offset, locale))]),
      ...(remainingFen === null ? [] : [words.left(moneyText(remainingFen, locale))]),
    ]
    return `${no}. ${what}${more.length > 0 ? ` (${more.join(words.between)})` : ''}`
  }
  const list = (title: string, all: readonly Promised[]): string[] =>
    all.length > 0 ? [`${title}\n${all.map((one) => `· ${thing(one)}`).join('\n')}`] : []
  return where
    .flatMap(({ side, label, phone, place, careful }) => {
      const own = asks.find((one) => one.side === side)
      const reach = careful ? words.careful : words.phone(phone)
      return [
        [label, reach, place === null ? '' : words.place(place)].filter(Boolean).join('｜'),
        ...list(words.theirs, own?.theirs ?? []),
        ...list(words.own, own?.own ?? []),
      ]
    })
    .join('\n')
}
