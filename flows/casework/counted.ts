// To which of the article's counts something that was done belongs (domain 0, 7.1 C, 7.3). The counts overlap and are never added up. Pure.

import type { Role } from './roles.ts'
import type { Said } from './said.ts'

export const COUNTS = [
  { code: 'all', zh: '摸排调处各类矛盾纠纷', en: 'Disputes found and handled', unit: '起' },
  {
    code: 'mediators',
    zh: '组织群众调解员化解简易纠纷',
    en: 'Simple disputes settled by mediators',
    unit: '起',
  },
  {
    code: 'township',
    zh: '与镇党委政府协作化解矛盾纠纷',
    en: 'Settled together with the township',
    unit: '起',
  },
  { code: 'police', zh: '民警调解', en: 'Settled by the police', unit: '起' },
  { code: 'difficulties', zh: '解决群众困难诉求', en: 'Difficulties solved', unit: '次' },
] as const satisfies readonly ({ code: string; unit: string } & Said)[]

export type CountCode = (typeof COUNTS)[number]['code']

/** Somebody who works here, and took part in settling a case: in which roles. */
export type TookPart = readonly Role[]

export type SettledCase = {
  difficulty: 'simple' | 'hard' | null
  /** Whoever recorded a session, or sat in one: of mediations `by` and `helpers`, of sittings together those who came. */
  tookPart: readonly TookPart[]
}

const POLICE: readonly Role[] = ['chief', 'leader', 'officer', 'duty']
const isPolice = (roles: TookPart) => roles.some((role) => POLICE.includes(role))
const isOf = (roles: TookPart, list: readonly Role[]) =>
  !isPolice(roles) && roles.some((role) => list.includes(role))

/**
 * Of a case that was settled. A simple one is the mediators' where a mediator of the people held the talks or sat in them; one
 * in which the township or a cadre took part was worked on together; else it is the police's own.
 */
export function countsOfCase({ difficulty, tookPart }: SettledCase): CountCode[] {
  const byMediator = difficulty === 'simple' && tookPart.some((roles) => isOf(roles, ['mediator']))
  const together = tookPart.some((roles) => isOf(roles, ['township', 'cadre']))
  const counts: CountCode[] = ['all']
  if (byMediator) counts.push('mediators')
  if (together) counts.push('township')
  if (!byMediator && !together) counts.push('police')
  return counts
}

/** Of a difficulty: only what the person called solved, or what an officer heard them call so. */
export const countsOfRequest = ({ state }: { state: string }): CountCode[] =>
  state === 'solved' ? ['difficulties'] : []
