// Rounds of revisits one after another, and what each must come to: worked out by hand from domain 6.2 to 6.4, in the comments.
import type { Attempt } from '../../flows/casework/attempts.ts'
import type { RevisitAnswers, Round, RoundGiven, Side } from '../../flows/casework/round.ts'
import { defaultRulebook, type Rulebook } from '../../flows/casework/rulebook.ts'
import type { OutcomeCode, Verdict } from '../../flows/casework/tables/outcome.ts'
import type { SurfaceCode } from '../../flows/casework/tables/surface.ts'
import { duty } from './duty.ts'
import { declined, said, silent } from './rounds.ts'
import { when } from './when.ts'

export type Expected = {
  verdict: Verdict
  who: ('A' | 'B')[]
  /** All outcomes, gravest first. */
  codes: OutcomeCode[]
  score: number
  /** `SR4 A+B`: the signal, and who showed it. */
  reasons: string[]
  /** Of each outcome, in their order. */
  so: string[]
  /** Duties that are done by the word of whom they are owed to. */
  confirms?: number[]
  /** Who counts as visited; both unless said. */
  visited?: ('A' | 'B')[]
}

export type Step = {
  given: Partial<Omit<RoundGiven, 'round' | 'previous'>> & { round: Round }
  /** The same round judged again, now that more is known of it. */
  again?: true
  /** The case was opened again and settled anew since: what was heard before counts no more. */
  anew?: true
  expected: Expected
}

/** `level` and `category` are those of the case at its first round; a step may say that they have changed. */
export type Sequence = {
  name: string
  level: RoundGiven['level']
  category: RoundGiven['category']
  rulebook?: Rulebook
  rounds: Step[]
}

type Said = Partial<RevisitAnswers>
const unasked: Side = { kind: 'unasked' }
const sideOf = (side: Side | Said): Side => ('kind' in side ? side : said(side))
const both = (A: Side | Said, B: Side | Said, third: Round['third'] = null): Round => ({
  A: sideOf(A),
  B: sideOf(B),
  third,
})
const tense = (...heard: SurfaceCode[]) => ({ tense: true, heard })

const first = when('2026-12-02 10:00')
const step = (
  round: Round,
  expected: Expected,
  more: Omit<Step, 'given' | 'expected'> & { given?: Omit<Step['given'], 'round'> } = {},
): Step => {
  const { given, ...rest } = more
  return { ...rest, given: { ...given, round }, expected }
}
const last = { given: { last: true } }

/** Nothing found: R-OK, no points. */
const kept = (so: string, more: Partial<Expected> = {}): Expected => ({
  verdict: 'kept',
  who: [],
  codes: ['R-OK'],
  score: 0,
  reasons: [],
  so: [so],
  ...more,
})
const found = (
  verdict: Verdict,
  who: ('A' | 'B')[],
  codes: OutcomeCode[],
  [score, reasons]: [number, string[]],
  so: string[],
  more: Partial<Expected> = {},
): Expected => ({ verdict, who, codes, score, reasons, so, ...more })
const NONE: [number, string[]] = [0, []]

/** Points that a station has changed, to stand right beside the edges of the bands. */
const points = (changed: Partial<Record<SurfaceCode, number>>): Rulebook => ({
  ...defaultRulebook,
  surface: { ...defaultRulebook.surface, points: { ...defaultRulebook.surface.points, ...changed } },
})

const tried = (...tries: [string, Attempt['mode']][]): Attempt[] =>
  tries.map(([at, mode]) => ({ at: when(at), mode }))

/** A wall of 20 December, a payment of 2,400 yuan of the 15th, a promise that binds without an end. */
const wall = duty({ kind: 'removal', amountFen: null, what: '拆墙', dueAt: when('2026-12-20 23:59') })
const fee = duty({ amountFen: 240_000, what: '医药费', dueAt: when('2026-12-15 23:59') })
const slowly = duty({ amountFen: 240_000, what: '慢慢还', dueAt: null })
const quiet = duty({ kind: 'stop', amountFen: null, what: '22:30后不放音响', dueAt: null })
/** S02: two instalments of 66,000 yuan, the first confirmed by the workers. */
const instalments = [
  duty({
    no: 1,
    dueAt: when('2026-12-31 23:59'),
    performed: [
      {
        no: 1,
        at: when('2026-12-31'),
        fen: 6_600_000,
        whole: true,
        proofs: ['transfer'],
        confirmedBy: ['creditor'],
      },
    ],
  }),
  duty({ no: 2, dueAt: when('2027-01-15 23:59') }),
]

export const SEQUENCES: Sequence[] = [
  {
    name: '1 both content, three times, then closing',
    level: 'YELLOW',
    category: 'NB-WL',
    rounds: [
      step(both({}, {}), kept('next-round')),
      step(both({ score: 3 }, { score: 4 }), kept('next-round')), // content is 3 and more
      step(both({}, {}), kept('closable'), last),
    ],
  },
  {
    name: '2 not content once: it counts for two rounds, not for three',
    level: 'YELLOW',
    category: 'NB-WL',
    rounds: [
      // SR2 20 by A. 10-29 is R-WATCH: one more round in 7 days; YELLOW is called.
      step(both({ score: 2 }, {}), found('kept', [], ['R-WATCH'], [20, ['SR2 A']], ['extra-round 7 call'])),
      // SR2 20 of the round before.
      step(both({}, {}), found('kept', [], ['R-WATCH'], [20, ['SR2 A']], ['extra-round 7 call'])),
      // Two rounds back counts no more: 0.
      step(both({}, {}), kept('next-round')),
    ],
  },
  {
    name: '3 they avoid each other: 10 is the first point of watching',
    level: 'BLUE',
    category: 'NB-WL',
    rounds: [
      // SR5 10 by B. BLUE is asked in chat.
      step(
        both({}, { relation: 'avoid' }),
        found('kept', [], ['R-WATCH'], [10, ['SR5 B']], ['extra-round 7 chat']),
        last,
      ),
    ],
  },
  {
    name: '4 nine points are none',
    level: 'BLUE',
    category: 'NB-WL',
    rulebook: points({ SR5: 9 }),
    // SR5 9 by A and B together, counted once: 9 < 10.
    rounds: [
      step(both({ relation: 'silent' }, { relation: 'avoid' }), {
        ...kept('next-round'),
        score: 9,
        reasons: ['SR5 A+B'],
      }),
    ],
  },
  {
    name: '5 twenty-nine points are watched',
    level: 'YELLOW',
    category: 'NB-WL',
    rulebook: points({ SR2: 19 }),
    // SR2 19 + SR5 10 = 29.
    rounds: [
      step(
        both({ score: 1, relation: 'avoid' }, {}),
        found('kept', [], ['R-WATCH'], [29, ['SR2 A', 'SR5 A']], ['extra-round 7 call']),
      ),
    ],
  },
  {
    name: '6 thirty points are a peace on the surface',
    level: 'YELLOW',
    category: 'NB-WL',
    // SR2 20 + SR5 10 = 30: a visit in 3 days with a cadre or elder.
    rounds: [
      step(
        both({ score: 1 }, { relation: 'silent' }),
        found('kept', [], ['R-SURFACE'], [30, ['SR2 A', 'SR5 B']], ['visit 3 cadre-or-elder']),
      ),
    ],
  },
  {
    name: '7 fifty-nine points are still visited',
    level: 'YELLOW',
    category: 'NB-WL',
    rulebook: points({ SR7: 19 }),
    // SR2 20 + SR4 20 + SR7 19 = 59.
    rounds: [
      step(
        both({ score: 2, heard: ['SR4'] }, { heard: ['SR7'] }),
        found('kept', [], ['R-SURFACE'], [59, ['SR2 A', 'SR4 A', 'SR7 B']], ['visit 3 cadre-or-elder']),
      ),
    ],
  },
  {
    name: '8 sixty points open the case again, one level up',
    level: 'YELLOW',
    category: 'NB-WL',
    // SR2 20 + SR4 20 + SR7 20 = 60. YELLOW + 1 = ORANGE. Afterwards nothing of it counts.
    rounds: [
      step(
        both({ score: 2, heard: ['SR4'] }, { heard: ['SR7'] }),
        found('kept', [], ['R-SURFACE'], [60, ['SR2 A', 'SR4 A', 'SR7 B']], ['reopened ORANGE']),
      ),
      step(both({}, {}), kept('next-round'), { anew: true, given: { level: 'ORANGE' } }),
    ],
  },
  {
    name: '9 S06: a guesthouse at night, and what the grid worker tells',
    level: 'BLUE',
    category: 'NB-NO',
    rounds: [
      // SR2 20 by B (1 of 5, all done) + SR4 20 by B (看派出所面子，算了) = 40.
      step(
        both({ score: 4 }, { score: 1, relation: null, heard: ['SR4'] }),
        found('kept', [], ['R-SURFACE'], [40, ['SR2 B', 'SR4 B']], ['visit 3 cadre-or-elder']),
      ),
      // The two of before + SR6 25 (still tense) + SR7 20 (rubbish at the gate) = 85. BLUE + 1 = YELLOW.
      step(
        both({ score: 4 }, { score: 3 }, tense('SR5', 'SR7')),
        found(
          'kept',
          [],
          ['R-SURFACE'],
          [85, ['SR2 B', 'SR4 B', 'SR6 third', 'SR7 third']],
          ['reopened YELLOW'],
        ),
      ),
    ],
  },
  {
    name: '10 S04: "next year", and nothing more until the season was over',
    level: 'ORANGE',
    category: 'LF-CC',
    rounds: [
      step(both({ score: 4 }, { fairness: 'acceptable', score: 3 }), kept('next-round')),
      // SR2 20 (2 of 5) + SR4 20 (等明年再说) = 40.
      step(
        both({ score: 4 }, { fairness: 'acceptable', score: 2, heard: ['SR4'] }),
        found('kept', [], ['R-SURFACE'], [40, ['SR2 B', 'SR4 B']], ['visit 3 cadre-or-elder']),
      ),
      // The same 40 of the round before: it is gone to once more.
      step(
        both({ score: 4 }, { score: 4 }),
        found('kept', [], ['R-SURFACE'], [40, ['SR2 B', 'SR4 B']], ['visit 3 cadre-or-elder']),
      ),
      step(both({ score: 4 }, { score: 4 }), kept('closable'), last),
    ],
  },
  {
    name: '11 two rounds add up to sixty',
    level: 'ORANGE',
    category: 'NB-WL',
    rounds: [
      // SR2 20 + SR4 20 = 40.
      step(
        both({}, { score: 1, heard: ['SR4'] }),
        found('kept', [], ['R-SURFACE'], [40, ['SR2 B', 'SR4 B']], ['visit 3 cadre-or-elder']),
      ),
      // 40 + SR5 10 + SR7 20 = 70; SR4 again, by A too, counts once. ORANGE + 1 = RED.
      step(
        both({ relation: 'avoid', heard: ['SR4', 'SR7'] }, {}),
        found('kept', [], ['R-SURFACE'], [70, ['SR2 B', 'SR4 A+B', 'SR5 A', 'SR7 A']], ['reopened RED']),
      ),
    ],
  },
  {
    name: '12 bullying: nobody but an officer goes there',
    level: 'ORANGE',
    category: 'SC-BU',
    // SR2 20 + SR4 20 = 40.
    rounds: [
      step(
        both({ score: 2, heard: ['SR4'] }, {}),
        found('kept', [], ['R-SURFACE'], [40, ['SR2 A', 'SR4 A']], ['visit 3 officer']),
      ),
    ],
  },
  {
    name: '13 one says done, the other not',
    level: 'YELLOW',
    category: 'NB-WL',
    rounds: [
      // SR1 30. What is disputed is nobody's fault yet.
      step(
        both({ other: 'none' }, { own: 'all' }),
        found('accounts-differ', ['A', 'B'], ['R-SURFACE'], [30, ['SR1 A+B']], ['visit 3 cadre-or-elder']),
      ),
      // Both say done now; the 30 of before still count.
      step(both({}, {}), found('kept', [], ['R-SURFACE'], [30, ['SR1 A+B']], ['visit 3 cadre-or-elder'])),
      step(both({}, {}), kept('next-round')),
    ],
  },
  {
    name: '14 two thousand paid, one thousand arrived',
    level: 'YELLOW',
    category: 'NB-WL',
    // "A part" on both sides, and the sums contradict each other: SR1 30.
    rounds: [
      step(
        both({ other: 'part', receivedFen: 100_000 }, { own: 'part', paidFen: 200_000 }),
        found('accounts-differ', ['A', 'B'], ['R-SURFACE'], [30, ['SR1 A+B']], ['visit 3 cadre-or-elder']),
        { given: { duties: [fee], now: when('2026-12-10 10:00') } },
      ),
    ],
  },
  {
    name: '15 done and not liked, or not done and therefore not liked',
    level: 'YELLOW',
    category: 'NB-WL',
    rounds: [
      // Before the day nobody calls it performed: no SR2. Content is 3 at least, so it is not R-OK either: watched.
      step(
        both({ other: 'not-due', score: 1 }, { own: 'not-due' }),
        found('kept', [], ['R-WATCH'], NONE, ['extra-round 7 call']),
        { given: { duties: [wall] } },
      ),
      // Its day is over and it is not done: no SR2, and in breach.
      step(
        both({ other: 'none', score: 1 }, { own: 'none' }),
        found('one-side-not-keeping', ['B'], ['R-OVERDUE', 'R-WATCH'], NONE, [
          'breached',
          'extra-round 7 call',
        ]),
        { given: { duties: [wall], now: when('2026-12-21 10:00') } },
      ),
      // Done, and still not liked: SR2 20.
      step(
        both({ score: 1 }, {}),
        found('kept', [], ['R-WATCH'], [20, ['SR2 A']], ['extra-round 7 call'], { confirms: [1] }),
        { given: { duties: [wall], now: when('2026-12-28 10:00') } },
      ),
    ],
  },
  {
    name: '16 one character, twice running',
    level: 'YELLOW',
    category: 'NB-WL',
    rounds: [
      step(both({}, { terse: true }), kept('next-round')),
      // SR3 10.
      step(
        both({}, { terse: true }),
        found('kept', [], ['R-WATCH'], [10, ['SR3 B']], ['extra-round 7 call']),
      ),
      // Not twice running any more.
      step(both({}, {}), kept('next-round')),
      // Each side once is not one side twice.
      step(both({ terse: true }, { terse: true }), kept('closable'), last),
    ],
  },
  {
    name: '17 one character, and then nobody there',
    level: 'YELLOW',
    category: 'NB-WL',
    rounds: [
      step(both({ terse: true }, {}), kept('next-round')),
      // SR3 10: 只回一个字或不回. Not there: one try so far.
      step(
        both(silent, {}),
        found(
          'one-side-silent',
          ['A'],
          ['R-WATCH', 'R-UNREACH'],
          [10, ['SR3 A']],
          ['extra-round 7 call', 'ask-again A'],
          { visited: ['B'] },
        ),
        { given: { attempts: { A: tried(['2026-12-01', 'call']) } } },
      ),
    ],
  },
  {
    name: '18 "never mind" is weighed, not feared',
    level: 'BLUE',
    category: 'NB-WL',
    // SR4 20. 走着瞧 is a vague threat (A10) too, and SR4 names it.
    rounds: [
      step(
        both({ heard: ['SR4'], danger: ['A10'] }, {}),
        found('kept', [], ['R-WATCH'], [20, ['SR4 A']], ['extra-round 7 chat']),
      ),
    ],
  },
  {
    name: '19 a third party finds them still tense',
    level: 'ORANGE',
    category: 'NB-WL',
    rounds: [
      // SR6 25. Officers do not ask in chat from YELLOW on.
      step(
        both({}, {}, tense()),
        found('kept', [], ['R-WATCH'], [25, ['SR6 third']], ['extra-round 7 call']),
      ),
      // SR6 25 of before; "not tense" now takes nothing back.
      step(
        both({}, {}, { tense: false, heard: [] }),
        found('kept', [], ['R-WATCH'], [25, ['SR6 third']], ['extra-round 7 call']),
      ),
    ],
  },
  {
    name: '20 new small frictions, told by both and by a third',
    level: 'YELLOW',
    category: 'LF-GR',
    // SR6 25 + SR7 20, once = 45.
    rounds: [
      step(
        both({ heard: ['SR7'] }, { heard: ['SR7'] }, tense('SR7')),
        found('kept', [], ['R-SURFACE'], [45, ['SR6 third', 'SR7 A+B+third']], ['visit 3 cadre-or-elder']),
      ),
    ],
  },
  {
    name: '21 unfair: another mediator looks at the consent, and somebody goes there',
    level: 'YELLOW',
    category: 'NB-WL',
    rounds: [
      // SR8 30, +R-UNFAIR.
      step(
        both({}, { fairness: 'unfair' }),
        found(
          'kept',
          [],
          ['R-UNFAIR', 'R-SURFACE'],
          [30, ['SR8 B']],
          ['voluntariness-review', 'visit 3 cadre-or-elder'],
        ),
      ),
      // Said in the round before: the points stay, the review was asked for already.
      step(both({}, {}), found('kept', [], ['R-SURFACE'], [30, ['SR8 B']], ['visit 3 cadre-or-elder'])),
    ],
  },
  {
    name: '22 pressed to sign',
    level: 'YELLOW',
    category: 'LB-WG',
    // SR8 30 + SR2 20 = 50.
    rounds: [
      step(
        both({ freeWill: 'pressed', score: 2 }, {}),
        found(
          'kept',
          [],
          ['R-UNFAIR', 'R-SURFACE'],
          [50, ['SR2 A', 'SR8 A']],
          ['voluntariness-review', 'visit 3 cadre-or-elder'],
        ),
        last,
      ),
    ],
  },
  {
    name: '23 not quite fair and a little reluctant are neither unfair nor pressed',
    level: 'YELLOW',
    category: 'NB-WL',
    rounds: [step(both({ fairness: 'not-quite' }, { freeWill: 'reluctant', score: 3 }), kept('next-round'))],
  },
  {
    name: '24 a little afraid',
    level: 'BLUE',
    category: 'NB-WL',
    rounds: [
      // SR9 40, +R-NEWRISK: opened again at ORANGE at least.
      step(
        both({ safety: 'afraid' }, {}),
        found(
          'danger',
          ['A'],
          ['R-NEWRISK', 'R-SURFACE'],
          [40, ['SR9 A']],
          ['reopened ORANGE', 'visit 3 cadre-or-elder'],
        ),
      ),
      step(both({}, {}), kept('next-round'), { anew: true, given: { level: 'ORANGE' } }),
    ],
  },
  {
    name: '25 very afraid where it is ORANGE already; the other side was not asked yet',
    level: 'ORANGE',
    category: 'NB-WL',
    // SR9 40. At least one level up: RED. Who was not asked has declined nothing.
    rounds: [
      step(
        both({ safety: 'very-afraid', score: null }, unasked),
        found(
          'danger',
          ['A'],
          ['R-NEWRISK', 'R-SURFACE'],
          [40, ['SR9 A']],
          ['reopened RED', 'visit 3 cadre-or-elder'],
          { visited: ['A'] },
        ),
      ),
    ],
  },
  {
    name: '26 threatened, and not afraid',
    level: 'YELLOW',
    category: 'NB-WL',
    // R04 = 4; no signal has points for it.
    rounds: [
      step(both({}, { trouble: 'threat' }), found('danger', ['B'], ['R-NEWRISK'], NONE, ['reopened ORANGE'])),
    ],
  },
  {
    name: '27 S01: blows where there was violence at home',
    level: 'RED',
    category: 'MF-DV',
    rounds: [
      step(both({ score: null }, { score: null }), kept('next-round')),
      // R04 = 3, R08 = 3: SR9 40. An emergency at once; in these cases an officer goes alone.
      step(
        both({ trouble: 'blows', safety: 'very-afraid', score: null }, { score: null }),
        found('danger', ['A'], ['R-NEWRISK', 'R-SURFACE'], [40, ['SR9 A']], ['emergency', 'visit 3 officer']),
      ),
    ],
  },
  {
    name: '28 blows among neighbours: graver, not yet an emergency',
    level: 'YELLOW',
    category: 'NB-WL',
    rounds: [
      step(
        both({ trouble: 'blows' }, { trouble: 'quarrel' }),
        // 动手 by A is R-NEWRISK, 吵过 by B is R-RECUR; each opens it again, YELLOW + 1 = ORANGE.
        found('danger', ['A'], ['R-NEWRISK', 'R-RECUR'], NONE, ['reopened ORANGE', 'reopened ORANGE']),
      ),
    ],
  },
  {
    name: '29 a knife in somebody’s own words',
    level: 'BLUE',
    category: 'NB-WL',
    // A02 is a hard trigger.
    rounds: [step(both({}, { danger: ['A02'] }), found('danger', ['B'], ['R-NEWRISK'], NONE, ['emergency']))],
  },
  {
    name: '30 a knife that the grid worker has seen',
    level: 'YELLOW',
    category: 'NB-WL',
    // SR6 25. It is about nobody who was asked.
    rounds: [
      step(
        both({}, {}, { ...tense(), danger: ['A02'] }),
        found(
          'danger',
          [],
          ['R-NEWRISK', 'R-WATCH'],
          [25, ['SR6 third']],
          ['emergency', 'extra-round 7 call'],
        ),
      ),
    ],
  },
  {
    name: '31 quarrelled again, and again',
    level: 'BLUE',
    category: 'NB-WL',
    rounds: [
      step(both({ trouble: 'quarrel' }, {}), found('kept', [], ['R-RECUR'], NONE, ['reopened YELLOW'])),
      step(both({}, { trouble: 'quarrel' }), found('kept', [], ['R-RECUR'], NONE, ['reopened ORANGE']), {
        anew: true,
        given: { level: 'YELLOW' },
      }),
      step(both({ trouble: 'quarrel' }, {}), found('kept', [], ['R-RECUR'], NONE, ['reopened RED']), {
        anew: true,
        given: { level: 'ORANGE' },
      }),
      // RED is the highest.
      step(both({}, { danger: ['A13'] }), found('kept', [], ['R-RECUR'], NONE, ['reopened RED']), {
        anew: true,
        given: { level: 'RED' },
      }),
    ],
  },
  {
    name: '32 somebody vents online',
    level: 'YELLOW',
    category: 'NB-WL',
    // SR10 15; SR10 15 + SR5 10 of this round + the round before, once each = 25.
    rounds: [
      step(
        both({ danger: ['E04'] }, {}),
        found('kept', [], ['R-WATCH'], [15, ['SR10 A']], ['extra-round 7 call']),
      ),
      step(
        both({ relation: 'silent' }, { heard: ['SR10'] }),
        found('kept', [], ['R-WATCH'], [25, ['SR5 A', 'SR10 A+B']], ['extra-round 7 call']),
      ),
    ],
  },
  {
    name: '33 a part is paid, with a plan for the rest, and then the rest',
    level: 'YELLOW',
    category: 'NB-WL',
    rounds: [
      // No day is over, it binds already, and there is a plan: R-PARTIAL. 1,000 of 2,400 yuan: 1,400 remain.
      step(
        both({ other: 'part', receivedFen: 100_000 }, { own: 'part', paidFen: 100_000, reasons: ['plan'] }),
        found('one-side-not-keeping', ['B'], ['R-PARTIAL'], NONE, ['supplement B 100000+140000']),
        { given: { duties: [slowly] } },
      ),
      step(both({}, {}), kept('next-round'), { given: { duties: [slowly] } }),
    ],
  },
  {
    name: '34 begun before its day is under way; on its day it is late',
    level: 'YELLOW',
    category: 'NB-WL',
    rounds: [
      // S03: "he has begun", "at it, slowly in the cold".
      step(both({ other: 'part' }, { own: 'part', reasons: ['plan'] }), kept('next-round'), {
        given: { duties: [wall] },
      }),
      // 到期未履行: the plan comes too late for R-PARTIAL.
      step(
        both({ other: 'part' }, { own: 'part', reasons: ['plan'] }),
        found('one-side-not-keeping', ['B'], ['R-OVERDUE'], NONE, ['breached']),
        { given: { duties: [wall], now: when('2026-12-21 10:00') } },
      ),
      // The creditor calls it done, and that is what counts.
      step(both({}, {}), kept('closable', { confirms: [1] }), {
        given: { duties: [wall], now: when('2026-12-24 10:00'), last: true },
      }),
    ],
  },
  {
    name: '35 S02: the second of two payments does not come, and then it does',
    level: 'RED',
    category: 'LB-WG',
    rounds: [
      step(both({ other: 'not-due', own: null }, { other: null, own: 'not-due' }), kept('next-round'), {
        given: { duties: instalments, now: when('2027-01-01 10:00') },
      }),
      // Due on the 15th, not here on the 16th.
      step(
        both({ other: 'part', own: null }, { other: null, own: 'part', reasons: ['no-money', 'plan'] }),
        found('one-side-not-keeping', ['B'], ['R-OVERDUE'], NONE, ['breached']),
        { given: { duties: instalments, now: when('2027-01-16 10:00') } },
      ),
      step(both({ own: null }, { other: null }), kept('next-round', { confirms: [2] }), {
        given: { duties: instalments, now: when('2027-01-22 10:00') },
      }),
    ],
  },
  {
    name: '36 nobody says anything of it, and the books know that its day is over',
    level: 'YELLOW',
    category: 'NB-WL',
    rounds: [
      step(
        both({ other: null, own: null }, { other: null, own: null }),
        found('one-side-not-keeping', ['B'], ['R-OVERDUE'], NONE, ['breached']),
        { given: { duties: [fee], now: when('2026-12-16 10:00') } },
      ),
    ],
  },
  {
    name: '37 refuses before its day, and after it',
    level: 'YELLOW',
    category: 'NB-WL',
    rounds: [
      step(
        both({ other: 'none' }, { own: 'none', reasons: ['refuses'] }),
        found('one-side-not-keeping', ['B'], ['R-REFUSE'], NONE, ['breached, remedies']),
        { given: { duties: [wall] } },
      ),
      // B refuses the wall; A owes the fee, and its day is over. Each duty is judged by itself, the refusal is graver.
      step(
        both({ other: 'none', own: 'none' }, { own: 'none', other: 'none', reasons: ['refuses'] }),
        found('one-side-not-keeping', ['A', 'B'], ['R-REFUSE', 'R-OVERDUE'], NONE, [
          'breached, remedies',
          'breached',
        ]),
        {
          given: {
            duties: [wall, { ...fee, no: 2, debtor: 'A', creditor: 'B' }],
            now: when('2026-12-18 10:00'),
          },
        },
      ),
    ],
  },
  {
    name: '38 a promise without an end is broken any day',
    level: 'BLUE',
    category: 'NB-NO',
    rounds: [
      step(both({ own: null }, { other: null }), kept('next-round'), { given: { duties: [quiet] } }),
      step(
        both({ other: 'none', own: null }, { other: null, own: 'none' }),
        found('one-side-not-keeping', ['B'], ['R-OVERDUE'], NONE, ['breached']),
        { given: { duties: [quiet] } },
      ),
    ],
  },
  {
    name: '39 not reached: three tries by two means on three days, a visit, and only then not visited',
    level: 'YELLOW',
    category: 'NB-WL',
    rounds: [
      { tries: tried(['2026-11-28', 'chat']), so: 'ask-again B' },
      // One means only.
      {
        tries: tried(['2026-11-28', 'call'], ['2026-11-29', 'call'], ['2026-11-30', 'call']),
        so: 'ask-again B',
      },
      // Two days only.
      {
        tries: tried(
          ['2026-11-28 10:00', 'chat'],
          ['2026-11-29 10:00', 'call'],
          ['2026-11-29 18:00', 'call'],
        ),
        so: 'ask-again B',
      },
      {
        tries: tried(['2026-11-28', 'chat'], ['2026-11-29', 'call'], ['2026-11-30', 'call']),
        so: 'visit 3 officer',
      },
      // A visit among the first three is one of them; the visit comes after.
      {
        tries: tried(['2026-11-28', 'visit'], ['2026-11-29', 'call'], ['2026-11-30', 'call']),
        so: 'visit 3 officer',
      },
      {
        tries: tried(
          ['2026-11-28', 'chat'],
          ['2026-11-29', 'call'],
          ['2026-11-30', 'call'],
          ['2026-12-01', 'visit'],
        ),
        so: 'next-round',
      },
    ].map(({ tries, so }, n) =>
      step(both({}, silent), found('one-side-silent', ['B'], ['R-UNREACH'], NONE, [so], { visited: ['A'] }), {
        ...(n > 0 ? { again: true as const } : {}),
        given: { attempts: { B: tries } },
      }),
    ),
  },
  {
    name: '40 neither side reached in the last round of a RED case: the village is asked',
    level: 'RED',
    category: 'NB-WL',
    rounds: [
      step(
        both(silent, silent),
        found('one-side-silent', ['A', 'B'], ['R-UNREACH'], NONE, ['third-party-check'], { visited: [] }),
        {
          given: {
            last: true,
            attempts: {
              A: tried(
                ['2026-11-28', 'chat'],
                ['2026-11-29', 'call'],
                ['2026-11-30', 'call'],
                ['2026-12-01', 'visit'],
              ),
              B: tried(
                ['2026-11-28', 'call'],
                ['2026-11-29', 'visit'],
                ['2026-11-30', 'call'],
                ['2026-12-01', 'visit'],
              ),
            },
          },
        },
      ),
    ],
  },
  {
    name: '41 wants no revisits, which is allowed',
    level: 'YELLOW',
    category: 'NB-WL',
    rounds: [
      // Freedom (6.2): below ORANGE it simply goes on; a no is no silence, so SR3 does not come of it.
      step(
        both({}, declined),
        found('one-side-silent', ['B'], ['R-DECLINE'], NONE, ['next-round'], { visited: ['A'] }),
      ),
      step(
        both({}, declined),
        found('one-side-silent', ['B'], ['R-DECLINE'], NONE, ['closable'], { visited: ['A'] }),
        last,
      ),
    ],
  },
  {
    name: '42 wants no revisits where it is ORANGE: a cadre is asked, and tells of tension',
    level: 'ORANGE',
    category: 'NB-WL',
    rounds: [
      step(
        both(declined, {}),
        found('one-side-silent', ['A'], ['R-DECLINE'], NONE, ['third-party-check'], { visited: ['B'] }),
      ),
      // SR6 25.
      step(
        both(declined, {}, tense()),
        found(
          'one-side-silent',
          ['A'],
          ['R-WATCH', 'R-DECLINE'],
          [25, ['SR6 third']],
          // The cadre has been asked: it goes on.
          ['extra-round 7 call', 'next-round'],
          { visited: ['B'] },
        ),
        { again: true },
      ),
    ],
  },
  {
    name: '43 the debtor says done, the creditor is not there',
    level: 'YELLOW',
    category: 'NB-WL',
    // Nobody contradicts it and nobody confirms it: the word of who owes changes nothing.
    rounds: [
      step(
        both(silent, { other: null }),
        found('one-side-silent', ['A'], ['R-UNREACH'], NONE, ['ask-again A'], { visited: ['B'] }),
        {
          given: {
            duties: [fee],
            now: when('2026-12-16 10:00'),
            attempts: { A: tried(['2026-12-16 09:00', 'call']) },
          },
        },
      ),
    ],
  },
  {
    name: '44 everything at once, in the order of gravity',
    level: 'YELLOW',
    category: 'NB-WL',
    // SR4 20 + SR5 10 + SR8 30 = 60: opened again, as the quarrel does. The wall is late, and the signing was pressed.
    rounds: [
      step(
        both(
          { other: 'none', trouble: 'quarrel', relation: 'avoid', heard: ['SR4'], score: 1 },
          { own: 'none', freeWill: 'pressed', score: 1 },
        ),
        found(
          'one-side-not-keeping',
          ['B'],
          ['R-RECUR', 'R-OVERDUE', 'R-UNFAIR', 'R-SURFACE'],
          [60, ['SR4 A', 'SR5 A', 'SR8 B']],
          ['reopened ORANGE', 'breached', 'voluntariness-review', 'reopened ORANGE'],
        ),
        { given: { duties: [wall], now: when('2026-12-21 10:00') } },
      ),
    ],
  },
  {
    name: '45 S08: the money came, and the child is still afraid',
    level: 'ORANGE',
    category: 'SC-BU',
    rounds: [
      // SR9 40: +R-NEWRISK. ORANGE + 1 = RED. An officer goes, not a cadre.
      step(
        both({ heard: ['SR9'] }, {}),
        found(
          'danger',
          ['A'],
          ['R-NEWRISK', 'R-SURFACE'],
          [40, ['SR9 A']],
          ['reopened RED', 'visit 3 officer'],
        ),
      ),
      // The second time, after it was opened again: 没有再发生.
      step(both({}, {}), kept('closable'), { anew: true, given: { level: 'RED', last: true } }),
    ],
  },
]

/** What a step is judged with, beyond what it says itself. */
export const givenOf = (sequence: Sequence, { given }: Step, previous: Round | null): RoundGiven => ({
  previous,
  duties: [],
  level: sequence.level,
  category: sequence.category,
  last: false,
  now: first,
  ...given,
})
