import type { Side } from '../case.ts'
import { DAY, HOUR } from '../casework/calendar.ts'
import { flow } from '../core/flow.ts'
import { choose } from '../core/questions/choose.ts'
import { oneOf } from '../core/questions/one-of.ts'
import { text } from '../core/questions/text.ts'
import type { RecordRevisit, VisitGiven } from './commands.ts'

const talked = ({ outcome }: { outcome: string }) => outcome === 'answered'

/** Which side of which round: the only one there is, or the one that was chosen. Written `id:side`. */
function roundOf({ rounds }: VisitGiven, chosen: string | undefined): { revisit: string; side: Side } {
  const round = chosen ?? rounds[0]?.id ?? ''
  const at = round.lastIndexOf(':')
  return { revisit: round.slice(0, at), side: round.slice(at + 1) === 'B' ? 'B' : 'A' }
}

/**
 * 回访记录: an officer spoke with one side by phone or at the door, or tried to. Not reached, not willing and not there
 * are different things and stay apart. An answer that was not given is skipped.
 */
export const visit = flow<VisitGiven>('visit', { version: 1, idle: { nudge: HOUR, expire: DAY } })
  .askIf(
    ({ given }) => given.rounds.length !== 1,
    'round',
    ({ given }) => choose(given.rounds),
  )
  .ask('mode', oneOf(['call', 'visit']))
  .ask('outcome', oneOf(['answered', 'declined', 'unavailable', 'uncooperative', 'unreached', 'nosuch']))
  .offerIf(talked, 'theirs', oneOf(['all', 'part', 'none', 'notyet']))
  .offerIf(talked, 'own', oneOf(['all', 'part', 'none', 'notyet']))
  .offerIf(talked, 'trouble', oneOf(['none', 'quarrel', 'blows', 'threat']))
  .offerIf(talked, 'relation', oneOf(['greet', 'silent', 'avoid', 'angry']))
  .offerIf(talked, 'fair', oneOf(['fair', 'acceptable', 'notquite', 'unfair']))
  .offerIf(talked, 'freely', oneOf(['yes', 'reluctant', 'pressed']))
  .offerIf(talked, 'safe', oneOf(['safe', 'abit', 'very']))
  .offerIf(talked, 'score', oneOf(['1', '2', '3', '4', '5']))
  .offer('words', text({ max: 2000 }))
  .review()
  .done((known): RecordRevisit => {
    const { given, signals, round, mode, outcome } = known
    const { theirs = null, own = null, trouble = null, relation = null, fair = null } = known
    const { freely = null, safe = null, score = null, words = null } = known
    const told = outcome === 'answered' || words !== null
    return {
      do: 'recordRevisit',
      with: {
        ...roundOf(given, round),
        mode,
        outcome,
        answers: told
          ? {
              theirs,
              own,
              reason: null,
              trouble,
              relation,
              fair,
              freely,
              safe,
              score: score === null ? null : Number(score),
              help: null,
              words,
            }
          : null,
        danger: signals.codes,
      },
    }
  })
