import { DAY, HOUR } from '../casework/calendar.ts'
import { flow } from '../core/flow.ts'
import { text } from '../core/questions/text.ts'
import type { UneasyGiven, VoiceUnease } from './commands.ts'

/** 不放心、不托底、不踏实: an officer says so, without any indicator. */
export const uneasy = flow<UneasyGiven>('uneasy', { version: 1, idle: { nudge: HOUR, expire: DAY } })
  .ask('reason', text({ min: 2, max: 500 }))
  .direct()
  .done(
    ({ given: { dispute, rev }, reason }): VoiceUnease => ({
      do: 'voiceUnease',
      with: { dispute, rev, reason },
    }),
  )
