// What each flow is begun with, and what the books answer, in Latin letters so that stray Chinese shows in English talks.

import type { CaseGiven } from '../../flows/case.ts'
import { DAY, HOUR, MINUTE } from '../../flows/casework/calendar.ts'
import type { HalfTold, PlanTold } from '../../flows/casework/plan-told.ts'
import type { Json } from '../../flows/core/event.ts'
import { type Books, MORNING } from '../talk.ts'

export const CASE: CaseGiven = {
  dispute: 'd1',
  number: 'RD-2026-0001',
  rev: 3,
  state: 'CLAIMED',
  level: 'YELLOW',
  category: 'NB-WL',
  categoryName: { zh: '邻里·院墙、地界', en: 'Neighbours: Walls' },
  village: 'jia',
  villageName: 'Jia',
  offset: 480,
  station: { name: 'Sample station', phone: '0836-0000000' },
}

const PARTIES = [
  { side: 'A' as const, party: 'pA', label: 'A', reachable: true },
  { side: 'B' as const, party: 'pB', label: 'B', reachable: false },
]
const OFFICERS = [
  { id: 'o1', label: 'Officer One' },
  { id: 'o2', label: 'Officer Two' },
]
const LEADERS = [{ id: 'l1', label: 'Leader One' }]
const HELPERS = [
  { id: 'h1', label: 'Cadre One' },
  { id: 'h2', label: 'Elder Two' },
]
const MATTERS = [
  { dispute: 'd1', number: 'RD-2026-0001' },
  { dispute: 'd2', number: 'RD-2026-0002' },
]
const STATION = CASE.station
const PAY = { no: 1, what: 'Pay', due: MORNING + 20 * DAY, remainingFen: 80_001 }

const ON = { day: '2026-11-28' } as const
const CHAT = { zh: '黄色：首次聊天问', en: 'yellow: chat first' }
const NO_CHAT = { zh: '乙方没有聊天方式', en: 'no chat with side B' }
const HALVES: HalfTold[] = [
  { side: 'A', ...ON, clock: '10:00', mode: 'chat', why: CHAT },
  { side: 'B', ...ON, clock: '12:00', mode: 'call', why: NO_CHAT },
]
const NEXT = { zh: '第1项到期的次日', en: 'the day after duty 1' }
const BY_LEVEL = { zh: '级别规定', en: 'by its level' }
const AGREE = { zh: '双方一致', en: 'Both agree' }
const PLAN: PlanTold = {
  summary: { zh: '1次聊天，1次电话。黄色：首次聊天问。', en: '1 chat, 1 call: yellow: chat first.' },
  rounds: [
    { no: 1, state: 'done', why: BY_LEVEL, sides: HALVES, outcome: AGREE },
    { no: 2, state: 'open', why: BY_LEVEL, sides: HALVES, outcome: null },
    { no: 3, state: 'planned', why: NEXT, sides: HALVES, outcome: null },
    { no: 4, state: 'waived', why: BY_LEVEL, sides: HALVES, outcome: null },
  ],
}

/** Every flow by its name; a flow without a line here fails the tests that go through all of them. */
export const GIVENS: { readonly [flow: string]: { readonly [name: string]: Json } } = {
  intake: {
    station: STATION,
    villages: [
      { id: 'jia', label: 'Jia', names: ['Jia village'] },
      { id: 'yi', label: 'Yi', names: [] },
    ],
    matters: MATTERS,
    offset: 480,
  },
  add: { matters: MATTERS, offset: 480 },
  status: { matters: MATTERS, offset: 480 },
  screening: {
    ...CASE,
    categories: [
      { id: 'NB-WL', label: 'Walls' },
      { id: 'NB-NO', label: 'Noise' },
    ],
    groups: [
      {
        id: 'NB',
        label: 'Neighbours',
        kinds: [
          { id: 'NB-WL', label: 'Walls' },
          { id: 'NB-NO', label: 'Noise' },
        ],
      },
      { id: 'LF', label: 'Land', kinds: [{ id: 'LF-GR', label: 'Pasture' }] },
    ],
    officerLed: false,
  },
  assignment: {
    ...CASE,
    state: 'ACCEPTED',
    officers: OFFICERS,
    leaders: LEADERS,
    helpers: HELPERS,
    suggested: { officer: 'o1', leader: 'l1', reasons: ['looks after the village'] },
  },
  show: CASE,
  claim: CASE,
  decline: CASE,
  contact: { ...CASE, parties: PARTIES },
  mediation: { ...CASE, parties: PARTIES, helpers: HELPERS, officerLed: false },
  agreement: { ...CASE, parties: PARTIES, oralAllowed: true },
  duty: {
    ...CASE,
    duties: [
      { id: '1', label: '1. Pay', money: true, remainingFen: 500_000, askable: true },
      { id: '2', label: '2. Move the wall', money: false, remainingFen: null },
    ],
  },
  safecontact: {
    dispute: 'd1',
    rev: null,
    sides: [{ id: 'A', label: 'A' }],
    staff: false,
    proof: false,
    quiet: { from: '21:00', to: '08:00' },
  },
  appointment: { dispute: 'd1', revisit: 'r1', side: 'A', wording: 'neutral', until: MORNING + 30 * DAY },
  supplement: {
    supplement: 's1',
    dispute: 'd1',
    number: 'RD-2026-0001',
    what: 'Pay',
    due: MORNING + 30 * DAY,
    fen: 520_001,
    offset: 480,
    station: STATION,
  },
  revisit: {
    revisit: 'r1',
    dispute: 'd1',
    number: 'RD-2026-0001',
    side: 'A',
    station: STATION,
    owes: true,
    owed: true,
    owesMoney: true,
    owedMoney: true,
    owedWhat: ['Move the wall'],
  },
  visit: {
    ...CASE,
    parties: PARTIES,
    rounds: [
      { id: 'r1:A', label: 'Day 3, A' },
      { id: 'r1:B', label: 'Day 3, B' },
    ],
    officerLed: false,
    where: [
      { side: 'A', label: 'A', phone: '13900000001', place: 'Jia', careful: false },
      { side: 'B', label: 'B', phone: null, place: 'Jia', careful: true },
    ],
    asks: [
      { side: 'A', theirs: [PAY], own: [] },
      { side: 'B', theirs: [], own: [PAY] },
    ],
    well: true,
  },
  thirdparty: { ...CASE, revisit: 'r1' },
  flag: {
    ...CASE,
    state: 'REVISITING',
    rounds: [
      {
        id: 'r2',
        label: 'Round 2',
        score: 40,
        reasons: [
          { zh: '已履行但满意≤2', en: 'Performed, yet content at 2 or less' },
          { zh: '见面躲着走、不说话', en: 'They avoid each other or do not speak' },
        ],
        flag: null,
      },
      { id: 'r1', label: 'Round 1', score: 10, reasons: [], flag: 'wrong' },
    ],
  },
  coverage: { offset: 480 },
  referral: CASE,
  calm: { ...CASE, state: 'EMERGENCY', level: 'RED' },
  level: CASE,
  move: {
    ...CASE,
    state: 'SUSPENDED',
    states: [
      { id: 'MEDIATING', label: 'Mediating' },
      { id: 'TERMINATED', label: 'Terminated' },
    ],
  },
  plan: {
    ...CASE,
    state: 'PERFORMING',
    plan: PLAN,
    changes: ['keep', 'add', 'move', 'waive', 'cut'],
    movable: [{ id: 'n3', label: 'Round 3' }],
    waivable: [
      { id: 'n2', label: 'Round 2' },
      { id: 'n3', label: 'Round 3' },
    ],
  },
  close: { ...CASE, roundsLeft: 1, dutiesOpen: 0, surface: 0 },
  welcome: { dispute: 'd1', number: 'RD-2026-0001', side: 'B', station: STATION },
}

const MOVED = { dispute: 'd1', number: 'RD-2026-0001', state: 'MEDIATING' }
const FILED = { ...MOVED, state: 'SCREENING', level: 'YELLOW', contactBy: MORNING + 48 * HOUR }

/** One answer for every command that a flow or the desk can make. */
export const ANSWERS: Books = {
  open: ({ flow }) => ({ flow, id: `opened-${flow}`, given: GIVENS[flow] ?? null }),
  press: { refused: 'unknown-button', say: { zh: '没有这个案子', en: 'No such case' } },
  raiseEmergency: { dispute: 'd1', number: 'RD-2026-0001' },
  callHuman: { told: true },
  stopMessages: { stopped: true },
  requestErasure: { asked: true },
  useCode: { refused: 'wrong-code' },
  makeCode: { code: 'aAbBcCdDeEfFgGhHiIjJkK', until: MORNING + 10 * MINUTE, staff: false, offset: 480 },
  keepCorrection: ({ dispute }) => (dispute ? { dispute, number: 'RD-2026-0001' } : { kept: false }),
  noteReach: { noted: true },
  setGroup: { set: true },
  listMine: {
    cases: [
      {
        number: 'RD-2026-0002',
        level: 'RED',
        state: { zh: '待签收', en: 'assigned' },
        due: { what: { zh: '签收', en: 'accept' }, at: MORNING - HOUR },
        overdue: true,
      },
      {
        number: 'RD-2026-0001',
        level: 'YELLOW',
        state: { zh: '调解中', en: 'mediating' },
        due: null,
        overdue: false,
      },
    ],
    offset: 480,
  },
  fileDispute: FILED,
  updateReport: FILED,
  addToReport: ({ dispute }) => ({ dispute, number: 'RD-2026-0001' }),
  tellStatus: ({ number }) => ({
    dispute: 'd1',
    number,
    state: 'CLAIMED',
    next: { what: 'contact', at: MORNING + DAY },
    officer: 'Officer One',
  }),
  remindOfficer: ({ number }) => ({ number }),
  showCase: ({ dispute }) => ({ dispute, number: 'RD-2026-0001' }),
  screenDispute: { ...MOVED, state: 'ACCEPTED' },
  assignDispute: ({ officer }) => ({ ...MOVED, state: 'ASSIGNED', officer, acceptBy: MORNING + 4 * HOUR }),
  claimDispute: { ...MOVED, state: 'CLAIMED', contactBy: MORNING + DAY },
  declineDispute: { ...MOVED, state: 'ACCEPTED' },
  recordContact: {
    ...MOVED,
    joins: [{ side: 'B', url: 'https://station.example/join/code', telegram: null }],
  },
  recordMediation: ({ result }) => ({ ...MOVED, state: result === 'failed' ? 'FAILED' : 'MEDIATING' }),
  recordAgreement: {
    ...MOVED,
    state: 'AGREED',
    agreement: 'RT-2026-1',
    plan: PLAN,
  },
  confirmSupplement: { number: 'RD-2026-0001' },
  recordDuty: { ...MOVED, state: 'PERFORMING', left: 1, remainingFen: 300_000 },
  recordRevisit: { dispute: 'd1', number: 'RD-2026-0001' },
  notePhrase: ({ text }) => ({ as: text === 'plum blossom' ? 'open' : 'closed' }),
  recordContactPlan: ({ dispute }) => ({ dispute }),
  putOffRevisit: { number: 'RD-2026-0001' },
  recordThirdParty: MOVED,
  markFlag: { ...MOVED, state: 'REVISITING' },
  showCoverage: ({ period }) => ({
    period,
    from: period === 'all' ? null : MORNING - 24 * DAY,
    to: MORNING,
    due: {
      n: 24,
      cases: Array.from({ length: 10 }, (_, n) => `RD-2026-${String(n + 1).padStart(4, '0')}`),
      more: 2,
    },
    chat: { n: 12, cases: ['RD-2026-0001', 'RD-2026-0002'], more: 0 },
    call: { n: 3, cases: ['RD-2026-0003'], more: 0 },
    visit: { n: 1, cases: ['RD-2026-0004'], more: 0 },
    declined: { n: 1, cases: ['RD-2026-0005'], more: 0 },
    uncooperative: { n: 0, cases: [], more: 0 },
    unreached: { n: 1, cases: ['RD-2026-0006'], more: 0 },
    waived: { n: 4, cases: ['RD-2026-0007'], more: 0 },
    open: { n: 2, cases: ['RD-2026-0008'], more: 0 },
    overdue: { n: 1, cases: ['RD-2026-0008'], more: 0 },
    rate: { visited: 16, of: 20 },
    flags: {
      right: { n: 3, cases: ['RD-2026-0001'], more: 0 },
      wrong: { n: 0, cases: [], more: 0 },
      unmarked: { n: 1, cases: ['RD-2026-0002'], more: 0 },
    },
  }),
  referDispute: { ...MOVED, state: 'REFERRED' },
  endEmergency: { ...MOVED, state: 'SCREENING' },
  closeDispute: { ...MOVED, state: 'CLOSED' },
  changePlan: { ...MOVED, state: 'PERFORMING', plan: PLAN },
  adjustLevel: { ...MOVED, level: 'ORANGE' },
  moveDispute: ({ to }) => ({ ...MOVED, state: to }),
  noteJoined: { dispute: 'd1', number: 'RD-2026-0001' },
}
