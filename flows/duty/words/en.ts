import { caseLine } from '../../case.ts'
import { moneyText } from '../../casework/money.ts'
import type { WordsOf } from '../../core/flow.ts'
import type { duty } from '../flow.ts'

const WHY = {
  not: 'Why was it not done?',
  extended: 'Why is it put off? Do both agree?',
  waived: 'Why is it dropped?',
}

export const en: WordsOf<typeof duty> = {
  opening: [({ given }) => `Performance: ${caseLine(given, 'en')}`],
  closing: (_, { number, left, remainingFen }) =>
    left === 0
      ? `Noted. Everything agreed in ${number} is done.`
      : `Noted. ${number}: ${left} left${remainingFen > 0 ? `, ${moneyText(remainingFen, 'en')} still to pay` : ''}.`,
  steps: {
    duty: { say: 'Which one?', label: 'Which' },
    what: {
      say: 'How does it stand?',
      label: 'Stands',
      choices: {
        done: { label: 'Done', hears: ['performed'] },
        part: { label: 'Done in part', hears: ['part', 'partly'] },
        not: { label: 'Not done', hears: ['not', 'no'] },
        extended: { label: 'Put off', hears: ['extended', 'later'] },
        waived: { label: 'No longer owed', hears: ['waived', 'dropped'] },
      },
    },
    amount: { say: 'How much was paid this time?', label: 'Amount' },
    proof: {
      say: 'What shows it? Their own word is not enough.',
      label: 'Proof',
      choices: {
        receipt: { label: 'A receipt', hears: ['receipt'] },
        transfer: { label: 'A transfer record', hears: ['transfer'] },
        creditor: { label: 'The other side confirms', hears: ['confirmed'] },
        seen: { label: 'An officer saw it', hears: ['seen'] },
      },
    },
    evidence: { say: 'Send the receipt or photos, if there are any.', label: 'Photos', skip: 'None' },
    newDue: { say: 'Put off to which day?', label: 'New day' },
    reason: { say: ({ what }) => WHY[what as 'not'] ?? 'Why?', label: 'Reason' },
  },
}
