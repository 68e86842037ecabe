import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rank } from '../../flows/casework/level.ts'
import { fenOf } from '../../flows/casework/money.ts'
import { judge } from '../../flows/casework/outcome.ts'
import { perform } from '../../flows/casework/performing.ts'
import { hasHardTrigger } from '../../flows/casework/risk.ts'
import type { RoundGiven } from '../../flows/casework/round.ts'
import { hearSurface } from '../../flows/casework/surface.ts'
import { LEVEL_CODES } from '../../flows/casework/tables/level.ts'
import { OUTCOMES } from '../../flows/casework/tables/outcome.ts'
import { SUB_CODES } from '../../flows/casework/tables/taxonomy.ts'
import { allowed, duty } from './duty.ts'
import { anyRound, declined, said, silent } from './rounds.ts'
import { when } from './when.ts'

const RUNS = { numRuns: 5_000 }
const given = (change: Partial<RoundGiven> = {}): RoundGiven => ({
  round: { A: said(), B: said(), third: null },
  previous: null,
  duties: [],
  level: 'YELLOW',
  category: 'NB-WL',
  last: false,
  now: when('2026-12-21 10:00'),
  ...change,
})
const round = (A: Parameters<typeof said>[0], B: Parameters<typeof said>[0] = {}) => ({
  A: said(A),
  B: said(B),
  third: null,
})

describe('a round of revisits', () => {
  it('goes on to the next when both are content, and to closing after the last', () => {
    expect(judge(given())).toMatchObject({
      verdict: 'kept',
      who: [],
      code: 'R-OK',
      codes: ['R-OK'],
      consequence: { kind: 'next-round' },
    })
    expect(judge(given({ last: true }))).toMatchObject({
      consequence: { kind: 'closable' },
      visited: { A: true, B: true },
    })
  })

  it('watches a little longer at 10 to 29 points', () => {
    expect(judge(given({ round: round({ score: 2 }) }))).toMatchObject({
      verdict: 'kept',
      code: 'R-WATCH',
      surface: { score: 20 },
      consequence: { kind: 'extra-round', days: 7, mode: 'call' },
    })
    const blue = judge(given({ level: 'BLUE', round: round({ relation: 'avoid' }) }))
    expect(blue.consequence).toEqual({ kind: 'extra-round', days: 7, mode: 'chat' })
  })

  it('sends someone within three days at 30 to 59, and opens again from 60', () => {
    const uneasy = judge(given({ round: round({ score: 2, heard: ['SR4'] }) }))
    expect(uneasy).toMatchObject({
      code: 'R-SURFACE',
      consequence: { kind: 'visit', days: 3, with: 'cadre-or-elder' },
    })
    const child = judge(given({ category: 'SC-BU', round: round({ score: 2, heard: ['SR4'] }) }))
    expect(child.consequence).toMatchObject({ kind: 'visit', with: 'officer' })
    const worse = judge(
      given({ round: { ...round({ score: 2, heard: ['SR4'] }), third: { tense: true, heard: [] } } }),
    )
    expect(worse).toMatchObject({ code: 'R-SURFACE', consequence: { kind: 'reopened', level: 'ORANGE' } })
  })

  it('says so when the accounts differ', () => {
    expect(judge(given({ round: round({ other: 'none' }, { own: 'all' }) }))).toMatchObject({
      verdict: 'accounts-differ',
      who: ['A', 'B'],
      code: 'R-SURFACE',
      confirms: [],
    })
  })

  it('takes a quarrel for a recurrence, and smashed doors too', () => {
    expect(judge(given({ round: round({ trouble: 'quarrel' }) }))).toMatchObject({
      code: 'R-RECUR',
      consequence: { kind: 'reopened', to: 'REOPENED', level: 'ORANGE' },
    })
    expect(judge(given({ round: round({ danger: ['A13'] }) })).code).toBe('R-RECUR')
  })

  it('asks another mediator where somebody was pressed', () => {
    expect(judge(given({ round: round({}, { freeWill: 'pressed' }) }))).toMatchObject({
      code: 'R-UNFAIR',
      codes: ['R-UNFAIR', 'R-SURFACE'],
      consequence: { kind: 'voluntariness-review' },
    })
    expect(judge(given({ round: round({ heard: ['SR8'] }) })).code).toBe('R-UNFAIR')
  })

  it.each([
    ['threats', { trouble: 'threat' }],
    ['blows', { trouble: 'blows' }],
    ['fear', { safety: 'afraid' }],
    ['great fear', { safety: 'very-afraid' }],
    ['fearful words', { heard: ['SR9'] }],
    ['a push', { danger: ['A09'] }],
    ['a vague threat', { danger: ['A10'] }],
    ['a gathering', { danger: ['D05'] }],
  ] as const)('calls %s a new risk', (_, answers) => {
    const judged = judge(given({ level: 'BLUE', round: round({}, answers as never) }))
    expect(judged).toMatchObject({
      verdict: 'danger',
      who: ['B'],
      code: 'R-NEWRISK',
      consequence: { kind: 'reopened', level: 'ORANGE' },
    })
  })

  it('weighs a phrase such as "wait and see" by the surface score', () => {
    const judged = judge(given({ round: round({ danger: ['A10'], heard: ['SR4'] }) }))
    expect(judged).toMatchObject({ code: 'R-WATCH', surface: { score: 20 } })
  })

  it.each([
    ['a knife', given({ round: round({ danger: ['A02'] }) })],
    ['suicide', given({ round: round({}, { danger: ['A05'] }) })],
    ['blows at home', given({ category: 'MF-CP', codes: ['A11'], round: round({ trouble: 'blows' }) })],
    ['blows in a RED case', given({ level: 'RED', round: round({ danger: ['A08'] }) })],
  ])('opens the emergency at %s', (_, one) => {
    expect(judge(one)).toMatchObject({
      verdict: 'danger',
      consequence: { kind: 'emergency', to: 'EMERGENCY', level: 'RED' },
    })
  })

  it('hears danger from a third party too', () => {
    const third = { tense: true, heard: [], danger: ['A09' as const] }
    const calm = { A: silent, B: said(), third }
    expect(judge(given({ round: calm }))).toMatchObject({
      verdict: 'danger',
      who: [],
      code: 'R-NEWRISK',
      consequence: { kind: 'reopened' },
    })
    expect(judge(given({ round: calm, level: 'RED' })).consequence.kind).toBe('emergency')
    expect(judge(given({ round: { ...calm, third: { ...third, danger: ['A02'] } } })).consequence.kind).toBe(
      'emergency',
    )
  })

  it('passes on who asks for help or despairs', () => {
    expect(judge(given({ round: round({ help: true }, { danger: ['B06'] }) })).help).toEqual(['A', 'B'])
    expect(judge(given()).help).toEqual([])
  })
})

describe('duties in a round', () => {
  const late = duty({ dueAt: when('2026-12-20 23:59') })
  const coming = duty({ dueAt: when('2027-01-20 23:59') })
  const quiet = duty({ kind: 'stop', amountFen: null, dueAt: null })
  const tries = [
    { at: when('2026-12-18'), mode: 'chat' },
    { at: when('2026-12-19'), mode: 'call' },
    { at: when('2026-12-20'), mode: 'chat' },
  ] as const

  it('are confirmed by the one they are owed to', () => {
    const judged = judge(given({ duties: [late, quiet] }))
    expect(judged).toMatchObject({ verdict: 'kept', code: 'R-OK', confirms: [1] })
    expect(
      judge(given({ duties: [late], round: round({ other: 'none' }, { own: 'none' }) })).confirms,
    ).toEqual([])
  })

  it('are not confirmed before their day, against the debtor, or by too small a sum', () => {
    expect(judge(given({ duties: [coming] })).confirms).toEqual([])
    expect(
      judge(given({ duties: [late], round: round({ other: 'all' }, { own: 'none' }) })).confirms,
    ).toEqual([])
    expect(judge(given({ duties: [late], round: round({ receivedFen: 6_599_999 }) })).confirms).toEqual([])
    expect(judge(given({ duties: [late], round: round({ receivedFen: 6_600_000 }) })).confirms).toEqual([1])
    const first = duty({
      no: 1,
      debtor: 'A',
      creditor: 'B',
      kind: 'removal',
      amountFen: null,
      dueAt: when('2027-01-20'),
    })
    const second = duty({ no: 2, dependsOn: 1, dueAt: when('2026-12-20') })
    expect(judge(given({ duties: [first, second] })).confirms).toEqual([])
  })

  it('are overdue when nothing came and their day is over', () => {
    const judged = judge(given({ duties: [late], round: round({ other: 'none' }, { own: 'none' }) }))
    expect(judged).toMatchObject({
      verdict: 'one-side-not-keeping',
      who: ['B'],
      code: 'R-OVERDUE',
      consequence: { kind: 'breached', to: 'BREACHED', remedies: false },
      half: [],
    })
  })

  it('are no fault before their day', () => {
    const judged = judge(given({ duties: [coming], round: round({ other: 'none' }, { own: 'not-due' }) }))
    expect(judged).toMatchObject({ verdict: 'kept', code: 'R-OK' })
    const halfway = judge(given({ duties: [coming], round: round({ other: 'part' }, { own: 'part' }) }))
    expect(halfway).toMatchObject({ verdict: 'kept', code: 'R-OK' })
  })

  it('S03: are under way before their day, also beside one without an end', () => {
    const duties = [coming, { ...quiet, no: 2 }]
    const begun = (A: Parameters<typeof said>[0], B: Parameters<typeof said>[0]) =>
      judge(given({ duties, round: round(A, B) })).code
    expect(begun({ other: 'part' }, { own: 'part', reasons: ['other'] })).toBe('R-OK')
    expect(begun({ other: 'part' }, { own: 'part', reasons: ['plan'] })).toBe('R-OK')
    expect(begun({ other: 'not-due' }, { own: 'not-due' })).toBe('R-OK')
    // Hard words with a part done, or with "not yet", refuse nothing.
    expect(begun({ other: 'part' }, { own: 'part', reasons: ['refuses'] })).toBe('R-OK')
    expect(begun({ other: 'not-due' }, { own: 'not-due', reasons: ['refuses'] })).toBe('R-OK')
    expect(begun({ other: 'none' }, { own: 'none', reasons: ['refuses'] })).toBe('R-REFUSE')
    // What binds already can be broken already.
    expect(begun({ other: 'none' }, { own: 'none' })).toBe('R-OVERDUE')
    // Once a day is over, a part is late.
    const over = { duties: [...duties, { ...late, no: 3 }], round: round({ other: 'part' }, { own: 'part' }) }
    expect(judge(given(over)).code).toBe('R-OVERDUE')
  })

  it('without an end can be broken any day', () => {
    expect(judge(given({ duties: [quiet], round: round({ other: 'none' }, { own: 'none' }) })).code).toBe(
      'R-OVERDUE',
    )
    const planned = round({ other: 'part' }, { own: 'part', reasons: ['plan'] })
    expect(judge(given({ duties: [quiet], round: planned }))).toMatchObject({
      verdict: 'one-side-not-keeping',
      code: 'R-PARTIAL',
      consequence: { kind: 'supplement', half: [] },
    })
  })

  it('that are refused are told their remedies', () => {
    const judged = judge(
      given({ duties: [coming], round: round({ other: 'none' }, { own: 'none', reasons: ['refuses'] }) }),
    )
    expect(judged).toMatchObject({ code: 'R-REFUSE', consequence: { kind: 'breached', remedies: true } })
  })

  it('half paid are told to the fen, by the creditor’s figure', () => {
    const paid = round(
      { other: 'part', receivedFen: fenOf(1200.5) },
      { own: 'part', paidFen: fenOf(1200.5), reasons: ['plan'] },
    )
    const fee = duty({ amountFen: fenOf(2400), dueAt: when('2026-12-15 23:59') })
    expect(judge(given({ duties: [fee], round: paid }))).toMatchObject({
      verdict: 'one-side-not-keeping',
      code: 'R-OVERDUE',
      half: [
        { debtor: 'B', agreedFen: 240_000, paidFen: 120_050, remainingFen: 119_950, claimedFen: 120_050 },
      ],
    })
    const boast = round({ other: 'part', receivedFen: 100 }, { own: 'part', paidFen: 200 })
    expect(judge(given({ duties: [coming], round: boast }))).toMatchObject({
      verdict: 'accounts-differ',
      half: [{ paidFen: 100, claimedFen: 200 }],
    })
  })

  it('count what is given back in money, and nothing that is not money', () => {
    const half = (change: Parameters<typeof duty>[0]) =>
      judge(
        given({
          duties: [duty({ dueAt: when('2027-01-20'), ...change })],
          round: round({ other: 'part', receivedFen: 50 }),
        }),
      ).half
    expect(half({ kind: 'return', amountFen: 80 })).toMatchObject([{ paidFen: 50, remainingFen: 30 }])
    expect(half({ kind: 'return', amountFen: null })).toEqual([])
    expect(half({ kind: 'removal', amountFen: 80 })).toEqual([])
  })

  it('on the books alone are late too', () => {
    const unasked = { other: null, own: null }
    expect(judge(given({ duties: [late], round: round(unasked, unasked) })).code).toBe('R-OVERDUE')
    expect(judge(given({ duties: [late], round: round({ other: null }, { own: 'all' }) })).code).toBe(
      'R-OVERDUE',
    )
    expect(judge(given({ duties: [coming], round: round(unasked, unasked) })).code).toBe('R-OK')
  })

  it('are judged by words where there are none on the books', () => {
    const judged = judge(given({ round: round({ other: 'none' }, { own: 'none' }) }))
    expect(judged.code).toBe('R-OVERDUE')
    expect(judge(given({ round: round({}, { own: 'part', reasons: ['plan'] }) })).verdict).toBe('kept')
    expect(judge(given({ round: round({ other: null }, { own: 'part', reasons: ['plan'] }) })).code).toBe(
      'R-PARTIAL',
    )
  })

  it('belong to whoever stands on a side', () => {
    const three = [1, 2, 3].map((no) => duty({ no, debtor: `guardian-${no}`, creditor: 'pupil' }))
    const judged = judge(
      given({
        duties: three,
        parties: { A: ['pupil'], B: ['guardian-1', 'guardian-2', 'guardian-3'] },
        now: when('2027-02-01'),
        round: round({ other: 'none' }, { own: 'none' }),
      }),
    )
    expect(judged).toMatchObject({ code: 'R-OVERDUE', who: ['B'] })
  })

  it('ask again, then visit, then count as not visited', () => {
    const missing = { A: said(), B: silent, third: null }
    expect(judge(given({ round: missing }))).toMatchObject({
      verdict: 'one-side-silent',
      who: ['B'],
      code: 'R-UNREACH',
      consequence: { kind: 'ask-again', who: ['B'] },
      visited: { A: true, B: false },
    })
    expect(judge(given({ round: missing, attempts: { B: tries } })).consequence).toEqual({
      kind: 'visit',
      days: 3,
      with: 'officer',
    })
    const after = { B: [...tries, { at: when('2026-12-21'), mode: 'visit' }] } as const
    expect(judge(given({ round: missing, attempts: after })).consequence).toEqual({ kind: 'next-round' })
    expect(judge(given({ round: missing, attempts: after, level: 'RED' })).consequence).toEqual({
      kind: 'third-party-check',
    })
  })

  it('leave a debtor’s word open while the other side is silent', () => {
    const judged = judge(
      given({ duties: [late], round: { A: silent, B: said({ other: null }), third: null } }),
    )
    expect(judged).toMatchObject({ verdict: 'one-side-silent', who: ['A'], code: 'R-UNREACH', confirms: [] })
  })

  it('are judged alike whichever side owes', () => {
    const mine = duty({ debtor: 'A', creditor: 'B', dueAt: when('2026-12-20 23:59') })
    const open = judge(given({ duties: [mine], round: { A: said({ other: null }), B: silent, third: null } }))
    expect(open).toMatchObject({ verdict: 'one-side-silent', who: ['B'] })
    const told = judge(given({ duties: [mine], round: round({ own: 'all' }, { other: null }) }))
    expect(told).toMatchObject({ verdict: 'one-side-not-keeping', who: ['A'], code: 'R-OVERDUE' })
  })

  it('with and without an end are told apart', () => {
    const both = [coming, duty({ no: 2, kind: 'stop', amountFen: null, dueAt: null })]
    expect(judge(given({ duties: both, round: round({ other: 'none' }, { own: 'none' }) })).code).toBe(
      'R-OVERDUE',
    )
  })

  it('respect whoever declines, but look in at ORANGE and above', () => {
    const away = { A: declined, B: said(), third: null }
    expect(judge(given({ round: away }))).toMatchObject({
      code: 'R-DECLINE',
      consequence: { kind: 'next-round' },
      visited: { A: false },
    })
    expect(judge(given({ round: away, level: 'ORANGE' })).consequence).toEqual({ kind: 'third-party-check' })
  })
})

describe('the revisits of the stories', () => {
  it('S01: pushed again at her mother’s, the case is an emergency', () => {
    const judged = judge(
      given({ category: 'MF-DV', level: 'RED', round: round({ trouble: 'blows', danger: ['A09'] }) }),
    )
    expect(judged).toMatchObject({
      verdict: 'danger',
      who: ['A'],
      code: 'R-NEWRISK',
      consequence: { kind: 'emergency' },
    })
  })

  it('S02: first instalment there, second late, then everything', () => {
    const half = fenOf(66_000)
    const second = duty({ no: 2, amountFen: half, dueAt: when('2027-01-15 23:59') })
    let first = duty({ no: 1, amountFen: half, dueAt: when('2026-12-31 23:59') })
    const base = { category: 'LB-WG', level: 'RED' } as const
    const january = judge(
      given({
        ...base,
        duties: [first, second],
        now: when('2027-01-01 10:00'),
        round: round({ other: 'part', receivedFen: half }, { own: 'part', paidFen: half }),
      }),
    )
    expect(january.half).toEqual([
      { debtor: 'B', agreedFen: fenOf(132_000), paidFen: half, remainingFen: half, claimedFen: half },
    ])
    first = allowed(perform(first, { at: when('2027-01-01'), fen: half, confirmedBy: ['creditor'] }))
    const late = judge(
      given({
        ...base,
        duties: [first, second],
        now: when('2027-01-16 10:00'),
        round: round({ other: 'part' }, { own: 'part', reasons: ['plan'] }),
      }),
    )
    expect(late).toMatchObject({
      verdict: 'one-side-not-keeping',
      code: 'R-OVERDUE',
      half: [{ remainingFen: half }],
    })
    const done = judge(given({ ...base, duties: [first, second], now: when('2027-01-22 10:00') }))
    expect(done).toMatchObject({ verdict: 'kept', code: 'R-OK', confirms: [2], half: [] })
  })

  it('S03: being pulled down, then done', () => {
    const wall = duty({ kind: 'removal', amountFen: null, dueAt: when('2026-12-20 23:59') })
    const begun = round({ other: 'part', score: null }, { own: 'part', score: null })
    expect(judge(given({ duties: [wall], now: when('2026-11-30 10:00'), round: begun })).code).toBe('R-OK')
    const done = round({ score: 5 }, { score: 4 })
    expect(judge(given({ duties: [wall], last: true, round: done }))).toMatchObject({
      code: 'R-OK',
      confirms: [1],
      consequence: { kind: 'closable' },
    })
  })

  it('S04: "till next year" makes 40 points and a visit', () => {
    const heard = hearSurface('等明年再说')
    const judged = judge(
      given({
        category: 'LF-CC',
        level: 'ORANGE',
        round: round({ score: 4 }, { score: 2, heard }),
        previous: round({}),
      }),
    )
    expect(judged).toMatchObject({
      code: 'R-SURFACE',
      surface: { score: 40 },
      consequence: { kind: 'visit', days: 3 },
    })
    expect(judged.surface.reasons.map(({ code }) => code)).toEqual(['SR2', 'SR4'])
  })

  it('S06: 85 points open it again, one level up', () => {
    const first = round(
      { score: 4 },
      { score: 1, heard: hearSurface('看派出所面子，算了。告状的人以后别来。') },
    )
    expect(judge(given({ category: 'NB-NO', level: 'BLUE', round: first }))).toMatchObject({
      code: 'R-SURFACE',
      surface: { score: 40 },
    })
    const grid = { tense: false, heard: hearSurface('两家不说话，乙把垃圾倒甲家门口。') }
    const second = judge(
      given({
        category: 'NB-NO',
        level: 'BLUE',
        previous: first,
        round: { A: silent, B: silent, third: grid },
      }),
    )
    expect(second.surface).toMatchObject({ score: 85, band: 'reopen' })
    expect(second).toMatchObject({ code: 'R-SURFACE', consequence: { kind: 'reopened', level: 'YELLOW' } })
  })

  it('S08: the money came, but the child is afraid', () => {
    const mother = { heard: hearSurface('钱到了。孩子还是怕，有人在厕所门口堵她看。') }
    const judged = judge(
      given({ category: 'SC-BU', level: 'ORANGE', codes: ['B04', 'A08'], round: round(mother) }),
    )
    expect(judged).toMatchObject({
      verdict: 'danger',
      code: 'R-NEWRISK',
      consequence: { kind: 'reopened', level: 'RED' },
    })
    const later = judge(given({ category: 'SC-BU', level: 'RED', last: true }))
    expect(later.consequence).toEqual({ kind: 'closable' })
  })
})

describe('judging', () => {
  const anything = fc.record({
    round: anyRound,
    previous: fc.option(anyRound, { nil: null }),
    level: fc.constantFrom(...LEVEL_CODES),
    category: fc.constantFrom(...SUB_CODES),
    last: fc.boolean(),
    now: fc.integer({ min: when('2026-12-01'), max: when('2027-03-01') }),
    duties: fc.constantFrom(
      [],
      [duty()],
      [duty({ dueAt: null, kind: 'stop', amountFen: null })],
      [duty(), duty({ no: 2, debtor: 'A', creditor: 'B', amountFen: 777 })],
    ),
  })

  it('always comes to something, gravest first, and the same twice', () => {
    fc.assert(
      fc.property(anything, (one) => {
        const judged = judge(one)
        const order = OUTCOMES.map(({ code }) => code)
        expect(judged.codes.length).toBeGreaterThan(0)
        expect(judged.codes).toEqual(order.filter((code) => judged.codes.includes(code)))
        expect(judged.consequence).toEqual(judged.consequences[0])
        expect(judge(JSON.parse(JSON.stringify(one)))).toEqual(judged)
      }),
      RUNS,
    )
  })

  it('never calls a round fine in which anybody is afraid, late, silent or contradicted', () => {
    fc.assert(
      fc.property(anything, (one) => {
        const { code, codes, verdict, surface } = judge(one)
        if (code !== 'R-OK') return
        expect(codes).toEqual(['R-OK'])
        expect(verdict).toBe('kept')
        expect(surface.score).toBeLessThan(10)
        for (const side of [one.round.A, one.round.B]) {
          if (side.kind !== 'answered') throw new Error('a silent side is not fine')
          expect(side.answers.score ?? 5).toBeGreaterThanOrEqual(3)
          expect(['none', null]).toContain(side.answers.trouble)
          expect(hasHardTrigger(side.answers.danger)).toBe(false)
        }
      }),
      RUNS,
    )
  })

  it('puts danger before everything, and never reopens below where the case stood', () => {
    fc.assert(
      fc.property(anything, (one) => {
        const { verdict, code, consequences } = judge(one)
        expect(verdict === 'danger').toBe(code === 'R-NEWRISK')
        for (const consequence of consequences)
          if (consequence.kind === 'reopened')
            expect(rank(consequence.level)).toBeGreaterThanOrEqual(Math.min(3, rank(one.level) + 1))
      }),
      RUNS,
    )
  })

  it('keeps every half to the fen', () => {
    fc.assert(
      fc.property(anything, (one) => {
        for (const { agreedFen, paidFen, remainingFen } of judge(one).half) {
          expect(paidFen + remainingFen).toBe(agreedFen)
          expect(paidFen).toBeGreaterThan(0)
          expect(remainingFen).toBeGreaterThan(0)
        }
      }),
      RUNS,
    )
  })
})
