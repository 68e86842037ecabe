// The ways that stay open when mediation brings no agreement, or an agreement is not kept (domain 5.2; mediation law, 26 and 33).
export const REMEDIES = [
  { code: 'labour', zh: '找劳动监察', en: 'ask the labour inspection' },
  { code: 'arbitration', zh: '申请劳动仲裁', en: 'apply for labour arbitration' },
  { code: 'government', zh: '请乡镇政府处理', en: 'ask the township government to decide' },
  { code: 'court', zh: '到法院起诉', en: 'go to court' },
  { code: 'payment-order', zh: '向法院申请支付令', en: 'ask the court for an order to pay' },
  { code: 'enforcement', zh: '请法院强制执行', en: 'have the court enforce it' },
  { code: 'police', zh: '请派出所依法处理', en: 'have the police deal with what was done' },
] as const
export type RemedyCode = (typeof REMEDIES)[number]['code']

/** What a way is called; a code that nobody knows any more stands for itself. */
export function remedyName(code: string): { zh: string; en: string } {
  const known = REMEDIES.find((one) => one.code === code)
  return known ?? { zh: code, en: code }
}
