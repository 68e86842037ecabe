// Begun on a case that somebody has yet to take: looking at it, triage, assignment, 签收, handing back.
import type { AssignmentGiven } from '../../../flows/assignment/commands.ts'
import { caseFacts, indicators } from '../../../flows/casework/facts.ts'
import { regarded } from '../../../flows/casework/gate.ts'
import type { ScreeningGiven } from '../../../flows/screening/commands.ts'
import { categoryOf, officerLed } from '../../commands/shared/case.ts'
import { caseGiven } from '../../commands/shared/facts-shown.ts'
import { gateBefore } from '../../commands/shared/gate.ts'
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
  async given(books, c): Promise<ScreeningGiven> {
    const { row } = c
    const categories = categoriesFor(row, await localeOf(books))
    const { rulebook } = books.station
    // What is known whatever the category: the officer may correct that first.
    const codes = indicators(caseFacts({ ...row.facts, category: 'OT-00' }), books.now, rulebook)
    const { headcount, elsewhere, refusedBySome } = await gateBefore(books, c, categoryOf(row), codes)
    return {
      ...caseGiven(books, row),
      ...categories,
      officerLed: officerLed(books, row),
      before: { codes: regarded(codes), implied: rulebook.implied, headcount, elsewhere, refusedBySome },
    }
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
