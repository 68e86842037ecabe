// The six stories of the domain paper as facts: what is known, what it must score, and the way the case must go.
import type { KnownFacts } from '../../flows/casework/facts.ts'
import type { GuardFacts } from '../../flows/casework/guard-facts.ts'
import type { Role } from '../../flows/casework/roles.ts'
import type { Level } from '../../flows/casework/tables/level.ts'
import type { State } from '../../flows/casework/tables/life-cycle.ts'
import type { RiskCode } from '../../flows/casework/tables/risk.ts'
import { when } from './when.ts'

export type Story = {
  id: string
  at: number
  facts: KnownFacts
  codes: RiskCode[]
  score: number
  level: Level
  /** Every move: where to, by whom, and what is known by then beyond the case itself. */
  path: [State, Role, GuardFacts?][]
}

const named = { leader: 'leader-1', officer: 'officer-1', townContact: true }
const minimum = { narrative: true, village: true, channel: true }
const begun = { rightsTold: true, contactRecorded: true }
const paper = {
  agreement: {
    form: 'written',
    partiesSigned: true,
    mediatorSigned: true,
    sealed: true,
    contentRecorded: true,
  },
} as const
const spoken = {
  agreement: {
    form: 'oral',
    partiesSigned: false,
    mediatorSigned: false,
    sealed: false,
    contentRecorded: true,
  },
} as const
const kept = { openDuties: 0, performance: 'both-confirmed' } as const
const over = { openRounds: 0, askedSeparately: true, openDuties: 0, surfaceScore: 0 }

const intake: Story['path'] = [
  ['REPORTED', 'bot', minimum],
  ['SCREENING', 'system'],
]
const toTalks: Story['path'] = [
  ['ACCEPTED', 'officer', { consent: 'one' }],
  ['ASSIGNED', 'leader', named],
  ['CLAIMED', 'officer', named],
  ['MEDIATING', 'officer', { ...named, ...begun }],
]
const settled = (how: GuardFacts): Story['path'] => [
  ['AGREED', 'mediator', { ...named, ...how }],
  ['PERFORMING', 'system', { ...named, openDuties: 1 }],
]
const home: Story['path'] = [
  ['REVISITING', 'officer', { ...named, ...kept }],
  ['CLOSED', 'leader', over],
]

export const STORIES: Story[] = [
  {
    id: 'S01 third episode of domestic violence',
    at: when('2026-12-03 22:40'),
    facts: { category: 'MF-DV', injury: 'minor', vulnerable: ['child-witness'], danger: ['A12', 'B01'] },
    codes: ['A08', 'A11', 'A12', 'B01', 'B07', 'C01'],
    score: 80,
    level: 'RED',
    path: [
      ['EMERGENCY', 'bot', { told110: true }],
      ['SCREENING', 'duty', { disposition: true }],
      [
        'REFERRED',
        'leader',
        {
          referral: {
            toUnit: '县公安局',
            toPerson: '办案民警',
            phone: '110',
            dueAt: when('2026-12-04'),
            told: true,
          },
        },
      ],
      ['REVISITING', 'officer', named],
      ['REOPENED', 'officer', { outcome: 'R-NEWRISK' }],
      ['EMERGENCY', 'officer'],
    ],
  },
  {
    id: 'S02 wages of eleven workers before Spring Festival',
    at: when('2026-12-28 18:05'),
    facts: { category: 'LB-WG', amountYuan: 132_000, headcount: 11, danger: ['D05'] },
    codes: ['C01', 'C05', 'D02', 'D05', 'F01'],
    score: 75,
    level: 'RED',
    path: [
      ...intake,
      ...toTalks,
      ...settled(paper),
      ['BREACHED', 'system', { ...named, overdueDuties: 1 }],
      ...home,
    ],
  },
  {
    id: 'S03 a yard wall over the boundary',
    at: when('2026-11-25 10:12'),
    facts: { category: 'NB-WL', grudgeYears: 1, danger: ['A09'] },
    codes: ['A09', 'C01', 'C06'],
    score: 20,
    level: 'YELLOW',
    path: [...intake, ...toTalks, ...settled(paper), ...home],
  },
  {
    id: 'S04 a fungus area between two villages',
    at: when('2027-06-02 09:30'),
    facts: { category: 'LF-CC', headcount: 10, crossVillage: true },
    codes: ['C02', 'D02', 'D06', 'F02'],
    score: 50,
    level: 'ORANGE',
    path: [
      ...intake,
      ...toTalks,
      ['EMERGENCY', 'bot', { codes: ['A02'], told110: true }],
      ['SCREENING', 'duty', { disposition: true }],
      ...toTalks,
      ...settled(paper),
      ...home,
    ],
  },
  {
    id: 'S06 noise at night, reconciled on the surface',
    at: when('2026-12-05 23:20'),
    facts: { category: 'NB-NO' },
    codes: ['C01'],
    score: 5,
    level: 'BLUE',
    path: [
      ...intake,
      ...toTalks,
      ...settled(spoken),
      ['REVISITING', 'officer', { ...named, ...kept }],
      ['REOPENED', 'system', { surfaceScore: 85 }],
      ['SCREENING', 'system', { level: 'YELLOW', previousLevel: 'BLUE' }],
      ...toTalks,
      ['AGREED', 'mediator', { ...named, ...spoken }],
      ...home,
    ],
  },
  {
    id: 'S08 school bullying',
    at: when('2026-11-30 19:45'),
    facts: { category: 'SC-BU', injury: 'minor', vulnerable: ['minor'] },
    codes: ['A08', 'B04'],
    score: 40,
    level: 'ORANGE',
    path: [
      ...intake,
      ...toTalks,
      ...settled(paper),
      ['REVISITING', 'officer', { ...named, ...kept }],
      ['REOPENED', 'bot', { outcome: 'R-NEWRISK' }],
      ['SCREENING', 'system', { level: 'RED', previousLevel: 'ORANGE' }],
      ...toTalks,
      ['AGREED', 'mediator', { ...named, ...paper }],
      ...home,
    ],
  },
]
