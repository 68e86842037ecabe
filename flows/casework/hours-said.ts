// The hours of the day that somebody says: "9点到11点", "14:00-16:30", "晚上七点到九点", "9am to 11am"; "下午3点半" alone.
import { numeral } from './understand/numerals.ts'

export type HoursSaid = { from: string; to: string }

const DIGITS = '[0-9零一二两三四五六七八九十]'
const PART = '(早上|上午|中午|下午|傍晚|晚上|夜里|凌晨)?'
const TIME = `${PART}(${DIGITS}{1,3})(?:[:点时](半|${DIGITS}{1,3})?分?)?(am|pm)?`
const SPAN = new RegExp(`^(?:从)?${TIME}(?:到|至|-|–|—|~|to|until)${TIME}(?:之间|以前|都行|可以)?$`, 'u')
const ONE = new RegExp(`^${TIME}$`, 'u')

const LATE = ['下午', '傍晚', '晚上', '夜里']

/** `HH:MM`; null where it is no time of the day. */
export function timeSaid(text: string): string | null {
  const said = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s，。,]+/gu, '')
  const found = ONE.exec(said.replace(/^at/, ''))
  if (!found) return null
  const [, part, hour, minute, half] = found
  return clockOf(part, hour, minute, half)
}

/** Null where it is no span of time. A second time without a word for the part of the day is of the first's. */
export function hoursSaid(text: string): HoursSaid | null {
  const said = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s，。,]+/gu, '')
    .replace(/^from/, '')
  const found = SPAN.exec(said)
  if (!found) return null
  const [, part, hour, minute, half, part2, hour2, minute2, half2] = found
  const from = clockOf(part, hour, minute, half ?? (half2 === 'am' ? 'am' : undefined))
  const to = clockOf(part2 ?? part, hour2, minute2, half2)
  if (from === null || to === null || from === to) return null
  return { from, to }
}

function clockOf(
  part: string | undefined,
  hour: string | undefined,
  minute: string | undefined,
  half: string | undefined,
): string | null {
  const said = numberOf(hour)
  const minutes = minute === undefined ? 0 : minute === '半' ? 30 : numberOf(minute)
  if (said === null || minutes === null) return null
  const late = half === 'pm' || (part !== undefined && LATE.includes(part))
  const noon = part === '中午' && said < 6
  const hours = (late || noon) && said < 12 ? said + 12 : half === 'am' && said === 12 ? 0 : said
  // Midnight is the last minute of the day that it ends.
  if (hours === 24 && minutes === 0) return '23:59'
  if (hours > 23 || minutes > 59) return null
  return `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`
}

function numberOf(text: string | undefined): number | null {
  if (text === undefined) return null
  if (/^\d+$/.test(text)) return Number(text)
  const read = numeral(text)
  // 七八点 is no time that anybody could keep to.
  return read === null || read.approx ? null : read.floor
}
