import { caseLine } from '../../case.ts'
import { stateName } from '../../casework/life-cycle.ts'
import type { State } from '../../casework/tables/life-cycle.ts'
import type { WordsOf } from '../../core/flow.ts'
import type { move } from '../flow.ts'

export const en: WordsOf<typeof move> = {
  opening: [({ given }) => `Change the state: ${caseLine(given, 'en')}`],
  closing: (_, { number, state }) => `${number} is now: ${stateName(state as State).en}.`,
  steps: {
    to: { say: 'To which?', label: 'To' },
    remediesTold: {
      say: 'Were both told of court, arbitration and government?',
      label: 'Other ways told',
      choices: { yes: { label: 'Yes', hears: ['y'] }, no: { label: 'Not yet', hears: ['no', 'n'] } },
    },
    bothAgree: {
      say: 'Do both agree?',
      label: 'Both agree',
      choices: { yes: { label: 'Both', hears: ['yes', 'y'] }, no: { label: 'Not both', hears: ['no', 'n'] } },
    },
    reason: { say: 'Why?', label: 'Reason' },
  },
}
