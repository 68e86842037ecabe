import { caseLine } from '../../case.ts'
import type { WordsOf } from '../../core/flow.ts'
import type { FlagGiven } from '../commands.ts'
import type { flag } from '../flow.ts'

const MARKED = { right: 'Marked before: right.', wrong: 'Marked before: wrong.' } as const

function asked({ rounds }: FlagGiven, id: string | undefined): string {
  const round = rounds.find((one) => one.id === id) ?? rounds[0]
  if (!round) return 'Was the flag right?'
  const why = round.reasons.map(({ en }) => en).join('; ')
  return [
    `${round.label}: surface score ${round.score}.`,
    ...(why === '' ? [] : [`Because: ${why}.`]),
    ...(round.flag === null ? [] : [MARKED[round.flag]]),
    'Now that somebody has looked: was the flag right?',
  ].join('\n')
}

export const en: WordsOf<typeof flag> = {
  opening: [({ given }) => `Check the surface flag: ${caseLine(given, 'en')}`],
  closing: (_, { number }) => `${number}: noted.`,
  steps: {
    round: { say: 'Which revisit?', label: 'Revisit' },
    found: {
      say: ({ given, round }) => asked(given, round),
      label: 'Flag',
      choices: {
        right: { label: 'Right, no real peace', hears: ['right', 'yes', 'y', 'true'] },
        wrong: { label: 'Wrong, they made peace', hears: ['wrong', 'no', 'n', 'false'] },
      },
    },
    note: { say: 'Anything to add?', label: 'Note', skip: 'Nothing' },
  },
}
