// How somebody at risk may be reached: the way, the hours, the look of the first line, and the words that prove who holds the phone.
import { z } from 'zod'
import {
  atMinute,
  type Calendar,
  type Clock,
  dayOf,
  type Instant,
  inQuietHours,
  MINUTE,
  minuteOfDay,
  minutesOf,
  shiftDay,
  weekdayOf,
} from './calendar.ts'
import type { Said } from './said.ts'

/** `none`: nothing is sent and nobody phones; the person comes. `trusted`: through somebody they name, never by a chat. */
export const WAYS = ['chat', 'phone', 'trusted', 'none'] as const
export type Way = (typeof WAYS)[number]

const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)
/** Both minutes are included; `to` before `from` runs over midnight, and belongs to the day on which it begins. */
export const hoursSchema = z.object({
  from: clock,
  to: clock,
  /** Weekdays from 1 (Monday) to 7 (Sunday). */
  days: z.array(z.number().int().min(1).max(7)).min(1),
  /** The station's quiet hours count for nothing, because the person said so. */
  night: z.boolean(),
})
export type Hours = z.infer<typeof hoursSchema>

const planSchema = z.object({
  plan: z.literal(1),
  /** Null: only words are known; a person has to read them. */
  way: z.enum(WAYS).nullable(),
  /** Null: by day, as the station revisits anybody. */
  hours: hoursSchema.nullable(),
  /** How the first line may look. */
  wording: z.enum(['neutral', 'open']),
  /** Keyed hashes: nobody reads them again. */
  phrase: z.string().nullable(),
  duress: z.string().nullable(),
  /** The chat in which the plan was given, the only one that it allows. */
  address: z.string().nullable(),
  phone: z.string().nullable(),
  /** Who is trusted, in the person's own words. */
  trusted: z.string().nullable(),
  /** What was said about it when it all began, as it was said. */
  words: z.string().nullable(),
  at: z.number().int(),
  /** `self`, or the id of whoever recorded it after speaking to them. */
  by: z.string(),
})
export type ContactPlan = z.infer<typeof planSchema>

const NOTHING: ContactPlan = {
  plan: 1,
  way: null,
  hours: null,
  wording: 'neutral',
  phrase: null,
  duress: null,
  address: null,
  phone: null,
  trusted: null,
  words: null,
  at: 0,
  by: 'self',
}

/** From what is kept; anything else is words from before there were plans, and allows nothing. */
export function planFrom(kept: string | null): ContactPlan | null {
  if (kept === null || kept.trim() === '') return null
  try {
    const read = planSchema.safeParse(JSON.parse(kept))
    if (read.success) return read.data
  } catch {
    // Words are no JSON.
  }
  return { ...NOTHING, words: kept }
}

/** A plan with the words of the report; a plan that was made stays as it is. */
export const withWords = (kept: string | null, words: string): string => {
  const plan = planFrom(kept)
  return plan === null || plan.way === null ? words : JSON.stringify({ ...plan, words })
}

/** Whether a chat may be begun at all by this plan; without a phrase nobody could prove who holds the phone. */
export const allowsChat = ({ way, phrase, address }: ContactPlan): boolean =>
  way === 'chat' && phrase !== null && address !== null

/** The hours that hold where the person named none. */
export type ByDay = { from: Clock; to: Clock }

const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7]
const hoursOf = ({ hours }: ContactPlan, byDay: ByDay): Hours =>
  hours ?? { ...byDay, days: EVERY_DAY, night: false }

/** Whether the plan allows this very minute. */
export function allows(plan: ContactPlan, at: Instant, byDay: ByDay, calendar: Calendar): boolean {
  const { from, to, days, night } = hoursOf(plan, byDay)
  if (!night && inQuietHours(at, calendar)) return false
  const today = dayOf(at, calendar)
  const minute = minuteOfDay(at, calendar)
  const [begins, ends] = [minutesOf(from), minutesOf(to)]
  const isDay = (day: string) => days.includes(weekdayOf(day))
  if (begins <= ends) return isDay(today) && minute >= begins && minute <= ends
  return (isDay(today) && minute >= begins) || (isDay(shiftDay(today, -1)) && minute <= ends)
}

/** Nothing is kept for longer than this: what may not be said within it is a person's to do. */
const DAYS_AHEAD = 9

/** Moments at which what is allowed may begin or end, in their order. */
function edges(plan: ContactPlan, at: Instant, byDay: ByDay, calendar: Calendar): Instant[] {
  const { from, to } = hoursOf(plan, byDay)
  const { quiet } = calendar
  const minutes = [0, minutesOf(from), minutesOf(to) + 1, minutesOf(quiet.from), minutesOf(quiet.to)]
  const first = dayOf(at, calendar)
  const all: Instant[] = []
  for (let day = 0; day <= DAYS_AHEAD; day++)
    for (const minute of minutes) all.push(atMinute(shiftDay(first, day), minute, calendar))
  return [...new Set(all)].filter((one) => one > at).sort((one, other) => one - other)
}

/** This instant or the first later one that the plan allows; null where there is none for more than a week. */
export function firstAllowed(
  plan: ContactPlan,
  at: Instant,
  byDay: ByDay,
  calendar: Calendar,
): Instant | null {
  if (allows(plan, at, byDay, calendar)) return at
  return edges(plan, at, byDay, calendar).find((one) => allows(plan, one, byDay, calendar)) ?? null
}

/** The first instant after this allowed one at which nothing may be said any more. */
export const allowedUntil = (plan: ContactPlan, at: Instant, byDay: ByDay, calendar: Calendar): Instant =>
  edges(plan, at, byDay, calendar).find((one) => !allows(plan, one, byDay, calendar)) ??
  at + DAYS_AHEAD * 24 * 60 * MINUTE

/** A phrase as it is compared: however it is typed, with or without spaces and points. */
export const phraseText = (said: string): string =>
  said
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\p{P}\p{Z}\p{C}\s]+/gu, '')

/** What anybody might answer by chance, in the forms of `phraseText`. */
const BY_CHANCE = new Set(
  [
    '是 是的 对 对的 嗯 嗯嗯 好 好的 好吧 行 可以 要得 方便 不方便 不是 不对 不用 不要 没有 没空 在 在的 在吗 有 没 收到 知道了 谢谢',
    '你好 您好 喂 哈喽 早 早上好 中午好 下午好 晚上好 晚安 什么 什么事 你是谁 您是谁 谁 哪位 什么服务 打错了 暗号 密码 口令',
    'yes no ok okay yeah nope sure hi hello hey thanks thank you who what who are you whoareyou good morning password',
  ].flatMap((line) => line.split(' ')),
)

/** Why a phrase cannot be one: too short, or what anybody may say. Null where it can. */
export function phraseProblem(said: string): 'short' | 'common' | null {
  const text = phraseText(said)
  if ([...text].length < 2) return 'short'
  if (/^[\p{N}一二三四五六七八九十百千两零]+$/u.test(text)) return 'common'
  return BY_CHANCE.has(text) || /^[你您]好/.test(text) ? 'common' : null
}

/** What an officer has to know before anything else is done for somebody at risk. */
export function planInWords(plan: ContactPlan | null): Said {
  switch (plan?.way ?? null) {
    case 'chat':
      return { zh: '联系计划：只在约好的聊天里', en: 'Contact plan: in the agreed chat only' }
    case 'phone':
      return { zh: '联系计划：只打约好的电话', en: 'Contact plan: by the agreed phone only' }
    case 'trusted':
      return {
        zh: '联系计划：只通过信得过的人，不发消息',
        en: 'Contact plan: through a trusted person only, no message',
      }
    case 'none':
      return {
        zh: '联系计划：本人会来，不要联系；来了请记录',
        en: 'Contact plan: the person comes; do not contact them, record it when they came',
      }
    case null:
      return plan
        ? { zh: '没有联系计划，只有原话，先看案卷', en: 'No contact plan, only words: read the case first' }
        : { zh: '没有安全联系计划，先想好再联系', en: 'No contact plan: think before any contact' }
  }
}
