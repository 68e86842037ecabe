import { wallDay } from '../../case.ts'
import { moneyText } from '../../casework/money.ts'
import type { WordsOf } from '../../core/flow.ts'
import type { supplement } from '../flow.ts'

export const en: WordsOf<typeof supplement> = {
  opening: [({ given }) => `Hello, this is ${given.station.name}.`],
  closing: ({ agree }) =>
    agree === 'yes'
      ? 'Noted. It counts once both sides agree, and you will be told; until you are, what was agreed before stands.'
      : 'Noted. What was agreed before stands.',
  steps: {
    agree: {
      say: ({ given: { what, due, fen, offset } }) =>
        `What was agreed would become: ${what}, by ${wallDay(due, offset, 'en')}${fen === null ? '' : `, ${moneyText(fen, 'en')} in all`}. Do you agree?`,
      label: 'Agrees to the change',
      choices: {
        yes: { label: 'I agree', hears: ['yes', 'y', 'agree', 'ok'] },
        no: { label: 'I do not agree', hears: ['no', 'n', 'disagree'] },
      },
    },
  },
}
