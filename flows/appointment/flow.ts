import { DAY, MINUTE } from '../casework/calendar.ts'
import type { Refused } from '../core/command.ts'
import { flow } from '../core/flow.ts'
import { oneOf } from '../core/questions/one-of.ts'
import { story } from '../core/questions/story.ts'
import { text } from '../core/questions/text.ts'
import { whatever } from '../core/questions/whatever.ts'
import type { RecordRevisit } from '../revisit/commands.ts'
import type { AppointmentGiven, NotePhrase } from './commands.ts'

/** A closed talk stays closed for so long after the last try, or until the next appointment. */
const CLOSED_FOR = 30 * DAY
/** The proof holds while the talk goes on; after a pause somebody else may hold the phone. */
const PROOF_HOLDS = 15 * MINUTE

type Facts = { results: { [milestone: string]: any } }
const proved = ({ results }: Facts): boolean => results.said?.as === 'open'
/** A try was made and did not open the talk, whatever the books said to it. */
const closed = (known: Facts): boolean =>
  known.results.said !== undefined && known.results.said !== null && !proved(known)

type Answered = { trouble?: string | null; safe?: string | null }
export const inDanger = ({ trouble, safe }: Answered): boolean =>
  trouble === 'blows' || trouble === 'threat' || safe === 'very'

const QUESTIONS = ['safe', 'trouble', 'help', 'more', 'words'] as const
const answered = (known: { [Q in (typeof QUESTIONS)[number]]?: unknown }): boolean =>
  QUESTIONS.some((name) => known[name] !== undefined && known[name] !== null)

/**
 * 预约的回访: whoever is at risk is asked as their plan allows. The first line says nothing. Only the phrase opens the talk, and
 * there is one try; everything else is met with one bland line, always the same, so that nobody who picks the phone up can tell a
 * wrong word from a silent alarm. A word of danger before the phrase alerts officers and gets the bland line too: the number 110
 * is known to everybody, and a line that names it would tell whoever is reading who is behind this chat.
 */
export const appointment = flow<AppointmentGiven>('appointment', {
  version: 1,
  idle: { nudge: PROOF_HOLDS, expire: CLOSED_FOR, resume: CLOSED_FOR },
  aside: 'words',
  discreet: { holds: (known) => !proved(known), line: 'rest' },
  quietly: proved,
})
  .ask('reply', whatever())
  .milestone('said', {
    key: ({ reply }) => (reply === undefined ? null : `said ${reply.at}`),
    do: ({ given, reply, signals, results }): NotePhrase => ({
      do: 'notePhrase',
      with: {
        dispute: given.dispute,
        revisit: given.revisit,
        side: given.side,
        what: 'said',
        text: reply?.text ?? '',
        again: results.said !== undefined && results.said !== null,
        danger: { codes: signals.codes, hard: signals.hard },
      },
    }),
  })
  .askIf(closed, 'rest', whatever())
  .offerIf(proved, 'safe', oneOf(['safe', 'abit', 'very']))
  // Who is in danger is asked no further: officers are called out as soon as it is said.
  .offerIf(
    (known) => proved(known) && !inDanger(known),
    'trouble',
    oneOf(['none', 'quarrel', 'blows', 'threat']),
  )
  .offerIf((known) => proved(known) && !inDanger(known), 'help', text({ max: 500 }))
  .offerIf((known) => proved(known) && !inDanger(known), 'more', text({ max: 1000 }))
  .keep('words', story({ max: 3000 }))
  .remark('danger', (known) => proved(known) && inDanger(known))
  .direct()
  .done<{ dispute: string; number: string } | { as: 'open' | 'closed' } | Refused>(
    (known): RecordRevisit | NotePhrase => {
      const { given, signals, safe = null, trouble = null, help = null, more = null, words } = known
      const { dispute, revisit, side } = given
      const said = [more, words?.text].filter(Boolean).join('\n') || null
      if (!proved(known) || !answered(known)) {
        const what = proved(known) ? 'left' : 'unsaid'
        const danger = { codes: signals.codes, hard: signals.hard }
        return { do: 'notePhrase', with: { dispute, revisit, side, what, text: '', again: true, danger } }
      }
      return {
        do: 'recordRevisit',
        with: {
          revisit,
          side,
          mode: 'chat',
          outcome: 'answered',
          answers: { ...NOT_ASKED, trouble, safe, help, words: said },
          danger: signals.codes,
        },
      }
    },
  )

/** Neither what was agreed nor whether it is fair is asked here. */
const NOT_ASKED = {
  theirs: null,
  own: null,
  received: null,
  paid: null,
  reason: null,
  relation: null,
  fair: null,
  freely: null,
  score: null,
}
