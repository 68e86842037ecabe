import type { WordsOf } from '../../core/flow.ts'
import type { appointment } from '../flow.ts'

const RATHER_NOT = 'Rather not say'
/** Byte for byte the same whenever it is said: after a wrong word, a silent alarm, or a good talk. */
const BLAND = 'All right, sorry to bother you. Thank you.'

export const en: WordsOf<typeof appointment> = {
  opening: [],
  closing: (_known, result) =>
    'as' in result ? BLAND : ['Received. You may delete the messages above now.', BLAND],
  // Nothing is sent to somebody who has gone silent.
  quiet: () => '',
  notes: { said: () => null },
  remarks: {
    danger: 'Go somewhere safe first. If they come again, call 110 at once; if you cannot talk, text 12110.',
  },
  steps: {
    reply: {
      say: ({ given }) =>
        given.wording === 'open'
          ? 'Hello, the follow-up from the station as arranged. Please reply when convenient.'
          : 'Hello, about the service you booked: please reply when convenient.',
      label: 'Reply',
    },
    rest: { say: BLAND, label: 'Reply' },
    safe: {
      say: 'Do you feel safe now?',
      label: 'Safe',
      skip: RATHER_NOT,
      choices: {
        safe: { label: 'Safe', hears: ['yes', 'fine'] },
        abit: { label: 'A bit afraid', hears: ['a bit', 'a little'] },
        very: { label: 'Very afraid', hears: ['afraid', 'no', 'not safe'] },
      },
    },
    trouble: {
      say: 'Has anything happened since?',
      label: 'Anything since',
      skip: RATHER_NOT,
      choices: {
        none: { label: 'No', hears: ['nothing', 'none'] },
        quarrel: { label: 'We quarrelled', hears: ['quarrel', 'quarrelled'] },
        blows: { label: 'Blows', hears: ['hit me', 'beat me'] },
        threat: { label: 'I was threatened', hears: ['threatened', 'threats'] },
      },
    },
    help: {
      say: 'Do you want help, or to be contacted? Tell us how it suits you.',
      label: 'Help wanted',
      skip: 'No',
    },
    more: { say: 'Anything else you would like to say?', label: 'You also said', skip: 'Nothing else' },
    words: { say: 'Anything else?', label: 'You also said' },
  },
}
