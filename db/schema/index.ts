// Every table of the books.

export { assessedCases, assessments, workPlans } from './assessment.ts'
export { audit, auditHeads, erasures } from './audit.ts'
export { buttons } from './button.ts'
export { calendarDays } from './calendar.ts'
export {
  assignments,
  disputeLinks,
  disputeNotes,
  disputes,
  gradings,
  parties,
  referrals,
  transitions,
  warnings,
} from './dispute.ts'
export { cronFire, due } from './due.ts'
export { files } from './file.ts'
export { dataKeys } from './keys.ts'
export { gates, limits, preventions } from './law.ts'
export { leases } from './lease.ts'
export { patrolAsks, patrols } from './patrol.ts'
export { codes, dutyShifts, people } from './people.ts'
export { requests } from './request.ts'
export { revisits, rounds, thirdParties } from './revisit.ts'
export { agreements, contacts, duties, dutyEvents, mediations, supplements } from './settlement.ts'
export { counters, rulebookVersions, stations, villages } from './station.ts'
export { addresses, conversations, heard, outbox } from './talk.ts'
export { jointInvitations, jointMeetings, offers } from './together.ts'
export { handedIn, violations } from './watch.ts'
