// 三调联动（警力＋干部＋民力）: the three forces that sit together (domain 0, 4.5), and when a sitting counts as theirs.
import type { Role } from './roles.ts'
import type { Said } from './said.ts'

export const FORCES = ['police', 'cadre', 'people'] as const
export type Force = (typeof FORCES)[number]

const ROLES: { readonly [F in Force]: readonly Role[] } = {
  police: ['officer', 'leader', 'chief', 'duty'],
  cadre: ['cadre', 'township', 'grid'],
  people: ['mediator'],
}

/** For which force somebody with these roles sits there; null for none. */
export const forceOf = (roles: readonly Role[]): Force | null =>
  FORCES.find((force) => ROLES[force].some((role) => roles.includes(role))) ?? null

const NAMES: { readonly [F in Force]: Said } = {
  police: { zh: '民警', en: 'police' },
  cadre: { zh: '村镇干部', en: 'village or township cadres' },
  people: { zh: '调解员', en: 'mediators' },
}
export const forceName = (force: Force): Said => NAMES[force]

/** Somebody who was asked to a sitting, as the books keep it. Elders and relatives have no `personId`. */
export type Asked = { slot: Force | 'party'; personId: string | null; came: boolean | null }

/** Forces of which nobody is among these. A guest of the sides is of no force. */
export const forcesMissing = (asked: readonly Pick<Asked, 'slot' | 'personId'>[]): Force[] =>
  FORCES.filter((force) => !asked.some(({ slot, personId }) => slot === force && personId !== null))

/** Counts as 三调联动 as the article counts it: police, cadres and people were all there. */
export const isThreeForce = (invitations: readonly Asked[]): boolean =>
  forcesMissing(invitations.filter(({ came }) => came === true)).length === 0
