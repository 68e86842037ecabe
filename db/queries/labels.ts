// What the story of a case calls things, in both languages of the page. What a person wrote stays as it was written.
import type { Coded, Name, Told } from '../store.ts'

export type Row = { label: Name; value: Told }
export type Words = { readonly [code: string]: readonly [zh: string, en: string] }

export const ROLES: Words = {
  PARTY: ['当事人', 'A party'],
  RELATIVE: ['家属', 'A relative'],
  WITNESS: ['旁人', 'A witness'],
  GRID: ['网格员、辅警', 'Grid worker or auxiliary'],
  CADRE: ['村干部', 'A village cadre'],
  TEACHER: ['老师', 'A teacher'],
  CHILD: ['孩子本人', 'The child'],
  ANON: ['不想说', 'Prefers not to say'],
}
export const INJURY: Words = {
  none: ['没有受伤', 'Nobody hurt'],
  minor: ['轻伤', 'Slightly hurt'],
  serious: ['伤得重', 'Badly hurt'],
}
export const WEAPON: Words = { no: ['没有', 'No'], yes: ['有', 'Yes'], unsure: ['不清楚', 'Not sure'] }
export const YES_NO: Words = { yes: ['是', 'Yes'], no: ['否', 'No'] }
export const SAFETY: Words = {
  safe: ['安全', 'Safe'],
  unsafe: ['不安全', 'Not safe'],
  other: ['别人有危险', 'Someone else is in danger'],
}
export const HISTORY: Words = {
  first: ['第一次', 'First time'],
  village: ['村里调解过', 'Mediated in the village'],
  police: ['派出所处理过', 'Handled by the station'],
  court: ['在法院或仲裁', 'In court or arbitration'],
}
export const WILLING: Words = {
  yes: ['愿意', 'Willing'],
  no: ['不愿意', 'Not willing'],
  thinking: ['还在想', 'Still thinking'],
}

export const KEPT: Words = {
  all: ['都做到了', 'All of it'],
  part: ['做了一部分', 'Part of it'],
  none: ['没做', 'None of it'],
  notyet: ['还没到时间', 'Not due yet'],
}
export const WHY: Words = {
  wont: ['自己不想做', 'They do not want to'],
  theywont: ['对方不肯', 'The other side will not'],
  nomoney: ['没钱', 'No money'],
  early: ['还没到时间', 'Not due yet'],
  waits: ['等别的事', 'Waiting for something'],
  other: ['其他', 'Other'],
}
export const TROUBLE: Words = {
  none: ['没有', 'None'],
  quarrel: ['吵过', 'They quarrelled'],
  blows: ['动手了', 'Blows'],
  threat: ['被威胁', 'Was threatened'],
}
export const RELATION: Words = {
  greet: ['打招呼', 'They greet'],
  silent: ['不说话', 'They do not speak'],
  avoid: ['躲着走', 'They avoid each other'],
  angry: ['还在生气', 'Still angry'],
}
export const FAIR: Words = {
  fair: ['公平', 'Fair'],
  acceptable: ['还行', 'Acceptable'],
  notquite: ['不太公平', 'Not quite'],
  unfair: ['不公平', 'Unfair'],
}
export const FREELY: Words = {
  yes: ['自己愿意', 'Yes'],
  reluctant: ['有点勉强', 'A little reluctantly'],
  pressed: ['被逼的', 'Was pressed'],
}
export const SAFE: Words = {
  safe: ['安全', 'Safe'],
  abit: ['有点怕', 'A bit afraid'],
  very: ['很怕', 'Very afraid'],
}

export const MODES: Words = {
  chat: ['微信或网页', 'By message'],
  call: ['打电话', 'By phone'],
  visit: ['上门', 'At their home'],
}
export const REVISIT_STATES: Words = {
  planned: ['待访', 'Planned'],
  open: ['正在访', 'Being asked'],
  answered: ['已访', 'Answered'],
  declined: ['不愿回访', 'Declined'],
  unavailable: ['没找到人', 'Not found'],
  uncooperative: ['不配合', 'Uncooperative'],
  unreached: ['没访到', 'Not reached'],
  nosuch: ['查无此人', 'No such person'],
  waived: ['领导决定不访', 'Let go by the leader'],
  superseded: ['不用访了', 'No longer needed'],
}
export const DUTY_STATES: Words = {
  open: ['未到期', 'Not due yet'],
  part: ['部分履行', 'Done in part'],
  done: ['已履行', 'Done'],
  overdue: ['逾期', 'Overdue'],
  waived: ['豁免', 'Waived'],
  lasting: ['长期', 'Lasting'],
  replaced: ['已变更', 'Replaced'],
}
export const SIDES: Words = {
  A: ['甲方', 'Party A'],
  B: ['乙方', 'Party B'],
  both: ['双方', 'Both parties'],
  third: ['第三人', 'A third person'],
}
export const HOW: Words = {
  phone: ['电话', 'by phone'],
  visit: ['上门', 'at their home'],
  station: ['到所', 'at the station'],
}
export const RESULTS: Words = {
  agreed: ['谈成了', 'they agree'],
  again: ['改天再谈', 'they meet again'],
  failed: ['没谈成', 'no agreement'],
  ended: ['终止', 'ended'],
  paused: ['中止', 'paused'],
}
export const DUTY_EVENTS: Words = {
  done: ['履行完', 'done'],
  part: ['履行一部分', 'done in part'],
  not: ['没有履行', 'not done'],
  extended: ['延期', 'put off'],
  waived: ['免了', 'no longer owed'],
  overdue: ['逾期', 'overdue'],
}
export const NOTES: Words = {
  added: ['补充', 'Added'],
  correction: ['更正', 'Corrected'],
  note: ['记录', 'Note'],
  danger: ['险情原话', 'Danger, in their words'],
  disposition: ['处置结果', 'How it was handled'],
  safeContact: ['安全联系方式', 'Safe contact'],
  emergencyTaken: ['接警', 'Emergency taken'],
}

/** A code that has no word here is shown as it is, rather than left out. */
export function said(words: Words, code: string): Name {
  const [zh, en] = words[code] ?? [code, code]
  return { zh, en }
}

/** With the code beside it, for whoever must tell one from another. */
export const coded = (words: Words, code: string): Coded => ({ code, ...said(words, code) })

/** Rows of what is known; what was not told has none. */
export const rowsOf = (all: readonly [zh: string, en: string, value: Told | null | undefined][]): Row[] =>
  all.flatMap(([zh, en, value]) => (value ? [{ label: { zh, en }, value }] : []))

/** One text of several parts; it stays plain where nobody's vocabulary is in it. */
export function joined(...parts: (Told | null | undefined)[]): Told | null {
  const told = parts.flatMap((part) => (part ? [part] : []))
  if (told.length === 0) return null
  const zh = told.map((part) => (typeof part === 'string' ? part : part.zh)).join('；')
  if (told.every((part) => typeof part === 'string')) return zh
  return { zh, en: told.map((part) => (typeof part === 'string' ? part : part.en)).join('; ') }
}
