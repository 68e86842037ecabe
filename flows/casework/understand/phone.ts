// A telephone number in a text, however it is typed or read out: 137 0000 5678, 幺三八零零…, +86-139…, 0836-5821234.
import { readable } from './normalise.ts'

const SPOKEN: Readonly<Record<string, string>> = {
  零: '0',
  〇: '0',
  洞: '0',
  一: '1',
  幺: '1',
  壹: '1',
  二: '2',
  两: '2',
  三: '3',
  四: '4',
  五: '5',
  六: '6',
  七: '7',
  拐: '7',
  八: '8',
  九: '9',
}

/** Digits in a row, with the marks people put between groups; bounded, so that a wall of digits stays cheap. */
const RUN =
  /(?:\+\s?86[\s-]?)?(?<![\d零〇一幺二三四五六七八九])[\d零〇一幺壹二两三四五六七八九洞拐(](?:[\s\-()]{0,2}[\d零〇一幺壹二两三四五六七八九洞拐]){6,19}/g
const MOBILE = /^1[3-9]\d{9}$/
/** Area code and number; a local number alone is no use to a caller from elsewhere. */
const LANDLINE = /^0(?:10|2\d|[3-9]\d{2})[2-9]\d{6,7}$/

export type PhoneSpan = { phone: string; start: number; end: number }

/** Every telephone number in `readable` text. */
export function phones(text: string): PhoneSpan[] {
  const found: PhoneSpan[] = []
  for (const match of text.matchAll(RUN)) {
    const digits = [...match[0]]
      .map((char) => SPOKEN[char] ?? char)
      .join('')
      .replace(/\D/g, '')
    const phone = [digits, digits.replace(/^(?:00)?86/, '')].find(
      (one) => MOBILE.test(one) || LANDLINE.test(one),
    )
    if (phone) found.push({ phone, start: match.index, end: match.index + match[0].length })
  }
  return found
}

/** The first telephone number that a text names, as digits only. */
export const phoneIn = (raw: string): string | null => phones(readable(raw))[0]?.phone ?? null
