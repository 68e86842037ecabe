// What is done when something is due, by the kind of the row.
import type { DueHandlers } from '../books.ts'
import type { Kind } from '../commands/shared/waiting.ts'
import { accept } from './accept.ts'
import { appointment } from './appointment.ts'
import { breach } from './breach.ts'
import { confirmable } from './confirmable.ts'
import { contact } from './contact.ts'
import { digest } from './digest.ts'
import { duty } from './duty.ts'
import { emergency } from './emergency.ts'
import { lateOpening } from './late-opening.ts'
import { lapse, lead } from './lead.ts'
import { night } from './night.ts'
import { receipt } from './receipt.ts'
import { resume } from './resume.ts'
import { review } from './review.ts'
import { revisit } from './revisit.ts'
import { supplement } from './supplement.ts'
import { target } from './target.ts'
import { tell } from './tell.ts'
import { thirdparty } from './third-party.ts'
import { unanswered } from './unanswered.ts'

/** One for every kind of waiting, or the project does not compile. */
export const acts = {
  lead,
  lapse,
  emergency,
  contact,
  accept,
  target,
  resume,
  receipt,
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
  digest,
  /** Openings of our own accord that came too late to begin by themselves. */
  open: lateOpening,
} satisfies DueHandlers & { readonly [K in Kind | 'digest']: unknown }
