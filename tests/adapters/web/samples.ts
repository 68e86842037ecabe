// Cards and cases to look at: role names only, no people.
import type { CaseLine, CaseStory, Coded } from '../../../adapters/web/ports.ts'
import type { Instant } from '../../../flows/core/event.ts'
import type { Reply } from '../../../flows/core/reply.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR

const coded = (code: string, zh: string, en: string): Coded => ({ code, zh, en })
const A = coded('A', '甲方', 'Party A')
const B = coded('B', '乙方', 'Party B')
const BOT = { zh: '机器人', en: 'Bot' }
const BY_PHONE = coded('call', '打电话', 'By phone')
const ANSWERED = coded('answered', '已访', 'Answered')

export const ASSIGNED: Reply = {
  kind: 'card',
  text: '【派单·红色】JF-2026-0007｜家庭暴力｜甲村\n首次联系须在11月23日 10:22前。请签收，不能办就转派并写理由。',
  rows: [{ label: '原因', value: '正在发生或刚发生身体暴力；第三次' }],
  buttons: [
    { id: 'button-accept', label: '签收' },
    { id: 'button-decline', label: '不能办' },
  ],
  twin: '签收 JF-2026-0007',
  tone: 'RED',
}
export const OVERDUE: Reply = {
  kind: 'card',
  text: '【到期未履行】JF-2026-0003第1项应于11月20日履行，未见凭证。\n请督促并记录。橙色｜拖欠工资｜乙村',
  rows: [],
  buttons: [{ id: 'button-record', label: '记录' }],
  twin: '履行 JF-2026-0003',
  tone: 'ORANGE',
}

export const line = (now: Instant, over: Partial<CaseLine> = {}): CaseLine => ({
  number: 'JF-2026-0007',
  level: 'RED',
  state: 'ASSIGNED',
  stateName: { zh: '已分派', en: 'Assigned' },
  category: { zh: '家庭暴力', en: 'Domestic violence' },
  village: '甲村',
  officer: '民警甲',
  leader: '所领导甲',
  due: { what: { zh: '首次联系', en: 'First contact' }, at: now + 10 * 60_000 },
  overdue: false,
  mine: true,
  updatedAt: now,
  ...over,
})

export const story = (now: Instant, over: Partial<CaseStory> = {}): CaseStory => ({
  ...line(now, {
    number: 'JF-2026-0003',
    level: 'ORANGE',
    state: 'REVISITING',
    stateName: { zh: '回访中', en: 'Revisiting' },
    category: { zh: '拖欠工资', en: 'Unpaid wages' },
    village: '乙村',
    due: { what: { zh: '回访', en: 'Revisit' }, at: now - 26 * HOUR },
    overdue: true,
  }),
  track: 'MEDIATION',
  narrative: '干了两个月的活，老板一直说没钱，工友们都没拿到工钱。\n再不给就去堵工地大门。',
  facts: [
    { label: { zh: '人数', en: 'People' }, value: '12' },
    { label: { zh: '金额', en: 'Sum' }, value: '¥86,400' },
  ],
  parties: [
    { side: 'A', label: A, name: '工人甲', phone: '0000-000-0001', reachable: true },
    { side: 'B', label: B, name: '包工头乙', phone: null, reachable: false },
  ],
  gradings: [
    {
      at: now - 30 * DAY,
      level: 'YELLOW',
      score: 25,
      by: BOT,
      reasons: [
        { zh: '涉及10人以上', en: 'Ten people or more', points: 15 },
        { zh: '涉及工资', en: 'Wages', points: 10 },
      ],
    },
    {
      at: now - 29 * DAY,
      level: 'ORANGE',
      score: 40,
      by: BOT,
      reasons: [{ zh: '扬言堵路、堵门', en: 'Threat to block a road or a gate', points: 15 }],
    },
  ],
  path: [
    {
      at: now - 30 * DAY,
      from: coded('DRAFT', '线索草稿', 'Draft / lead'),
      to: coded('REPORTED', '已登记', 'Registered'),
      by: BOT,
      reason: null,
    },
    {
      at: now - 29 * DAY,
      from: coded('ACCEPTED', '已受理', 'Accepted'),
      to: coded('ASSIGNED', '已分派', 'Assigned'),
      by: '所领导甲',
      reason: null,
    },
    {
      at: now - 20 * DAY,
      from: coded('MEDIATING', '调解中（含调查）', 'Mediating'),
      to: coded('AGREED', '调解成功', 'Agreement reached'),
      by: '民警甲',
      reason: '双方当场签字',
    },
  ],
  duties: [
    {
      no: 1,
      debtor: B,
      what: '付第一笔工钱',
      amountFen: 4_000_000,
      paidFen: 4_000_000,
      due: now - 10 * DAY,
      state: coded('done', '已履行', 'Done'),
    },
    {
      no: 2,
      debtor: B,
      what: '付余下的工钱',
      amountFen: 4_640_050,
      paidFen: 1_000_000,
      due: now - 3 * DAY,
      state: coded('overdue', '逾期', 'Overdue'),
    },
    {
      no: 3,
      debtor: A,
      what: '交回工地的工具',
      amountFen: null,
      paidFen: 0,
      due: null,
      state: coded('open', '未到期', 'Not due yet'),
    },
  ],
  revisits: [
    {
      round: 1,
      at: now - 9 * DAY,
      side: 'A',
      mode: BY_PHONE,
      state: ANSWERED,
      verdict: coded('accounts-differ', '双方说法不一', 'the accounts differ'),
      answers: [{ label: { zh: '钱拿到了吗', en: 'Was it paid' }, value: '只给了一部分' }],
    },
    {
      round: 1,
      at: now - 9 * DAY,
      side: 'B',
      mode: BY_PHONE,
      state: ANSWERED,
      verdict: null,
      answers: [{ label: { zh: '钱给了吗', en: 'Did you pay' }, value: '都给了' }],
    },
    {
      round: 2,
      at: now + 5 * DAY,
      side: 'A',
      mode: coded('visit', '上门', 'At their home'),
      state: coded('planned', '待访', 'Planned'),
      verdict: null,
      answers: [],
    },
  ],
  files: [{ id: 'file-1', type: 'image/jpeg', name: '欠条.jpg' }],
  log: [
    {
      at: now - 28 * DAY,
      what: { zh: '联系乙方（电话）', en: 'Contact: Party B (by phone)' },
      by: '民警甲',
      text: '电话打通，约第二天到所里。',
    },
    {
      at: now - 21 * DAY,
      what: { zh: '第1次调解：改天再谈', en: 'Mediation 1: they meet again' },
      by: '民警甲',
      text: null,
    },
  ],
  ...over,
})
