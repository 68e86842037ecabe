import { wallClock } from '../../case.ts'
import type { WordsOf } from '../../core/flow.ts'
import type { difficulty } from '../flow.ts'

export const en: WordsOf<typeof difficulty> = {
  opening: [
    ({ given }) =>
      `I am the automatic assistant of ${given.station.name}, not a police officer. Tell me what is difficult, by text or voice.`,
  ],
  review: 'This is what I noted. Is it right?',
  closing: ({ given }, result) =>
    result.promisedBy !== undefined
      ? `Received, number ${result.number}. You get an answer by ${wallClock(result.promisedBy, given.offset, 'en')}. Reply “status” to ask. In an emergency call 110.`
      : `What you said is kept with ${result.number}. In an emergency call 110.`,
  steps: {
    narrative: { say: 'What is difficult, and what help do you need? Take your time.', label: 'Difficulty' },
    place: {
      say: 'Which village are you in?',
      label: 'Village',
      choices: { elsewhere: { label: 'None of these', hears: ['elsewhere', 'not sure', "I don't know"] } },
    },
    reach: {
      say: 'Would you leave a phone number? You need not: we can answer here.',
      label: 'How to reach you',
      skip: 'No number',
    },
    name: { say: 'What may we call you? A surname is enough.', label: 'Name', skip: 'Rather not' },
  },
}
