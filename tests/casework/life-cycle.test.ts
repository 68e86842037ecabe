import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { caseFacts, indicators } from '../../flows/casework/facts.ts'
import type { GuardFacts } from '../../flows/casework/guard-facts.ts'
import { GUARDS } from '../../flows/casework/guards.ts'
import {
  isOpen,
  nextFor,
  nextStates,
  stateName,
  step,
  towardsEmergency,
  transition,
} from '../../flows/casework/life-cycle.ts'
import { isRefused, type Refused } from '../../flows/casework/refusal.ts'
import { grade } from '../../flows/casework/risk.ts'
import { actsAs, ROLES, type Role, roleName } from '../../flows/casework/roles.ts'
import { STATE_CODES, type State, TRANSITIONS } from '../../flows/casework/tables/life-cycle.ts'
import { SUB_CODES } from '../../flows/casework/tables/taxonomy.ts'
import { STORIES } from './stories.ts'
import { when } from './when.ts'

const RUNS = { numRuns: 5_000 }
const state = fc.constantFrom(...STATE_CODES)
const role = fc.constantFrom(...ROLES.map(({ code }) => code))
const refusal = (value: ReturnType<typeof step>): string => (isRefused(value) ? value.refused : 'ok')

const referral = {
  toUnit: '县法院',
  toPerson: '立案庭',
  phone: '12368',
  dueAt: when('2026-12-20'),
  told: true,
}
const signed = {
  form: 'written',
  partiesSigned: true,
  mediatorSigned: true,
  sealed: true,
  contentRecorded: true,
} as const

/** Facts with which every guard is content, except where two rules contradict each other. */
const ENOUGH: GuardFacts = {
  category: 'NB-WL',
  codes: [],
  level: 'ORANGE',
  track: 'PM',
  leader: 'leader-1',
  officer: 'officer-1',
  townContact: true,
  narrative: true,
  village: true,
  channel: true,
  draftIdleDays: 30,
  summaryKept: true,
  told110: true,
  disposition: true,
  extraRevisitPlanned: true,
  sameDispute: true,
  reason: '理由',
  reporterTold: true,
  consent: 'both',
  rightsTold: true,
  contactRecorded: true,
  resumeAt: when('2026-12-10'),
  agreement: signed,
  differences: true,
  refusedBySome: false,
  mustNotMediate: true,
  remediesTold: true,
  withinLimit: true,
  referral,
  returnReason: '不归我们管',
  receipt: true,
  openDuties: 0,
  overdueDuties: 1,
  performance: 'proof',
  supplement: true,
  askedSeparately: true,
  openRounds: 0,
  surfaceScore: 0,
  outcome: 'R-RECUR',
  samePartiesAndKind: true,
  previousLevel: 'YELLOW',
}

/** What single transitions need beyond that. */
const BESIDES: { [key: string]: GuardFacts } = {
  'TERMINATED>CLOSED': { level: 'BLUE' },
  'AGREED>PERFORMING': { openDuties: 1 },
  'SCREENING>PERFORMING': { openDuties: 1, interrupted: 'BREACHED' },
  'SCREENING>REVISITING': { interrupted: 'REVISITING' },
}
const enoughFor = (key: string): GuardFacts => ({
  ...ENOUGH,
  ...(key.endsWith('>EMERGENCY') ? { codes: ['A02'] as const } : {}),
  ...BESIDES[key],
})

/** One fact each that stands in the way. */
const OBSTACLES: [string, GuardFacts][] = [
  ['DRAFT>REPORTED', { narrative: false }],
  ['DRAFT>REPORTED', { village: false }],
  ['DRAFT>REPORTED', { channel: false }],
  ['DRAFT>REJECTED', { draftIdleDays: 29 }],
  ['DRAFT>REJECTED', { codes: ['A05'] }],
  ['DRAFT>REJECTED', { summaryKept: false }],
  ['DRAFT>EMERGENCY', { codes: ['A08'] }],
  ['DRAFT>EMERGENCY', { told110: false }],
  ['REPORTED>EMERGENCY', { codes: [] }],
  ['CLOSED>EMERGENCY', { told110: false }],
  ['MEDIATING>EMERGENCY', { codes: ['D03'] }],
  ['EMERGENCY>SCREENING', { disposition: false }],
  ['SCREENING>MERGED', { sameDispute: false }],
  ['SCREENING>REJECTED', { reason: ' ' }],
  ['SCREENING>REJECTED', { reporterTold: false }],
  ['SCREENING>REFERRED', { referral: { ...referral, toUnit: '' } }],
  ['SCREENING>REFERRED', { referral: { ...referral, toPerson: '' } }],
  ['SCREENING>REFERRED', { referral: { ...referral, toPerson: '' } }],
  ['SCREENING>REFERRED', { referral: { ...referral, dueAt: null } }],
  ['SCREENING>REFERRED', { referral: { ...referral, told: false } }],
  ['SCREENING>ACCEPTED', { elsewhere: true }],
  ['SCREENING>ACCEPTED', { refusedBySome: true }],
  ['SCREENING>ACCEPTED', { consent: 'none' }],
  ['ACCEPTED>ASSIGNED', { leader: null }],
  ['ACCEPTED>ASSIGNED', { officer: null }],
  ['ACCEPTED>ASSIGNED', { officer: 'leader-1' }],
  ['ACCEPTED>ASSIGNED', { townContact: false }],
  ['ACCEPTED>ASSIGNED', { level: 'RED', townContact: false }],
  ['ASSIGNED>ASSIGNED', { reason: '' }],
  ['CLAIMED>MEDIATING', { rightsTold: false }],
  ['CLAIMED>MEDIATING', { contactRecorded: false }],
  ['MEDIATING>MEDIATING', { track: 'PSM', session: 2, workingDaysSinceFirst: 8 }],
  ['MEDIATING>MEDIATING', { track: 'PSM', session: 3, workingDaysSinceFirst: 5 }],
  ['MEDIATING>SUSPENDED', { reason: '' }],
  ['MEDIATING>SUSPENDED', { resumeAt: null }],
  ['MEDIATING>AGREED', { agreement: { ...signed, partiesSigned: false } }],
  ['MEDIATING>AGREED', { agreement: { ...signed, mediatorSigned: false } }],
  ['MEDIATING>AGREED', { agreement: { ...signed, sealed: false } }],
  ['MEDIATING>AGREED', { agreement: { ...signed, form: 'oral' } }],
  ['MEDIATING>AGREED', { level: 'BLUE', agreement: { ...signed, form: 'oral', contentRecorded: false } }],
  ['MEDIATING>AGREED', { agreement: { ...signed, form: 'police', partiesSigned: false } }],
  ['MEDIATING>AGREED', { category: 'MF-DV' }],
  ['MEDIATING>AGREED', { category: 'SC-AB' }],
  ['MEDIATING>AGREED', { codes: ['A07'] }],
  ['MEDIATING>FAILED', { differences: false }],
  ['MEDIATING>TERMINATED', { refusedBySome: false, mustNotMediate: false }],
  ['MEDIATING>REFERRED', { referral: { ...referral, told: false } }],
  ['FAILED>TERMINATED', { remediesTold: false }],
  ['FAILED>MEDIATING', { consent: 'one' }],
  ['FAILED>MEDIATING', { withinLimit: false }],
  ['TERMINATED>REFERRED', { referral: { ...referral, dueAt: null } }],
  ['TERMINATED>REVISITING', { level: 'BLUE' }],
  ['TERMINATED>CLOSED', { level: 'YELLOW' }],
  ['TERMINATED>CLOSED', { remediesTold: false }],
  ['AGREED>PERFORMING', { openDuties: 0 }],
  ['AGREED>REVISITING', { openDuties: 1 }],
  ['PERFORMING>BREACHED', { overdueDuties: 0 }],
  ['PERFORMING>REVISITING', { openDuties: 1 }],
  ['PERFORMING>PERFORMING', { changesDueDate: true }],
  ['PERFORMING>REOPENED', { outcome: 'R-OK' }],
  ['BREACHED>PERFORMING', { supplement: false }],
  ['BREACHED>MEDIATING', { consent: 'one' }],
  ['BREACHED>REFERRED', { remediesTold: false }],
  ['BREACHED>REVISITING', { openDuties: 2 }],
  ['BREACHED>REOPENED', { outcome: 'R-WATCH', surfaceScore: 59 }],
  ['REVISITING>REVISITING', { askedSeparately: false }],
  ['REVISITING>CLOSED', { openRounds: 1 }],
  ['REVISITING>CLOSED', { askedSeparately: false }],
  ['REVISITING>CLOSED', { openDuties: 1 }],
  ['REVISITING>CLOSED', { surfaceScore: 30 }],
  ['REVISITING>REFERRED', { receipt: false }],
  ['REVISITING>REOPENED', { outcome: 'R-OK' }],
  ['REFERRED>SCREENING', { returnReason: '' }],
  ['REFERRED>REVISITING', { level: 'YELLOW' }],
  ['REFERRED>CLOSED', { receipt: false }],
  ['REFERRED>CLOSED', { reporterTold: false }],
  ['CLOSED>REOPENED', { samePartiesAndKind: false }],
  ['REOPENED>SCREENING', { previousLevel: 'ORANGE' }],
  ['SCREENING>PERFORMING', { interrupted: 'REVISITING' }],
  ['SCREENING>PERFORMING', { openDuties: 0 }],
  ['SCREENING>REVISITING', { interrupted: 'PERFORMING' }],
  ['SCREENING>REVISITING', { disposition: false }],
  ['SCREENING>REVISITING', { extraRevisitPlanned: false }],
  ['MERGED>SCREENING', { reason: '' }],
]

describe('the life cycle', () => {
  it.each(STORIES)('plays $id', ({ at, facts, path }) => {
    const codes = indicators(caseFacts(facts), at)
    const known: GuardFacts = { category: facts.category, codes, level: grade({ codes }).level }
    let here: State = 'DRAFT'
    for (const [to, actor, more] of path) {
      const stepped = step(here, to, { actor: [actor], facts: { ...ENOUGH_PEOPLE, ...known, ...more } })
      expect(stepped, `${here} to ${to}`).toMatchObject({ ok: true })
      here = to
    }
    expect(here).toBe(path.at(-1)![0])
  })

  it.each(TRANSITIONS.map(({ from, to, by }) => [`${from}>${to}`, from, to, by] as const))(
    '%s is open to each of its actors when everything is known',
    (key, from, to, by) => {
      for (const actor of by)
        expect(step(from, to, { actor: [actor], facts: enoughFor(key) })).toMatchObject({ ok: true })
    },
  )

  it.each(OBSTACLES)('%s is refused with %j', (key, fact) => {
    const [from, to] = key.split('>') as [State, State]
    const actor = [transition(from, to)!.by[0]]
    const refused = step(from, to, { actor, facts: { ...enoughFor(key), ...fact } }) as Refused
    expect(refused.refused).toMatch(/^(guard|nobody|never-agreed)$/)
    expect(refused.say.zh).toMatch(/。$/)
    expect(refused.say.zh.length).toBeLessThanOrEqual(40)
    expect(refused.say.en).toMatch(/\.$/)
  })

  it('has a guard for every transition and for nothing else', () => {
    expect(Object.keys(GUARDS).sort()).toEqual(TRANSITIONS.map(({ from, to }) => `${from}>${to}`).sort())
  })

  it('refuses whatever is not listed, whoever asks and whatever is known', () => {
    fc.assert(
      fc.property(state, state, fc.array(role), (from, to, actor) => {
        if (transition(from, to)) return
        const refused = step(from, to, { actor, facts: ENOUGH })
        expect(refusal(refused)).toBe('unlisted')
        expect((refused as Refused).say.zh).toBe(`“${stateName(from).zh}”不能变成“${stateName(to).zh}”。`)
      }),
      RUNS,
    )
  })

  it('refuses whoever the step does not belong to', () => {
    fc.assert(
      fc.property(fc.constantFrom(...TRANSITIONS), role, ({ from, to, by }, actor) => {
        const may = actsAs([actor]).some((one) => (by as readonly Role[]).includes(one))
        const stepped = step(from, to, { actor: [actor], facts: enoughFor(`${from}>${to}`) })
        expect(refusal(stepped)).toBe(may ? 'ok' : 'not-yours')
        expect(nextFor(from, [actor]).includes(to)).toBe(may)
      }),
      RUNS,
    )
  })

  it('never agrees on violence at home, harm to a child or sexual violence', () => {
    const category = fc.constantFrom(...SUB_CODES)
    fc.assert(
      fc.property(category, fc.boolean(), (category, sexual) => {
        const facts = { ...ENOUGH, category, codes: sexual ? (['A07'] as const) : [] }
        const barred = category === 'MF-DV' || category === 'SC-AB' || sexual
        expect(refusal(step('MEDIATING', 'AGREED', { actor: ['mediator'], facts }))).toBe(
          barred ? 'never-agreed' : 'ok',
        )
      }),
      RUNS,
    )
  })

  it('needs a leader and an officer from the assignment on', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...TRANSITIONS),
        fc.constantFrom('leader', 'officer'),
        ({ from, to, by }, who) => {
          const later = [
            'ASSIGNED',
            'CLAIMED',
            'MEDIATING',
            'SUSPENDED',
            'AGREED',
            'FAILED',
            'TERMINATED',
            'PERFORMING',
            'BREACHED',
            'REVISITING',
          ]
          const facts = { ...enoughFor(`${from}>${to}`), [who]: null }
          expect(refusal(step(from, to, { actor: [by[0]], facts }))).toBe(
            later.includes(to) ? 'nobody' : 'ok',
          )
        },
      ),
      RUNS,
    )
  })

  it('never throws, and never lets an empty-handed case through to its end', () => {
    const ends: State[] = ['AGREED', 'CLOSED', 'REFERRED', 'MERGED', 'REPORTED']
    fc.assert(
      fc.property(state, fc.constantFrom(...ends), fc.array(role), (from, to, actor) => {
        expect(isRefused(step(from, to, { actor, facts: {} }))).toBe(true)
      }),
      RUNS,
    )
  })

  it.each<[string, GuardFacts]>([
    ['ACCEPTED>ASSIGNED', { level: 'YELLOW', townContact: false }],
    ['ACCEPTED>ASSIGNED', { level: 'BLUE', townContact: false }],
    ['MEDIATING>MEDIATING', { track: 'PSM', session: 2, workingDaysSinceFirst: 7 }],
    ['MEDIATING>MEDIATING', { track: 'PM', session: 5, workingDaysSinceFirst: 20 }],
    ['SCREENING>ACCEPTED', { consent: 'none', ownMotion: true }],
    ['SCREENING>ACCEPTED', { consent: 'one' }],
    ['DRAFT>EMERGENCY', { codes: ['A08'], level: 'RED' }],
    ['DRAFT>EMERGENCY', { codes: ['D04'], level: 'BLUE' }],
    ['MEDIATING>TERMINATED', { refusedBySome: true, mustNotMediate: false }],
    ['TERMINATED>REVISITING', { level: 'YELLOW' }],
    ['REFERRED>REVISITING', { level: 'RED' }],
    ['REVISITING>CLOSED', { surfaceScore: 29 }],
    ['AGREED>REVISITING', { performance: 'both-confirmed' }],
    ['REOPENED>SCREENING', { level: 'RED', previousLevel: 'RED' }],
    ['SCREENING>PERFORMING', { interrupted: 'AGREED', openDuties: 1 }],
    ['SCREENING>PERFORMING', { interrupted: 'PERFORMING', openDuties: 1 }],
    ['SCREENING>REVISITING', { interrupted: 'TERMINATED' }],
    ['SCREENING>REVISITING', { interrupted: 'REFERRED' }],
  ])('%s is allowed with %j', (key, fact) => {
    const [from, to] = key.split('>') as [State, State]
    const facts = { ...enoughFor(key), ...fact }
    expect(step(from, to, { actor: [transition(from, to)!.by[0]], facts })).toMatchObject({ ok: true })
  })

  it('may close early with a reason the leader accepted', () => {
    const facts = { ...ENOUGH, openRounds: 2, acceptedReason: '双方都说好' }
    expect(step('REVISITING', 'CLOSED', { actor: ['leader'], facts })).toMatchObject({ ok: true })
  })

  it('takes the police form without a seal, and a word for BLUE', () => {
    const police = { ...ENOUGH, agreement: { ...signed, form: 'police', sealed: false } as const }
    expect(step('MEDIATING', 'AGREED', { actor: ['officer'], facts: police })).toMatchObject({ ok: true })
    const oral = {
      ...ENOUGH,
      level: 'BLUE',
      agreement: { ...signed, form: 'oral', partiesSigned: false },
    } as const
    expect(step('MEDIATING', 'AGREED', { actor: ['mediator'], facts: oral })).toMatchObject({ ok: true })
    const { agreement: _, ...without } = ENOUGH
    expect(refusal(step('MEDIATING', 'AGREED', { actor: ['mediator'], facts: without }))).toBe('guard')
  })

  it('needs proof for what was performed', () => {
    const { performance: _, ...facts } = ENOUGH
    expect(refusal(step('PERFORMING', 'REVISITING', { actor: ['officer'], facts }))).toBe('guard')
  })

  it('reopens on the surface score alone', () => {
    const facts = { ...ENOUGH, outcome: 'R-SURFACE' as const, surfaceScore: 60 }
    expect(step('REVISITING', 'REOPENED', { actor: ['system'], facts })).toMatchObject({ ok: true })
  })

  it('triages what was rejected before without a level to compare', () => {
    const facts = { ...ENOUGH, previousLevel: null, level: 'BLUE' } as const
    expect(step('REOPENED', 'SCREENING', { actor: ['system'], facts })).toMatchObject({ ok: true })
  })

  it('opens the emergency from everywhere but a merged case', () => {
    for (const from of STATE_CODES) {
      const way = towardsEmergency(from)
      if (from === 'MERGED') expect(way).toBeNull()
      else if (from === 'EMERGENCY') expect(way).toEqual([])
      else if (from === 'REJECTED') expect(way).toEqual(['REOPENED', 'EMERGENCY'])
      else expect(way).toEqual(['EMERGENCY'])
    }
  })

  it('knows where a case can go and when the work is over', () => {
    expect(nextStates('CLOSED')).toEqual(['REOPENED', 'EMERGENCY'])
    expect(nextFor('SCREENING', ['officer'])).toContain('REJECTED')
    expect(nextFor('DRAFT', ['grid'])).toEqual([])
    expect(STATE_CODES.filter((one) => !isOpen(one))).toEqual(['REJECTED', 'CLOSED', 'MERGED'])
  })
})

const ENOUGH_PEOPLE: GuardFacts = { leader: 'leader-1', officer: 'officer-1' }

describe('roles', () => {
  it('let the chief stand in for everyone, and a mediator for nobody', () => {
    expect(actsAs(['chief']).sort()).toEqual(['chief', 'duty', 'leader', 'mediator', 'officer'])
    expect(actsAs(['mediator'])).toEqual(['mediator'])
    expect(actsAs(['bot'])).toEqual(['bot'])
    expect(roleName('duty')).toEqual({ zh: '值班民警', en: 'duty officer' })
  })
})
