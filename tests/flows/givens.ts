// What each flow is begun with, and what the books answer, in Latin letters so that stray Chinese shows in English talks.

import type { CaseGiven } from '../../flows/case.ts'
import { DAY, HOUR, MINUTE } from '../../flows/casework/calendar.ts'
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
      { id: '1', label: '1. Pay', money: true, remainingFen: 500_000 },
      { id: '2', label: '2. Move the wall', money: false, remainingFen: null },
    ],
  },
  revisit: {
    revisit: 'r1',
    dispute: 'd1',
    number: 'RD-2026-0001',
    side: 'A',
    station: STATION,
    owes: true,
    owed: true,
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
  },
  thirdparty: { ...CASE, parties: PARTIES, rounds: [{ id: 'r1:A', label: 'Day 3, A' }], officerLed: false },
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
    plan: [{ at: MORNING + 3 * DAY, mode: 'chat', why: '' }],
  },
  recordDuty: { ...MOVED, state: 'PERFORMING', left: 1, remainingFen: 300_000 },
  recordRevisit: { dispute: 'd1', number: 'RD-2026-0001' },
  putOffRevisit: { number: 'RD-2026-0001' },
  recordThirdParty: MOVED,
  referDispute: { ...MOVED, state: 'REFERRED' },
  endEmergency: { ...MOVED, state: 'SCREENING' },
  closeDispute: { ...MOVED, state: 'CLOSED' },
  adjustLevel: { ...MOVED, level: 'ORANGE' },
  moveDispute: ({ to }) => ({ ...MOVED, state: to }),
  noteJoined: { dispute: 'd1', number: 'RD-2026-0001' },
}
