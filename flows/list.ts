// Every flow of the station, one line each.
import add from './add/index.ts'
import agreement from './agreement/index.ts'
import appointment from './appointment/index.ts'
import assignment from './assignment/index.ts'
import calm from './calm/index.ts'
import claim from './claim/index.ts'
import close from './close/index.ts'
import contact from './contact/index.ts'
import type { Flow } from './core/flow.ts'
import coverage from './coverage/index.ts'
import decline from './decline/index.ts'
import duty from './duty/index.ts'
import flag from './flag/index.ts'
import intake from './intake/index.ts'
import level from './level/index.ts'
import mediation from './mediation/index.ts'
import move from './move/index.ts'
import plan from './plan/index.ts'
import referral from './referral/index.ts'
import revisit from './revisit/index.ts'
import safecontact from './safecontact/index.ts'
import screening from './screening/index.ts'
import show from './show/index.ts'
import status from './status/index.ts'
import supplement from './supplement/index.ts'
import thirdparty from './thirdparty/index.ts'
import visit from './visit/index.ts'
import welcome from './welcome/index.ts'

export const FLOWS: readonly Flow[] = [
  intake,
  add,
  status,
  show,
  screening,
  assignment,
  claim,
  decline,
  contact,
  mediation,
  agreement,
  duty,
  supplement,
  revisit,
  safecontact,
  appointment,
  visit,
  thirdparty,
  flag,
  coverage,
  referral,
  calm,
  level,
  plan,
  move,
  close,
  welcome,
]
