// Begun on a case that somebody has yet to take: looking at it, triage, assignment, 签收, handing back.
import type { AssignmentGiven } from '../../../flows/assignment/commands.ts'
import type { ScreeningGiven } from '../../../flows/screening/commands.ts'
import { officerLed } from '../../commands/shared/case.ts'
import { caseGiven } from '../../commands/shared/facts-shown.ts'
import { suggestFor } from '../../commands/shared/roster.ts'
import { type CaseFlow, inStates } from './case-flow.ts'
import { categoriesFor, localeOf, localPeople, peopleWho, said } from './choices.ts'

export const show: CaseFlow = {
  name: { zh: '看', en: 'show' },
  role: null,
  fits: () => true,
  given: async (books, { row }) => caseGiven(books, row),
}

export const screening: CaseFlow = {
  name: { zh: '研判', en: 'triage' },
  role: 'mediator',
  fits: inStates('SCREENING'),
  async given(books, { row }): Promise<ScreeningGiven> {
    const categories = categoriesFor(row, await localeOf(books))
    return { ...caseGiven(books, row), ...categories, officerLed: officerLed(books, row) }
  },
}

export const assignment: CaseFlow = {
  name: { zh: '分派', en: 'assign' },
  role: 'leader',
  fits: inStates(
    'ACCEPTED',
    'ASSIGNED',
    'CLAIMED',
    'MEDIATING',
    'SUSPENDED',
    'AGREED',
    'FAILED',
    'TERMINATED',
    'PERFORMING',
    'BREACHED',
    'REVISITING',
  ),
  async given(books, { row }): Promise<AssignmentGiven> {
    const locale = await localeOf(books)
    const { officer, leader, reasons } = await suggestFor(books, row)
    return {
      ...caseGiven(books, row),
      officers: await peopleWho(books, 'officer', row.village),
      leaders: await peopleWho(books, 'leader', row.village),
      helpers: await localPeople(books, row.village),
      suggested: { officer, leader, reasons: reasons.map((one) => said(one, locale)) },
    }
  },
}

export const claim: CaseFlow = {
  name: { zh: '签收', en: 'accept' },
  role: 'officer',
  fits: inStates('ASSIGNED', 'EMERGENCY'),
  given: async (books, { row }) => caseGiven(books, row),
}

export const decline: CaseFlow = {
  name: { zh: '转派', en: 'hand back' },
  role: 'officer',
  fits: inStates('ASSIGNED', 'CLAIMED'),
  given: async (books, { row }) => caseGiven(books, row),
}
