// What came of a meeting that looked at risk (研判), in numbers, and the sentence that says it.
import type { Locale } from './said.ts'

export type Minutes = { no: number; decided: number; raised: number; lowered: number; left: number }

export const minutesText = (of: Minutes, locale: Locale): string => (locale === 'en' ? en(of) : zh(of))

const zh = ({ no, decided, raised, lowered, left }: Minutes): string =>
  `第${no}次研判会开完：定了${decided}件，升级${raised}、降级${lowered}${left > 0 ? `，没定${left}件，下次接着讲` : ''}。该办的人都会收到。`

const en = ({ no, decided, raised, lowered, left }: Minutes): string =>
  `Meeting ${no} is over: ${decided} decided, ${raised} raised, ${lowered} lowered${left > 0 ? `, ${left} left for the next one` : ''}. Whoever has something to do is told.`
