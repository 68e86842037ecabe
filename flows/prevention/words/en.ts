import { caseLine } from '../../case.ts'
import type { WordsOf } from '../../core/flow.ts'
import type { prevention } from '../flow.ts'

export const en: WordsOf<typeof prevention> = {
  opening: [({ given }) => `Prevention: ${caseLine(given, 'en')}`],
  review: 'Please check:',
  closing: (_, { number, waits }) =>
    waits
      ? `${number}: noted. It counts once a leader has approved it.`
      : `${number}: noted as having become a crime.`,
  steps: {
    what: {
      say: 'What was prevented? What was not, and has been filed as a crime, is noted here too.',
      label: 'What',
      choices: {
        crime: { label: 'It did not become a crime', hears: ['crime'] },
        petition: { label: 'No collective petition', hears: ['petition'] },
        suicide: { label: 'A suicide was prevented', hears: ['suicide'] },
        fight: { label: 'No group fight', hears: ['fight'] },
        criminal: { label: 'It was filed as a crime', hears: ['criminal', 'filed'] },
      },
    },
    people: { say: 'How many people?', label: 'People' },
    reason: { say: 'Why do you think so? Please say how it stood and what was done.', label: 'Reason' },
    day: { say: 'On which day was it filed?', label: 'Day' },
  },
}
