// Case and agreement numbers, per year and without gaps; the station's books count them (domain 5.1).
import { type Calendar, dayOf, type Instant } from './calendar.ts'

export type Numbering = { case: string; short: string }

/** The year a number belongs to, on the station's clock. */
export const yearOf = (at: Instant, calendar: Calendar): number => Number(dayOf(at, calendar).slice(0, 4))

const four = (serial: number): string => String(serial).padStart(4, '0')

/** `RD-2026-0001`. */
export const caseNumber = ({ case: prefix }: Numbering, year: number, serial: number): string =>
  `${prefix}-${year}-${four(serial)}`

/** `RDK-2026-0001`: a difficulty that is no dispute (困难诉求). */
export const requestNumber = ({ case: prefix }: Numbering, year: number, serial: number): string =>
  `${prefix}${REQUEST}-${year}-${four(serial)}`

const REQUEST = 'K'

/** `（2026）热人调字第0001号`; an agreement by word of mouth is `人调口字`. */
export const agreementNumber = (
  { short }: Numbering,
  form: 'written' | 'oral',
  year: number,
  serial: number,
): string => `（${year}）${short}人调${form === 'oral' ? '口' : ''}字第${four(serial)}号`

const LOOSE = /([A-Za-z]{1,6})\s*[-－—_ ]?\s*(20\d{2})\s*[-－—_ ]?\s*(\d{1,8})(?!\d)/g

/** The first number in what someone typed, in its proper form; `rd 2026 7` and `RD20260007` are understood. */
export function findCaseNumber(text: string, numbering: Numbering): string | null {
  const plain = text.normalize('NFKC')
  for (const [, letters, year, serial] of plain.matchAll(LOOSE)) {
    const prefix = letters!.toUpperCase()
    if (prefix === numbering.case) return caseNumber(numbering, Number(year), Number(serial))
    if (prefix === numbering.case + REQUEST) return requestNumber(numbering, Number(year), Number(serial))
  }
  return null
}

/** A number as `findCaseNumber` gives it, of a difficulty and not of a case. */
export const isRequestNumber = (number: string, { case: prefix }: Numbering): boolean =>
  number.startsWith(`${prefix}${REQUEST}-`)
