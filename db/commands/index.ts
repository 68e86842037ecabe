// Every command a flow may ask of the books, and what does it.
import type { Handlers } from '../books.ts'
import { addToReport } from './add-to-report.ts'
import { adjustLevel } from './adjust-level.ts'
import { assignDispute } from './assign-dispute.ts'
import { callHuman } from './call-human.ts'
import { changePlan } from './change-plan.ts'
import { claimDispute } from './claim-dispute.ts'
import { closeDispute } from './close-dispute.ts'
import { confirmSupplement } from './confirm-supplement.ts'
import { declineDispute } from './decline-dispute.ts'
import { endEmergency } from './end-emergency.ts'
import { fileDispute } from './file-dispute.ts'
import { keepCorrection } from './keep-correction.ts'
import { listMine } from './list-mine.ts'
import { makeCode } from './make-code.ts'
import { markFlag } from './mark-flag.ts'
import { moveDispute } from './move-dispute.ts'
import { noteJoined } from './note-joined.ts'
import { notePhrase } from './note-phrase.ts'
import { noteReach } from './note-reach.ts'
import { open } from './open.ts'
import { press } from './press.ts'
import { putOffRevisit } from './put-off-revisit.ts'
import { raiseEmergency } from './raise-emergency.ts'
import { recordAgreement } from './record-agreement.ts'
import { recordContact } from './record-contact.ts'
import { recordContactPlan } from './record-contact-plan.ts'
import { recordDuty } from './record-duty.ts'
import { recordMediation } from './record-mediation.ts'
import { recordRevisit } from './record-revisit.ts'
import { recordThirdParty } from './record-third-party.ts'
import { referDispute } from './refer-dispute.ts'
import { remindOfficer } from './remind-officer.ts'
import { requestErasure } from './request-erasure.ts'
import { screenDispute } from './screen-dispute.ts'
import { setGroup } from './set-group.ts'
import { showCase } from './show-case.ts'
import { showCoverage } from './show-coverage.ts'
import { stopMessages } from './stop-messages.ts'
import { tellStatus } from './tell-status.ts'
import { updateReport } from './update-report.ts'
import { useCode } from './use-code.ts'

export const handlers: Handlers = {
  open,
  press,
  raiseEmergency,
  callHuman,
  stopMessages,
  requestErasure,
  useCode,
  makeCode,
  keepCorrection,
  noteReach,
  setGroup,
  listMine,
  fileDispute,
  updateReport,
  addToReport,
  tellStatus,
  remindOfficer,
  noteJoined,
  showCase,
  screenDispute,
  assignDispute,
  claimDispute,
  declineDispute,
  recordContact,
  recordContactPlan,
  notePhrase,
  recordMediation,
  recordAgreement,
  recordDuty,
  confirmSupplement,
  recordRevisit,
  putOffRevisit,
  recordThirdParty,
  markFlag,
  showCoverage,
  referDispute,
  endEmergency,
  closeDispute,
  adjustLevel,
  moveDispute,
  changePlan,
}
