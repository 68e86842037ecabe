// What is counted of agreements and of what was promised in them.
import type { Instant } from '../calendar.ts'
import type { Counts } from './cases.ts'
import type { AgreementFact, CaseFact, DutyEventFact, DutyFact } from './facts.ts'
import { within } from './happened.ts'
import type { Span } from './period.ts'

/** Another one may have taken its place since: by the end of the time it had not. */
const inForce = ({ replacedAt }: AgreementFact, to: Instant): boolean =>
  replacedAt === null || replacedAt > to

const concluded = (c: CaseFact, span: Span): AgreementFact[] =>
  c.agreements.filter((one) => within(one.at, span) && inForce(one, span.to))

export const agreements =
  (form: AgreementFact['form']): Counts =>
  (c, span) =>
    concluded(c, span).filter((one) => one.form === form).length

const dutiesOf = (c: CaseFact, { id }: AgreementFact): DutyFact[] =>
  c.duties.filter(({ agreement }) => agreement === id)

/** 协议涉及金额: what the agreements say, whether or not it is ever paid. */
export const agreedFen: Counts = (c, span) =>
  concluded(c, span)
    .flatMap((one) => dutiesOf(c, one))
    .reduce((sum, { amountFen }) => sum + (amountFen ?? 0), 0)

export const confirmedByCourt: Counts = (c, span) =>
  c.agreements.filter(({ confirmedAt }) => within(confirmedAt, span)).length

/** A duty without a day falls due when it is done; one that was let go never does. */
const dueOf = ({ dueAt, doneAt }: DutyFact): Instant | null => dueAt ?? doneAt
const owed = (duties: readonly DutyFact[], to: Instant): DutyFact[] =>
  duties.filter((duty) => dueOf(duty) !== null && (duty.waivedAt === null || duty.waivedAt > to))
const isDone = ({ doneAt }: DutyFact, to: Instant): boolean => doneAt !== null && doneAt <= to

/** Those whose last duty fell due within the time. */
const fellDue = (c: CaseFact, span: Span): DutyFact[][] =>
  c.agreements
    .filter((one) => inForce(one, span.to))
    .map((one) => owed(dutiesOf(c, one), span.to))
    .filter((duties) => duties.length > 0 && within(Math.max(...duties.map((one) => dueOf(one) ?? 0)), span))

export const agreementsDue: Counts = (c, span) => fellDue(c, span).length
export const agreementsPerformed: Counts = (c, span) =>
  fellDue(c, span).filter((duties) => duties.every((one) => isDone(one, span.to))).length

const itemsDue = (c: CaseFact, span: Span): DutyFact[] =>
  owed(
    c.agreements.filter((one) => inForce(one, span.to)).flatMap((one) => dutiesOf(c, one)),
    span.to,
  ).filter((duty) => within(dueOf(duty), span))

export const dutiesDue: Counts = (c, span) => itemsDue(c, span).length
export const dutiesPerformed: Counts = (c, span) =>
  itemsDue(c, span).filter((one) => isDone(one, span.to)).length
export const dutiesOverdue: Counts = (c, span) =>
  itemsDue(c, span).filter((one) => !isDone(one, span.to)).length

/** Of money an officer's having seen it is no proof; of a thing given back it is. */
const isProven = ({ proof }: DutyEventFact, kind: DutyFact['kind']): boolean =>
  proof !== null && (kind === 'return' || proof !== 'seen')

/** 挽回经济损失: really paid or given back, with proof; never what was only agreed. */
export const recoveredFen: Counts = (c, span) =>
  c.duties
    .filter(({ kind }) => kind === 'pay' || kind === 'return')
    .flatMap(({ kind, events }) =>
      events.filter(
        (one) => (one.what === 'done' || one.what === 'part') && within(one.at, span) && isProven(one, kind),
      ),
    )
    .reduce((sum, { amountFen }) => sum + (amountFen ?? 0), 0)
