// What may be wrong with a matter, in one sentence each.
import type { Said } from '../said.ts'

export const VIOLATIONS = [
  {
    code: 'no-owner',
    zh: '没有人签收，也没有在往上催',
    en: 'nobody has taken it, and nobody is being called',
  },
  { code: 'no-leader', zh: '没有责任领导', en: 'no leader answers for it' },
  { code: 'no-next', zh: '没有下一步和时间', en: 'no next step with a time' },
  { code: 'stuck', zh: '到时间的事没有办', en: 'something that came due was not done' },
  { code: 'no-answer', zh: '答应的时间过了，没有答复', en: 'the promised time is over, without an answer' },
  { code: 'end-untold', zh: '办完了，没有告诉反映人', en: 'it ended, and whoever told us was not told' },
] as const satisfies readonly ({ code: string } & Said)[]

export type ViolationCode = (typeof VIOLATIONS)[number]['code']

/** A rule that a matter breaks. `about` is what it should have had: a state, or a kind of waiting. */
export type Violation = Said & {
  code: ViolationCode
  matter: { kind: 'dispute' | 'request'; id: string; number: string }
  about: string
}

/** A code of an older version has no sentence any more, and is named as it stands. */
export const violationName = (code: string): Said =>
  VIOLATIONS.find((one) => one.code === code) ?? { zh: code, en: code }

/** The gravest first, as they are listed above. */
export const violationRank = (code: string): number => {
  const rank = VIOLATIONS.findIndex((one) => one.code === code)
  return rank === -1 ? VIOLATIONS.length : rank
}
