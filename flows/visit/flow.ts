import type { Side } from '../case.ts'
import { DAY, HOUR } from '../casework/calendar.ts'
import { oneSum } from '../casework/understand/exact-sum.ts'
import type { Answers } from '../core/conversation.ts'
import { flow } from '../core/flow.ts'
import { choose } from '../core/questions/choose.ts'
import { money } from '../core/questions/money.ts'
import { oneOf } from '../core/questions/one-of.ts'
import { oneOrWords } from '../core/questions/one-or-words.ts'
import { type Story, story } from '../core/questions/story.ts'
import { text } from '../core/questions/text.ts'
import type { Kept, RevisitAnswers } from '../revisit/commands.ts'
import type { Promised, RecordRevisit, VisitGiven } from './commands.ts'

const ANSWERED = ['answered'] as const
const NOT_ANSWERED = ['declined', 'unavailable', 'uncooperative', 'unreached', 'nosuch'] as const

type Known = { given: VisitGiven; round?: string; outcome: string }
type Kepts = Known & { theirs?: Kept | null; own?: Kept | null }

const each = ({ outcome }: Known) => outcome === 'answered'
const talked = (known: Known) => each(known) || known.outcome === 'well'
/** Who has not gone has nothing to tell; everybody else says how it was that nobody was heard. */
const unheard = (known: Known) => !talked(known) && known.outcome !== 'unreached'
const unkept = (kept?: Kept | null) => kept === 'part' || kept === 'none'

/** Which side of which round: the only one there is, or the one that was chosen. Written `id:side`. */
function roundOf({ rounds }: VisitGiven, chosen: string | undefined): { revisit: string; side: Side } {
  const round = chosen ?? rounds[0]?.id ?? ''
  const at = round.lastIndexOf(':')
  return { revisit: round.slice(0, at), side: round.slice(at + 1) === 'B' ? 'B' : 'A' }
}

/** A voice note tells it as well as words would. */
const hasFiles = ({ more = null }: Answers): boolean => ((more as Story | null)?.files.length ?? 0) > 0

/** What there is to ask this side about. */
function toAsk({ given, round }: Pick<Known, 'given' | 'round'>): { theirs: Promised[]; own: Promised[] } {
  const { side } = roundOf(given, round)
  return given.asks?.find((one) => one.side === side) ?? { theirs: [], own: [] }
}
const isMoney = ({ remainingFen }: Promised) => remainingFen !== null

const sum = () =>
  money((said) => {
    const read = oneSum(said)
    return read && read.is !== 'missing' ? { yuan: read.fen / 100, approx: read.approx } : null
  })

/**
 * 回访记录: an officer spoke with one side by phone or at the door, or tried to. Not reached, not willing and not there
 * are different things and stay apart. An answer that was not given is skipped.
 *
 * "All well" is one tap and claims no more than it says: what was due is done, no trouble, safe. It is offered only while
 * nothing that has come due stands open, so that a tap can be no receipt; how they get on, whether it is fair and whether they
 * signed freely stay "not asked", and the score is asked for: nobody knows it who has not spoken with them.
 */
export const visit = flow<VisitGiven>('visit', {
  version: 2,
  idle: { nudge: HOUR, expire: DAY },
  aside: 'more',
})
  .askIf(
    ({ given }) => given.rounds.length !== 1,
    'round',
    ({ given }) => choose(given.rounds),
  )
  .ask('mode', oneOf(['call', 'visit']))
  .ask('outcome', ({ given }) =>
    oneOf(given.well ? [...ANSWERED, 'well', ...NOT_ANSWERED] : [...ANSWERED, ...NOT_ANSWERED]),
  )
  .offerIf(unheard, 'reason', text({ max: 500 }), (_, all) => !hasFiles(all))
  .offerIf(each, 'theirs', oneOf(['all', 'part', 'none', 'notyet']))
  .offerIf(each, 'own', oneOf(['all', 'part', 'none', 'notyet']))
  .offerIf(
    (known: Kepts) => each(known) && (unkept(known.theirs) || unkept(known.own)),
    'why',
    oneOrWords(['theywont', 'wont', 'nomoney', 'early', 'waits', 'other'], { max: 500 }),
  )
  .offerIf(
    (known) => each(known) && known.theirs === 'part' && toAsk(known).theirs.some(isMoney),
    'received',
    sum(),
  )
  .offerIf((known) => each(known) && known.own === 'part' && toAsk(known).own.some(isMoney), 'paid', sum())
  .offerIf(each, 'trouble', oneOf(['none', 'quarrel', 'blows', 'threat']))
  .offerIf(each, 'relation', oneOf(['greet', 'silent', 'avoid', 'angry']))
  .offerIf(each, 'fair', oneOf(['fair', 'acceptable', 'notquite', 'unfair']))
  .offerIf(each, 'freely', oneOf(['yes', 'reluctant', 'pressed']))
  .offerIf(each, 'safe', oneOf(['safe', 'abit', 'very']))
  .offerIf(talked, 'score', oneOf(['1', '2', '3', '4', '5']))
  .offerIf(each, 'help', text({ max: 500 }))
  // On the short way it is not asked for, and who has told it in a voice need not write it: what comes before the end is taken.
  .offer('words', text({ max: 2000 }), ({ outcome }, all) => outcome !== 'well' && !hasFiles(all))
  .keep('more', story({ max: 2000 }))
  .review()
  .done((known): RecordRevisit => {
    const { given, signals, round, mode, outcome, reason = null, more } = known
    const told = talked(known) || wordsOf(known) !== null
    return {
      do: 'recordRevisit',
      with: {
        ...roundOf(given, round),
        mode,
        outcome: outcome === 'well' ? 'answered' : outcome,
        answers: told ? answersOf(known) : null,
        danger: signals.codes,
        reason,
        files: more?.files ?? [],
      },
    }
  })

type All = Kepts & {
  [N in
    | 'received'
    | 'paid'
    | 'trouble'
    | 'relation'
    | 'fair'
    | 'freely'
    | 'safe'
    | 'help']?: RevisitAnswers[N]
} & {
  why?: { choice: RevisitAnswers['why']; words: string | null } | null
  score?: string | null
  words?: string | null
  more?: { text: string }
}

function answersOf(known: All): RevisitAnswers {
  const { received = null, paid = null, why = null, relation = null, fair = null, freely = null } = known
  const { score = null, help = null } = known
  const well = known.outcome === 'well'
  const { theirs, own } = toAsk(known)
  return {
    theirs: well ? wellKept(theirs) : (known.theirs ?? null),
    own: well ? wellKept(own) : (known.own ?? null),
    received,
    paid,
    why: why?.choice ?? null,
    reason: why?.words ?? null,
    trouble: well ? 'none' : (known.trouble ?? null),
    relation,
    fair,
    freely,
    safe: well ? 'safe' : (known.safe ?? null),
    score: score === null ? null : Number(score),
    help,
    words: wordsOf(known),
  }
}

const wordsOf = ({ words = null, more }: Pick<All, 'words' | 'more'>): string | null =>
  [words, more?.text].filter(Boolean).join('\n') || null

/** What lasts is kept; what has a day has it still before it; where nothing was promised nothing is claimed. */
function wellKept(promised: readonly Promised[]): Kept | null {
  if (promised.length === 0) return null
  return promised.some(({ due }) => due !== null) ? 'notyet' : 'all'
}
