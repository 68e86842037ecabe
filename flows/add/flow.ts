import { HOUR, MINUTE } from '../casework/calendar.ts'
import { flow } from '../core/flow.ts'
import { choose } from '../core/questions/choose.ts'
import { story } from '../core/questions/story.ts'
import type { AddToReport } from '../intake/commands.ts'
import type { AddGiven } from './commands.ts'

/** 补充: more words, a voice or pictures for a matter that was told before. */
export const add = flow<AddGiven>('add', { version: 1, idle: { nudge: 30 * MINUTE, expire: 6 * HOUR } })
  .askIf(
    ({ given }) => given.matters.length > 1,
    'which',
    ({ given }) => choose(given.matters.map(({ dispute, number }) => ({ id: dispute, label: number }))),
  )
  .ask('story', story({ max: 6000 }))
  .direct()
  .done(
    ({ given, which, story: told, signals }): AddToReport => ({
      do: 'addToReport',
      with: { dispute: which ?? given.matters[0]?.dispute ?? '', story: told, danger: signals.codes },
    }),
  )
