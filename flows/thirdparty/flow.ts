import { DAY, HOUR } from '../casework/calendar.ts'
import { flow } from '../core/flow.ts'
import { oneOf } from '../core/questions/one-of.ts'
import { story } from '../core/questions/story.ts'
import type { RecordThirdParty, ThirdPartyGiven } from './commands.ts'

/** 侧面了解: what a grid worker or cadre says about how the two households get on; a tap, and where it is tense words or a voice. */
export const thirdparty = flow<ThirdPartyGiven>('thirdparty', {
  version: 2,
  idle: { nudge: HOUR, expire: DAY },
  aside: 'words',
  // A tap is an answer: whoever goes away before the words has given it.
  quietly: ({ tense }) => tense !== undefined,
  upgrades: {
    1: (answers) =>
      typeof answers.words === 'string' ? { ...answers, words: { text: answers.words, files: [] } } : answers,
  },
})
  .ask('tense', oneOf(['no', 'yes', 'nothing']))
  .offer('words', story({ max: 2000 }), ({ tense }) => tense === 'yes')
  .direct()
  .done(
    ({ given: { dispute, revisit = null }, tense, words }): RecordThirdParty => ({
      do: 'recordThirdParty',
      with: { dispute, revisit, tense, words: words?.text ?? '', files: words?.files ?? [] },
    }),
  )
