// What the station tells people by itself: every kind in both languages, and nothing personal for staff to leave lying about.
import { describe, expect, test } from 'vitest'
import { DAY, HOUR } from '../../flows/casework/calendar.ts'
import { DEEDS, flowOf, render, renderRevised } from '../../flows/notices/index.ts'
import type { CaseFacts, Notice, NoticeButton } from '../../flows/notices/notice.ts'
import { MORNING } from '../talk.ts'

const HAN = /[\u3400-\u9fff]/
const facts: CaseFacts = {
  number: 'RD-2026-0001',
  level: 'ORANGE',
  category: { zh: '邻里·院墙、地界', en: 'Neighbours: Walls' },
  village: 'Jia',
}
const reasons = [{ zh: '推搡', en: 'Pushing' }]
const buttons: NoticeButton[] = [
  { id: 'b1', does: 'accept' },
  { id: 'b2', does: 'decline' },
]
const due = MORNING + DAY

const TOLD_AGAIN = { zh: '重复反映', en: 'Told again' }

const OFFICER = { zh: 'Officer One', en: 'Officer One' }
const ANSWERS: NoticeButton[] = [
  { id: 'b10', does: 'come' },
  { id: 'b11', does: 'cannot' },
  { id: 'b12', does: 'otherTime' },
]

const HEARD = { asked: 0, answered: 0, zero: 0, lead: 0, voice: 0, silent: 0, leads: 0, households: 0 }

const STAFF: { [K in Notice['kind']]?: Omit<Extract<Notice, { kind: K }>, 'offset' | 'kind'>[] } = {
  newCase: [
    { facts, reasons, suggested: 'Officer One', contactBy: due, buttons },
    { facts: { ...facts, village: null }, reasons: [], suggested: null, contactBy: due, buttons: [] },
    { facts, reasons: [], suggested: null, contactBy: due, buttons: [{ id: 'b3', does: 'assign' }] },
  ],
  assigned: [{ facts, due, buttons }],
  next: [
    { facts, state: 'CLAIMED', due, buttons },
    { facts, state: 'CLAIMED', due: null, buttons },
  ],
  notAccepted: [
    { facts, hours: 4, leader: 'Leader One', buttons },
    { facts, hours: 4, leader: null, buttons },
  ],
  raised: [{ facts, from: 'YELLOW', reasons, buttons }],
  emergency: [{ facts, reasons, buttons }],
  contactLate: [{ facts, due, buttons }],
  wants: (['human', 'stop', 'erasure', 'call'] as const).flatMap((what) => [
    { what, facts, buttons },
    { what, facts: null, buttons: [] },
  ]),
  revisitDue: [
    { facts, sides: ['A', 'B'], mode: 'visit', why: { zh: '加访', en: 'Extra' }, buttons },
    { facts, sides: ['A'], mode: 'call', why: null, buttons },
    {
      facts,
      sides: ['B'],
      mode: 'visit',
      why: { zh: '加访', en: 'Extra' },
      duties: [
        { no: 1, due: MORNING },
        { no: 3, due },
      ],
      buttons,
    },
  ],
  howAreThey: (['village', 'closed', 'nobody', 'silent'] as const).map((by) => ({
    facts,
    by,
    buttons: [{ id: 'b1', does: 'thirdparty' }],
  })),
  revisitAnswered: [
    { facts, side: 'A', buttons: [] },
    { facts, side: 'B', buttons: [] },
  ],
  outcome: [
    { facts, code: 'R-SURFACE', verdict: 'surface', surface: 40, reasons, buttons },
    { facts, code: 'R-OTHER', verdict: 'other', surface: 0, reasons: [], buttons },
    {
      facts,
      code: 'R-UNFAIR',
      verdict: 'kept',
      surface: 30,
      reasons,
      todo: [
        'extraRound',
        'visitWithCadre',
        'visitAlone',
        'supplement',
        'urge',
        'refused',
        'consent',
        'askAgain',
        'askVillage',
      ],
      buttons: [{ id: 'b4', does: 'flag' }],
    },
  ],
  dutyOverdue: [
    { facts, duty: 2, due, buttons },
    { facts, duty: 2, due, remedies: ['payment-order', 'court'], buttons },
  ],
  supplement: (['agreed', 'refused', 'silent'] as const).map((result) => ({
    facts,
    duty: 2,
    result,
    buttons: [{ id: 'b3', does: 'duty' as const }],
  })),
  consentReview: [
    { facts, mediated: ['Mediator One'], suggested: 'Mediator Two', byOfficer: false, buttons },
    { facts, mediated: [], suggested: null, byOfficer: true, buttons },
  ],
  mayClose: [{ facts, buttons }],
  request: (['new', 'notTaken', 'soon', 'late', 'again', 'unsolved', 'tellThem'] as const).map((why) => ({
    why,
    about: { number: 'RDK-2026-0001', what: { zh: '生活困难', en: 'Livelihood' }, village: 'Jia' },
    due,
    ref: 'RDK-2026-0001',
    buttons: [{ id: 'b5', does: 'takeRequest' as const }],
  })),
  offer: [
    {
      facts,
      until: due,
      buttons: [
        { id: 'b6', does: 'takeOffer' },
        { id: 'b7', does: 'declineOffer' },
      ],
    },
  ],
  offerTaken: [{ facts, mediator: 'Mediator One', due, buttons }],
  hardCase: [
    { facts, reasons, buttons: [] },
    { facts, reasons: [], buttons: [{ id: 'b8', does: 'joint' }] },
  ],
  phrase: [
    { facts, why: 'wrong', urgent: false, buttons },
    { facts, why: 'again', urgent: false, buttons },
    { facts, why: 'late', urgent: false, buttons },
    { facts, why: 'duress', urgent: true, buttons },
    { facts, why: 'danger', urgent: true, buttons },
    { facts, why: 'silent', urgent: false, buttons },
    { facts, why: 'left', urgent: false, buttons },
    { facts, why: 'unsaid', urgent: false, buttons },
  ],
  undelivered: [
    { facts, why: 'blocked' },
    { facts: null, why: 'blocked' },
    { facts, why: 'not-in-chat' },
    { facts, why: 'contact-plan' },
  ],
  patrolAsk: [
    {
      ref: '',
      villages: ['Jia'],
      until: due,
      again: false,
      buttons: [
        { id: 'b1', does: 'zero' },
        { id: 'b2', does: 'lookout' },
      ],
    },
    { ref: '', villages: ['Jia', 'Yi'], until: due, again: true, buttons: [] },
  ],
  patrolBegun: [
    {
      ref: '',
      no: 20260007,
      villages: 2,
      asked: 3,
      nobody: ['Yi'],
      until: due,
      buttons: [{ id: 'b1', does: 'patrolled' }],
    },
    { ref: '', no: 20260007, villages: 2, asked: 3, nobody: [], until: due, buttons: [] },
  ],
  patrolEnded: [
    {
      no: 20260007,
      villages: [
        { name: 'Jia', ...HEARD, asked: 2, answered: 2, lead: 1, voice: 1, leads: 2 },
        { name: 'Yi', ...HEARD, asked: 1, silent: 1 },
        { name: 'Bing', ...HEARD },
      ],
      total: { ...HEARD, asked: 3, answered: 2, lead: 1, voice: 1, silent: 1, leads: 2, households: 9 },
      covered: 1,
      next: due,
    },
  ],
  voice: [{ facts }],
  warning: [
    { code: 'W13', name: TOLD_AGAIN, line: { reasons, cases: ['RD-2026-0001'], more: 0 }, facts },
    {
      code: 'W20',
      name: { zh: '机器人故障', en: 'A fault' },
      line: { reasons, cases: [], more: 0 },
      facts: null,
    },
  ],
  warningDigest: [
    {
      groups: [
        {
          code: 'W13',
          name: TOLD_AGAIN,
          lines: [
            { reasons, cases: ['RD-2026-0001', 'RD-2026-0002'], more: 3 },
            { reasons: [...reasons, ...reasons], cases: [], more: 0 },
          ],
          more: 2,
        },
      ],
    },
  ],
  added: [
    { facts, files: 2 },
    { facts, files: 0 },
  ],
  alike: [{ facts, other: 'RD-2026-0002', buttons }],
  digest: [{ levels: { RED: 1, ORANGE: 2, YELLOW: 3, BLUE: 4 }, overdue: 1, breached: 0, unvisited: 2 }],
  noProgress: [{ facts, days: 7, buttons }],
  assessmentDue: (['now', 'evening', 'unfinished'] as const).map((when) => ({
    meeting: 'weekly' as const,
    at: due,
    levels: { RED: 1, ORANGE: 2, YELLOW: 3, BLUE: 4 },
    when,
    ref: '' as const,
    buttons: [{ id: 'b5', does: 'assess' as const }],
  })),
  assessmentCall: [{ meeting: 'daily', at: due, cases: 2 }],
  assessmentMissed: [{ meeting: 'festival', at: due, cases: 3 }],
  minutes: [
    {
      no: 3,
      cases: [
        { number: 'RD-2026-0001', from: 'YELLOW', to: 'ORANGE' },
        { number: 'RD-2026-0002', from: 'RED', to: 'RED' },
      ],
    },
    { no: 4, cases: [] },
  ],
  decided: (['new', 'tomorrow', 'late'] as const).map((when) => ({
    facts,
    due,
    when,
    buttons: [{ id: 'b6', does: 'carryOut' as const }],
  })),
  uneasy: [
    { facts, from: 'YELLOW', due, buttons: [{ id: 'b7', does: 'writePlan' }] },
    { facts: { ...facts, level: 'RED' }, from: 'RED', due, buttons: [] },
  ],
  atEase: [{ facts, buttons: [] }],
  workPlanLate: [{ facts, due, buttons: [{ id: 'b7', does: 'writePlan' }] }],
  workPlanWritten: [{ facts, buttons: [] }],
  looseEnds: [
    {
      matters: 3,
      since: due,
      by: [
        { code: 'no-owner', numbers: ['RD-2026-0001', 'RDK-2026-0002'] },
        { code: 'end-untold', numbers: ['RD-2026-0003'] },
      ],
    },
    {
      matters: 25,
      since: due,
      by: [{ code: 'no-next', numbers: Array.from({ length: 25 }, (_, i) => `RD-2026-${1001 + i}`) }],
    },
  ],
  limitOver: [{ facts, code: 'T-REF-24H', until: due, buttons: [] }],
  bound: [
    { name: 'Officer One', channel: 'telegram' },
    { name: null, channel: 'slack' },
    { name: null, channel: 'web' },
  ],
  referralLate: [
    { facts, due, acknowledged: true, buttons: [{ id: 'b8', does: 'receipt' }] },
    { facts, due, acknowledged: false, buttons: [] },
  ],
  referralDone: [{ facts, buttons: [{ id: 'b8', does: 'close' }] }],
  jointInvited: [true, false].map((moved) => ({
    facts,
    at: due,
    place: 'Village office',
    moved,
    buttons: ANSWERS,
  })),
  jointReminder: [{ facts, at: due, place: 'Village office', buttons: ANSWERS }],
  jointCancelled: [{ facts, at: due }],
  jointWho: [
    {
      facts,
      at: due,
      coming: [OFFICER],
      cannot: [{ zh: '甲方', en: 'party A' }],
      otherTime: [],
      silent: [OFFICER, OFFICER],
      missing: ['cadre', 'people'],
      buttons: [{ id: 'b9', does: 'joint' }],
    },
    { facts, at: due, coming: [], cannot: [], otherTime: [], silent: [], missing: [], buttons: [] },
  ],
  jointPhone: [
    ...(['asked', 'moved', 'off', 'eve'] as const).map((why) => ({
      facts,
      at: due,
      sides: ['A' as const, 'B' as const],
      guests: 1,
      why,
      buttons: [{ id: 'b9', does: 'joint' as const }],
    })),
    { facts, at: due, sides: [], guests: 2, why: 'asked', buttons: [] },
  ],
  jointRecord: [{ facts, at: due, buttons: [{ id: 'b9', does: 'jointRecord' }] }],
  groupAlert: [
    { facts, about: 'newCase', due, does: 'screen' },
    { facts, about: 'notAccepted', due, does: 'accept' },
    { facts, about: 'emergency', due: null, does: 'accept' },
    { facts, about: 'raised', due: null, does: 'contact' },
    { facts, about: 'contactLate', due, does: 'contact' },
    { facts, about: 'dutyOverdue', due, does: 'duty' },
  ],
}
const NEWS = { number: 'RDK-2026-0001', by: due } as const
const RESIDENTS: { [K in Notice['kind']]?: Omit<Extract<Notice, { kind: K }>, 'offset' | 'kind'>[] } = {
  requestNews: [
    { ...NEWS, what: 'taken', who: 'Officer One' },
    { ...NEWS, what: 'taken', who: null },
    { ...NEWS, what: 'answered', words: 'OK' },
    { ...NEWS, what: 'passed', words: 'OK', unit: 'Unit' },
    { ...NEWS, what: 'passed', words: '', unit: 'Unit' },
    { ...NEWS, what: 'later', words: 'OK' },
    { ...NEWS, what: 'broken' },
    { ...NEWS, what: 'opened' },
    { ...NEWS, what: 'case' },
  ],
  taken: [
    { number: 'RD-2026-0001', officer: 'Officer One', contactBy: due },
    { number: 'RD-2026-0001', officer: null, contactBy: due },
    { number: 'RD-2026-0001', officer: 'Officer One', contactBy: null },
  ],
  emergencyTold: [{}],
  refusedCase: [{ number: 'RD-2026-0001', reason: 'In court already' }],
  referred: [
    { number: 'RD-2026-0001', unit: 'Labour office', phone: '12333' },
    { number: 'RD-2026-0001', unit: 'Labour office', phone: null },
    { number: 'RD-2026-0001', unit: '镇政府', phone: null, due },
  ],
  agreed: [
    {
      number: 'RD-2026-0001',
      duties: [
        { mine: true, what: 'Move the wall', due },
        { mine: false, what: 'No loud music', due: null },
      ],
    },
    { number: 'RD-2026-0001', duties: [] },
    {
      number: 'RD-2026-0001',
      duties: [],
      law: { zh: '谈不收钱（人民调解法第4条）。', en: 'It is free (Mediation Law, 4).' },
    },
  ],
  dutySoon: [
    { what: 'Move the wall', due },
    { what: 'Pay', due, left: 1 },
  ],
  dutyLate: [
    { what: 'Move the wall', due, phone: '0836-0000000' },
    { what: 'Pay', due, phone: '0836-0000000', left: 123_456 },
  ],
  confirmable: [{ number: 'RD-2026-0001', until: MORNING + 30 * DAY }],
  notAgreed: [{ number: 'RD-2026-0001', remedies: ['court', 'arbitration'] }],
  notKept: [
    { number: 'RD-2026-0001', remedies: ['enforcement'] },
    { number: 'RD-2026-0001', remedies: ['police', 'court'] },
  ],
  closed: [{ number: 'RD-2026-0001' }],
  lapsed: [{ number: 'RD-2026-0001', filed: due }],
  willCall: [{}],
  limitSoon: (['T-LAB-1Y', 'T-LI-2Y', 'T-LAND-30'] as const).map((limit) => ({
    number: 'RD-2026-0001',
    limit,
    until: due,
  })),
  referralBack: [{ number: 'RD-2026-0001' }],
  referralResult: [{ number: 'RD-2026-0001', unit: '镇政府', words: 'The path stays open' }],
  jointSoon: [{ number: 'RD-2026-0001', at: due, place: 'Village office' }],
  jointOff: [{ number: 'RD-2026-0001', at: due }],
  permission: [{ rounds: 4 }, { rounds: 1 }],
  linked: [{ channel: 'telegram' }, { channel: 'web' }],
}

const all = (kinds: object): [string, Notice][] =>
  Object.entries(kinds as { [kind: string]: object[] }).flatMap(([kind, list]) =>
    list.map((one, at): [string, Notice] => [`${kind} ${at + 1}`, { kind, offset: 480, ...one } as Notice]),
  )

describe.each(all(STAFF))('to staff: %s', (_, notice) => {
  test('is a card in both languages', () => {
    for (const locale of ['zh', 'en', 'bo'] as const) {
      const card = render(notice, locale)
      expect(card.kind).toBe('card')
      expect(card.text.trim()).not.toBe('')
      if (locale === 'en') expect(JSON.stringify(card)).not.toMatch(HAN)
      // What a locked screen shows is two lines.
      expect(card.text.split('\n').length).toBeLessThanOrEqual(2)
    }
    expect(render(notice, 'zh')).toMatchSnapshot()
    expect(render(notice, 'bo')).toEqual(render(notice, 'zh'))
  })
})

describe.each(all(RESIDENTS))('to residents: %s', (_, notice) => {
  test('is a sentence in both languages, without levels or legal words', () => {
    for (const locale of ['zh', 'en'] as const) {
      const said = render(notice, locale)
      expect(said.kind).toBe('say')
      expect(said.text.trim()).not.toBe('')
      expect(said.text).not.toMatch(/RED|ORANGE|YELLOW|红|橙|假性/)
    }
    expect(render(notice, 'en').text).not.toMatch(HAN)
    expect(render(notice, 'zh').text).toMatchSnapshot()
  })
})

test('a card is as loud as its case; an emergency is always RED; what has no case is plain', () => {
  const tone = (notice: Notice) => {
    const card = render(notice, 'zh')
    return card.kind === 'card' && card.tone
  }
  expect(tone({ kind: 'assigned', facts, due, buttons, offset: 480 })).toBe('ORANGE')
  expect(tone({ kind: 'emergency', facts, reasons, buttons, offset: 480 })).toBe('RED')
  expect(tone({ kind: 'undelivered', facts: null, why: 'blocked', offset: 480 })).toBe('plain')
})

test('times are the station’s', () => {
  const notice: Notice = { kind: 'assigned', facts, due: MORNING + HOUR, buttons, offset: 480 }
  expect(render(notice, 'zh').text).toContain('11月25日 11:12')
  expect(render({ ...notice, offset: 0 }, 'en').text).toContain('25 Nov 03:12')
})

test('each button opens one flow', () => {
  expect(flowOf('accept')).toBe('claim')
  expect(new Set(Object.values(DEEDS).map(({ flow }) => flow)).size).toBe(Object.keys(DEEDS).length)
})

test('a card that only asks for an assignment says so', () => {
  const about = { kind: 'newCase' as const, facts, reasons: [], suggested: null, contactBy: due, offset: 480 }
  const card = (does: 'screen' | 'assign') => render({ ...about, buttons: [{ id: 'b', does }] }, 'zh').text
  expect(card('screen')).toContain('【新纠纷')
  expect(card('assign')).toContain('【待分派')
  expect(card('assign')).not.toContain('研判')
})

test('a card shown anew is the same card, and says how the case stands', () => {
  const state = { zh: '已签收', en: 'Acknowledged by officer' }
  for (const [, notice] of all(STAFF)) {
    for (const locale of ['zh', 'en', 'bo'] as const) {
      const before = render(notice, locale)
      const now =
        locale === 'en' ? { label: 'Moved on to', value: state.en } : { label: '已转为', value: state.zh }
      const after = renderRevised(notice, locale, state)
      if (before.kind !== 'card') throw new Error('staff get cards')
      expect(after).toEqual({ ...before, rows: [...before.rows, now] })
    }
  }
  const told: Notice = { kind: 'closed', number: 'RD-2026-0001', offset: 480 }
  expect(renderRevised(told, 'zh', state)).toEqual(render(told, 'zh'))
})
