// What one round of revisits comes to: both sides' answers, the duties and a third party's word become a judgement.
import { type Consequence, consequenceOf } from './consequence.ts'
import { type Half, type Keeping, keepingOf } from './keeping.ts'
import { anyone, isAlarm, isDanger } from './revisit-danger.ts'
import { answersOf, contradict, type RoundGiven, SIDES, type SideName } from './round.ts'
import { defaultRulebook, type Rulebook } from './rulebook.ts'
import { type Surface, surfaceOf } from './surface.ts'
import { OUTCOMES, type OutcomeCode, type Verdict } from './tables/outcome.ts'

export type Judgement = {
  verdict: Verdict
  /** Whom the verdict is about: in danger who is afraid, else who fails or is silent. Empty when it is kept. */
  who: SideName[]
  /** The gravest outcome. */
  code: OutcomeCode
  /** All of them, gravest first. */
  codes: OutcomeCode[]
  surface: Surface
  /** Of the gravest outcome. */
  consequence: Consequence
  consequences: Consequence[]
  /** Duties that the one they are owed to calls done: the books may mark them as confirmed. */
  confirms: number[]
  half: Half[]
  /** Who counts as visited: only who answered. */
  visited: Record<SideName, boolean>
  /** Who asked for help or sounds desperate. */
  help: SideName[]
}

/** Pure: the same round, duties and hour give the same judgement. */
export function judge(given: RoundGiven, rulebook: Rulebook = defaultRulebook): Judgement {
  const { round, previous } = given
  const surface = surfaceOf(round, previous, rulebook)
  const keeping = keepingOf(given)
  const at = {
    frightened: SIDES.filter((who) => isDanger(answersOf(round[who]))),
    alarm: isAlarm(round),
    surface,
    keeping,
  }
  const codes = OUTCOMES.map(({ code }) => code).filter((code) => FOUND[code](given, at))
  const half = keeping.flatMap((one) => (one.half ? [one.half] : []))
  const asked = { band: surface.band, half }
  const consequences = codes.map((code) => consequenceOf(code, given, asked, rulebook))
  return {
    ...verdictOf(given, at),
    code: codes[0]!,
    codes,
    surface,
    consequence: consequences[0]!,
    consequences,
    confirms: keeping.flatMap(({ confirms }) => confirms),
    half,
    visited: { A: round.A.kind === 'answered', B: round.B.kind === 'answered' },
    help: SIDES.filter((who) => {
      const { help, danger } = answersOf(round[who])
      return help || danger.includes('B06')
    }),
  }
}

/** `alarm` is a third party's word of danger. */
type Seen = { frightened: SideName[]; alarm: boolean; surface: Surface; keeping: Keeping[] }

/** When each outcome is true. R-OK is what remains. */
const FOUND: Record<OutcomeCode, (given: RoundGiven, seen: Seen) => boolean> = {
  'R-NEWRISK': (_, { frightened, alarm }) => alarm || frightened.length > 0,
  'R-RECUR': (given) =>
    anyone(given, ({ trouble, danger }) => trouble === 'quarrel' || danger.includes('A13')),
  'R-REFUSE': (_, { keeping }) => keeping.some(({ state }) => state === 'refuses'),
  'R-OVERDUE': (_, { keeping }) => keeping.some(({ state }) => state === 'late'),
  'R-UNFAIR': (given) =>
    anyone(
      given,
      ({ freeWill, fairness, heard }) =>
        freeWill === 'pressed' || fairness === 'unfair' || heard.includes('SR8'),
    ),
  'R-SURFACE': ({ round }, { surface }) =>
    surface.band === 'surface' ||
    surface.band === 'reopen' ||
    contradict(answersOf(round.A), answersOf(round.B)),
  'R-PARTIAL': (_, { keeping }) => keeping.some(({ state }) => state === 'partial'),
  'R-WATCH': (given, { surface }) =>
    surface.band === 'watch' ||
    (surface.band === 'none' && anyone(given, ({ score }) => score !== null && score <= 2)),
  'R-UNREACH': ({ round }) => SIDES.some((who) => round[who].kind === 'unavailable'),
  'R-DECLINE': ({ round }) => SIDES.some((who) => round[who].kind === 'declined'),
  'R-OK': (given, seen) => OUTCOMES.every(({ code }) => code === 'R-OK' || !FOUND[code](given, seen)),
}

function verdictOf(
  { round }: RoundGiven,
  { frightened, alarm, keeping }: Seen,
): { verdict: Verdict; who: SideName[] } {
  if (alarm || frightened.length > 0) return { verdict: 'danger', who: frightened }
  if (contradict(answersOf(round.A), answersOf(round.B)))
    return { verdict: 'accounts-differ', who: [...SIDES] }
  const failing = keeping.filter(
    ({ state }) => state === 'refuses' || state === 'late' || state === 'partial',
  )
  if (failing.length > 0) return { verdict: 'one-side-not-keeping', who: failing.map(({ debtor }) => debtor) }
  const silent = SIDES.filter((who) => round[who].kind !== 'answered')
  return silent.length > 0 ? { verdict: 'one-side-silent', who: silent } : { verdict: 'kept', who: [] }
}
