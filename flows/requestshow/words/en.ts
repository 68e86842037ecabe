import { wallClock } from '../../case.ts'
import type { WordsOf } from '../../core/flow.ts'
import type { requestshow } from '../flow.ts'

const STATES: { readonly [state: string]: string } = {
  open: 'nobody has taken it',
  taken: 'in hand',
  solved: 'solved',
  answered: 'answered',
  'passed-on': 'passed on',
  declined: 'told that it cannot be done',
}

export const en: WordsOf<typeof requestshow> = {
  opening: [],
  closing: (_, shown) =>
    [
      [shown.number, shown.kind.en, shown.village, STATES[shown.state] ?? shown.state]
        .filter(Boolean)
        .join(' | '),
      shown.words,
      ...(shown.files > 0 ? [`(and ${shown.files} voice notes or pictures, on the staff page)`] : []),
      [shown.name && `Name: ${shown.name}`, shown.phone && `Phone: ${shown.phone}`]
        .filter(Boolean)
        .join('  '),
      `Answer owed by ${wallClock(shown.promisedBy, shown.offset, 'en')}${shown.owner ? ` | handled by ${shown.owner}` : ''}`,
    ]
      .filter(Boolean)
      .join('\n'),
  steps: {},
}
