// Why two reports may be of one matter (domain 8, duplicate rule): shown to a person with the two, who decides.

export const ALIKE_REASONS = [
  { code: 'pair', zh: '双方都对得上', en: 'both sides match' },
  { code: 'side', zh: '有一方对得上', en: 'one side matches' },
  { code: 'reporter', zh: '同一个人反映', en: 'told by the same person' },
  { code: 'place', zh: '同一类，地点相距不到300米', en: 'the same kind, less than 300 m apart' },
  { code: 'text', zh: '说的话大半一样', en: 'mostly the same words' },
] as const

export type AlikeReason = (typeof ALIKE_REASONS)[number]['code']

/** How long back is looked, in days; land quarrels come again with the season. */
export const LOOK_BACK = { days: 30, landDays: 365 } as const
/** Metres. */
export const NEAR = 300
/** Of 1. */
export const SIMILAR = 0.8
