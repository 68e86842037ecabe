// Numbers as people write them: 13万2, 两万一, 十几, 七八, 四五十, 一千三百多, 10余, 3,500, 十来万.

/** `floor` is the least that was said; `approx` when it was said as about, more than, or a range. */
export type Numeral = {
  floor: number
  approx: boolean
  start: number
  end: number
  digits: boolean
  said: string
}

const DIGITS: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  两: 2,
  俩: 2,
  三: 3,
  仨: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
  壹: 1,
  贰: 2,
  叁: 3,
  肆: 4,
  伍: 5,
  陆: 6,
  柒: 7,
  捌: 8,
  玖: 9,
}
const UNITS: Readonly<Record<string, number>> = {
  十: 10,
  拾: 10,
  百: 100,
  佰: 100,
  千: 1000,
  仟: 1000,
  万: 10_000,
  亿: 100_000_000,
}

const CHINESE = '零〇一二两俩三仨四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖拾佰仟'
const NUMERAL = new RegExp(
  `(?:上(?=[百千万])|好?几(?=[十百千万亿]))?(?:\\d{1,3}(?:,\\d{3}){1,4}(?!\\d)|\\d{1,15}|[${CHINESE}]|(?<=几)(?=[十百千万亿]))(?:\\.\\d{1,4}(?=\\D|$)|\\d{1,15}|[${CHINESE}]|[多余来几](?=[十百千万亿])){0,24}(?:[多余来几](?!自|不))?`,
  'g',
)

/** Every number in a text, in order. Linear. */
export function numerals(text: string): Numeral[] {
  const found: Numeral[] = []
  for (const match of text.matchAll(NUMERAL)) {
    const read = value(match[0])
    if (read)
      found.push({
        ...read,
        start: match.index,
        end: match.index + match[0].length,
        digits: /^\d/.test(match[0]),
        said: match[0],
      })
  }
  return found
}

/** The number a whole text is, or null. */
export function numeral(text: string): Numeral | null {
  const [only] = numerals(text)
  return only && only.start === 0 && only.end === text.length ? only : null
}

type Part =
  | { kind: 'digits'; value: number; many: number }
  | { kind: 'unit'; value: number }
  | { kind: 'vague' }

function value(said: string): { floor: number; approx: boolean } | null {
  let total = 0 // what stands before 万 and 亿
  let section = 0
  let pending: number | null = null
  let lastUnit = 0
  let gap = false // a 零 was said: what follows is in ones
  let approx = false
  for (const part of parts(said)) {
    if (part.kind === 'vague') {
      approx = true
      if (pending === null && lastUnit === 0) pending = 2 // 几十, 几百: two at least
    } else if (part.kind === 'digits') {
      if (part.many > 1) approx = true
      if (part.value === 0 && part.many === 1) gap = true
      else pending = part.value
    } else if (part.value >= 10_000) {
      total = (total + section + (pending ?? (section + total === 0 ? 1 : 0))) * part.value
      section = 0
      pending = null
      lastUnit = part.value
      gap = false
    } else {
      section += (pending ?? 1) * part.value
      pending = null
      lastUnit = part.value
      gap = false
    }
  }
  if (pending !== null) section += lastUnit > 10 && !gap && pending < 10 ? (pending * lastUnit) / 10 : pending
  const floor = Math.round((total + section) * 100) / 100
  return Number.isSafeInteger(Math.round(floor)) ? { floor, approx } : null
}

/** Digits in a row are a range when they climb by one (七八, 两三), else a number read out (二零二六). */
function parts(said: string): Part[] {
  const all: Part[] = []
  for (const token of said.matchAll(
    /\d[\d,]*(?:\.\d+)?|[十拾百佰千仟万亿]|[上好几多余来]+|[^\d十拾百佰千仟万亿上好几多余来.,]+/g,
  )) {
    const [word] = token
    const unit = UNITS[word]
    if (unit !== undefined) all.push({ kind: 'unit', value: unit })
    else if (/^\d/.test(word)) all.push({ kind: 'digits', value: Number(word.replaceAll(',', '')), many: 1 })
    else if (/^[上好几多余来]/.test(word))
      all.push(word.endsWith('上') ? { kind: 'digits', value: 1, many: 2 } : { kind: 'vague' })
    else all.push(...spoken([...word].map((char) => DIGITS[char] ?? 0)))
  }
  return all
}

function spoken(digits: number[]): Part[] {
  const [first = 0, second] = digits
  if (second === undefined) return [{ kind: 'digits', value: first, many: 1 }]
  if (digits.length === 2 && first === 0)
    return [
      { kind: 'digits', value: 0, many: 1 },
      { kind: 'digits', value: second, many: 1 },
    ]
  if (digits.length === 2 && second === first + 1) return [{ kind: 'digits', value: first, many: 2 }]
  return [{ kind: 'digits', value: Number(digits.join('').slice(0, 15)), many: 1 }]
}
