// From facts to what somebody reads: a card for staff, a sentence for everybody else.
import type { Locale } from '../core/event.ts'
import type { Button, Reply, Tone } from '../core/reply.ts'
import { buttonLabel, typedTwin } from './does.ts'
import type { Notice, NoticeButton } from './notice.ts'
import { tell } from './words.ts'

type Name = { zh: string; en: string }

/** Notices that staff get; they carry no name, no phone and no story. */
const STAFF: ReadonlySet<Notice['kind']> = new Set([
  'newCase',
  'assigned',
  'next',
  'notAccepted',
  'raised',
  'emergency',
  'contactLate',
  'wants',
  'revisitDue',
  'revisitAnswered',
  'howAreThey',
  'outcome',
  'dutyOverdue',
  'supplement',
  'consentReview',
  'mayClose',
  'undelivered',
  'phrase',
  'voice',
  'added',
  'alike',
  'mergedIn',
  'digest',
  'looseEnds',
  'request',
  'offer',
  'offerTaken',
  'hardCase',
  'noProgress',
  'bound',
  'groupAlert',
  'limitOver',
  'warning',
  'warningDigest',
  'patrolAsk',
  'patrolBegun',
  'patrolEnded',
  'referralLate',
  'referralDone',
  'jointInvited',
  'jointReminder',
  'jointCancelled',
  'jointWho',
  'jointPhone',
  'jointRecord',
  'assessmentDue',
  'assessmentCall',
  'assessmentMissed',
  'minutes',
  'decided',
  'uneasy',
  'atEase',
  'prevention',
  'preventionDecided',
  'workPlanLate',
  'workPlanWritten',
])

/** Pure: the same notice in the same language is the same reply. */
export function render(notice: Notice, locale: Locale): Reply {
  const { text, rows = [] } = tell(notice, locale)
  if (!STAFF.has(notice.kind)) return { kind: 'say', text }
  const {
    facts = null,
    ref = facts?.number ?? null,
    buttons = [],
  } = notice as {
    facts?: { number: string; level: Tone } | null
    ref?: string | null
    buttons?: NoticeButton[]
  }
  return {
    kind: 'card',
    text,
    rows,
    buttons: buttons.map(({ id, does }): Button => ({ id, label: buttonLabel(does, locale) })),
    twin: ref === null ? null : twins(buttons, ref, locale),
    tone:
      notice.kind === 'emergency' || (notice.kind === 'phrase' && notice.urgent)
        ? 'RED'
        : (facts?.level ?? 'plain'),
  }
}

/**
 * A card that was sent earlier, once its case has moved on, with the buttons that still make sense. When none is left it is not
 * shown anew any more: what it says then must stay true.
 */
export function renderRevised(notice: Notice, locale: Locale, state: Name): Reply {
  const before = render(notice, locale)
  if (before.kind !== 'card') return before
  const now =
    locale === 'en' ? { label: 'Moved on to', value: state.en } : { label: '已转为', value: state.zh }
  return { ...before, rows: [...before.rows, now] }
}

/** `签收 RD-2026-0001 · 转派 RD-2026-0001`: each part, typed alone, does what its button does. */
const twins = (buttons: NoticeButton[], number: string, locale: Locale): string | null =>
  buttons.length === 0 ? null : buttons.map(({ does }) => typedTwin(does, number, locale)).join(' · ')
