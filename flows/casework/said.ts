// A sentence or a name in the languages the rules are kept in. Chinese is the source.

export type Said = { zh: string; en: string }

/** `bo` is a slot: until a reviewed text exists the Chinese one is said. */
export type Locale = 'zh' | 'en' | 'bo'

export const inLanguage = (said: Said, locale: Locale): string => (locale === 'en' ? said.en : said.zh)
