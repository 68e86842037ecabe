// Begun where the law's time counts: time limits, and what a court makes of an agreement.
import { isOpen } from '../../../flows/casework/life-cycle.ts'
import { isRefused, refuse } from '../../../flows/casework/refusal.ts'
import { URGENT } from '../../../flows/casework/tables/time-limits.ts'
import { datedFor, timeLimitName } from '../../../flows/casework/time-limits.ts'
import type { ConfirmationGiven } from '../../../flows/confirmation/commands.ts'
import type { Choice } from '../../../flows/core/reply.ts'
import type { LimitGiven } from '../../../flows/limit/commands.ts'
import { categoryOf } from '../../commands/shared/case.ts'
import { confirmablePaper } from '../../commands/shared/confirmable-paper.ts'
import { caseGiven } from '../../commands/shared/facts-shown.ts'
import { keptByHand, prolongable, runningLimits } from '../../commands/shared/limits.ts'
import { type CaseFlow, inStates } from './case-flow.ts'
import { localeOf, said } from './choices.ts'

export const limit: CaseFlow = {
  name: { zh: '时限', en: 'time limit' },
  role: 'mediator',
  fits: isOpen,
  async given(books, c) {
    const locale = await localeOf(books)
    const label = (code: string, day?: { zh: string; en: string }) => {
      const name = said(timeLimitName(code), locale)
      if (!day) return name
      return locale === 'en' ? `${name} (${said(day, locale)})` : `${name}（${said(day, locale)}）`
    }
    const dated = datedFor(categoryOf(c.row)).map(
      ({ code, day }): Choice => ({ id: code, label: label(code, day) }),
    )
    const urgent = { zh: '情况紧急，24小时内', en: 'urgent, within 24 hours' }
    const given: LimitGiven = {
      ...caseGiven(books, c.row),
      dated: dated.flatMap((one) =>
        one.id === 'T-PO' ? [one, { id: URGENT, label: label('T-PO', urgent) }] : [one],
      ),
      running: (await keptByHand(books, c)).map(({ code }) => ({ id: code, label: label(code) })),
      longer: (await prolongable(books, c)) !== null,
    }
    return given.dated.length === 0 && given.running.length === 0 && !given.longer
      ? refuse(
          'no-limit',
          `${c.row.number}没有要记的时限。`,
          `${c.row.number} has no time limit to be noted.`,
        )
      : given
  },
}

export const confirmation: CaseFlow = {
  name: { zh: '司法确认', en: 'judicial confirmation' },
  role: 'mediator',
  fits: inStates('AGREED', 'PERFORMING', 'BREACHED', 'REVISITING'),
  async given(books, c) {
    const paper = await confirmablePaper(books, c)
    if (isRefused(paper)) return paper
    const [running] = await runningLimits(books, c, ['T-JC-30'])
    const given: ConfirmationGiven = {
      ...caseGiven(books, c.row),
      agreement: paper.number,
      until: running?.until ?? null,
    }
    return given
  },
}
