// Begun where a round showed signs of a peace on the surface, and somebody has looked whether they were right.
import { refuse } from '../../../flows/casework/refusal.ts'
import type { FlagGiven } from '../../../flows/flag/commands.ts'
import { caseGiven } from '../../commands/shared/facts-shown.ts'
import { flagChoices } from '../flagged.ts'
import { type CaseFlow, inStates } from './case-flow.ts'
import { localeOf } from './choices.ts'

export const flag: CaseFlow = {
  name: { zh: '核对', en: 'check flag' },
  role: 'officer',
  // Where the signals sent it, too: back to triage, or to its end.
  fits: inStates('PERFORMING', 'BREACHED', 'REVISITING', 'SCREENING', 'REOPENED', 'EMERGENCY', 'CLOSED'),
  async given(books, c) {
    const rounds = await flagChoices(books, c, await localeOf(books))
    if (rounds.length === 0)
      return refuse(
        'no-flag',
        `${c.row.number}没有要核对的假性和解提示。`,
        `${c.row.number} has no surface flag to check.`,
      )
    return { ...caseGiven(books, c.row), rounds } satisfies FlagGiven
  },
}
