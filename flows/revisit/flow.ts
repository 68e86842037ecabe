import { DAY } from '../casework/calendar.ts'
import { oneSum } from '../casework/understand/exact-sum.ts'
import type { Refused } from '../core/command.ts'
import { flow } from '../core/flow.ts'
import { money } from '../core/questions/money.ts'
import { oneOf } from '../core/questions/one-of.ts'
import { oneOrWords } from '../core/questions/one-or-words.ts'
import { story } from '../core/questions/story.ts'
import { text } from '../core/questions/text.ts'
import { unlessBusy } from './busy.ts'
import type { Kept, PutOffRevisit, RecordRevisit, RevisitGiven } from './commands.ts'
import { answersOf, goesOnLater, inDanger, QUESTIONS, saidBefore, saidSoFar } from './told.ts'
import { volunteered } from './volunteered.ts'

type Begun = { given: RevisitGiven; begin?: string; busy?: string }
type Accounts = Begun & { theirs?: Kept | null; own?: Kept | null }

/** It is the person themselves, as far as we can know. */
const self = ({ given, speaker }: { given: RevisitGiven; speaker?: string }) =>
  !given.shared || speaker === 'self'
/** What was said in an earlier talk of this round stands until they say that they want none of it. */
const now = ({ given, begin }: Begun) => begin === 'now' || (begin === undefined && given.said !== undefined)
const owed = (known: Begun) => now(known) && known.given.owed
const owes = (known: Begun) => now(known) && known.given.owes

const unkept = (kept?: Kept | null) => kept === 'part' || kept === 'none'
const undone = (known: Accounts) => now(known) && (unkept(known.theirs) || unkept(known.own))
/** Where nothing was done, or it is not time yet, no sum has come. */
const mayHaveCome = (kept?: Kept | null) => kept !== 'none' && kept !== 'notyet'
const sumCame = (known: Accounts) => now(known) && known.given.owedMoney === true && mayHaveCome(known.theirs)
const sumPaid = (known: Accounts) => now(known) && known.given.owesMoney === true && mayHaveCome(known.own)

/** Nobody who has to go is kept. */
const free = ({ busy }: { busy?: string }) => busy === undefined
const calm = (known: Parameters<typeof inDanger>[0] & { busy?: string }) => free(known) && !inDanger(known)

/** What is still missing is no answer to how much has come. */
const sum = () =>
  money((said) => {
    const read = oneSum(said)
    return read && read.is !== 'missing' ? { yuan: read.fen / 100, approx: read.approx } : null
  })

const because = ({ theirs, own }: Accounts) =>
  unkept(own)
    ? unkept(theirs)
      ? oneOrWords(['theywont', 'wont', 'nomoney', 'early', 'waits', 'other'], { max: 500 })
      : oneOrWords(['wont', 'nomoney', 'early', 'waits', 'other'], { max: 500 })
    : oneOrWords(['theywont', 'nomoney', 'early', 'waits', 'other'], { max: 500 })

/**
 * 回访: one side is asked, alone, how it stands (domain 10.2, R00-R11). Everything may be left open, a tap answers, and
 * whatever is said in between is kept in the speaker's own words. Where several people use the chat, whoever answers is asked
 * first whether it is them: nobody else hears a word of the matter. Who has no time goes, and is asked the rest another day.
 */
export const revisit = flow<RevisitGiven>('revisit', {
  version: 3,
  idle: { nudge: DAY, expire: 7 * DAY, resume: 7 * DAY },
  most: 10,
  // Where something is left undone, what would help weighs more than a score.
  reserve: ['safe', 'help'],
  aside: 'words',
  volunteered,
  prefilled: saidBefore,
  quietly: (known) => known.begin === 'now' && QUESTIONS.some((name) => known[name] !== undefined),
  upgrades: {
    2: (answers) =>
      typeof answers.reason === 'string'
        ? { ...answers, reason: { choice: null, words: answers.reason } }
        : answers,
  },
})
  .askIf(({ given }) => given.shared === true, 'speaker', oneOf(['self', 'other']))
  .askIf(self, 'begin', oneOf(['now', 'later', 'call', 'no']))
  .keep('busy', oneOf(['yes']))
  .offerIf(owed, 'theirs', oneOf(['all', 'part', 'none', 'notyet']), free)
  .offerIf(owes, 'own', oneOf(['all', 'part', 'none', 'notyet']), free)
  .offerIf(undone, 'reason', (known) => unlessBusy(because(known)), free)
  .offerIf(sumCame, 'received', sum(), (known) => free(known) && known.theirs === 'part')
  .offerIf(sumPaid, 'paid', sum(), (known) => free(known) && known.own === 'part')
  .offerIf(now, 'trouble', oneOf(['none', 'quarrel', 'blows', 'threat']), free)
  .offerIf(now, 'relation', oneOf(['greet', 'silent', 'avoid', 'angry']), calm)
  .offerIf(now, 'fair', oneOf(['fair', 'acceptable', 'notquite', 'unfair']), calm)
  .offerIf(now, 'freely', oneOf(['yes', 'reluctant', 'pressed']), calm)
  .offerIf(now, 'safe', oneOf(['safe', 'abit', 'very']), free)
  .offerIf(now, 'score', oneOf(['1', '2', '3', '4', '5']), calm)
  .offerIf(now, 'help', unlessBusy(text({ max: 500 })), calm)
  .keep('words', story({ max: 3000 }))
  .remark('danger', inDanger)
  .direct()
  .done<{ number: string } | Refused>((known): RecordRevisit | PutOffRevisit => {
    const { given, speaker, begin, signals, words } = known
    const { revisit: round, side } = given
    const files = words && words.files.length > 0 ? { files: words.files } : {}
    const which = { revisit: round, side }
    if (speaker === 'other') return { do: 'putOffRevisit', with: { ...which, wish: 'other' } }
    if (begin === 'later' || begin === 'call') return { do: 'putOffRevisit', with: { ...which, wish: begin } }
    if (goesOnLater(known))
      return { do: 'putOffRevisit', with: { ...which, wish: 'later', said: saidSoFar(known), ...files } }
    const nothing = begin === 'no' && !words?.text
    return {
      do: 'recordRevisit',
      with: {
        ...which,
        mode: 'chat',
        outcome: begin === 'no' ? 'declined' : 'answered',
        answers: nothing ? null : answersOf(known),
        danger: signals.codes,
        ...files,
      },
    }
  })
