import type { NotePhrase } from '../appointment/commands.ts'
import { DAY, inQuietHours, MINUTE, minutesOf } from '../casework/calendar.ts'
import type { Hours } from '../casework/contact-plan.ts'
import type { HoursSaid } from '../casework/hours-said.ts'
import { phoneIn } from '../casework/understand/index.ts'
import type { Refused } from '../core/command.ts'
import { flow } from '../core/flow.ts'
import { choose } from '../core/questions/choose.ts'
import { oneOf } from '../core/questions/one-of.ts'
import { phone } from '../core/questions/phone.ts'
import { text } from '../core/questions/text.ts'
import { whatever } from '../core/questions/whatever.ts'
import type { PlanSaid, RecordContactPlan, SafeContactGiven } from './commands.ts'
import { hours } from './questions/hours.ts'
import { phrase } from './questions/phrase.ts'

/** Whoever is silent for so long is not asked on: what was said counts, and nothing more is sent. */
const GONE_AFTER = 15 * MINUTE
const CLOSED_FOR = 30 * DAY

type Facts = { given: SafeContactGiven; results: { [milestone: string]: any } }
const ready = ({ given, results }: Facts): boolean => !given.proof || results.said?.as === 'open'
const closed = (known: Facts): boolean =>
  !ready(known) && known.results.said !== undefined && known.results.said !== null

type Way = { way?: 'chat' | 'phone' | 'trusted' | 'none' | null }
const inChat = (known: Facts & Way): boolean => ready(known) && known.way === 'chat'
const timed = (known: Facts & Way): boolean => ready(known) && (known.way === 'chat' || known.way === 'phone')

/** What each word for a part of the day means. */
export const PARTS = {
  morning: { from: '08:00', to: '11:59' },
  day: { from: '09:00', to: '17:59' },
  evening: { from: '18:00', to: '20:59' },
} as const

type Times = { times?: keyof typeof PARTS | 'own' | null; own?: HoursSaid | null }
const spanOf = ({ times, own }: Times): HoursSaid | null =>
  !times ? null : times === 'own' ? (own ?? null) : PARTS[times]

/** Some of these hours lie in the station's quiet ones: that is asked for by itself. */
function atNight({ given, ...said }: { given: SafeContactGiven } & Times): boolean {
  const span = spanOf(said)
  if (!span) return false
  const { from, to } = span
  const calendar = { offsetMinutes: 0, quiet: given.quiet, work: { ...PARTS.day, days: [] }, ...NO_DAYS }
  const last = minutesOf(to) < minutesOf(from) ? minutesOf(to) + 1440 : minutesOf(to)
  for (let minute = minutesOf(from); minute <= last; minute++)
    if (inQuietHours(minute * MINUTE, calendar)) return true
  return false
}
const NO_DAYS = { holidays: [], extraWorkDays: [] }

const DAYS = { any: [1, 2, 3, 4, 5, 6, 7], work: [1, 2, 3, 4, 5], weekend: [6, 7] } as const

function hoursOf(said: Times & { days?: keyof typeof DAYS | null; night?: string | null }): Hours | null {
  const span = spanOf(said)
  if (!span && !said.days) return null
  return { ...(span ?? PARTS.day), days: [...DAYS[said.days ?? 'any']], night: said.night === 'yes' }
}

/**
 * 安全联系: how somebody at risk may be reached, asked while they are there, each question to be left out. With a plan that has a
 * phrase, only the phrase leads here, and the talk looks like any other until it was said. Nothing is ever asked again by itself.
 */
export const safecontact = flow<SafeContactGiven>('safecontact', {
  version: 1,
  idle: { nudge: GONE_AFTER, expire: CLOSED_FOR, resume: CLOSED_FOR },
  discreet: { holds: (known) => !ready(known), line: 'rest' },
  quietly: ready,
})
  .askIf(({ given }) => given.proof, 'reply', whatever())
  .milestone('said', {
    key: ({ reply }) => (reply === undefined ? null : `said ${reply.at}`),
    do: ({ given, reply, signals, results }): NotePhrase => ({
      do: 'notePhrase',
      with: {
        dispute: given.dispute,
        revisit: null,
        side: given.sides[0]!.id,
        what: 'said',
        text: reply?.text ?? '',
        again: results.said !== undefined && results.said !== null,
        danger: { codes: signals.codes, hard: signals.hard },
      },
    }),
  })
  .askIf(closed, 'rest', whatever())
  .askIf(
    ({ given }) => given.sides.length > 1,
    'side',
    ({ given }) => choose(given.sides),
  )
  .offerIf(ready, 'way', oneOf(['chat', 'phone', 'trusted', 'none']))
  .offerIf((known) => ready(known) && known.way === 'phone', 'number', phone(phoneIn))
  .offerIf((known) => ready(known) && known.way === 'trusted', 'trusted', text({ max: 120 }))
  .offerIf(timed, 'times', oneOf(['morning', 'day', 'evening', 'own']))
  .offerIf((known) => timed(known) && known.times === 'own', 'own', hours())
  .offerIf((known) => timed(known) && atNight(known), 'night', oneOf(['yes', 'no']))
  .offerIf(timed, 'days', oneOf(['any', 'work', 'weekend']))
  .offerIf(inChat, 'wording', oneOf(['neutral', 'open']))
  .offerIf(inChat, 'phrase', phrase())
  .offerIf(
    (known) => inChat(known) && Boolean(known.phrase),
    'duress',
    (known) => phrase(known.phrase ?? null),
  )
  .direct()
  .done<{ dispute: string } | { as: 'open' | 'closed' } | Refused>((known): RecordContactPlan => {
    const { given, side } = known
    const plan: PlanSaid = {
      way: known.way ?? null,
      hours: hoursOf(known),
      wording: known.wording ?? null,
      phrase: known.phrase ?? null,
      duress: known.duress ?? null,
      phone: known.number ?? null,
      trusted: known.trusted ?? null,
    }
    const who = given.sides.find(({ id }) => id === side) ?? given.sides[0]!
    return { do: 'recordContactPlan', with: { dispute: given.dispute, rev: given.rev, side: who.id, plan } }
  })
