import { DAY, HOUR } from '../casework/calendar.ts'
import type { Refused } from '../core/command.ts'
import { flow } from '../core/flow.ts'
import { date } from '../core/questions/date.ts'
import { number } from '../core/questions/number.ts'
import { oneOf } from '../core/questions/one-of.ts'
import { text } from '../core/questions/text.ts'
import type { Moved } from '../screening/commands.ts'
import type { NoteCriminal, PreventionGiven, PreventionKind, RecordPrevention } from './commands.ts'

const KINDS = ['crime', 'petition', 'suicide', 'fight'] as const satisfies readonly PreventionKind[]
type What = PreventionKind | 'criminal'

const prevented = ({ what }: { what: What }): boolean => what !== 'criminal'

/** 防止登记: what was prevented, how many people, and why an officer thinks so; or that it did become a crime. */
export const prevention = flow<PreventionGiven>('prevention', {
  version: 1,
  idle: { nudge: HOUR, expire: DAY },
})
  .ask('what', ({ given }) => oneOf(given.criminal ? KINDS : [...KINDS, 'criminal']))
  .askIf(prevented, 'people', number({ min: 1, max: 10_000 }))
  .askIf(prevented, 'reason', text({ min: 5, max: 1_000 }))
  .askIf(
    ({ what }) => what === 'criminal',
    'day',
    ({ given }) => date({ offset: given.offset, past: true }),
  )
  .review()
  .done<(Moved & { waits?: true }) | Refused>(
    ({
      given: { dispute, rev },
      what,
      people = 1,
      reason = '',
      day = '',
    }): RecordPrevention | NoteCriminal =>
      what === 'criminal'
        ? { do: 'noteCriminal', with: { dispute, rev, day } }
        : { do: 'recordPrevention', with: { dispute, rev, kind: what, people, reason } },
  )
