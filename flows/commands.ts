import type { RecordAgreement } from './agreement/commands.ts'
import type { NotePhrase } from './appointment/commands.ts'
import type { AssignDispute, ClaimDispute, DeclineDispute } from './assignment/commands.ts'
import type { EndEmergency } from './calm/commands.ts'
import type { CloseDispute } from './close/commands.ts'
import type { RecordContact } from './contact/commands.ts'
import type { DeskCommand } from './core/desk-commands.ts'
import type { ShowCoverage } from './coverage/commands.ts'
import type { RecordDuty } from './duty/commands.ts'
import type { MarkFlag } from './flag/commands.ts'
import type { AddToReport, FileDispute, UpdateReport } from './intake/commands.ts'
import type { AdjustLevel } from './level/commands.ts'
import type { RecordMediation } from './mediation/commands.ts'
import type { MoveDispute } from './move/commands.ts'
import type { ChangePlan } from './plan/commands.ts'
import type { ReferDispute } from './referral/commands.ts'
import type { PutOffRevisit, RecordRevisit } from './revisit/commands.ts'
import type { RecordContactPlan } from './safecontact/commands.ts'
import type { ScreenDispute } from './screening/commands.ts'
import type { ShowCase } from './show/commands.ts'
import type { RemindOfficer, TellStatus } from './status/commands.ts'
import type { ConfirmSupplement } from './supplement/commands.ts'
import type { RecordThirdParty } from './thirdparty/commands.ts'
import type { NoteJoined } from './welcome/commands.ts'

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
  | AssignDispute
  | ClaimDispute
  | DeclineDispute
  | RecordContact
  | RecordMediation
  | RecordAgreement
  | RecordDuty
  | ConfirmSupplement
  | RecordRevisit
  | PutOffRevisit
  | RecordContactPlan
  | NotePhrase
  | RecordThirdParty
  | MarkFlag
  | ShowCoverage
  | ReferDispute
  | EndEmergency
  | CloseDispute
  | AdjustLevel
  | MoveDispute
  | ChangePlan
  | NoteJoined
