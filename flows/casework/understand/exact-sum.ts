// The one sum of money in a sentence, to the fen: 2199块9毛9, 两千一百九十九块九毛九, 2,199.99. Null where there are several.
import { readable } from './normalise.ts'
import { type Numeral, numerals } from './numerals.ts'
import { phones } from './phone.ts'
import type { Sum } from './understood.ts'

/** Which way the money went, as far as the words say so, seen from whoever speaks. */
export type Way = 'received' | 'paid'
/** `done` went over; `missing` is still owed, was promised or did not come; `bare` is a figure alone. */
export type SumSaid = Sum & { is: 'done' | 'missing' | 'bare'; way: Way | null }

const DIGIT: Readonly<Record<string, number>> = Object.fromEntries(
  ['一壹', '二两贰', '三叁', '四肆', '五伍', '六陆', '七柒', '八捌', '九玖'].flatMap((row, at) =>
    [...row, String(at + 1)].map((char) => [char, at + 1]),
  ),
)
const ONE = '[1-9一二两三四五六七八九壹贰叁肆伍陆柒捌玖]'
const YUAN = /^\s?(?:块钱|块|元|圆|yuan\b|rmb\b|kuai\b)/i
/** After the yuan: 9毛9, 9毛9分, 9毛, 零9分, or a bare 9 that nothing else is counted by. */
const SMALL = new RegExp(
  `^(?:(${ONE})[毛角](?:零?(${ONE})分?)?|零?(${ONE})分|(${ONE})(?=$|[\\s,。.!?;:、)]))`,
)
const MAO = /^\s?[毛角]/
/** A measure word makes it no money. 块 of land and stone, 分 of a lot, are measures too. */
const MEASURE =
  /^\s?(?:多|来|几)?(?:个|位|名|口|户|家|人|年|月|天|日|号|头|只|条|根|亩|尺|米|里|点|岁|次|回|间|台|辆|斤|分(?!钱)|小时|钟|秒|组|村|队|楼|层|棵|车|期|笔|周|星期|礼拜|趟|遍|%|公|平|方|(?:people|days?|weeks?|months?|years?|times|hours?)\b|块(?:地|田|石|玻璃|草场|林))/i
const ABOUT_BEFORE = /(?:大概|大约|差不多|将近|约|快|可能|about|around|nearly|roughly|almost)\s?(?:是|有)?$/i
const ABOUT_AFTER = /^(?:块钱|块|元)?(?:左右|上下|的样子|样子|多(?:块|元|钱)?|or so)/i

const GIVING = '(?:给|付|还|打|转|退|赔|交)'
const ME = '(?:我|我们|我家)'
const THEM = '(?:他|她|他们|对方|那边)'
const RECEIVED = new RegExp(
  `(?:收到|拿到|到账|到手)|${GIVING}(?:了|过)?${ME}|${THEM}[^,。;]{0,6}${GIVING}|received|got|(?:paid|gave) (?:me|us)|(?:he|she|they) (?:paid|gave|has|have)`,
  'i',
)
const PAID = new RegExp(
  `${ME}[^,。;]{0,6}${GIVING}|${GIVING}(?:了|过)?${THEM}|\\bI(?:'ve| have)? (?:paid|gave)|(?:paid|gave) (?:him|her|them)`,
  'i',
)
/** It has happened: 了, 过, 到. */
const DONE = new RegExp(
  `${GIVING}(?:我|他|她|我们|他们|对方)?(?:了|过)|(?:收到|拿到|到账|到手)|paid|gave|received|got`,
  'i',
)
/** What was only promised, is still missing or was not given is no sum that came. */
const NOT_DONE =
  /没|不|未|还差|还欠|还剩|剩下|只肯|答应|说好|才肯|要给|准备|打算|n't|\bnot\b|never|promis|owe|left/i

/** The only sum of a text; null where there is none, or more than one and nobody can say which. */
export function oneSum(raw: string): SumSaid | null {
  const text = readable(raw)
  const taken = phones(text)
  const found: { fen: number; approx: boolean; start: number }[] = []
  let past = 0
  for (const one of numerals(text)) {
    if (one.start < past || taken.some(({ start, end }) => start < one.end && one.start < end)) continue
    const read = figure(text, one)
    if (!read) continue
    past = read.end
    found.push({ fen: read.fen, approx: read.approx, start: one.start })
  }
  const [only] = found
  if (!only || found.length > 1) return null
  const clause = clauseBefore(text, only.start)
  const { fen, approx } = only
  if (NOT_DONE.test(clause)) return { fen, approx, is: 'missing', way: null }
  const way = PAID.test(clause) ? 'paid' : RECEIVED.test(clause) ? 'received' : null
  return { fen, approx, is: DONE.test(clause) ? 'done' : 'bare', way }
}

/** From the last mark to the figure: what is said of it. */
function clauseBefore(text: string, at: number): string {
  const before = text.slice(Math.max(0, at - 24), at)
  return before.slice(Math.max(...[...',。;!?\n'].map((mark) => before.lastIndexOf(mark))) + 1)
}

type Figure = { fen: number; approx: boolean; end: number }

function figure(text: string, one: Numeral): Figure | null {
  const tail = text.slice(one.end, one.end + 16)
  if (one.floor > 1e11 || MEASURE.test(tail) || /^[-/:：]\d/.test(tail)) return null
  const lead = text.slice(Math.max(0, one.start - 8), one.start)
  if (/[-/第初a-z\d]$/i.test(lead)) return null
  const approx = one.approx || ABOUT_BEFORE.test(lead) || ABOUT_AFTER.test(tail)
  if (MAO.test(tail)) return { fen: Math.round(one.floor * 10), approx, end: one.end + 1 }
  const yuan = Math.round(one.floor * 100)
  const unit = YUAN.exec(tail)?.[0] ?? ''
  const rest = tail.slice(unit.length)
  const small = unit === '' ? null : SMALL.exec(rest)
  const cents = small ? digit(small[1] ?? small[4]) * 10 + digit(small[2] ?? small[3]) : 0
  const fen = yuan + cents
  return Number.isSafeInteger(fen)
    ? { fen, approx, end: one.end + unit.length + (small?.[0].length ?? 0) }
    : null
}

const digit = (char: string | undefined): number => (char === undefined ? 0 : (DIGIT[char] ?? 0))
