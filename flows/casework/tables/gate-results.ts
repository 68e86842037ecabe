// What follows from the legal gate beside the track: the part that may still be discussed, and the next steps that are owed.
// Source: domain 2.5, 4.4, 5.3; for officers, never shown to residents.

/** Where the whole is not for mediation: what may be discussed all the same. */
export const PARTS = [
  {
    code: 'compensation',
    zh: '只有民事赔偿可以谈，由监护人之间谈',
    en: 'Only the compensation, between the guardians',
  },
  {
    code: 'use',
    zh: '只谈使用、通行、补偿和临时界线，不写归谁',
    en: 'Only use, passage, compensation and a temporary line; nothing on who owns it',
  },
  {
    code: 'distribution',
    zh: '村组、家庭内部怎么分可以另谈',
    en: 'How village or family share it out may be discussed separately',
  },
  {
    code: 'separate',
    zh: '财产、抚养以后可以另案自愿谈，暴力本身不谈',
    en: 'Property or custody may later be a separate voluntary case; the violence is not discussed',
  },
  {
    code: 'lawful',
    zh: '不合法的要求不谈，其余可以谈',
    en: 'Everything but the unlawful demand',
  },
] as const
export type PartCode = (typeof PARTS)[number]['code']

export const NEXT_STEPS = [
  { code: 'call-110', zh: '先110、119、120，稳住现场', en: '110, 119, 120 first; hold the scene' },
  {
    code: 'case',
    zh: '按案件受理，不问愿不愿和解',
    en: 'Take it as a police case; nobody is asked about settling',
  },
  {
    code: 'written-request',
    zh: '和解或经调委会达成协议并履行的：收书面申请和履行凭证（治安管理处罚法第9条）',
    en: 'Settled and performed before the decision: take the written request and the proof (public security law, 9)',
  },
  {
    code: 'civil-court',
    zh: '行为依法处理，告知民事部分可以起诉',
    en: 'Deal with the act; tell them of the civil court',
  },
  { code: 'call-guardian', zh: '请监护人到场', en: 'Have the guardian come' },
  {
    code: 'evidence',
    zh: '及时出警取证、协助验伤，看要不要出告诫书',
    en: 'Go at once, secure evidence, help with the examination; see about a written warning',
  },
  { code: 'protection-order', zh: '告知人身安全保护令，可代为申请', en: 'Tell of the protection order' },
  { code: 'federation', zh: '通知村委会、妇联', en: 'Tell the village committee and the Women’s Federation' },
  {
    code: 'report-minor',
    zh: '立即报告并联系监护人，女民警办，不反复询问',
    en: 'Report at once, reach the guardian; a female officer, no repeated questioning',
  },
  {
    code: 'school',
    zh: '通知学校、教育局，学校10日内调查',
    en: 'Tell the school and the education bureau; the school inquires within 10 days',
  },
  {
    code: 'labour-office',
    zh: '告知12333和证据清单，联系人社',
    en: 'Give 12333 and the list of evidence; reach the labour office',
  },
  {
    code: 'representatives',
    zh: '10人以上，可以推举代表（劳动争议调解仲裁法第7条）',
    en: 'Ten or more may choose representatives (labour mediation and arbitration law, 7)',
  },
  { code: 'day-left', zh: '记下离职的日子，回“时限”', en: 'Write down the day they left: reply “limit”' },
  {
    code: 'contractor',
    zh: '问清项目、总包、人数、月数，总包先行清偿',
    en: 'Ask project, main contractor, heads and months; the contractor pays first',
  },
  {
    code: 'keep-as-is',
    zh: '告知双方：处理前不得改变现状',
    en: 'Tell both sides: nothing is changed until it is decided',
  },
  { code: 'government', zh: '权属移交镇、县政府', en: 'Refer the title to township or county government' },
  {
    code: 'both-townships',
    zh: '通知双方乡镇派人到现场，报县政府、民政',
    en: 'Have both townships send people; report to county and civil affairs',
  },
  {
    code: 'choice',
    zh: '告诉他们可选：村上、镇上调解，仲裁，或者起诉',
    en: 'Show the choice: village or township mediation, arbitration, court',
  },
  { code: 'review-or-court', zh: '告知复议、诉讼', en: 'Tell of review and court' },
  { code: 'say-why', zh: '不予受理要告诉理由，或者移交', en: 'Say why it is not accepted, or refer it' },
  { code: 'court-or-civil-affairs', zh: '告知去法院、民政', en: 'Tell them of the court and civil affairs' },
  {
    code: 'remedies',
    zh: '告知其他途径，黄级以上继续跟踪',
    en: 'Tell the other ways; from yellow up keep watch',
  },
  {
    code: 'supervision',
    zh: '转县局督察12389，被投诉人看不到',
    en: 'To county supervision, 12389; hidden from the officer concerned',
  },
  {
    code: 'leave-out',
    zh: '提醒调解员：这一条不能写进协议',
    en: 'Warn the mediator: this cannot stand in an agreement',
  },
  { code: 'petition-office', zh: '登记，告知去信访', en: 'Register it and tell them of the petition office' },
  {
    code: 'finding-day',
    zh: '记下收到认定书的日子，回“时限”',
    en: 'Write down the day of the finding: reply “limit”',
  },
  {
    code: 'refer-24h',
    zh: '不属本所管辖：24小时内移送并告知（程序规定第61条）',
    en: 'Not for this station: pass it on within 24 hours and tell them (procedure rules, 61)',
  },
] as const
export type NextStepCode = (typeof NEXT_STEPS)[number]['code']
