// Every command a flow may ask of the books, and what does it.
import type { Handlers } from '../books.ts'
import { addToReport } from './add-to-report.ts'
import { adjustLevel } from './adjust-level.ts'
import { answerInvitation } from './answer-invitation.ts'
import { answerPatrol } from './answer-patrol.ts'
import { assessCase } from './assess-case.ts'
import { assignDispute } from './assign-dispute.ts'
import { beginAssessment } from './begin-assessment.ts'
import { beginBehalf } from './begin-behalf.ts'
import { callHuman } from './call-human.ts'
import { carryOutDecision } from './carry-out-decision.ts'
import { changeJoint } from './change-joint.ts'
import { changePatrol } from './change-patrol.ts'
import { changePlan } from './change-plan.ts'
import { claimDispute } from './claim-dispute.ts'
import { closeDispute } from './close-dispute.ts'
import { confirmSupplement } from './confirm-supplement.ts'
import { decidePrevention } from './decide-prevention.ts'
import { declineDispute } from './decline-dispute.ts'
import { endEmergency } from './end-emergency.ts'
import { fileDispute } from './file-dispute.ts'
import { fileLead } from './file-lead.ts'
import { fileRequest } from './file-request.ts'
import { handInReport } from './hand-in-report.ts'
import { keepCorrection } from './keep-correction.ts'
import { listMine } from './list-mine.ts'
import { makeCode } from './make-code.ts'
import { markFlag } from './mark-flag.ts'
import { markHard } from './mark-hard.ts'
import { mergeDispute } from './merge-dispute.ts'
import { moveDispute } from './move-dispute.ts'
import { noteCriminal } from './note-criminal.ts'
import { noteJoined } from './note-joined.ts'
import { notePhrase } from './note-phrase.ts'
import { noteReach } from './note-reach.ts'
import { open } from './open.ts'
import { planJoint } from './plan-joint.ts'
import { planPatrol } from './plan-patrol.ts'
import { press } from './press.ts'
import { putOffRevisit } from './put-off-revisit.ts'
import { raiseEmergency } from './raise-emergency.ts'
import { rateRequest } from './rate-request.ts'
import { recordAgreement } from './record-agreement.ts'
import { recordConfirmation } from './record-confirmation.ts'
import { recordContact } from './record-contact.ts'
import { recordContactPlan } from './record-contact-plan.ts'
import { recordDuty } from './record-duty.ts'
import { recordJoint } from './record-joint.ts'
import { recordLimit } from './record-limit.ts'
import { recordMediation } from './record-mediation.ts'
import { recordPrevention } from './record-prevention.ts'
import { recordReceipt } from './record-receipt.ts'
import { recordRevisit } from './record-revisit.ts'
import { recordThirdParty } from './record-third-party.ts'
import { referDispute } from './refer-dispute.ts'
import { remindOfficer } from './remind-officer.ts'
import { requestErasure } from './request-erasure.ts'
import { screenDispute } from './screen-dispute.ts'
import { setGroup } from './set-group.ts'
import { settleUnease } from './settle-unease.ts'
import { showCase } from './show-case.ts'
import { showCoverage } from './show-coverage.ts'
import { showPatrol } from './show-patrol.ts'
import { showReport } from './show-report.ts'
import { showWarnings } from './show-warnings.ts'
import { stopMessages } from './stop-messages.ts'
import { declineOffer, takeOffer } from './take-offer.ts'
import { tellStatus } from './tell-status.ts'
import { caseToRequest, requestToCase } from './turn-request.ts'
import { updateReport } from './update-report.ts'
import { useCode } from './use-code.ts'
import { voiceUnease } from './voice-unease.ts'
import { answerRequest, passRequest, putOffRequest, showRequest, takeRequest } from './work-request.ts'
import { writeWorkPlan } from './write-work-plan.ts'

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
  mergeDispute,
  assignDispute,
  claimDispute,
  declineDispute,
  recordContact,
  recordContactPlan,
  notePhrase,
  recordMediation,
  recordAgreement,
  recordConfirmation,
  recordLimit,
  recordDuty,
  confirmSupplement,
  recordRevisit,
  putOffRevisit,
  recordThirdParty,
  markFlag,
  showCoverage,
  showReport,
  handInReport,
  recordPrevention,
  decidePrevention,
  noteCriminal,
  showWarnings,
  referDispute,
  recordReceipt,
  planJoint,
  changeJoint,
  answerInvitation,
  recordJoint,
  endEmergency,
  closeDispute,
  adjustLevel,
  beginAssessment,
  assessCase,
  carryOutDecision,
  voiceUnease,
  settleUnease,
  writeWorkPlan,
  moveDispute,
  changePlan,
  fileRequest,
  takeRequest,
  showRequest,
  answerRequest,
  passRequest,
  putOffRequest,
  rateRequest,
  requestToCase,
  caseToRequest,
  takeOffer,
  declineOffer,
  markHard,
  planPatrol,
  changePatrol,
  showPatrol,
  answerPatrol,
  fileLead,
  beginBehalf,
}
