// Which legal limits a dispute runs into, before anybody offers to mediate it. Decision support: an officer decides.
import { hasHardTrigger } from './risk.ts'
import { LEGAL_LIMITS, type LegalLimit, type LimitCode } from './tables/legal-limits.ts'
import type { RiskCode } from './tables/risk.ts'
import type { SubCode, TrackCode } from './tables/taxonomy.ts'
import { among, category as categoryOf, isNeverAgreed, isOfficerLed } from './taxonomy.ts'

export type LegalFacts = {
  category: SubCode
  codes: readonly RiskCode[]
  /** In court, in arbitration, or with another body. */
  elsewhere?: boolean
  refusedBySome?: boolean
  suspectedCrime?: boolean
  /** Usury, gambling, blood money, an arranged marriage. */
  unlawfulWish?: boolean
  petition?: boolean
  /** Only a court or civil affairs can decide it: whether a marriage is valid, who is whose parent. */
  specialOrgan?: boolean
  /** An officer looked: nobody broke the public security law. */
  noAct?: boolean
  /** What the procedure rules shut out of police mediation. */
  notPsm?: boolean
  /** Somebody under age is among the sides, and the guardian is not there. */
  guardianAbsent?: boolean
  /** Violence in the family that only the officer knows of. */
  homeViolence?: boolean
  /** Who a pasture, land or forest belongs to is at issue, whatever the category says. */
  titleAtIssue?: boolean
  /** Price or procedure of land taking. */
  priceAtIssue?: boolean
}

export type Gate = {
  /** The track to propose. */
  track: TrackCode
  /** False where the bot must not offer mediation. */
  mediable: boolean
  /** False in danger, in domestic, sexual and child cases and for crimes: nobody is asked then whether they would settle. */
  askWilling: boolean
  limits: LegalLimit[]
}

export function legalGate(facts: LegalFacts): Gate {
  const limits = LEGAL_LIMITS.filter(({ code }) => APPLIES[code](facts))
  const barred = limits.find(({ mediate }) => mediate === 'never')
  const { category, codes } = facts
  const mediable = !barred && !isNeverAgreed(category, codes) && categoryOf(category).defaultTrack !== 'NONE'
  return {
    track: barred?.track ?? limits[0]?.track ?? categoryOf(category).defaultTrack,
    mediable,
    askWilling: mediable && !hasHardTrigger(codes) && !isOfficerLed(category, codes),
    limits,
  }
}

const LAND: readonly SubCode[] = ['LF-GR', 'LF-CC', 'LF-FO', 'LF-WA', 'LF-MN']

const any = (codes: readonly RiskCode[], wanted: readonly RiskCode[]): boolean =>
  codes.some((code) => wanted.includes(code))

const APPLIES: Record<LimitCode, (facts: LegalFacts) => boolean> = {
  emergency: ({ codes }) => hasHardTrigger(codes),
  crime: ({ codes, suspectedCrime }) => suspectedCrime === true || codes.includes('A07'),
  'public-security': ({ category, codes, noAct, notPsm }) =>
    (noAct === false || (noAct === undefined && any(codes, ['A08', 'A09', 'A13']))) &&
    notPsm !== true &&
    !hasHardTrigger(codes) &&
    !isOfficerLed(category, codes),
  'not-psm': ({ notPsm }) => notPsm === true,
  guardian: ({ guardianAbsent }) => guardianAbsent === true,
  'domestic-violence': ({ category, codes, homeViolence }) =>
    homeViolence === true || category === 'MF-DV' || any(codes, ['A11', 'A12']),
  minor: ({ category, codes }) => among(category, ['SC']) || codes.includes('B04'),
  employment: ({ category }) => among(category, ['LB']) && category !== 'LB-WG',
  'migrant-wages': ({ category }) => category === 'LB-WG',
  'land-title': ({ category, titleAtIssue }) => titleAtIssue === true || among(category, LAND),
  boundary: ({ category }) => category === 'LF-BD',
  'contracted-land': ({ category }) => category === 'LF-CL',
  'land-taking': ({ category, priceAtIssue }) => priceAtIssue === true || category === 'EX-ST',
  elsewhere: ({ elsewhere }) => elsewhere === true,
  'special-organ': ({ specialOrgan }) => specialOrgan === true,
  refused: ({ refusedBySome }) => refusedBySome === true,
  'about-police': ({ category }) => category === 'AD-PO',
  'unlawful-wish': ({ unlawfulWish }) => unlawfulWish === true,
  petition: ({ petition }) => petition === true,
  traffic: ({ category }) => among(category, ['TA']),
}
