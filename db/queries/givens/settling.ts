// Begun on a case that is being settled: contact, mediation, agreement.
import type { AgreementGiven } from '../../../flows/agreement/commands.ts'
import { rank } from '../../../flows/casework/level.ts'
import { isOpen } from '../../../flows/casework/life-cycle.ts'
import { refuse } from '../../../flows/casework/refusal.ts'
import { isNeverAgreed } from '../../../flows/casework/taxonomy.ts'
import type { ContactGiven } from '../../../flows/contact/commands.ts'
import type { MediationGiven } from '../../../flows/mediation/commands.ts'
import { categoryOf, codesOf, officerLed } from '../../commands/shared/case.ts'
import { caseGiven } from '../../commands/shared/facts-shown.ts'
import { type CaseFlow, inStates } from './case-flow.ts'
import { everybodyElse } from './choices.ts'
import { sidesOf } from './sides.ts'

export const contact: CaseFlow = {
  name: { zh: '记录联系', en: 'record a contact' },
  role: 'mediator',
  fits: isOpen,
  given: async (books, c): Promise<ContactGiven> => ({
    ...caseGiven(books, c.row),
    parties: await sidesOf(books, c),
  }),
}

export const mediation: CaseFlow = {
  name: { zh: '记录调解', en: 'record a mediation' },
  role: 'mediator',
  fits: inStates('MEDIATING'),
  given: async (books, c): Promise<MediationGiven> => ({
    ...caseGiven(books, c.row),
    parties: await sidesOf(books, c),
    helpers: await everybodyElse(books),
    officerLed: officerLed(books, c.row),
  }),
}

export const agreement: CaseFlow = {
  name: { zh: '登记协议', en: 'record an agreement' },
  role: 'mediator',
  fits: inStates('MEDIATING'),
  async given(books, c) {
    if (isNeverAgreed(categoryOf(c.row), codesOf(books, c.row)))
      return refuse(
        'never-agreed',
        '这类事不能以调解成功结案。',
        'A matter of this kind can never end in an agreement.',
      )
    const given: AgreementGiven = {
      ...caseGiven(books, c.row),
      parties: await sidesOf(books, c),
      oralAllowed: rank(c.row.level) < rank('ORANGE'),
    }
    return given
  },
}
