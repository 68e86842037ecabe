import { caseLine, type Side } from '../../case.ts'
import { moneyText } from '../../casework/money.ts'
import type { WordsOf } from '../../core/flow.ts'
import type { duty } from '../flow.ts'

const WHY = {
  not: 'Why was it not done?',
  extended: 'Why is it changed?',
  waived: 'How did the side it is owed to agree to drop it, and why?',
}
const SIDES = { A: 'party A', B: 'party B' }
const names = (sides: readonly Side[]) => sides.map((side) => SIDES[side]).join(' and ')

export const en: WordsOf<typeof duty> = {
  opening: [({ given }) => `Performance: ${caseLine(given, 'en')}`],
  closing: (_, { number, left, remainingFen, asked = [], unsigned = [] }) => {
    if (asked.length > 0 || unsigned.length > 0)
      return [
        ...(asked.length > 0
          ? [`Asking ${names(asked)} in chat. It counts once both agree; you will be told.`]
          : []),
        ...(unsigned.length > 0
          ? [`Not in chat: ${names(unsigned)}. Please have it signed on paper, then record it here.`]
          : []),
      ]
    return left === 0
      ? `Noted. Everything agreed in ${number} is done.`
      : `Noted. ${number}: ${left} left${remainingFen > 0 ? `, ${moneyText(remainingFen, 'en')} still to pay` : ''}.`
  },
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
    how: {
      say: 'A change needs both sides. How is it confirmed?',
      label: 'Confirmed',
      choices: {
        paper: { label: 'Both signed a supplement', hears: ['paper', 'both signed'] },
        ask: { label: 'Ask both in chat', hears: ['ask', 'ask both', 'chat'] },
        signed: { label: 'The side not in chat signed', hears: ['signed'] },
      },
    },
    newDue: { say: 'Put off to which day?', label: 'New day' },
    newAmount: { say: 'Is the sum changed too? If so, how much in all?', label: 'New sum', skip: 'No' },
    reason: { say: ({ what }) => WHY[what as 'not'] ?? 'Why?', label: 'Reason' },
  },
}
