// The result of the legal gate as the officer reads it before choosing a track: limits with their articles, part, next steps.
import { nextStepName, partName } from '../casework/gate.ts'
import { inLanguage } from '../casework/said.ts'
import { trackOf } from '../casework/tables/track.ts'
import type { Locale } from '../core/event.ts'
import { passing, type Screened } from './passing.ts'

const WORDS = {
  zh: {
    clear: '没有查到法律上的限制。',
    limits: '法律上：',
    part: '能谈的：',
    next: '接下来：',
    proposed: '建议走：',
    stop: '。',
    join: '；',
    basis: (basis: string) => `（${basis}）`,
  },
  en: {
    clear: 'No legal limit was found.',
    limits: 'The law: ',
    part: 'What may be discussed: ',
    next: 'Next: ',
    proposed: 'Proposed: ',
    stop: '.',
    join: '; ',
    basis: (basis: string) => ` (${basis})`,
  },
}

export function gateTold(known: Screened, locale: Extract<Locale, 'zh' | 'en'>): string {
  const words = WORDS[locale]
  const { limits, part, next, track } = passing(known)
  const way = trackOf(track)
  const lines = [
    ...limits.map(
      (one) =>
        `${words.limits}${inLanguage(one, locale)}${words.basis(locale === 'en' ? one.basisEn : one.basis)}${words.stop}`,
    ),
    ...(limits.length === 0 ? [words.clear] : []),
    ...(part === null ? [] : [`${words.part}${inLanguage(partName(part), locale)}${words.stop}`]),
    ...(next.length === 0
      ? []
      : [
          `${words.next}${next.map((one) => inLanguage(nextStepName(one), locale)).join(words.join)}${words.stop}`,
        ]),
    ...(way === null
      ? []
      : [
          `${words.proposed}${inLanguage(way, locale)}${words.basis(`${inLanguage(way.who, locale)}${words.join}${inLanguage(way.paper, locale)}`)}${words.stop}`,
        ]),
  ]
  return lines.join('\n')
}
