// The four risk levels and what each of them asks of the station. Source: domain 3.2; every figure is a proposal.
import { z } from 'zod'

/** Highest first. `leader` is the rank that answers for the case; `told` are the offices that learn of it at once. */
export const LEVELS = [
  {
    code: 'RED',
    zh: '红',
    en: 'Red',
    mark: '🔴',
    meaning: { zh: '现实危险或极可能激化', en: 'Danger now, or very likely to escalate' },
    leader: 'chief',
    lowers: 'chief',
    force: { zh: '警力为主，干部、民力配合', en: 'Police first, cadres and residents assist' },
    told: [
      { code: 'duty', zh: '值班民警', en: 'duty officer' },
      { code: 'chief', zh: '所长', en: 'chief' },
      { code: 'county', zh: '县局指挥中心', en: 'county command centre' },
      { code: 'town-head', zh: '镇主要领导', en: 'head of the township' },
    ],
  },
  {
    code: 'ORANGE',
    zh: '橙',
    en: 'Orange',
    mark: '🟠',
    meaning: { zh: '可能激化、群体、特殊人群', en: 'May escalate; groups; people at special risk' },
    leader: 'leader',
    lowers: 'leader',
    force: { zh: '三调联动', en: 'Three forces jointly' },
    told: [
      { code: 'chief', zh: '所长', en: 'chief' },
      { code: 'town-deputy', zh: '镇分管领导', en: 'township leader in charge' },
      { code: 'village-secretary', zh: '村支书', en: 'village party secretary' },
    ],
  },
  {
    code: 'YELLOW',
    zh: '黄',
    en: 'Yellow',
    mark: '🟡',
    meaning: { zh: '有矛盾苗头', en: 'Signs of conflict' },
    leader: 'leader',
    lowers: 'officer',
    force: { zh: '民警＋村干部', en: 'Officer and village cadre' },
    told: [
      { code: 'village-officer', zh: '驻村民警', en: 'village officer' },
      { code: 'village-committee', zh: '村调委会', en: 'village mediation committee' },
    ],
  },
  {
    code: 'BLUE',
    zh: '蓝',
    en: 'Blue',
    mark: '🔵',
    meaning: { zh: '简易纠纷', en: 'Simple dispute' },
    leader: 'leader',
    lowers: null,
    force: { zh: '群众调解员（民力）为主', en: "Residents' mediators first" },
    told: [{ code: 'village-mediator', zh: '村调解员', en: 'village mediator' }],
  },
] as const

/** Also told at ORANGE and above where women or children are concerned. */
export const WOMEN_FEDERATION = { code: 'women-federation', zh: '妇联', en: "Women's Federation" } as const

/**
 * What a station may change. `faceToFace` null is "as soon as reachable". `targetDays` is the aim for settling,
 * `revisitDays` count from the signing, `modes` are how the first, the middle and the last revisit are made and
 * `calmDays` how long it must have been quiet before the level may be lowered.
 */
export const LEVEL_RULES = {
  RED: {
    accept: { n: 5, unit: 'minute' },
    firstContact: { n: 10, unit: 'minute' },
    faceToFace: null,
    review: { n: 1, unit: 'day' },
    targetDays: 30,
    revisitDays: [1, 3, 7, 15, 30, 60, 90],
    modes: { first: 'visit', middle: 'call', last: 'visit' },
    calmDays: 7,
  },
  ORANGE: {
    accept: { n: 30, unit: 'minute' },
    firstContact: { n: 2, unit: 'hour' },
    faceToFace: { n: 24, unit: 'hour' },
    review: { n: 3, unit: 'day' },
    targetDays: 20,
    revisitDays: [1, 7, 30, 90],
    modes: { first: 'visit', middle: 'chat', last: 'visit' },
    calmDays: 0,
  },
  YELLOW: {
    accept: { n: 4, unit: 'work-hour' },
    firstContact: { n: 24, unit: 'hour' },
    faceToFace: { n: 48, unit: 'hour' },
    review: { n: 7, unit: 'day' },
    targetDays: 15,
    revisitDays: [3, 15, 30],
    modes: { first: 'chat', middle: 'chat', last: 'call' },
    calmDays: 0,
  },
  BLUE: {
    accept: { n: 1, unit: 'work-day' },
    firstContact: { n: 3, unit: 'day' },
    faceToFace: { n: 7, unit: 'day' },
    review: { n: 30, unit: 'day' },
    targetDays: 7,
    revisitDays: [7, 30],
    modes: { first: 'chat', middle: 'chat', last: 'chat' },
    calmDays: 0,
  },
} as const

export type Level = (typeof LEVELS)[number]['code']
export const LEVEL_CODES: readonly Level[] = LEVELS.map((level) => level.code)
export const levelSchema = z.enum(LEVEL_CODES)

/** How a revisit is made: `chat` by the bot, `call` and `visit` by a person. */
export const MODES = ['chat', 'call', 'visit'] as const
export type Mode = (typeof MODES)[number]
