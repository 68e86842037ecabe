import { DAY, HOUR } from '../casework/calendar.ts'
import { flow } from '../core/flow.ts'
import { date } from '../core/questions/date.ts'
import { text } from '../core/questions/text.ts'
import type { WorkPlanGiven, WriteWorkPlan } from './commands.ts'

/** 写对策, where somebody is not at ease with a case. */
export const workplan = flow<WorkPlanGiven>('workplan', { version: 1, idle: { nudge: HOUR, expire: DAY } })
  .ask('what', text({ min: 4, max: 1000 }))
  .ask('who', text({ min: 2, max: 200 }))
  .ask('until', ({ given }) => date({ offset: given.offset }))
  .review()
  .done(
    ({ given: { plan, dispute }, what, who, until }): WriteWorkPlan => ({
      do: 'writeWorkPlan',
      with: { plan, dispute, what, who, until },
    }),
  )
