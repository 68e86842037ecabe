// What each flow is begun with, and what the books answer, in Latin letters so that stray Chinese shows in English talks.

import type { CaseGiven } from '../../flows/case.ts'
import { DAY, HOUR, MINUTE } from '../../flows/casework/calendar.ts'
import type { HalfTold, PlanTold } from '../../flows/casework/plan-told.ts'
import type { Json } from '../../flows/core/event.ts'
import type { RequestGiven } from '../../flows/difficulty/commands.ts'
import { type Books, MORNING } from '../talk.ts'
import { REPORT, reportShown } from './report-shown.ts'

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

const REQUEST: RequestGiven = {
  request: 'k1',
  number: 'RDK-2026-0001',
  rev: 1,
  kind: { zh: '水、电、通信', en: 'Water, power, telephone' },
  villageName: 'Jia',
  state: 'taken',
  promisedBy: MORNING + 3 * DAY,
  byHand: false,
  offset: 480,
}

const INVITED = {
  invitation: 'i2',
  asked: MORNING,
  number: 'RD-2026-0001',
  at: MORNING + 2 * DAY,
  offset: 480,
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
    before: { codes: [], implied: {}, headcount: null, elsewhere: false, refusedBySome: false },
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
  confirmation: { ...CASE, state: 'PERFORMING', agreement: 'Agreement 1', until: MORNING + 30 * DAY },
  limit: {
    ...CASE,
    category: 'LB-WG',
    dated: [{ id: 'T-LAB-1Y', label: 'Labour arbitration' }],
    running: [{ id: 'T-LI-2Y', label: 'Labour inspection' }],
    longer: true,
  },
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
  report: REPORT,
  prevention: { ...CASE, criminal: false },
  preventioncheck: {
    ...CASE,
    waiting: [
      {
        id: 'p1',
        label: 'Crime, 2',
        kind: 'crime',
        people: 2,
        by: 'Officer One',
        reason: 'They put the tools down',
      },
      { id: 'p2', label: 'Fight, 9', kind: 'fight', people: 9, by: 'Officer Two', reason: 'They went home' },
    ],
  },
  warnings: { offset: 480 },
  referral: {
    ...CASE,
    units: [
      { id: 'u1', label: 'Township' },
      { id: 'u2', label: 'Court' },
    ],
    bases: [{ id: 'law', label: 'Article 16' }],
    files: [{ id: 'f1', label: 'Photo 1' }],
  },
  receipt: {
    ...CASE,
    state: 'REFERRED',
    level: 'ORANGE',
    unit: 'Township',
    due: MORNING + 10 * DAY,
    acknowledged: false,
    reporter: true,
    next: ['watch', 'leader'],
  },
  joint: {
    ...CASE,
    state: 'MEDIATING',
    police: OFFICERS,
    cadres: [{ id: 'h1', label: 'Cadre One' }],
    people: [{ id: 'm1', label: 'Mediator One' }],
    hosts: OFFICERS,
    interpreters: [...OFFICERS, { id: 'h1', label: 'Cadre One' }],
    planned: null,
  },
  jointheld: {
    ...CASE,
    state: 'MEDIATING',
    meeting: 'j1',
    at: MORNING - HOUR,
    invited: [
      { id: 'i1', label: 'Officer One' },
      { id: 'i2', label: 'Cadre One' },
    ],
  },
  coming: INVITED,
  cannot: INVITED,
  othertime: INVITED,
  sitdown: {
    invitation: 'i3',
    asked: MORNING,
    dispute: 'd1',
    number: 'RD-2026-0001',
    at: MORNING + 2 * DAY,
    place: 'Village office',
    forces: ['police', 'cadre', 'people'],
    guests: true,
    moved: false,
    offset: 480,
    station: STATION,
  },
  merge: {
    ...CASE,
    state: 'SCREENING',
    candidates: [{ id: 'd2', label: 'RD-2026-0002 | Neighbours | one side matches' }],
  },
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
  difficulty: {
    station: STATION,
    villages: [
      { id: 'jia', label: 'Jia', names: ['Jia village'] },
      { id: 'yi', label: 'Yi', names: [] },
    ],
    offset: 480,
  },
  requesttake: REQUEST,
  requestshow: REQUEST,
  requestanswer: { ...REQUEST, byHand: true },
  requestpass: { ...REQUEST, byHand: true },
  requestlater: REQUEST,
  requestcase: REQUEST,
  requestsolved: { request: 'k1', number: 'RDK-2026-0001', offset: 480 },
  asrequest: {
    ...CASE,
    state: 'SCREENING',
    kinds: [
      { id: 'utilities', label: 'Water, power' },
      { id: 'other', label: 'Other' },
    ],
  },
  offer: { dispute: 'd1', number: 'RD-2026-0001', offset: 480 },
  offerdecline: { dispute: 'd1', number: 'RD-2026-0001', offset: 480 },
  hard: CASE,
  welcome: { dispute: 'd1', number: 'RD-2026-0001', side: 'B', station: STATION },
  assessment: {
    assessment: 'm1',
    goesOn: false,
    kind: 'weekly',
    cases: { RED: 1, ORANGE: 1, YELLOW: 2, BLUE: 0 },
    people: [...OFFICERS, ...LEADERS],
    trends: {
      now: { RED: 1, ORANGE: 2, YELLOW: 3, BLUE: 4 },
      before: { RED: 0, ORANGE: 3, YELLOW: 3, BLUE: 4 },
      villages: [{ name: 'Jia', n: 4 }],
      categories: [{ zh: '邻里', en: 'Neighbours', n: 5 }],
      clusters: [{ village: 'Jia', category: { zh: '邻里', en: 'Neighbours' }, n: 3 }],
    },
    ahead: [{ day: '2026-12-01', zh: '赛马节', en: 'horse race' }],
    offset: 480,
  },
  assesscase: {
    ...CASE,
    entry: 'e1',
    at: 1,
    of: 4,
    why: ['uneasy', 'contact-late'],
    days: 3,
    uneasy: true,
    owners: [...OFFICERS, ...LEADERS],
  },
  decision: {
    owed: [
      {
        entry: 'e1',
        dispute: 'd1',
        number: 'RD-2026-0001',
        level: 'ORANGE',
        decision: 'Visit',
        due: MORNING + DAY,
      },
      {
        entry: 'e2',
        dispute: 'd2',
        number: 'RD-2026-0002',
        level: 'BLUE',
        decision: 'Call',
        due: MORNING + DAY,
      },
    ],
    choices: [
      { id: 'e1', label: '1. RD-2026-0001' },
      { id: 'e2', label: '2. RD-2026-0002' },
    ],
    offset: 480,
  },
  uneasy: CASE,
  atease: CASE,
  workplan: { ...CASE, plan: 'w1', due: MORNING + DAY },
  patrol: {
    offset: 480,
    villages: [
      { id: 'jia', label: 'Jia' },
      { id: 'yi', label: 'Yi' },
    ],
    rounds: [
      {
        id: 'p1',
        label: 'Round 1',
        no: 20260001,
        state: 'open',
        at: MORNING - HOUR,
        until: MORNING + DAY,
        villages: 2,
        repeat: 'weekly',
        asked: 3,
        answered: 1,
      },
    ],
  },
  patrolled: {
    offset: 480,
    villages: [
      { id: 'jia', label: 'Jia' },
      { id: 'yi', label: 'Yi' },
    ],
    rounds: [
      { id: 'p1', label: 'Round 1' },
      { id: 'p2', label: 'Round 2' },
    ],
  },
  lookout: { ask: 'a1', villageName: 'Jia', more: false, visits: true, offset: 480 },
  zero: { asks: ['a1'], villageNames: ['Jia'], visits: true },
  behalf: {},
}

const MOVED = { dispute: 'd1', number: 'RD-2026-0001', state: 'MEDIATING' }
const FILED = { ...MOVED, state: 'SCREENING', level: 'YELLOW', contactBy: MORNING + 48 * HOUR }

const ROUND = {
  no: 20260001,
  state: 'open',
  at: MORNING,
  until: MORNING + DAY,
  repeat: 'none',
  asked: 3,
  nobody: [],
}
const HEARD = { asked: 3, answered: 2, zero: 1, lead: 1, voice: 0, silent: 1, leads: 2, households: 0 }

const WORKED = { request: 'k1', number: 'RDK-2026-0001', state: 'taken' }

/** One answer for every command that a flow or the desk can make. */
export const ANSWERS: Books = {
  // Nobody was asked for what they tell out of the blue.
  open: ({ flow, said }) =>
    said ? { refused: 'no-round' } : { flow, id: `opened-${flow}`, given: GIVENS[flow] ?? null },
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
  planPatrol: ROUND,
  changePatrol: ROUND,
  showPatrol: {
    ...ROUND,
    method: 'chat',
    coverage: {
      villages: [{ village: 'jia', ...HEARD }],
      total: HEARD,
      covered: 1,
      nobody: [],
      silent: [],
    },
  },
  answerPatrol: ({ what }) => ({ what, over: false, kept: false }),
  fileLead: {
    dispute: 'd3',
    number: 'RD-2026-0003',
    at: MORNING,
    voice: false,
    must: false,
    urgent: false,
  },
  beginBehalf: { asksOn: { flow: 'intake', id: 'opened-intake', given: GIVENS.intake ?? null } },
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
  mergeDispute: ({ decision }) => ({
    number: 'RD-2026-0001',
    state: decision === 'same' ? 'MERGED' : 'SCREENING',
    other: decision === 'unsure' ? null : 'RD-2026-0002',
    decision,
  }),
  assignDispute: ({ officer }) => ({ ...MOVED, state: 'ASSIGNED', officer, acceptBy: MORNING + 4 * HOUR }),
  claimDispute: { ...MOVED, state: 'CLAIMED', contactBy: MORNING + DAY },
  declineDispute: { ...MOVED, state: 'ACCEPTED' },
  fileRequest: { request: 'k1', number: 'RDK-2026-0001', promisedBy: MORNING + 3 * DAY },
  takeRequest: WORKED,
  showRequest: {
    ...WORKED,
    kind: REQUEST.kind,
    village: 'Jia',
    promisedBy: MORNING + 3 * DAY,
    owner: 'Officer One',
    name: 'Somebody',
    phone: '13900000001',
    words: 'No power for three days',
    files: 1,
    offset: 480,
  },
  answerRequest: { ...WORKED, state: 'answered' },
  passRequest: { ...WORKED, state: 'passed-on' },
  putOffRequest: { ...WORKED, promisedBy: MORNING + 7 * DAY },
  rateRequest: ({ solved }) => ({
    ...WORKED,
    state: solved === 'yes' ? 'solved' : 'taken',
    promisedBy: solved === 'yes' ? null : MORNING + 3 * DAY,
  }),
  requestToCase: { ...WORKED, state: 'passed-on', case: 'RD-2026-0002' },
  caseToRequest: {
    dispute: 'd1',
    number: 'RD-2026-0001',
    request: 'RDK-2026-0001',
    promisedBy: MORNING + 3 * DAY,
  },
  takeOffer: { ...MOVED, state: 'ASSIGNED', officer: 'Officer One', contactBy: MORNING + DAY },
  declineOffer: { ...MOVED, state: 'ACCEPTED' },
  markHard: MOVED,
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
  recordConfirmation: { ...MOVED, state: 'PERFORMING', agreement: 'Agreement 1' },
  recordLimit: ({ what }) => ({
    ...MOVED,
    code: 'T-LAB-1Y',
    until: what === 'done' ? null : MORNING + 300 * DAY,
  }),
  confirmSupplement: { number: 'RD-2026-0001' },
  recordDuty: { ...MOVED, state: 'PERFORMING', left: 1, remainingFen: 300_000 },
  recordRevisit: { dispute: 'd1', number: 'RD-2026-0001' },
  notePhrase: ({ text }) => ({ as: text === 'plum blossom' ? 'open' : 'closed' }),
  recordContactPlan: ({ dispute }) => ({ dispute }),
  putOffRevisit: { number: 'RD-2026-0001' },
  recordThirdParty: MOVED,
  markFlag: { ...MOVED, state: 'REVISITING' },
  showWarnings: {
    groups: [
      {
        code: 'W02',
        name: { zh: '未签收', en: 'Not accepted' },
        lines: [
          {
            reasons: [{ zh: '4小时没有签收', en: 'Not accepted for 4 h' }],
            cases: ['RD-2026-0001'],
            more: 0,
          },
        ],
        more: 1,
      },
    ],
  },
  showReport: (asked) => reportShown(asked),
  handInReport: ({ view }) => ({
    shown: 'handed-in',
    period: view.period,
    rev: 1,
    asksOn: { flow: 'report', id: 'again', given: { ...REPORT, view } },
  }),
  recordPrevention: { ...MOVED, waits: true },
  decidePrevention: ({ approve }) => ({ ...MOVED, approved: approve }),
  noteCriminal: MOVED,
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
  recordReceipt: ({ what }) => ({ ...MOVED, state: what === 'returned' ? 'SCREENING' : 'REFERRED' }),
  planJoint: { number: 'RD-2026-0001', at: MORNING + 2 * DAY, told: 4, phone: ['B'] },
  changeJoint: { number: 'RD-2026-0001', at: MORNING + 3 * DAY, told: 4, phone: [] },
  answerInvitation: { number: 'RD-2026-0001', at: MORNING + 2 * DAY, told: 0, phone: [] },
  recordJoint: ({ result }) => ({ ...MOVED, state: 'MEDIATING', threeForce: result === 'agreed' }),
  endEmergency: { ...MOVED, state: 'SCREENING' },
  closeDispute: { ...MOVED, state: 'CLOSED' },
  changePlan: { ...MOVED, state: 'PERFORMING', plan: PLAN },
  adjustLevel: { ...MOVED, level: 'ORANGE' },
  moveDispute: ({ to }) => ({ ...MOVED, state: to }),
  noteJoined: { dispute: 'd1', number: 'RD-2026-0001' },
  beginAssessment: { no: 3, cases: 2, apart: 1, minutes: null },
  assessCase: ({ what }) => ({
    number: 'RD-2026-0001',
    level: 'YELLOW',
    what,
    notDone: null,
    again: null,
    left: 1,
    minutes: null,
  }),
  carryOutDecision: MOVED,
  voiceUnease: { ...MOVED, level: 'ORANGE', planDue: MORNING + DAY },
  settleUnease: { ...MOVED, level: 'ORANGE' },
  writeWorkPlan: MOVED,
}
