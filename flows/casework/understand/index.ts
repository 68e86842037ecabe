// What a person's own words mean: the one door through which flows read free text. Pure, linear, never throws.

export { moneyIn } from './amount.ts'
export { HARD_CODES, hasHardCode, reconcile, watch } from './danger.ts'
export { countIn } from './headcount.ts'
export { cleanText, readable } from './normalise.ts'
export { phoneIn } from './phone.ts'
export { isTrouble, sense } from './sense.ts'
export { merge, understand, understandAll } from './understand.ts'
export type { Understood, Village } from './understood.ts'
export { villageIn } from './village.ts'
export { goesOn } from './when.ts'
