// What the story of a case calls things. Labels in both languages; values in the language the station works in.
type Name = { zh: string; en: string }
export type Row = { label: Name; value: string }
export type Words = { readonly [code: string]: string }

export const ROLES: Words = {
  PARTY: '当事人',
  RELATIVE: '家属',
  WITNESS: '旁人',
  GRID: '网格员、辅警',
  CADRE: '村干部',
  TEACHER: '老师',
  CHILD: '孩子本人',
  ANON: '不想说',
}
export const INJURY: Words = { none: '没有受伤', minor: '轻伤', serious: '伤得重' }
export const WEAPON: Words = { no: '没有', yes: '有', unsure: '不清楚' }
export const YES_NO: Words = { yes: '是', no: '否' }
export const SAFETY: Words = { safe: '安全', unsafe: '不安全', other: '别人有危险' }
export const HISTORY: Words = {
  first: '第一次',
  village: '村里调解过',
  police: '派出所处理过',
  court: '在法院或仲裁',
}
export const WILLING: Words = { yes: '愿意', no: '不愿意', thinking: '还在想' }

export const KEPT: Words = { all: '都做到了', part: '做了一部分', none: '没做', notyet: '还没到时间' }
export const TROUBLE: Words = { none: '没有', quarrel: '吵过', blows: '动手了', threat: '被威胁' }
export const RELATION: Words = { greet: '打招呼', silent: '不说话', avoid: '躲着走', angry: '还在生气' }
export const FAIR: Words = { fair: '公平', acceptable: '还行', notquite: '不太公平', unfair: '不公平' }
export const FREELY: Words = { yes: '自己愿意', reluctant: '有点勉强', pressed: '被逼的' }
export const SAFE: Words = { safe: '安全', abit: '有点怕', very: '很怕' }

export const MODES: Words = { chat: '微信或网页', call: '打电话', visit: '上门' }
export const REVISIT_STATES: Words = {
  planned: '待访',
  open: '正在访',
  answered: '已访',
  declined: '不愿回访',
  unavailable: '没找到人',
  uncooperative: '不配合',
  unreached: '没访到',
  nosuch: '查无此人',
  waived: '不用访了',
}
export const DUTY_STATES: Words = {
  open: '未到期',
  part: '部分履行',
  done: '已履行',
  overdue: '逾期',
  waived: '豁免',
  lasting: '长期',
  replaced: '已变更',
}
export const SIDES: Words = { A: '甲方', B: '乙方', both: '双方', third: '第三人' }
export const HOW: Words = { phone: '电话', visit: '上门', station: '到所' }
export const RESULTS: Words = {
  agreed: '谈成了',
  again: '改天再谈',
  failed: '没谈成',
  ended: '终止',
  paused: '中止',
}
export const DUTY_EVENTS: Words = {
  done: '履行完',
  part: '履行一部分',
  not: '没有履行',
  extended: '延期',
  waived: '免了',
  overdue: '逾期',
}
export const NOTES: Words = {
  added: '补充',
  note: '记录',
  danger: '险情原话',
  disposition: '处置结果',
  safeContact: '安全联系方式',
  emergencyTaken: '接警',
}

/** A code that has no word here is shown as it is, rather than left out. */
export const said = (words: Words, code: string): string => words[code] ?? code

/** Rows of what is known; what was not told has none. */
export const rowsOf = (all: readonly [zh: string, en: string, value: string | null | undefined][]): Row[] =>
  all.flatMap(([zh, en, value]) => (value ? [{ label: { zh, en }, value }] : []))
