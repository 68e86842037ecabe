// Looking things up in the list of categories, and what follows from a category alone.
import { defaultRulebook, type Rulebook } from './rulebook.ts'
import type { Said } from './said.ts'
import type { RiskCode } from './tables/risk.ts'
import { type Moj15Code, type SubCode, TOPS, type TopCode, type TrackCode } from './tables/taxonomy.ts'

export type Category = {
  code: SubCode
  top: TopCode
  /** `婚姻家庭·赡养`. */
  name: Said
  defaultTrack: TrackCode
  moj15: Moj15Code | null
  sichuanRow: string | null
}

const CATEGORIES = new Map<SubCode, Category>(
  TOPS.flatMap((top) =>
    top.subs.map((sub): [SubCode, Category] => [
      sub.code,
      {
        code: sub.code,
        top: top.code,
        name: { zh: `${top.zh}·${sub.zh}`, en: `${top.en}: ${sub.en}` },
        defaultTrack: top.defaultTrack,
        moj15: top.moj15,
        sichuanRow: top.sichuanRow,
      },
    ]),
  ),
)

export const category = (code: SubCode): Category => CATEGORIES.get(code)!
export const topOf = (code: SubCode): TopCode => category(code).top
export const isDispute = (code: SubCode): boolean => topOf(code) !== 'ND'

/** "Something of this kind, not known what". Where the list has no such entry a person must sort it: `OT-00`. */
export function otherOf(top: TopCode): SubCode {
  const { subs } = TOPS.find(({ code }) => code === top)!
  return subs.find(({ code }) => code.endsWith('-OT'))?.code ?? 'OT-00'
}

/** True when a list of top and sub codes holds this category. */
export const among = (code: SubCode, list: readonly (TopCode | SubCode)[]): boolean =>
  list.includes(code) || list.includes(topOf(code))

/** The article's watch list (marriage, labour, neighbours): followed until revisits end. */
export const isKeyWatch = (code: SubCode, rulebook: Rulebook = defaultRulebook): boolean =>
  among(code, rulebook.keyWatch)

/** On either watch list. */
export const isWatched = (code: SubCode, rulebook: Rulebook = defaultRulebook): boolean =>
  isKeyWatch(code, rulebook) || among(code, rulebook.localWatch)

/**
 * Domestic violence, sexual and child cases: officers only, no automatic message to the other side, willingness to
 * mediate is not asked (domain 2.2, 6.2).
 */
export const isOfficerLed = (code: SubCode, codes: readonly RiskCode[] = []): boolean =>
  among(code, ['MF-DV', 'SC']) ||
  codes.some((one) => one === 'A07' || one === 'A11' || one === 'A12' || one === 'B04')

/** What can never be ended by an agreement (domain 4.3, invariant 2). */
export const isNeverAgreed = (code: SubCode, codes: readonly RiskCode[] = []): boolean =>
  code === 'MF-DV' || code === 'SC-AB' || codes.includes('A07')
