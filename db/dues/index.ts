// What is done when something is due, by the kind of the row.
import type { DueHandlers } from '../books.ts'
import type { Kind } from '../commands/shared/waiting.ts'
import { accept } from './accept.ts'
import { alike } from './alike.ts'
import { appointment } from './appointment.ts'
import { assessment } from './assessment.ts'
import { breach } from './breach.ts'
import { confirmable } from './confirmable.ts'
import { contact } from './contact.ts'
import { decision } from './decision.ts'
import { digest } from './digest.ts'
import { duty } from './duty.ts'
import { emergency } from './emergency.ts'
import { hint } from './hint.ts'
import { joint } from './joint.ts'
import { lateOpening } from './late-opening.ts'
import { lapse, lead } from './lead.ts'
import { limit } from './limit.ts'
import { looseEnds } from './looseends.ts'
import { night } from './night.ts'
import { nightly } from './nightly.ts'
import { offer } from './offer.ts'
import { owner } from './owner.ts'
import { patrol, patrolend, patrolremind } from './patrol.ts'
import { receipt } from './receipt.ts'
import { referral } from './referral.ts'
import { request } from './request.ts'
import { resume } from './resume.ts'
import { review } from './review.ts'
import { revisit } from './revisit.ts'
import { supplement } from './supplement.ts'
import { target } from './target.ts'
import { tell } from './tell.ts'
import { thirdparty } from './third-party.ts'
import { unanswered } from './unanswered.ts'
import { unheld } from './unheld.ts'
import { voice } from './voice.ts'
import { warningsDue } from './warnings.ts'
import { watch } from './watch.ts'
import { workplan } from './work-plan.ts'

/** One for every kind of waiting, or the project does not compile. */
export const acts = {
  lead,
  lapse,
  alike,
  emergency,
  contact,
  accept,
  owner,
  target,
  resume,
  receipt,
  referral,
  joint,
  review,
  night,
  duty,
  breach,
  revisit,
  appointment,
  unanswered,
  thirdparty,
  tell,
  confirmable,
  supplement,
  offer,
  request,
  watch,
  voice,
  hint,
  warnings: warningsDue,
  limit,
  decision,
  workplan,
  assessment,
  unheld,
  digest,
  nightly,
  patrol,
  patrolremind,
  patrolend,
  looseends: looseEnds,
  /** Openings of our own accord that came too late to begin by themselves. */
  open: lateOpening,
} satisfies DueHandlers & { readonly [K in Kind | 'digest']: unknown }
