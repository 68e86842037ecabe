import type { WordsOf } from '../../core/flow.ts'
import type { behalf } from '../flow.ts'

export const en: WordsOf<typeof behalf> = {
  opening: [],
  closing: ({ came }) =>
    came === 'self' ? '' : 'Good. Ask what follows as it stands, and write down their own words.',
  steps: {
    came: {
      say: 'Did you see or hear it yourself, or is it for somebody else? If so, how did it come?',
      label: 'How it came',
      choices: {
        self: { label: 'My own', hears: ['myself', 'own', 'i saw it'] },
        phone: { label: 'By phone', hears: ['phone', 'call', 'for somebody else'] },
        door: { label: 'At the door', hears: ['door', 'in person'] },
        '110': { label: 'A 110 call', hears: ['110'] },
        court: { label: 'A court', hears: ['court'] },
        petition: { label: 'The petition office', hears: ['petition'] },
        '12345': { label: 'The 12345 line', hears: ['12345'] },
        referred: { label: 'Another body', hears: ['another unit', 'referred'] },
      },
    },
    name: { say: 'What may they be called?', label: 'Name', skip: 'Unnamed' },
    phone: { say: 'Their phone number?', label: 'Phone', skip: 'None' },
    part: {
      say: 'Who are they?',
      label: 'They are',
      skip: 'Not known',
      choices: {
        PARTY: { label: 'A party', hears: ['party', 'themselves'] },
        RELATIVE: { label: 'A relative', hears: ['relative', 'family'] },
        WITNESS: { label: 'A witness', hears: ['witness', 'neighbour'] },
        CHILD: { label: 'The child', hears: ['child', 'pupil'] },
        ANON: { label: 'Will not say', hears: ['anonymous'] },
      },
    },
    write: {
      say: 'Ask them: may we tell them in chat how it goes? Not where others might see it.',
      label: 'May we write',
      choices: {
        yes: { label: 'Yes, write', hears: ['yes', 'ok'] },
        no: { label: 'No, phone', hears: ['no', 'phone', 'no mobile'] },
      },
    },
  },
}
