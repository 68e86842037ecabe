import { caseLine, wallDay } from '../../case.ts'
import { stateName } from '../../casework/life-cycle.ts'
import type { State } from '../../casework/tables/life-cycle.ts'
import type { WordsOf } from '../../core/flow.ts'
import type { receipt } from '../flow.ts'

export const en: WordsOf<typeof receipt> = {
  opening: [
    ({ given }) => `Receipt: ${caseLine(given, 'en')}`,
    ({ given }) =>
      `It went to ${given.unit}, with a result due by ${wallDay(given.due, given.offset, 'en')}.`,
  ],
  review: 'This is what will be recorded. Right?',
  closing: ({ what, next, given }, { number, state }) => {
    if (what === 'taken') return 'Noted. If there is no result by its day I will remind you.'
    if (what === 'returned')
      return `${number} is back with us; please triage it again. The reporter will be told that we go on with it.`
    const leader = (next ?? given.next[0]) === 'leader'
    return leader
      ? 'Noted. The responsible leader is asked to close it.'
      : `Noted. ${number} is now: ${stateName(state as State).en}.`
  },
  steps: {
    what: {
      say: 'What do they say?',
      label: 'Receipt',
      choices: {
        taken: { label: 'They have it', hears: ['received', 'taken'] },
        returned: { label: 'They sent it back', hears: ['returned', 'sent back'] },
        finished: { label: 'There is a result', hears: ['finished', 'settled', 'result'] },
      },
    },
    day: { say: 'On which day was it received?', label: 'Received on' },
    who: { say: 'Who received it?', label: 'Received by', skip: 'Whoever was named' },
    words: {
      say: ({ what }) => (what === 'returned' ? 'Why was it sent back?' : 'What came of it?'),
      label: 'In words',
    },
    told: {
      say: 'Write one plain sentence that tells the reporter the result, and nothing about others.',
      label: 'For the reporter',
    },
    next: {
      say: 'What comes next?',
      label: 'Next',
      choices: {
        close: { label: 'Close it', hears: ['close'] },
        watch: { label: 'Go on with revisits here', hears: ['revisits', 'watch'] },
        leader: { label: 'Ask the leader to close it', hears: ['leader'] },
      },
    },
  },
}
