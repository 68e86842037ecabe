// Who acts on a case, and whose place each of them may take.
import type { Said } from './said.ts'

/**
 * `chief` is the station's head (所长) and does in chat what an administrator may, `leader` a deputy or other responsible
 * leader, `duty` whoever is on duty now, `township` the township's office, told when the station leaves a case lying,
 * `grid` a grid worker or village auxiliary, `external` the unit a case was referred to.
 */
export const ROLES = [
  { code: 'chief', zh: '所长', en: 'chief' },
  { code: 'leader', zh: '责任领导', en: 'responsible leader' },
  { code: 'officer', zh: '责任民警', en: 'responsible officer' },
  { code: 'duty', zh: '值班民警', en: 'duty officer' },
  { code: 'mediator', zh: '调解员', en: 'mediator' },
  { code: 'township', zh: '乡镇', en: 'township' },
  { code: 'cadre', zh: '村干部', en: 'village cadre' },
  { code: 'grid', zh: '网格员', en: 'grid worker' },
  { code: 'bot', zh: '机器人', en: 'the bot' },
  { code: 'system', zh: '系统', en: 'the system' },
  { code: 'external', zh: '接收单位', en: 'the receiving unit' },
] as const satisfies readonly ({ code: string } & Said)[]

export type Role = (typeof ROLES)[number]['code']

/** Officers mediate and record; whoever commands may do what those below may do. */
const STANDS_FOR: Partial<Record<Role, readonly Role[]>> = {
  chief: ['leader', 'duty', 'officer', 'mediator'],
  leader: ['officer', 'mediator'],
  duty: ['officer', 'mediator'],
  officer: ['mediator'],
}

/** Every role that someone with these roles may act in. */
export function actsAs(roles: readonly Role[]): Role[] {
  const all = new Set<Role>(roles)
  for (const role of roles) for (const other of STANDS_FOR[role] ?? []) all.add(other)
  return [...all]
}

export function roleName(role: Role): Said {
  const { zh, en } = ROLES.find(({ code }) => code === role)!
  return { zh, en }
}
