// What one side has said so far, as the books keep it, and what of it is asked again when they had to go in between.
import type { Answers } from '../core/conversation.ts'
import type { Json } from '../core/event.ts'
import type { Worded } from '../core/questions/one-or-words.ts'
import type { Story } from '../core/questions/story.ts'
import { isBusy } from './busy.ts'
import type { RevisitAnswers, RevisitGiven, Why } from './commands.ts'

/** The questions by their names, but for what is said beyond them. */
export const QUESTIONS = [
  'theirs',
  'own',
  'reason',
  'received',
  'paid',
  'trouble',
  'relation',
  'fair',
  'freely',
  'safe',
  'score',
  'help',
] as const
type Name = (typeof QUESTIONS)[number]

export type Told = { [N in Exclude<Name, 'reason' | 'score'>]?: RevisitAnswers[N] } & {
  given: RevisitGiven
  signals: { codes: string[] }
  begin?: string
  busy?: string
  reason?: Worded<Why> | null
  score?: string | null
  words?: Story
}

/** Blows, threats or fear: whoever says so is not asked about fairness any more. */
export const inDanger = ({ trouble, safe }: Pick<Told, 'trouble' | 'safe'>): boolean =>
  trouble === 'blows' || trouble === 'threat' || safe === 'very'

/**
 * Whether what was said will do, though they have to go. Danger and a new quarrel do not wait for the rest; and once it is
 * known that somebody is safe, a score and a wish are no reason to come back.
 */
export const isEnough = (told: Told): boolean =>
  inDanger(told) || told.trouble === 'quarrel' || told.signals.codes.length > 0 || told.safe !== undefined

/** They had to go, and are asked the rest another day. */
export const goesOnLater = (told: Told): boolean => told.busy !== undefined && !isEnough(told)

export function answersOf(told: Told): RevisitAnswers {
  const { theirs = null, own = null, received = null, paid = null, reason = null, trouble = null } = told
  const { relation = null, fair = null, freely = null, safe = null, score = null, help = null } = told
  return {
    theirs,
    own,
    received,
    paid,
    why: reason?.choice ?? null,
    reason: reason?.words ?? null,
    trouble,
    relation,
    fair,
    freely,
    safe,
    score: score === null ? null : Number(score),
    help,
    words: wordsOf(told),
  }
}

/** Words without those that only put the talk off. */
function wordsOf({ words, busy }: Told): string | null {
  if (!words) return null
  const lines = words.text.split('\n')
  return (busy === undefined ? words.text : lines.filter((one) => !isBusy(one)).join('\n')) || null
}

/** As `answersOf`, with what was left open on purpose; null where nothing was said yet. */
export function saidSoFar(told: Told): RevisitAnswers | null {
  const left = QUESTIONS.filter((name) => told[name] === null)
  const answers = answersOf(told)
  const any = QUESTIONS.some((name) => told[name] !== undefined) || answers.words !== null
  return any ? { ...answers, ...(left.length > 0 ? { left } : {}) } : null
}

/** What was answered before is answered. Words stay in the books: they are added to, not told again. */
export function saidBefore({ said }: RevisitGiven): Answers {
  if (!said) return {}
  const { why = null, reason, score, left = [] } = said
  const again: { [N in Name]: Json } = {
    ...pick(said),
    reason: why === null && reason === null ? null : { choice: why, words: why === null ? reason : null },
    score: score === null ? null : String(score),
  }
  return Object.fromEntries(
    QUESTIONS.filter((name) => again[name] !== null || left.includes(name)).map((name) => [
      name,
      again[name],
    ]),
  )
}

const pick = ({
  theirs,
  own,
  received,
  paid,
  trouble,
  relation,
  fair,
  freely,
  safe,
  help,
}: RevisitAnswers): { [N in Exclude<Name, 'reason' | 'score'>]: Json } => ({
  theirs,
  own,
  received,
  paid,
  trouble,
  relation,
  fair,
  freely,
  safe,
  help,
})
