// Money in whole fen: 100 fen are one yuan, and no sum is ever a fraction.

import type { Locale } from './said.ts'

/** An integer number of fen. */
export type Fen = number

/** Yuan to fen, to the nearest fen. Throws when the sum is too large to be exact. */
export function fenOf(yuan: number): Fen {
  const fen = Math.round(yuan * 100)
  if (!Number.isSafeInteger(fen)) throw new Error('a sum of money is out of range')
  return fen
}

export const isFen = (value: number): boolean => Number.isSafeInteger(value) && value >= 0

export const sumFen = (sums: readonly Fen[]): Fen => sums.reduce((total, one) => total + one, 0)

/** `66000元`, `0.50元`; in English `66,000 yuan`. Fen are shown only where there are some. */
export function moneyText(fen: Fen, locale: Locale): string {
  const yuan = Math.floor(fen / 100)
  const rest = fen % 100
  const tail = rest === 0 ? '' : `.${String(rest).padStart(2, '0')}`
  return locale === 'en' ? `${grouped(yuan)}${tail} yuan` : `${yuan}${tail}元`
}

const grouped = (yuan: number): string => String(yuan).replace(/\B(?=(\d{3})+$)/g, ',')
