import { caseLine } from '../../case.ts'
import type { WordsOf } from '../../core/flow.ts'
import type { close } from '../flow.ts'

export const zh: WordsOf<typeof close> = {
  opening: [
    ({ given }) => `结案：${caseLine(given, 'zh')}`,
    ({ given: { roundsLeft, dutiesOpen, surface } }) =>
      `还剩回访${roundsLeft}次，没做完的事${dutiesOpen}件，假性和解分${surface}。`,
  ],
  review: '这样结案吗？',
  closing: (_, { number }) => `${number}已结案归档。`,
  steps: {
    waiveRounds: {
      say: ({ given }) => `还有${given.roundsLeft}次回访没做，不做了吗？`,
      label: '剩下的回访',
      choices: {
        yes: { label: '不做了，我写明理由', hears: ['不做了', '是'] },
        no: { label: '先做完', hears: ['否', '做完'] },
      },
    },
    reason: { say: '结案理由是什么？', label: '理由' },
  },
}
