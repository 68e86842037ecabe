// What is to be paid, in one sum or in instalments, as it is dictated: "6600元，分3期，每月20号", "分3期，每期2200元".
import { z } from 'zod'
import { instalments, MOST_INSTALMENTS, monthly, nextMonthly } from '../casework/instalments.ts'
import { numeral } from '../casework/understand/numerals.ts'
import { answer, type Question, unclear } from '../core/question.ts'
import { type Day, dayAt } from '../core/questions/date.ts'
import { type Money, money } from '../core/questions/money.ts'

/** `each` is null where the parts are simply equal; `days` where the day of the month was said as well. */
export type InParts = { count: number; each: number | null; days: Day[] | null }
export type PaySum = Money & { parts?: InParts }

type Draft = { fen: number | null; count: number | null; each: number | null; day: number | null }
const NOTHING: Draft = { fen: null, count: null, each: null, day: null }

const YUAN = String.raw`¥?\s*(\d{1,12}(?:\.\d{1,2})?)\s*(?:元|块|yuan|rmb)?`
const COUNT =
  /分(?:成|作)?\s*(\d{1,2}|[一二两三四五六七八九十]{1,3})\s*(?:期|次|笔)|\b(?:in )?(\d{1,2})\s*instal?lments?\b/i
const EACH = new RegExp(
  String.raw`每(?:期|次|笔|个?月)(?:付|还|给)?${YUAN}(?![\d.号日])|\b${YUAN} each\b|\beach ${YUAN}`,
  'i',
)
const DAY_OF_MONTH =
  /每个?月的?\s*(?:(\d{1,2})\s*[号日]|(?:月?底|最后一天))|\bon the (\d{1,2})(?:st|nd|rd|th)\b|\bmonth[- ]?end\b/i
const LAST_DAY = 31

const schema: z.ZodType<PaySum> = z.object({
  fen: z.int().min(0).max(1e14),
  approx: z.boolean(),
  parts: z
    .object({
      count: z.int().min(2).max(MOST_INSTALMENTS),
      each: z.int().min(1).nullable(),
      days: z.array(z.iso.date()).nullable(),
    })
    .exactOptional(),
})

/** The last instalment takes what the others leave, so that together they are the sum. `offset` is in minutes east of UTC. */
export const paySum = (offset: number): Question<PaySum, never> => {
  const plain = money()
  return {
    hint: 'money',
    schema,
    choices: [],
    read(event, ask) {
      const heard = event.kind === 'text' ? heardIn(event.text) : NOTHING
      const before = (ask.draft as Draft | null) ?? NOTHING
      if (heard.count === null && before.count === null) return plain.read(event, ask)
      const sum = event.kind === 'text' && heard.count === null ? plain.read(event, ask) : null
      const known: Draft = {
        fen: heard.fen ?? (sum?.kind === 'answer' ? sum.value.fen : before.fen),
        count: heard.count ?? before.count,
        each: heard.each ?? before.each,
        day: heard.day ?? before.day,
      }
      return whole(known, dayAt(ask.now, offset)) ?? unfinished(known, ask.words.sendMoney)
    },
    show({ fen, approx, parts }, ask) {
      const all = plain.show({ fen, approx }, ask)
      if (!parts) return all
      const sums = partsOf({ fen, approx, parts }).map((one, at) =>
        [plain.show({ fen: one, approx: false }, ask), parts.days?.[at]].filter(Boolean).join(' '),
      )
      return `${all} (${ask.words.listed(sums)})`
    },
  }
}

/** What is paid each time; the sum itself where it is paid at once. */
export const partsOf = ({ fen, parts }: PaySum): number[] =>
  (parts && instalments(fen, parts.count, parts.each ?? undefined)) || [fen]

function heardIn(text: string): Draft {
  const said = text
    .trim()
    .normalize('NFKC')
    .replace(/(\d),(?=\d{3}(?!\d))/g, '$1')
  const [count, day, each] = [COUNT.exec(said), DAY_OF_MONTH.exec(said), EACH.exec(said)]
  const rest = [count, day, each].reduce((left, one) => (one ? left.replace(one[0], ' , ') : left), said)
  const whole = new RegExp(`^[^\\d¥]{0,20}${YUAN}[^\\d]*$`, 'i').exec(rest)?.[1]
  const times = count?.[1] ?? count?.[2]
  const on = day ? Number(day[1] ?? day[2] ?? LAST_DAY) : null
  return {
    fen: whole === undefined ? null : fenIn(whole),
    count: times === undefined ? null : (numeral(times)?.floor ?? null),
    each: each ? fenIn(each[1] ?? each[2] ?? each[3] ?? '') : null,
    day: on !== null && on >= 1 && on <= LAST_DAY ? on : null,
  }
}

const fenIn = (yuan: string): number => Math.round(Number(yuan) * 100)

/** Null while a sum is still to be said, or where it cannot be parted like this. */
function whole({ fen, count, each, day }: Draft, today: Day) {
  if (count === null || count < 2) return null
  const total = fen ?? (each === null ? null : each * count)
  if (total === null || instalments(total, count, each ?? undefined) === null) return null
  const days = day === null ? null : monthly(nextMonthly(today, day), count, day)
  return answer<PaySum>({ fen: total, approx: false, parts: { count, each, days } })
}

/** How often is known, and not how much: only the sum is asked for again. */
function unfinished({ fen, count, each, day }: Draft, say: string) {
  const draft: Draft = { fen: null, count, each: null, day }
  const possible = count !== null && count >= 2 && count <= MOST_INSTALMENTS
  return possible && fen === null && each === null ? { kind: 'more' as const, draft } : unclear(say)
}
