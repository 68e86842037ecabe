// The sum still claimed, among all the figures of a story: what is left, else the total, else the debt.
import { readHeadcount } from './headcount.ts'
import { readable, withoutEnd } from './normalise.ts'
import { type Numeral, numeral, numerals } from './numerals.ts'
import { phones } from './phone.ts'
import type { Sum } from './understood.ts'

type Label = 'left' | 'total' | 'claim' | 'spent' | 'plain' | 'each' | 'rate' | 'paid'
type Figure = { yuan: number; approx: boolean; label: Label; at: number }

const UNIT = /^\s?(?:万|亿)?(?:块钱|块|元|圆|人民币|yuan\b|rmb\b|cny\b|kuai\b)/i
/** A measure word: not money. 块 is, except of land and stone. */
const MEASURE =
  /^\s?(?:多|来|余|几)?(?:个|位|名|口|户|家|人|年|月|天|日|号|头|只|条|根|亩|尺|米|里|点|岁|次|回|针|间|台|辆|斤|分(?!钱)|小时|钟|秒|组|村|队|楼|层|棵|车|级|班|%|公|平|方|页|份|张|瓶|包|袋|箱|套|件|把|栋|幢|门|道|段|期|周|星期|礼拜|趟|遍|场|双|对|桶|厘|丈|寸|克|吨|度|代|匹|架|碗|顿|支|枝|片|院|初|楼|房|倍|成|社|镇|县|省|块(?:地|田|石|玻璃|草场|林)|(?:people|rooms?|days?|weeks?|months?|years?|hours?|men|women|workers|times|km|m|kg|times|pm|am|o'clock)\b)/i
const BEFORE_MONEY =
  /(?:[¥￥$]|欠|差|借|赔|付|给|拿|花|修|押金|定金|订金|彩礼|礼金|工钱|工程款|货款|款子?|补偿|医药费|运费|费用?|一共|总共|合计|总计|一起|加起来|全部|拢共|共计|退|还|罚|要|交|领|少|钱|工资|报酬|租金|卖|收|值|损失|金额|价|判|rent|owes?|owed|pay|paid|of|about|deposit|borrowed|lent)(?:了|是|到|有|的|款|我|他|她|我们|他们|你|给|大概|大约|差不多|将近|快|一共|总共|也|就|才|只|肯|得|起码|至少|两|:|\s|me|us|him|over|a|the|yuan|rmb){0,6}$/i
const ALONE_BEFORE = /(?:^|[\s,。!?;:、(])(?:一共|总共|大概|大约|就是|是|才|快|将近|差不多|about )?$/i
const ALONE_AFTER = /^(?:左右|多|钱|的样子|上下)?(?:$|[\s,。!?;:、)]|不退|没|都|一分|拉|他|我)/

/** What a bare round number may be followed by: an end, or what the money was. */
const ROUND_AFTER =
  /^(?:左右|多|钱|的样子|上下|整)?(?:$|[\s,。!?;:、)]|的(?:彩礼|礼|钱|账|债|货|活|工钱|押金|损失)|不(?:给|还|退|赔|认)|没|都|一分)/
const NO_SUM_BEFORE = /(?:海拔|人口|编号|车牌|尾号|第|版|型号|里程|上万|成千)[^,。 ]{0,3}$/

const LEFT =
  /(?:还|又)(?:剩|差|欠|有|少)(?:下|我|我们|他)?[^,。 ]{0,6}$|剩(?:下|余)?(?:的)?[^,。 ]{0,3}$|(?:没给齐|没结清|没付清|没给够)[\s,]?差[^,。 ]{0,3}$|尾款[^,。 ]{0,4}$|\b(?:still owes?|remaining|the rest)\b[^.]{0,12}$/i
const TOTAL = /(?:一共|总共|合计|总计|加起来|一起|全部|共计|拢共|in all|in total|altogether)[^,。 ]{0,6}$/i
const CLAIM =
  /(?:欠|差|借|赖|拖|赔|判|押金|定金|订金|彩礼|工程款|货款|运费|工钱|工资|损失|少了|要|租金|owes?|owed|borrowed|lent|deposit|pay)[^,。 ]{0,9}$|(?:^|[,。 ])款[^,。 ]{0,3}$/i
const SPENT = /(?:花|修|用|医药费|补牙|看病|治|费|买)[^,。 ]{0,7}$/
const PAID =
  /(?:(?:只|才)(?:肯|给|拿|愿意|赔|退|付)|垫|已经(?:给|付|还|拿)|(?<!借)给了|还了|拿了|付了|退了|领了|先给|收了|答应给|offer(?:ed|s)?|paid)[^,。 ]{0,5}$/i
const EACH = /(?:每人|每个人|一个人|一人|人均|一家|每户|每家|each|per person)[^,。 ]{0,6}$/i
const RATE_BEFORE =
  /(?:每个?月|一个月|每天|一天|每年|每次|一次|一亩|每亩|一斤|每斤|一头|每头|一平|一方|一车|一趟|一根|一只|一晚|per (?:day|month|mu))[^,。 ]{0,5}$/i
const RATE_AFTER =
  /^\s?(?:块钱|块|元)?(?:\/|每|一)\s?(?:个?月|天|年|亩|斤|头|次|平|方|车|趟|晚|只|根|人)|^\s?(?:yuan |rmb )?(?:a|per|each|every) (?:day|month|night|week|mu|person)/i
/** Advertising and lengths in one breath with a figure. */
const NO_CLAIM = /(?:最高|低至|月薪|日结|别个|别人|人家|别家|其他人)[^,。 ]{0,4}$/
const ORDER: readonly Label[] = ['left', 'total', 'claim', 'plain', 'spent']
const ABOUT = /(?:大概|大约|差不多|将近|约|快|估计|可能|about|around|nearly|roughly|almost)\s?(?:是|有)?$/i
const OR_SO = /^\s?(?:块钱|块|元|yuan|rmb)?\s?(?:左右|上下|的样子|样子|多(?:块|元|钱|$|[\s,。])|or so|ish)/i

/** The sum a story claims, in `readable` text; null when none is said, or only rates and parts that were paid. */
export function readAmount(text: string): Sum | null {
  const figures = figuresIn(text)
  for (const label of ORDER) {
    const said = figures.filter((one) => one.label === label)
    const [first] = said
    if (label === 'plain') {
      const shared = together(text, figures)
      if (shared) return shared
    }
    if (!first) continue
    // Of several debts or costs side by side nobody can say which is meant; the first is told first.
    return sum(first)
  }
  return together(text, figures)
}

/** What each is owed, times the heads that were counted. */
function together(text: string, figures: readonly Figure[]): Sum | null {
  const each = figures.find(({ label }) => label === 'each')
  const heads = each ? readHeadcount(text).people : null
  return each && heads ? sum({ yuan: each.yuan * heads, approx: each.approx }) : null
}

function sum({ yuan, approx }: { yuan: number; approx: boolean }): Sum | null {
  const fen = Math.round(yuan * 100)
  return Number.isSafeInteger(fen) && fen > 0 && fen <= 1e14 ? { fen, approx } : null
}

function figuresIn(text: string): Figure[] {
  const taken = phones(text)
  const found: Figure[] = []
  let phone = 0
  for (const one of numerals(text)) {
    while (phone < taken.length && (taken[phone]?.end ?? 0) <= one.start) phone++
    const span = taken[phone]
    if (span && span.start < one.end) continue
    const label = labelOf(text, one)
    if (!label) continue
    const lead = text.slice(Math.max(0, one.start - 8), one.start)
    const tail = text.slice(one.end, one.end + 12)
    found.push({
      yuan: one.floor + jiao(tail),
      approx: one.approx || ABOUT.test(lead) || OR_SO.test(tail),
      label,
      at: one.start,
    })
  }
  return found
}

/** "105 块 5": the tenths that are said after the unit. */
function jiao(tail: string): number {
  const said = /^(?:块|元)([一二三四五六七八九\d])(?:毛|角)?(?:$|[\s,。!?;:、])/.exec(tail)?.[1]
  return said === undefined ? 0 : (numeral(said)?.floor ?? 0) / 10
}

function labelOf(text: string, one: Numeral): Label | null {
  const lead = text.slice(Math.max(0, one.start - 16), one.start)
  const tail = text.slice(one.end, one.end + 14)
  if (one.floor <= 0 || one.floor > 1e11) return null
  if (/^\d{9,}$/.test(one.said) || /[a-z\d]$/i.test(lead)) return null
  const unit = UNIT.test(tail) || /(?:[¥￥]|སྒོར་)\s?$/.test(lead)
  if (!unit) {
    if (MEASURE.test(tail) || /^[-/:：.]\d/.test(tail) || /[-/:第初]$/.test(lead)) return null
    if (/^(?:19|20)\d\d$/.test(one.said) && !BEFORE_MONEY.test(lead)) return null
    const bare = one.floor >= 100 && ALONE_BEFORE.test(lead) && ALONE_AFTER.test(tail)
    const round =
      one.floor >= 100 && /[百千万]/.test(one.said) && !NO_SUM_BEFORE.test(lead) && ROUND_AFTER.test(tail)
    const told = one.floor >= 10 && (BEFORE_MONEY.test(lead) || EACH.test(lead))
    if (!bare && !round && !told) return null
  }
  if (NO_CLAIM.test(lead)) return null
  if (RATE_AFTER.test(tail)) return 'rate'
  if (LEFT.test(lead)) return 'left'
  if (TOTAL.test(lead)) return 'total'
  if (EACH.test(lead)) return 'each'
  if (RATE_BEFORE.test(lead)) return 'rate'
  if (/(?:彩礼|押金|定金|订金|礼金)[^,。 ]{0,4}$/.test(lead)) return 'claim'
  if (/^的(?:彩礼|礼金|礼)/.test(tail)) return 'claim'
  if (PAID.test(lead)) return 'paid'
  if (CLAIM.test(lead)) return 'claim'
  return SPENT.test(lead) ? 'spent' : 'plain'
}

const ABOUT_ANSWER =
  /^(?:大概|大约|差不多|将近|约|快|估计|可能|有|是|就是|一共|总共|about|around|roughly|\s)+/i
const END_OF_ANSWER = /^(?:[块元圆多吧钱的\s]|左右|样子|yuan|rmb|or so)*$/i

/** The sum an answer names: a bare number too. */
export function moneyIn(raw: string): Sum | null {
  const text = withoutEnd(readable(raw))
  if (text.length <= 40) {
    const bare = text.replace(ABOUT_ANSWER, '')
    const [one] = numerals(bare)
    if (one && one.start === 0 && END_OF_ANSWER.test(bare.slice(one.end)) && phones(bare).length === 0) {
      const about = /大概|大约|差不多|将近|约|快|估计|可能|about|around|roughly/i.test(text)
      return sum({ yuan: one.floor, approx: one.approx || about || OR_SO.test(bare.slice(one.end)) })
    }
  }
  return readAmount(text)
}
