import { caseLine } from '../../case.ts'
import { stateName } from '../../casework/life-cycle.ts'
import type { State } from '../../casework/tables/life-cycle.ts'
import type { WordsOf } from '../../core/flow.ts'
import type { screening } from '../flow.ts'

export const en: WordsOf<typeof screening> = {
  opening: [({ given }) => `Triage: ${caseLine(given, 'en')}`],
  closing: (_, { number, state }) => `Noted. ${number} is now: ${stateName(state as State).en}.`,
  steps: {
    decision: {
      say: 'What is to be done? To pass it to another body, cancel and reply “refer”.',
      label: 'Triage',
      choices: {
        accept: { label: 'Accept', hears: ['take', 'take it'] },
        reject: { label: 'Not accepted', hears: ['reject', 'refuse'] },
        emergency: { label: 'It is an emergency', hears: ['emergency'] },
      },
    },
    category: {
      say: ({ given }) => `Filed as “${given.categoryName.en}”. Choose another if that is wrong.`,
      label: 'Category',
      skip: 'Leave it',
      choices: { other: 'Another category' },
    },
    group: { say: 'Of which group?', label: 'Group', skip: 'Leave it' },
    kind: { say: 'Of which kind?', label: 'Kind', skip: 'Leave it' },
    track: {
      say: ({ given }) => (given.officerLed ? 'Which track? This case may not be mediated.' : 'Which track?'),
      label: 'Track',
      choices: {
        PM: "People's mediation",
        JOINT: 'Joint mediation',
        PSM: 'Public-security mediation',
        TRM: 'Traffic-damage mediation',
        ADM: 'Administrative handling',
        LAB: 'Labour inspection or arbitration',
        CASE: 'Police case',
        COURT: 'Court',
      },
    },
    reason: { say: 'Why not? The reporter will be told this sentence.', label: 'Reason' },
  },
}
