import type { Side } from '../case.ts'
import { flow } from '../core/flow.ts'
import { list } from '../core/questions/list.ts'
import { oneOf, yesNo } from '../core/questions/one-of.ts'
import { text } from '../core/questions/text.ts'
import type { Guest, Relation } from './commands.ts'

/** As many as sit at one table beside those who work here. */
const MOST = 5

/** An elder, a relative, somebody respected: asked only where both sides agree (mediation law, article 20). */
const guest = flow('guest', { version: 1 })
  .ask('name', text({ max: 60 }))
  .ask('relation', oneOf(['elder', 'relative', 'respected']))
  .ask('A', yesNo())
  .ask('B', yesNo())
  .direct()
  .done((known) => ({ do: 'guest', with: known }))

export const guestList = list(guest, { max: MOST })

type Said = { name: string; relation: Relation; A: 'yes' | 'no'; B: 'yes' | 'no' }

export const asGuest = ({ name, relation, A, B }: Said): Guest => {
  const consents: Side[] = [
    ...(A === 'yes' ? (['A'] as const) : []),
    ...(B === 'yes' ? (['B'] as const) : []),
  ]
  return { name, relation, consents }
}

export const isWanted = ({ consents }: Guest): boolean => consents.length === 2
