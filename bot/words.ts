/** The few sentences the bot itself must say when a message could not be taken in. */
import type { Locale } from '../flows/core/event.ts'

const notTakenIn: { [L in Exclude<Locale, 'bo'>]: string } = {
  zh: '您这条消息我没能处理好，已经请民警来看。急事请打110。',
  en: 'I could not handle this message; I have asked an officer to look at it. In an emergency call 110.',
}
const onlyKept: { [L in Exclude<Locale, 'bo'>]: string } = {
  zh: '您这条消息我没能处理好，请换个说法再发一次。急事请打110。',
  en: 'I could not handle this message; please say it another way. In an emergency call 110.',
}

/** `told` is true only when an officer was really asked. Tibetan waits for a native speaker's review. */
export const sorry = (locale: Locale, told: boolean): string =>
  (told ? notTakenIn : onlyKept)[locale === 'en' ? 'en' : 'zh']
