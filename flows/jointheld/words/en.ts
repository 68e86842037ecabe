import { caseLine, wallClock } from '../../case.ts'
import { stateName } from '../../casework/life-cycle.ts'
import type { State } from '../../casework/tables/life-cycle.ts'
import type { WordsOf } from '../../core/flow.ts'
import type { jointheld } from '../flow.ts'

export const en: WordsOf<typeof jointheld> = {
  opening: [
    ({ given }) => `Joint mediation, record: ${caseLine(given, 'en')}`,
    ({ given }) => `The sitting of ${wallClock(given.at, given.offset, 'en')}.`,
  ],
  review: 'This is what will be recorded. Right?',
  closing: ({ result }, { number, state, threeForce }) => {
    const counted = threeForce
      ? 'It counts as a joint mediation of the three forces.'
      : 'The three forces were not all there, so it does not count as theirs.'
    if (result === 'agreed')
      return `Noted. ${counted} Please reply “agreement ${number}” and enter each thing that was agreed.`
    if (result === undefined)
      return `Noted: nothing was settled. For another sitting reply “joint ${number}”.`
    return `Noted. ${counted} ${number} is now: ${stateName(state as State).en}.`
  },
  steps: {
    came: { say: 'Of those who were asked, who came?', label: 'Came', skip: 'Nobody' },
    sides: {
      say: 'Did the parties come?',
      label: 'Parties',
      choices: {
        both: { label: 'Both', hears: ['both of them'] },
        A: { label: 'Only party A', hears: ['A'] },
        B: { label: 'Only party B', hears: ['B'] },
        none: { label: 'Neither', hears: ['none'] },
      },
    },
    result: {
      say: 'What came of it?',
      label: 'Result',
      choices: {
        agreed: { label: 'They agree', hears: ['agreed', 'success'] },
        again: { label: 'They meet again', hears: ['again'] },
        failed: { label: 'No agreement', hears: ['failed'] },
      },
    },
    summary: { say: 'How did it go, in short?', label: 'Course' },
    reason: { say: 'Where do they differ?', label: 'Differences' },
    remediesTold: {
      say: 'Were both told of court, arbitration and government?',
      label: 'Other ways told',
      choices: { yes: { label: 'Yes', hears: ['y'] }, no: { label: 'Not yet', hears: ['no', 'n'] } },
    },
    note: { say: 'Anything to note?', label: 'Note', skip: 'Nothing' },
    photos: { say: 'Send photos or the record, if you have them.', label: 'Photos', skip: 'None' },
  },
}
