// Begun where a case takes another turn: danger over, level, any other step of the life cycle.
import { isOpen, stateName } from '../../../flows/casework/life-cycle.ts'
import type { MoveGiven } from '../../../flows/move/commands.ts'
import { byHand } from '../../commands/shared/by-hand.ts'
import { stateOf } from '../../commands/shared/case.ts'
import { caseGiven } from '../../commands/shared/facts-shown.ts'
import { type CaseFlow, inStates } from './case-flow.ts'
import { localeOf, said } from './choices.ts'

export const calm: CaseFlow = {
  name: { zh: '险情解除', en: 'danger over' },
  role: 'officer',
  fits: inStates('EMERGENCY'),
  given: async (books, { row }) => caseGiven(books, row),
}

export const level: CaseFlow = {
  name: { zh: '调整等级', en: 'change the level' },
  role: 'officer',
  fits: isOpen,
  given: async (books, { row }) => caseGiven(books, row),
}

export const move: CaseFlow = {
  name: { zh: '调整状态', en: 'move the case' },
  role: 'mediator',
  fits: (state, roles) => byHand(state, roles).length > 0,
  async given(books, { row }, roles): Promise<MoveGiven> {
    const locale = await localeOf(books)
    const states = byHand(stateOf(row), roles)
    return {
      ...caseGiven(books, row),
      states: states.map((code) => ({ id: code, label: said(stateName(code), locale) })),
    }
  },
}
