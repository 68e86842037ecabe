import type { WordsOf } from '../../core/flow.ts'
import type { welcome } from '../flow.ts'

export const zh: WordsOf<typeof welcome> = {
  opening: [],
  closing: ({ given: { station } }, { number }) => [
    `您好，我是${station.name}的自动回复助手，不是民警。您的编号是${number}。`,
    '以后会在这里问您几句近况。您说的话只给办这件事的人看。',
    `不想在这里说可以回“人工”，也可以打${station.phone}。急事打110。`,
  ],
  steps: {},
}
