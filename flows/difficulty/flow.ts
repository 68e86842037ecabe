import { DAY, HOUR, MINUTE } from '../casework/calendar.ts'
import { phoneIn, villageIn } from '../casework/understand/index.ts'
import { needIn } from '../casework/understand/need.ts'
import type { Refused } from '../core/command.ts'
import type { Answers } from '../core/conversation.ts'
import { flow } from '../core/flow.ts'
import { place } from '../core/questions/place.ts'
import { story } from '../core/questions/story.ts'
import { text } from '../core/questions/text.ts'
import type { AddToReport } from '../intake/commands.ts'
import type { DifficultyGiven, FileRequest } from './commands.ts'
import { reach } from './reach.ts'

/** 困难诉求: what somebody needs help with, and nobody is quarrelling about. */
export const difficulty = flow<DifficultyGiven>('difficulty', {
  version: 1,
  idle: { nudge: 10 * MINUTE, expire: DAY, resume: 6 * HOUR },
  aside: 'narrative',
  // What was said in one breath answers what would be asked after it.
  volunteered(said, { given }: { given: DifficultyGiven }): Answers {
    const village = villageIn(said, given.villages)
    const phone = phoneIn(said)
    return {
      ...(village === null ? {} : { place: { village, text: null } }),
      ...(phone === null ? {} : { reach: { phone, how: null } }),
    }
  },
  // Whoever goes away after saying what they need has asked for it.
  quietly: ({ narrative }) => narrative !== undefined,
})
  .ask('narrative', story({ max: 6000 }))
  .ask('place', ({ given }) =>
    place(
      given.villages.map(({ id, label }) => ({ id, label })),
      (said) => villageIn(said, given.villages),
    ),
  )
  .offerIf(({ signals }) => !signals.hard, 'reach', reach(phoneIn))
  .offerIf(({ signals }) => !signals.hard, 'name', text({ max: 30 }))
  .review()
  .done<{ number: string; promisedBy?: number } | Refused>((told): FileRequest | AddToReport => {
    const { conversation, narrative, place: where, reach: how, name, results, signals } = told
    // Danger in it has made a case of its own: what else was said belongs there.
    const raised = (results.emergency as { dispute?: string } | undefined)?.dispute
    if (raised)
      return { do: 'addToReport', with: { dispute: raised, story: narrative, danger: signals.codes } }
    return {
      do: 'fileRequest',
      with: {
        conversation,
        story: narrative,
        kind: needIn(narrative.text),
        place: where ?? null,
        phone: how?.phone ?? null,
        how: how?.how ?? null,
        name: name ?? null,
      },
    }
  })
