import { wallClock } from '../../case.ts'
import type { WordsOf } from '../../core/flow.ts'
import type { offer } from '../flow.ts'

export const zh: WordsOf<typeof offer> = {
  opening: [],
  closing: ({ given }, { number, officer, contactBy }) =>
    `${number}由您来调解，责任民警是${officer}。请在${wallClock(contactBy, given.offset, 'zh')}前联系双方，联系后回“联系 ${number}”。`,
  steps: {},
}
