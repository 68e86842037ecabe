import { caseLine } from '../../case.ts'
import { stateName } from '../../casework/life-cycle.ts'
import type { State } from '../../casework/tables/life-cycle.ts'
import type { WordsOf } from '../../core/flow.ts'
import type { mediation } from '../flow.ts'

const WHY = { failed: 'Where do they differ?', ended: 'Why was it ended?', paused: 'Why is it paused?' }

export const en: WordsOf<typeof mediation> = {
  opening: [({ given }) => `Mediation: ${caseLine(given, 'en')}`],
  review: 'This is what will be recorded. Right?',
  closing: ({ result }, { number, state }) =>
    result === 'agreed'
      ? `Noted. Please reply “agreement ${number}” and enter each thing that was agreed.`
      : `Noted. ${number} is now: ${stateName(state as State).en}.`,
  steps: {
    result: {
      say: 'What came of it?',
      label: 'Result',
      choices: {
        agreed: { label: 'They agree', hears: ['agreed', 'success'] },
        again: { label: 'They meet again', hears: ['again'] },
        failed: { label: 'No agreement', hears: ['failed'] },
        ended: { label: 'Ended', hears: ['end', 'stop it'] },
        paused: { label: 'Paused', hears: ['pause'] },
      },
    },
    summary: { say: 'How did it go, in short?', label: 'Course' },
    reason: { say: ({ result }) => WHY[result as 'failed'] ?? 'Why?', label: 'Reason' },
    resumeOn: { say: 'On which day do you go on?', label: 'Goes on' },
    remediesTold: {
      say: 'Were both told of court, arbitration and government?',
      label: 'Other ways told',
      choices: { yes: { label: 'Yes', hears: ['y'] }, no: { label: 'Not yet', hears: ['no', 'n'] } },
    },
    helpers: { say: 'Who else took part? You may choose several.', label: 'Took part', skip: 'Nobody else' },
    place: { say: 'Where was it?', label: 'Place', skip: 'Leave out' },
    photos: { say: 'Send photos or the record, if you have them.', label: 'Photos', skip: 'None' },
  },
}
