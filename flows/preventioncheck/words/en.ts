import { caseLine } from '../../case.ts'
import type { WordsOf } from '../../core/flow.ts'
import type { PreventionCheckGiven } from '../commands.ts'
import type { preventioncheck } from '../flow.ts'

const KINDS = {
  crime: 'it did not become a crime',
  petition: 'no collective petition',
  suicide: 'a suicide was prevented',
  fight: 'no group fight',
} as const

function asked({ waiting }: PreventionCheckGiven, id: string | undefined): string {
  const one = waiting.find((each) => each.id === id) ?? waiting[0]
  return one
    ? `${one.by} noted: ${KINDS[one.kind]}, ${one.people} people.\nReason: ${one.reason}\nDo you approve?`
    : 'Do you approve?'
}

export const en: WordsOf<typeof preventioncheck> = {
  opening: [({ given }) => `Approve prevention: ${caseLine(given, 'en')}`],
  closing: (_, { number, approved }) =>
    approved ? `${number}: approved; it counts.` : `${number}: not approved; it does not count.`,
  steps: {
    which: { say: 'Which one?', label: 'Which' },
    approve: {
      say: ({ given, which }) => asked(given, which),
      label: 'Approve',
      choices: {
        yes: { label: 'Approve', hears: ['yes', 'y'] },
        no: { label: 'Do not approve', hears: ['no', 'n'] },
      },
    },
  },
}
