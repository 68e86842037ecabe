import { caseLine } from '../../case.ts'
import { type PlanTold, planLines, planSummary } from '../../casework/plan-told.ts'
import type { WordsOf } from '../../core/flow.ts'
import type { plan } from '../flow.ts'

const shown = (told: PlanTold): string =>
  [planSummary(told, 'en'), ...planLines(told, 'en')].filter(Boolean).join('\n')

export const en: WordsOf<typeof plan> = {
  opening: [
    ({ given }) => `Revisit plan: ${caseLine(given, 'en')}`,
    ({ given }) => shown(given.plan) || 'No revisit is planned.',
  ],
  closing: ({ change }, { number, plan: told }) =>
    change === 'keep'
      ? `The revisits of ${number} stay as planned.`
      : [`Changed. The revisits of ${number} now:\n${shown(told)}`],
  steps: {
    change: {
      say: 'Do you want to change it?',
      label: 'Change',
      choices: {
        keep: { label: 'Leave it', hears: ['keep', 'no change', 'leave it as it is'] },
        add: { label: 'Add one', hears: ['add', 'one more'] },
        move: { label: 'Another day', hears: ['move', 'move one'] },
        waive: { label: 'Drop one', hears: ['waive', 'drop'] },
        cut: { label: 'Keep only one', hears: ['cut', 'only one'] },
      },
    },
    round: { say: 'Which one?', label: 'Which' },
    day: { say: 'On which day?', label: 'Day' },
    mode: {
      say: 'How?',
      label: 'How',
      choices: {
        chat: { label: 'By chat', hears: ['chat', 'message'] },
        call: { label: 'By phone', hears: ['call', 'phone'] },
        visit: { label: 'In person', hears: ['visit', 'at the door'] },
      },
    },
    reason: { say: 'Why?', label: 'Reason' },
  },
}
