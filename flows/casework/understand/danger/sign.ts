// A sign is one way in which a danger shows in words, and what takes it back.
import { before, denied, type TimeMark, timeAt } from '../around.ts'

/**
 * `code` an indicator of domain 3.3; `pattern` global, bounded. `undeniable`: a word of denial is part of it or
 * does not weaken it. `now`: it counts only when it is not told of the past. Harmless when `lead` ends the clause before
 * it, or `tail` begins what follows, or `unless` stands in the 30 characters on either side. `needs` and `never` are
 * looked for in the whole text.
 */
export type Sign = {
  code: string
  pattern: RegExp
  undeniable?: true
  now?: true
  lead?: RegExp
  tail?: RegExp
  unless?: RegExp
  needs?: RegExp
  never?: RegExp
}

export type Span = { code: string; start: number; end: number }

/** A text prepared for the signs. */
export type Read = { text: string; masked: string; times: readonly TimeMark[] }

/** An old matter that was dealt with, or that the text itself sets against today. */
const SETTLED =
  /赔(?:了|过|钱)|和好|解决了|处理(?:了|过)|调解(?:好|过|了)|判(?:了|过)|坐(?:过|了)?牢|抓(?:了|进去)|拘留|了结|今年没|现在[^,。]{0,4}[没不]|这回没|这次没|[没不]打了|没(?:有)?再|再没|settled|resolved/
/** Asking about the law, or telling of a film. */
const ONLY_ASKED =
  /判(?:好多|多少|几|好久)|罚(?:好多|多少)|犯不?犯法|算不算犯|是不是犯法|会坐牢不|(?:怎么|咋个)定义|what is the penalty/
/** Said to be untrue right after. */
const UNTRUE =
  /^(?:[\s,]{0,2}(?:其实|实际上)[^,。]{0,2}没|[^。!?;]{0,6}(?:没有的事|没得的事|没这回事|没那回事|是假的|是谣言|乱传|乱说的|误会))/
const ONLY_SHOWN =
  /电视|电影|新闻|小说|游戏|演的|抖音里|抖音头|看了个抖音|梦到|做梦|\bin (?:a|the) (?:movie|film|game|news)\b/

/** The first place where the sign stands and is not taken back. */
export function find(sign: Sign, read: Read): Span | null {
  if (sign.needs && !sign.needs.test(read.masked)) return null
  if (sign.never?.test(read.masked)) return null
  sign.pattern.lastIndex = 0
  for (let match = sign.pattern.exec(read.masked); match; match = sign.pattern.exec(read.masked)) {
    const [start, end] = [match.index, match.index + match[0].length]
    if (stands(sign, read, start, end)) return { code: sign.code, start, end }
    // The next match may begin inside this one: "没打我 打我妹".
    sign.pattern.lastIndex = start + 1
  }
  return null
}

function stands(sign: Sign, { masked, times }: Read, start: number, end: number): boolean {
  const around = masked.slice(Math.max(0, start - 30), end + 30)
  if (sign.unless?.test(around)) return false
  if (!sign.undeniable && denied(masked, start, end)) return false
  if (sign.lead?.test(before(masked, start))) return false
  const tail = masked.slice(end, end + 20)
  if (sign.tail?.test(tail) || ONLY_ASKED.test(tail) || UNTRUE.test(tail)) return false
  if (ONLY_SHOWN.test(masked.slice(Math.max(0, start - 14), start))) return false
  const time = timeAt(times, end)
  if (sign.now && (time === 'recent' || time === 'long-ago')) return false
  return time !== 'long-ago' || !SETTLED.test(masked.slice(end, end + 40))
}
