import { caseLine, wallClock } from '../../case.ts'
import type { WordsOf } from '../../core/flow.ts'
import type { Choice } from '../../core/reply.ts'
import type { assignment } from '../flow.ts'

const named = (people: readonly Choice[], id: string | null) =>
  people.find((person) => person.id === id)?.label ?? '—'

export const en: WordsOf<typeof assignment> = {
  opening: [({ given }) => `Assign: ${caseLine(given, 'en')}`],
  closing: ({ given }, { number, officer, acceptBy }) =>
    `${number} goes to ${named(given.officers, officer)}, to be accepted by ${wallClock(acceptBy, given.offset, 'en')}.`,
  steps: {
    suggested: {
      say: ({ given: { leaders, officers, suggested } }) =>
        [
          `Proposed: leader ${named(leaders, suggested.leader)}, officer ${named(officers, suggested.officer)}.`,
          ...(suggested.reasons.length > 0 ? [`Because: ${suggested.reasons.join('; ')}.`] : []),
          'Assign it so?',
        ].join('\n'),
      label: 'As proposed',
      choices: {
        yes: { label: 'Assign it so', hears: ['yes', 'y', 'ok'] },
        no: { label: 'Choose others', hears: ['no', 'n'] },
      },
    },
    leader: { say: 'Who is the responsible leader?', label: 'Leader' },
    officer: { say: 'Who is the responsible officer?', label: 'Officer' },
    helpers: { say: 'Who is asked to help? You may choose several.', label: 'Helpers', skip: 'Nobody' },
    handover: { say: 'Why is it given to somebody else?', label: 'Reason for the change' },
    reason: { say: 'Why this way?', label: 'Reason', skip: 'No reason' },
  },
}
