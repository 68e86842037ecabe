// The table of round sequences, held against the rules: verdict, outcomes, points, reasons and what follows from each.
import { describe, expect, test } from 'vitest'
import type { Consequence } from '../../flows/casework/consequence.ts'
import { type Judgement, judge } from '../../flows/casework/outcome.ts'
import { type Round, SIDES } from '../../flows/casework/round.ts'
import { defaultRulebook } from '../../flows/casework/rulebook.ts'
import { OUTCOMES, VERDICTS } from '../../flows/casework/tables/outcome.ts'
import { SURFACE_CODES } from '../../flows/casework/tables/surface.ts'
import { type Expected, givenOf, SEQUENCES } from './sequences.ts'

function inWords(consequence: Consequence): string {
  switch (consequence.kind) {
    case 'extra-round':
      return `extra-round ${consequence.days} ${consequence.mode}`
    case 'visit':
      return `visit ${consequence.days} ${consequence.with}`
    case 'breached':
      return consequence.remedies ? 'breached, remedies' : 'breached'
    case 'reopened':
      return `reopened ${consequence.level}`
    case 'ask-again':
      return `ask-again ${consequence.who.join('+')}`
    case 'supplement':
      return [
        'supplement',
        ...consequence.half.map(
          ({ debtor, paidFen, remainingFen }) => `${debtor} ${paidFen}+${remainingFen}`,
        ),
      ].join(' ')
    default:
      return consequence.kind
  }
}

const shown = ({ verdict, who, codes, surface, consequences, confirms, visited }: Judgement): Expected => ({
  verdict,
  who,
  codes,
  score: surface.score,
  reasons: surface.reasons.map(({ code, by }) => `${code} ${by.join('+')}`),
  so: consequences.map(inWords),
  confirms,
  visited: SIDES.filter((side) => visited[side]),
})

const WHOLE: Pick<Expected, 'confirms' | 'visited'> = { confirms: [], visited: ['A', 'B'] }

describe('the table of sequences', () => {
  test.each(SEQUENCES.map((one) => [one.name, one] as const))('%s', (_, sequence) => {
    const { rounds, rulebook = defaultRulebook } = sequence
    let before: Round | null = null
    let earlier: Round | null = null
    for (const [n, step] of rounds.entries()) {
      if (!step.again) earlier = before
      if (step.anew) earlier = null
      const judged = judge(givenOf(sequence, step, earlier), rulebook)
      expect(shown(judged), `round ${n + 1}`).toEqual({ ...WHOLE, ...step.expected })
      expect(judged.code).toBe(step.expected.codes[0])
      expect(judged.surface.reasons.reduce((sum, { points }) => sum + points, 0)).toBe(step.expected.score)
      before = step.given.round
    }
  })

  test('has forty and more, and comes to everything a round can come to', () => {
    expect(SEQUENCES.length).toBeGreaterThanOrEqual(40)
    const all = SEQUENCES.flatMap(({ rounds }) => rounds.map(({ expected }) => expected))
    expect(new Set(all.map(({ verdict }) => verdict))).toEqual(new Set(VERDICTS.map(({ code }) => code)))
    expect(new Set(all.flatMap(({ codes }) => codes))).toEqual(new Set(OUTCOMES.map(({ code }) => code)))
    const signals = all.flatMap(({ reasons }) => reasons.map((one) => one.split(' ')[0]))
    expect(new Set(signals)).toEqual(new Set(SURFACE_CODES))
    for (const points of [9, 10, 29, 30, 59, 60]) expect(all.map(({ score }) => score)).toContain(points)
    expect(SEQUENCES.every(({ rounds }) => rounds.length >= 1)).toBe(true)
    const lengths = new Set(SEQUENCES.map(({ rounds }) => rounds.filter(({ again }) => !again).length))
    expect(lengths).toEqual(new Set([1, 2, 3, 4]))
  })
})
