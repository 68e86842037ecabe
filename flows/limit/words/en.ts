import { caseLine, wallDay } from '../../case.ts'
import { timeLimitName } from '../../casework/time-limits.ts'
import type { WordsOf } from '../../core/flow.ts'
import type { limit } from '../flow.ts'
import { yearOf } from '../year.ts'

export const en: WordsOf<typeof limit> = {
  opening: [({ given }) => `Time limit: ${caseLine(given, 'en')}`],
  closing: ({ given, what }, { code, until }) =>
    until === null || what === 'done'
      ? `Noted: “${timeLimitName(code).en}” was kept.`
      : `Noted. “${timeLimitName(code).en}” runs until ${wallDay(until, given.offset, 'en')} ${yearOf(until, given.offset)}.`,
  steps: {
    what: {
      say: 'What is to be noted?',
      label: 'What',
      choices: {
        start: { label: 'A day from which a limit runs', hears: ['start', 'a day'] },
        done: { label: 'It was done in time', hears: ['done', 'kept'] },
        longer: { label: 'Both sides agree to go on', hears: ['go on', 'longer'] },
      },
    },
    which: { say: 'Which one?', label: 'Time limit' },
    day: { say: 'Which day was it?', label: 'Day' },
    kept: { say: 'Which one was kept?', label: 'Kept' },
  },
}
