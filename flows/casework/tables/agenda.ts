// Why a case stands on the agenda of a meeting that looks at risk (研判), the weightiest reason first. Source: domain 3.2, 6, 8.

export const WHYS = [
  { code: 'emergency', zh: '险情还没解除', en: 'an emergency is running' },
  { code: 'red', zh: '红级', en: 'level red' },
  { code: 'uneasy', zh: '有民警不放心', en: 'an officer is not at ease' },
  { code: 'plan-late', zh: '对策过期没写', en: 'the work plan is late' },
  { code: 'contact-late', zh: '首次联系超时', en: 'the first contact is late' },
  { code: 'duty-late', zh: '约定的事逾期没做到', en: 'a duty is overdue' },
  { code: 'decision-late', zh: '上次研判定的事没办', en: 'an earlier decision is not done' },
  { code: 'accounts-differ', zh: '回访时双方说法不一', en: 'the accounts of the two sides differ' },
  { code: 'surface', zh: '可能是假性和解', en: 'the peace may be on the surface only' },
  { code: 'repeated', zh: '30天内反复反映', en: 'told of again within 30 days' },
  { code: 'alike', zh: '同一对人或同一地方还有别的事', en: 'the same pair or place has another matter' },
  { code: 'orange', zh: '橙级', en: 'level orange' },
  { code: 'wage', zh: '春节前的欠薪', en: 'wages before Spring Festival' },
  { code: 'season', zh: '采集季前后', en: 'the collecting season' },
  { code: 'cluster', zh: '同村一个月里同类的事多', en: 'many of the kind in the village this month' },
  { code: 'target-late', zh: '过了化解期限', en: 'past the aim for settling' },
  { code: 'revisit-late', zh: '该回访没回访', en: 'a revisit is late' },
  { code: 'left', zh: '上次会上没讲到', en: 'not reached at the last meeting' },
  { code: 'review', zh: '到了该研判的时候', en: 'due for its review' },
] as const

export type Why = (typeof WHYS)[number]['code']
