// A number as people read it: so many, so much money, a percentage with what it was divided by.
import { moneyText } from '../money.ts'
import type { Locale } from '../said.ts'
import type { Defined, Unit } from './define.ts'
import type { Numbers } from './number.ts'

const UNITS: { readonly [U in Exclude<Unit, 'money'>]: { zh: string; en: string } } = {
  case: { zh: '件', en: '' },
  time: { zh: '次', en: '' },
  person: { zh: '人', en: 'people' },
  duty: { zh: '项', en: '' },
  visit: { zh: '人次', en: '' },
  change: { zh: '次', en: '' },
  day: { zh: '天', en: 'days' },
  point: { zh: '分', en: 'points' },
}

export function amountText(n: number, unit: Unit, locale: Locale): string {
  if (unit === 'money') return moneyText(n, locale)
  const { zh, en } = UNITS[unit]
  return locale === 'en' ? [n, en].filter((part) => part !== '').join(' ') : `${n}${zh}`
}

/** One decimal, rounded half up on whole numbers: 842 of 869 is 96.9. */
export function tenths(sum: number, per: number, times = 1): string {
  const rounded = Math.floor((sum * times * 20 + per) / (per * 2))
  return `${Math.floor(rounded / 10)}.${rounded % 10}`
}

/** `96.9%（842/869）`; where there is nothing to divide by, `—`. */
export function valueText(
  { sum, per }: Numbers,
  { form, unit }: { form: Defined['form']; unit: Unit },
  locale: Locale,
): string {
  if (form === 'sum' || per === undefined) return amountText(sum, unit, locale)
  if (per === 0) return '—'
  const of = locale === 'en' ? ` (${sum}/${per})` : `（${sum}/${per}）`
  if (form === 'rate') return `${tenths(sum, per, 100)}%${of}`
  const { zh, en } = unit === 'money' ? { zh: '', en: '' } : UNITS[unit]
  return locale === 'en' ? `${tenths(sum, per)} ${en}${of}` : `${tenths(sum, per)}${zh}${of}`
}
