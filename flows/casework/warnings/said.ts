// Warnings in words: the lines of one message, for the day's digest and for whoever asks.
import type { Locale, Said } from '../said.ts'
import { inLanguage } from '../said.ts'
import { NAMES } from './index.ts'
import type { WarningCode } from './types.ts'

export type WarningLine = { reasons: Said[]; cases: string[]; more: number }
export type WarningGroup = { code: string; name: Said; lines: WarningLine[]; more: number }

export const warningName = (code: WarningCode): Said =>
  NAMES.find((one) => one.code === code)?.name ?? { zh: code, en: code }

/** `RD-2026-0001、RD-2026-0002等5件：30天内第2次反映；…` */
export function warningLine({ reasons, cases, more }: WarningLine, locale: Locale): string {
  const english = locale === 'en'
  const why = reasons.map((one) => inLanguage(one, locale)).join(english ? '; ' : '；')
  if (cases.length === 0) return why
  const others = english ? ` and ${more} more` : `等${cases.length + more}件`
  const list = `${cases.join(english ? ', ' : '、')}${more > 0 ? others : ''}`
  return `${list}${english ? ': ' : '：'}${why}`
}

/** `未签收 W02`, and a line for each of them. */
export function warningLines({ code, name, lines, more }: WarningGroup, locale: Locale): string[] {
  const english = locale === 'en'
  const rest = more > 0 ? [english ? `· and ${more} more` : `· 还有${more}条`] : []
  return [
    `${inLanguage(name, locale)} ${code}`,
    ...lines.map((one) => `· ${warningLine(one, locale)}`),
    ...rest,
  ]
}
