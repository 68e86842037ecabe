import type { RecordAgreement } from './agreement/commands.ts'
import type { NotePhrase } from './appointment/commands.ts'
import type { AssessCase } from './assesscase/commands.ts'
import type { BeginAssessment } from './assessment/commands.ts'
import type { AssignDispute, ClaimDispute, DeclineDispute } from './assignment/commands.ts'
import type { SettleUnease } from './atease/commands.ts'
import type { BeginBehalf } from './behalf/commands.ts'
import type { EndEmergency } from './calm/commands.ts'
import type { CloseDispute } from './close/commands.ts'
import type { RecordConfirmation } from './confirmation/commands.ts'
import type { RecordContact } from './contact/commands.ts'
import type { DeskCommand } from './core/desk-commands.ts'
import type { ShowCoverage } from './coverage/commands.ts'
import type { CarryOutDecision } from './decision/commands.ts'
import type {
  AnswerRequest,
  CaseToRequest,
  FileRequest,
  PassRequest,
  PutOffRequest,
  RateRequest,
  RequestToCase,
  ShowRequest,
  TakeRequest,
} from './difficulty/commands.ts'
import type { RecordDuty } from './duty/commands.ts'
import type { MarkFlag } from './flag/commands.ts'
import type { AddToReport, FileDispute, UpdateReport } from './intake/commands.ts'
import type { AnswerInvitation } from './invitation/commands.ts'
import type { ChangeJoint, PlanJoint } from './joint/commands.ts'
import type { RecordJoint } from './jointheld/commands.ts'
import type { AdjustLevel } from './level/commands.ts'
import type { RecordLimit } from './limit/commands.ts'
import type { AnswerPatrol, FileLead } from './lookout/commands.ts'
import type { RecordMediation } from './mediation/commands.ts'
import type { MergeDispute } from './merge/commands.ts'
import type { MoveDispute } from './move/commands.ts'
import type { DeclineOffer, MarkHard, TakeOffer } from './offer/commands.ts'
import type { ChangePatrol, PlanPatrol, ShowPatrol } from './patrol/commands.ts'
import type { ChangePlan } from './plan/commands.ts'
import type { NoteCriminal, RecordPrevention } from './prevention/commands.ts'
import type { DecidePrevention } from './preventioncheck/commands.ts'
import type { RecordReceipt } from './receipt/commands.ts'
import type { ReferDispute } from './referral/commands.ts'
import type { HandInReport, ShowReport } from './report/commands.ts'
import type { PutOffRevisit, RecordRevisit } from './revisit/commands.ts'
import type { RecordContactPlan } from './safecontact/commands.ts'
import type { ScreenDispute } from './screening/commands.ts'
import type { ShowCase } from './show/commands.ts'
import type { RemindOfficer, TellStatus } from './status/commands.ts'
import type { ConfirmSupplement } from './supplement/commands.ts'
import type { RecordThirdParty } from './thirdparty/commands.ts'
import type { VoiceUnease } from './uneasy/commands.ts'
import type { ShowWarnings } from './warnings/commands.ts'
import type { NoteJoined } from './welcome/commands.ts'
import type { WriteWorkPlan } from './workplan/commands.ts'

/** Everything a flow may ask of the station's books; each has one handler in db/commands, or the project does not compile. */
export type Commands =
  | DeskCommand
  | FileDispute
  | UpdateReport
  | AddToReport
  | TellStatus
  | RemindOfficer
  | ShowCase
  | ScreenDispute
  | MergeDispute
  | AssignDispute
  | ClaimDispute
  | DeclineDispute
  | RecordContact
  | RecordMediation
  | RecordAgreement
  | RecordConfirmation
  | RecordLimit
  | RecordDuty
  | ConfirmSupplement
  | RecordRevisit
  | PutOffRevisit
  | RecordContactPlan
  | NotePhrase
  | RecordThirdParty
  | MarkFlag
  | ShowCoverage
  | ShowReport
  | HandInReport
  | RecordPrevention
  | DecidePrevention
  | NoteCriminal
  | ShowWarnings
  | ReferDispute
  | RecordReceipt
  | PlanJoint
  | ChangeJoint
  | AnswerInvitation
  | RecordJoint
  | EndEmergency
  | CloseDispute
  | AdjustLevel
  | MoveDispute
  | ChangePlan
  | FileRequest
  | TakeRequest
  | ShowRequest
  | AnswerRequest
  | PassRequest
  | PutOffRequest
  | RateRequest
  | RequestToCase
  | CaseToRequest
  | TakeOffer
  | DeclineOffer
  | MarkHard
  | NoteJoined
  | PlanPatrol
  | ChangePatrol
  | ShowPatrol
  | AnswerPatrol
  | FileLead
  | BeginBehalf
  | BeginAssessment
  | AssessCase
  | CarryOutDecision
  | VoiceUnease
  | SettleUnease
  | WriteWorkPlan
