import type { Event } from './event.ts'
import type { Choice, Posed } from './reply.ts'

/** The numerals people type for a choice: 1, １, 一, 壹, ①. */
const NUMERALS = [
  '123456789',
  '１２３４５６７８９',
  '一二三四五六七八九',
  '壹贰叁肆伍陆柒捌玖',
  '①②③④⑤⑥⑦⑧⑨',
  '༡༢༣༤༥༦༧༨༩',
]

/** Text reduced to what matters when it is compared with a label. */
export const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s，。！？、,.!?~…“”"'：:；;（）()]+/gu, '')

/** Commands may be typed with the stroke that some channels put before them: "/help". */
export const unslashed = (text: string): string => text.trim().replace(/^\/(?=\p{L})/u, '')

/** Characters as people count them, not the halves that some are stored in. */
export const lengthOf = (text: string): number => [...text].length

/** The first characters of a text, none of them cut in half. */
export const cut = (text: string, most: number): string =>
  text.length <= most ? text : [...text].slice(0, most).join('')

/** True when a text is one of these words and nothing else. */
export const isOneOf = (text: string, words: readonly string[]): boolean => {
  const said = plain(text)
  return said !== '' && words.some((word) => plain(word) === said)
}

/** The number a text consists of, or null: "2", "二", "②", "2." and "第二个" are 2; "2个人" is not. */
export function ordinal(text: string): number | null {
  const said = text
    .trim()
    .replace(/^第/, '')
    .replace(/个$/, '')
    .replace(/[.。、)）]$/u, '')
  if (/^\d{1,2}$/.test(said)) return Number(said)
  for (const row of NUMERALS) {
    const at = [...row].indexOf(said)
    if (at >= 0) return at + 1
  }
  return said === '十' ? 10 : null
}

/**
 * Typing a choice's number, its label or what people say when they mean it is pressing it.
 * `hears` gives the synonyms of a choice.
 */
export function asPick(event: Event, posed: Posed, hears: (choice: string) => readonly string[]): Event {
  if (event.kind !== 'text') return event
  const chosen = choiceOf(event.text, posed.choices, hears)
  return chosen ? { kind: 'pick', question: posed.id, choice: chosen.id } : event
}

export function choiceOf(
  text: string,
  choices: readonly Choice[],
  hears: (choice: string) => readonly string[],
): Choice | undefined {
  const said = plain(text)
  if (!said) return undefined
  return (
    choices.find(({ label }) => plain(label) === said) ??
    choices.find(({ id }) => hears(id).some((word) => plain(word) === said)) ??
    choices[(ordinal(text) ?? 0) - 1]
  )
}
