import type { WordsOf } from '../../core/flow.ts'
import type { welcome } from '../flow.ts'

export const zh: WordsOf<typeof welcome> = {
  opening: [],
  closing: ({ given: { station, side } }, { number }) => [
    `您好，我是${station.name}的自动回复助手，不是民警。您的编号是${number}。`,
    side === null
      ? '办到哪一步，会在这里告诉您。回“进度”查，回“补充”加情况。您说的话只给办这件事的人看。'
      : '以后会在这里问您几句近况。您说的话只给办这件事的人看。',
    `不想在这里说可以回“人工”，也可以打${station.phone}。急事打110。`,
  ],
  steps: {},
}
