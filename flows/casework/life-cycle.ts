// Moving a case from one state to the next: what is listed, by whom, under which guard; and nothing else.
import type { GuardFacts } from './guard-facts.ts'
import { GUARDS, type TransitionKey } from './guards.ts'
import { type Refused, refuse } from './refusal.ts'
import { actsAs, type Role, roleName } from './roles.ts'
import { defaultRulebook, type Rulebook } from './rulebook.ts'
import type { Said } from './said.ts'
import { STATES, type State, TRANSITIONS, type Transition } from './tables/life-cycle.ts'
import { isNeverAgreed } from './taxonomy.ts'

export type Act = { actor: readonly Role[]; facts: GuardFacts }
export type Stepped = { ok: true; event: Said }

/** From here on two people must answer for the case (invariant 1). */
const RESPONSIBLE: readonly State[] = [
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
]

const FINAL: readonly State[] = ['CLOSED', 'REJECTED', 'MERGED']

/** Allowed, with the name of what happened; or refused with a code and one sentence. */
export function step(
  from: State,
  to: State,
  { actor, facts }: Act,
  rulebook: Rulebook = defaultRulebook,
): Stepped | Refused {
  const listed = transition(from, to)
  const [here, there] = [stateName(from), stateName(to)]
  if (!listed)
    return refuse(
      'unlisted',
      `“${here.zh}”不能变成“${there.zh}”。`,
      `"${here.en}" cannot become "${there.en}".`,
    )
  const may: readonly Role[] = listed.by
  if (!actsAs(actor).some((role) => may.includes(role))) {
    const who = may.map(roleName)
    return refuse(
      'not-yours',
      `这一步要由${who.map(({ zh }) => zh).join('或')}来做。`,
      `This step belongs to ${who.map(({ en }) => en).join(' or ')}.`,
    )
  }
  const broken = invariant(to, facts)
  if (broken) return broken
  const missing = GUARDS[`${from}>${to}` as TransitionKey](facts, rulebook)
  return missing
    ? refuse('guard', missing.zh, missing.en)
    : { ok: true, event: { zh: listed.zh, en: listed.en } }
}

/** Where a case in this state can go at all, in the order of the table. */
export const nextStates = (from: State): State[] =>
  TRANSITIONS.filter((one) => one.from === from).map(({ to }) => to)

/** Where these people may take it, guards apart. */
export function nextFor(from: State, actor: readonly Role[]): State[] {
  const roles = actsAs(actor)
  return TRANSITIONS.filter(
    (one) => one.from === from && one.by.some((role: Role) => roles.includes(role)),
  ).map(({ to }) => to)
}

export const transition = (from: State, to: State): Transition | undefined =>
  TRANSITIONS.find((one) => one.from === from && one.to === to)

export function stateName(state: State): Said {
  const { zh, en } = STATES.find(({ code }) => code === state)!
  return { zh, en }
}

/** The steps by which a hard trigger opens the emergency; null where only the duty officer can be alerted. */
export function towardsEmergency(from: State): State[] | null {
  if (from === 'EMERGENCY') return []
  if (transition(from, 'EMERGENCY')) return ['EMERGENCY']
  const through = nextStates(from).find((state) => state === 'REOPENED')
  return through ? [through, 'EMERGENCY'] : null
}

/** True while the station still has work to do on it. */
export const isOpen = (state: State): boolean => !FINAL.includes(state)

function invariant(to: State, { leader, officer, category, codes }: GuardFacts): Refused | null {
  if (RESPONSIBLE.includes(to)) {
    if (!leader || !officer)
      return refuse(
        'nobody',
        '要同时有责任领导和责任民警。',
        'It needs a responsible leader and a responsible officer.',
      )
    if (leader === officer)
      return refuse(
        'nobody',
        '责任领导和责任民警要是两个人。',
        'The leader and the officer must be two people.',
      )
  }
  if (to === 'AGREED' && (!category || isNeverAgreed(category, codes)))
    return refuse(
      'never-agreed',
      '这类事不能以调解成功结案。',
      'A matter of this kind can never end in an agreement.',
    )
  return null
}
