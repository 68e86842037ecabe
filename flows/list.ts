// Every flow of the station, one line each.
import add from './add/index.ts'
import agreement from './agreement/index.ts'
import appointment from './appointment/index.ts'
import asrequest from './asrequest/index.ts'
import assesscase from './assesscase/index.ts'
import assessment from './assessment/index.ts'
import assignment from './assignment/index.ts'
import atease from './atease/index.ts'
import behalf from './behalf/index.ts'
import calm from './calm/index.ts'
import claim from './claim/index.ts'
import close from './close/index.ts'
import confirmation from './confirmation/index.ts'
import contact from './contact/index.ts'
import type { Flow } from './core/flow.ts'
import coverage from './coverage/index.ts'
import decision from './decision/index.ts'
import decline from './decline/index.ts'
import difficulty from './difficulty/index.ts'
import duty from './duty/index.ts'
import flag from './flag/index.ts'
import hard from './hard/index.ts'
import intake from './intake/index.ts'
import { cannot, coming, otherTime } from './invitation/index.ts'
import joint from './joint/index.ts'
import jointheld from './jointheld/index.ts'
import level from './level/index.ts'
import limit from './limit/index.ts'
import lookout from './lookout/index.ts'
import mediation from './mediation/index.ts'
import merge from './merge/index.ts'
import move from './move/index.ts'
import offer from './offer/index.ts'
import offerdecline from './offerdecline/index.ts'
import patrol from './patrol/index.ts'
import patrolled from './patrolled/index.ts'
import plan from './plan/index.ts'
import prevention from './prevention/index.ts'
import preventioncheck from './preventioncheck/index.ts'
import receipt from './receipt/index.ts'
import referral from './referral/index.ts'
import report from './report/index.ts'
import requestanswer from './requestanswer/index.ts'
import requestcase from './requestcase/index.ts'
import requestlater from './requestlater/index.ts'
import requestpass from './requestpass/index.ts'
import requestshow from './requestshow/index.ts'
import requestsolved from './requestsolved/index.ts'
import requesttake from './requesttake/index.ts'
import revisit from './revisit/index.ts'
import safecontact from './safecontact/index.ts'
import screening from './screening/index.ts'
import show from './show/index.ts'
import sitdown from './sitdown/index.ts'
import status from './status/index.ts'
import supplement from './supplement/index.ts'
import thirdparty from './thirdparty/index.ts'
import uneasy from './uneasy/index.ts'
import visit from './visit/index.ts'
import warnings from './warnings/index.ts'
import welcome from './welcome/index.ts'
import workplan from './workplan/index.ts'
import zero from './zero/index.ts'

export const FLOWS: readonly Flow[] = [
  intake,
  add,
  status,
  show,
  screening,
  merge,
  assignment,
  claim,
  decline,
  contact,
  mediation,
  agreement,
  confirmation,
  limit,
  duty,
  supplement,
  revisit,
  safecontact,
  appointment,
  visit,
  thirdparty,
  flag,
  coverage,
  report,
  prevention,
  preventioncheck,
  warnings,
  referral,
  receipt,
  joint,
  jointheld,
  coming,
  cannot,
  otherTime,
  sitdown,
  calm,
  level,
  plan,
  move,
  close,
  difficulty,
  requesttake,
  requestshow,
  requestanswer,
  requestpass,
  requestlater,
  requestcase,
  requestsolved,
  asrequest,
  offer,
  offerdecline,
  hard,
  welcome,
  patrol,
  patrolled,
  lookout,
  zero,
  behalf,
  assessment,
  assesscase,
  decision,
  uneasy,
  atease,
  workplan,
]
