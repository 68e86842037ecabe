import { DAY } from '../casework/calendar.ts'
import type { Refused } from '../core/command.ts'
import { flow } from '../core/flow.ts'
import { oneOf } from '../core/questions/one-of.ts'
import { story } from '../core/questions/story.ts'
import { text } from '../core/questions/text.ts'
import type { PutOffRevisit, RecordRevisit, RevisitGiven } from './commands.ts'

/** It is the person themselves, as far as we can know. */
const self = ({ given, speaker }: { given: RevisitGiven; speaker?: string }) =>
  !given.shared || speaker === 'self'
const now = ({ begin }: { begin?: string }) => begin === 'now'
const unkept = (kept?: string | null) => kept === 'part' || kept === 'none'

/** Blows, threats or fear: whoever says so is not asked about fairness any more. */
export const inDanger = ({ trouble, safe }: { trouble?: string | null; safe?: string | null }) =>
  trouble === 'blows' || trouble === 'threat' || safe === 'very'
const calm = (known: { trouble?: string | null; safe?: string | null }) => !inDanger(known)

const ANSWERS = ['theirs', 'own', 'reason', 'trouble', 'relation', 'fair', 'freely', 'safe', 'score', 'help']

/**
 * 回访: one side is asked, alone, how it stands (domain 10.2, R00-R11). Everything may be left open, a tap answers, and
 * whatever is said in between is kept in the speaker's own words. Where several people use the chat, whoever answers is asked
 * first whether it is them: nobody else hears a word of the matter.
 */
export const revisit = flow<RevisitGiven>('revisit', {
  version: 2,
  idle: { nudge: DAY, expire: 7 * DAY, resume: 7 * DAY },
  most: 10,
  reserve: ['safe'],
  aside: 'words',
  // Whoever answers the greeting with what is on their mind has begun.
  volunteered: (said, { begin }) => (begin === undefined && said.trim().length > 1 ? { begin: 'now' } : {}),
  quietly: (known) => known.begin === 'now' && ANSWERS.some((name) => known[name] !== undefined),
})
  .askIf(({ given }) => given.shared === true, 'speaker', oneOf(['self', 'other']))
  .askIf(self, 'begin', oneOf(['now', 'later', 'call', 'no']))
  .offerIf((known) => now(known) && known.given.owed, 'theirs', oneOf(['all', 'part', 'none', 'notyet']))
  .offerIf((known) => now(known) && known.given.owes, 'own', oneOf(['all', 'part', 'none', 'notyet']))
  .offerIf((known) => now(known) && (unkept(known.theirs) || unkept(known.own)), 'reason', text({ max: 500 }))
  .offerIf(now, 'trouble', oneOf(['none', 'quarrel', 'blows', 'threat']))
  .offerIf(now, 'relation', oneOf(['greet', 'silent', 'avoid', 'angry']), calm)
  .offerIf(now, 'fair', oneOf(['fair', 'acceptable', 'notquite', 'unfair']), calm)
  .offerIf(now, 'freely', oneOf(['yes', 'reluctant', 'pressed']), calm)
  .offerIf(now, 'safe', oneOf(['safe', 'abit', 'very']))
  .offerIf(now, 'score', oneOf(['1', '2', '3', '4', '5']), calm)
  .offerIf(now, 'help', text({ max: 500 }), calm)
  .keep('words', story({ max: 3000 }))
  .remark('danger', inDanger)
  .direct()
  .done<{ number: string } | Refused>((known): RecordRevisit | PutOffRevisit => {
    const { given, speaker, begin, signals, words } = known
    const { revisit: round, side } = given
    if (speaker === 'other') return { do: 'putOffRevisit', with: { revisit: round, side, wish: 'other' } }
    if (begin === 'later' || begin === 'call')
      return { do: 'putOffRevisit', with: { revisit: round, side, wish: begin } }
    const { theirs = null, own = null, reason = null, trouble = null, relation = null } = known
    const { fair = null, freely = null, safe = null, score = null, help = null } = known
    const said = words?.text || null
    return {
      do: 'recordRevisit',
      with: {
        revisit: round,
        side,
        mode: 'chat',
        outcome: begin === 'no' ? 'declined' : 'answered',
        answers:
          begin === 'no' && said === null
            ? null
            : {
                theirs,
                own,
                reason,
                trouble,
                relation,
                fair,
                freely,
                safe,
                score: score === null ? null : Number(score),
                help,
                words: said,
              },
        danger: signals.codes,
      },
    }
  })
