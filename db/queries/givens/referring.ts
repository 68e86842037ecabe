// Begun where a case is passed on to another body, and where that body is heard from.
import { clockText } from '../../../flows/casework/clock-text.ts'
import { legalGate } from '../../../flows/casework/legal-gate.ts'
import { nextFor } from '../../../flows/casework/life-cycle.ts'
import { refuse } from '../../../flows/casework/refusal.ts'
import { actsAs } from '../../../flows/casework/roles.ts'
import type { Locale } from '../../../flows/casework/said.ts'
import { unitSaid, unitsFor } from '../../../flows/casework/units.ts'
import type { Choice } from '../../../flows/core/reply.ts'
import type { ReceiptGiven } from '../../../flows/receipt/commands.ts'
import type { ReferralGiven } from '../../../flows/referral/commands.ts'
import type { Books } from '../../books.ts'
import { afterResult } from '../../commands/shared/after-referral.ts'
import { type Case, categoryOf, codesOf } from '../../commands/shared/case.ts'
import { caseGiven } from '../../commands/shared/facts-shown.ts'
import { filesOf } from '../../commands/shared/known-files.ts'
import { lastReferral } from '../../commands/shared/resident.ts'
import { type CaseFlow, inStates } from './case-flow.ts'
import { localeOf, said } from './choices.ts'

/** More than that is no help. */
const MOST = 6

export const referral: CaseFlow = {
  name: { zh: '移交', en: 'refer' },
  role: 'mediator',
  fits: (state, roles) => nextFor(state, actsAs(roles)).includes('REFERRED'),
  async given(books, c): Promise<ReferralGiven> {
    const locale = await localeOf(books)
    const { limits } = legalGate({ category: categoryOf(c.row), codes: codesOf(books, c.row) })
    const { category, track } = c.row
    const units = unitsFor({ category, track, limits: limits.map(({ code }) => code) }).slice(0, MOST)
    // That somebody is in danger says nothing of who is competent.
    const bases = [...new Set(limits.filter(({ code }) => code !== 'emergency').map(({ basis }) => basis))]
    return {
      ...caseGiven(books, c.row),
      units: units.map((unit) => ({ id: unit.zh, label: said(unit, locale) })),
      bases: bases.map((basis) => ({ id: basis, label: basis })),
      files: await filesTold(books, c, locale),
    }
  },
}

/** By what they are and when they came: a file's own name may say too much. */
async function filesTold(books: Books, c: Case, locale: Locale): Promise<Choice[]> {
  const { calendar } = books.station.rulebook
  return (await filesOf(books, c)).map(({ id, type, at }, n) => {
    const [kind = ''] = type.split('/')
    const [zh, en] = KINDS[kind] ?? ['文件', 'File']
    return { id, label: `${locale === 'en' ? en : zh}${n + 1}（${clockText(at, calendar, locale)}）` }
  })
}

const KINDS: { readonly [kind: string]: readonly [zh: string, en: string] } = {
  image: ['照片', 'Photo '],
  audio: ['语音', 'Voice '],
  video: ['视频', 'Video '],
}

export const receipt: CaseFlow = {
  name: { zh: '登记回执', en: 'record a receipt' },
  role: 'officer',
  fits: inStates('REFERRED'),
  async given(books, c, roles) {
    const last = await lastReferral(books, c)
    if (!last || last.result === 'finished')
      return refuse(
        'no-referral',
        `${c.row.number}没有在等回执。`,
        `No receipt is awaited for ${c.row.number}.`,
      )
    const given: ReceiptGiven = {
      ...caseGiven(books, c.row),
      unit: said(unitSaid(last.toUnit), await localeOf(books)),
      due: last.dueAt,
      acknowledged: last.ackAt !== null,
      reporter: c.row.reporterAddress !== null,
      next: afterResult(c, actsAs(roles)),
    }
    return given
  },
}
