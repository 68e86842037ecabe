import { DAY, HOUR } from '../casework/calendar.ts'
import { flow } from '../core/flow.ts'
import { chooseMany } from '../core/questions/many-of.ts'
import type { AssessmentGiven, BeginAssessment } from './commands.ts'

/** 研判会: who is there; then the books ask case by case. */
export const assessment = flow<AssessmentGiven>('assessment', {
  version: 1,
  idle: { nudge: HOUR, expire: DAY },
})
  .offerIf(
    ({ given }) => !given.goesOn && given.people.length > 0,
    'attendees',
    ({ given }) => chooseMany(given.people),
  )
  .direct()
  .done(
    ({ given, attendees }): BeginAssessment => ({
      do: 'beginAssessment',
      with: { assessment: given.assessment, attendees: attendees ?? [] },
    }),
  )
