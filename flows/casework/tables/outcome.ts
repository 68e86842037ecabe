// What can come of one round of revisits. Source: domain 6.3, gravest first.

export const OUTCOMES = [
  { code: 'R-NEWRISK', zh: '威胁、动手、很怕', en: 'Threats, blows or fear' },
  { code: 'R-RECUR', zh: '又吵、又闹', en: 'It has broken out again' },
  { code: 'R-REFUSE', zh: '明确拒绝履行', en: 'Refuses to perform' },
  { code: 'R-OVERDUE', zh: '到期未履行', en: 'Due and not performed' },
  { code: 'R-UNFAIR', zh: '觉得被逼或不公平', en: 'Feels pressed or unfairly treated' },
  { code: 'R-SURFACE', zh: '假性和解分30分以上', en: 'Surface score of 30 or more' },
  { code: 'R-PARTIAL', zh: '部分履行、有计划', en: 'Performed in part, with a plan' },
  { code: 'R-WATCH', zh: '已履行，但有假性和解信号', en: 'Performed, with some surface signals' },
  { code: 'R-UNREACH', zh: '访不到', en: 'Not reached' },
  { code: 'R-DECLINE', zh: '不愿回访', en: 'Declines revisits' },
  {
    code: 'R-OK',
    zh: '双方一致：已履行、无新矛盾、满意≥3、安全',
    en: 'Both agree: performed, no new trouble, content, safe',
  },
] as const
export type OutcomeCode = (typeof OUTCOMES)[number]['code']

/** Whether the agreement is kept, in one word. */
export const VERDICTS = [
  { code: 'danger', zh: '有危险', en: 'danger' },
  { code: 'accounts-differ', zh: '双方说法不一', en: 'the accounts differ' },
  { code: 'one-side-not-keeping', zh: '有一方没做到', en: 'one side is not keeping it' },
  { code: 'one-side-silent', zh: '有一方没回应', en: 'one side is silent' },
  { code: 'kept', zh: '说好的都做到了', en: 'kept' },
] as const
export type Verdict = (typeof VERDICTS)[number]['code']
