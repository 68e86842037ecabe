// What stands round a place in a text: its clause, whether it is denied, and which time it speaks of.

/** People end a thought with a mark, a line, or a space after a Chinese character. */
const HARD_STOP = /[,，。.!！?？;；、\n:："“”()（）…~]/
const HAN = /[\u3400-\u9fff〼〽]/

/** The clause's words before `at`, at most `most` characters. */
export function before(text: string, at: number, most = 24): string {
  let from = at
  while (from > 0 && at - from < most && !stops(text, from - 1)) from--
  return text.slice(from, at)
}

/** The clause's words from `at` on, at most `most` characters. */
export function after(text: string, at: number, most = 24): string {
  let to = at
  while (to < text.length && to - at < most && !stops(text, to)) to++
  return text.slice(at, to)
}

function stops(text: string, at: number): boolean {
  const char = text[at] ?? ''
  if (HARD_STOP.test(char)) return !(char === '.' && /\d/.test(text[at + 1] ?? ''))
  return char === ' ' && (HAN.test(text[at - 1] ?? '') || HAN.test(text[at + 1] ?? ''))
}

const FILL =
  '(?:人|哪个|谁|哪家|任何|一个人|啥子|什么|真的?|说过?|讲过?|提过?|想过?|想|要|去|来|敢|曾|被|遭|把|给|拿过?|用|带|再|又|跟|和|他们?|她们?|我们?|你们?|对方|邻居|老公|男人|得有|得|有|动过?|到|过|在|的话|开始|互相|发生|出现|存在|这个|那种|轻易)'
const DENIED = new RegExp(
  `(?:(?<!有)没有?|没得|莫得|木得|未曾?|(?<!是)不是|并不是|不会|(?<!敢)不敢|(?<!肯)不肯|(?<!想)不想|没|绝不|从不|有没有)${FILL}{0,4}$`,
)
/** "不是没打", "没少打", "差点没": what looks like a denial and is none. */
const AFFIRMED = new RegExp(
  `(?:不是说?(?:没有?|没得)|没少|不得不|差点儿?(?:没|就)?|险些|难道(?:没|不是)|哪里没|咋没|是不是)${FILL}{0,4}$`,
)
const DENIED_AFTER =
  /^(?:子|儿|棒|的话|这些)?(?:倒是|倒|是|也|都|还|就)?(?:没得?有?|没有|莫得)(?:拿|带|动|得|有|出|见到|看到|用|伤|打|砍|发生|那回事|的事)?(?=$|[^\p{L}]|[他她我])/u
const DENIED_ENGLISH =
  /(?:\bno(?:body|t| one|ne)?\b|n't\b|\bnever\b|\bwithout\b|\bneither\b)(?: (?:has|have|had|is|are|was|were|been|being|a|an|any|the|ever|really|going|to|or|knife|gun|weapon|blood|did|threaten(?:ed)?|tr(?:y|ied)|said|say|he|she|they|will|would|want|me|us|him|her))*\W*$/i

/** True when the words before a place (or right after it) deny it. */
export function denied(text: string, start: number, end: number): boolean {
  const words = before(text, start)
  if (AFFIRMED.test(words)) return false
  return (
    DENIED.test(words) ||
    DENIED_AFTER.test(after(text, end, 10)) ||
    DENIED_ENGLISH.test(before(text, start, 48))
  )
}

export type Time = 'now' | 'recent' | 'long-ago'

const TIMES: readonly (readonly [Time, string])[] = [
  [
    'now',
    '现在|正在|这会儿?|这阵|今天|今晚|今早|马上|刚刚|刚才|又在|还在|这回|这次|今年|最近|这两天|这几天|眼下|\\bnow\\b|\\bright now\\b|\\btoday\\b|\\btonight\\b',
  ],
  [
    'long-ago',
    '大?前年|去年|往年|以前|从前|早年|早些年|那年|小时候|[\\d一二两三四五六七八九十几好多]{1,8}年(?:以)?前|零.年|\\blast year\\b|\\byears? ago\\b',
  ],
  [
    'recent',
    '昨天|昨晚|昨夜|昨日|前天|前晚|上个?月|上个?星期|上周|上回|上次|那天|前几天|前段时间|前阵子|\\d{1,2}[号日]|\\byesterday\\b|\\blast (?:night|week|month)\\b',
  ],
]
const TIME = new RegExp(TIMES.map(([, words]) => `(${words})`).join('|'), 'gi')

export type TimeMark = { time: Time; at: number }

/** Every word of time in the text, in order. */
export function timeMarks(text: string): TimeMark[] {
  return Array.from(text.matchAll(TIME), (match) => {
    const which = [1, 2, 3].findIndex((group) => match[group] !== undefined)
    return { time: TIMES[which]?.[0] ?? 'now', at: match.index }
  })
}

/** The time the place speaks of: that of the last mark before it, else of none. */
export function timeAt(marks: readonly TimeMark[], at: number): Time | null {
  let low = 0
  let high = marks.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((marks[middle]?.at ?? 0) <= at) low = middle + 1
    else high = middle
  }
  return marks[low - 1]?.time ?? null
}
