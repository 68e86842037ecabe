import { DAY, HOUR } from '../casework/calendar.ts'
import type { Command } from '../core/command.ts'
import { flow } from '../core/flow.ts'
import { oneOf } from '../core/questions/one-of.ts'
import { text } from '../core/questions/text.ts'
import type { VoiceUnease } from '../uneasy/commands.ts'
import type { AdjustLevel, LevelGiven } from './commands.ts'

type Deed = Command<(AdjustLevel | VoiceUnease)['do'], unknown, NonNullable<AdjustLevel['result']>>

/** 调整等级: up or down by one, or not at ease, which is up by one and a plan; lowering needs the right person. */
export const level = flow<LevelGiven>('level', { version: 2, idle: { nudge: HOUR, expire: DAY } })
  .ask('direction', oneOf(['raise', 'lower', 'uneasy']))
  .ask('reason', text({ min: 2, max: 500 }))
  .direct()
  .done(
    ({ given: { dispute, rev }, direction, reason }): Deed =>
      direction === 'uneasy'
        ? { do: 'voiceUnease', with: { dispute, rev, reason } }
        : { do: 'adjustLevel', with: { dispute, rev, direction, reason } },
  )
