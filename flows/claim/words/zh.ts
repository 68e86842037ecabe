import { wallClock } from '../../case.ts'
import type { WordsOf } from '../../core/flow.ts'
import type { claim } from '../flow.ts'

export const zh: WordsOf<typeof claim> = {
  opening: [],
  closing: ({ given }, { number, contactBy }) =>
    `已签收${number}。请在${wallClock(contactBy, given.offset, 'zh')}前联系双方，联系后回“联系 ${number}”。`,
  steps: {},
}
