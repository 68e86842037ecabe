import { DAY, HOUR } from '../casework/calendar.ts'
import { flow } from '../core/flow.ts'
import { chooseOrWords } from '../core/questions/choose-or-words.ts'
import { date } from '../core/questions/date.ts'
import { chooseMany, manyOf } from '../core/questions/many-of.ts'
import { phone } from '../core/questions/phone.ts'
import { text } from '../core/questions/text.ts'
import type { Material, ReferDispute, ReferralGiven } from './commands.ts'

const has = (materials: readonly Material[] | null | undefined, one: Material): boolean =>
  materials?.includes(one) === true

/** 移交: to whom, why, by which right, with what and by when. The reporter is told where to ask and when to expect something. */
export const referral = flow<ReferralGiven>('referral', { version: 2, idle: { nudge: HOUR, expire: DAY } })
  .ask('toUnit', ({ given }) => chooseOrWords(given.units ?? [], { min: 2, max: 100 }))
  .ask('toPerson', text({ min: 1, max: 60 }))
  .offer('phone', phone())
  .ask('reason', text({ min: 2, max: 500 }))
  .offer('basis', ({ given }) => chooseOrWords(given.bases ?? [], { min: 2, max: 100 }))
  .offer('materials', manyOf(['report', 'evidence', 'record', 'agreement', 'medical', 'other']))
  .offerIf(
    ({ given, materials }) => has(materials, 'evidence') && (given.files ?? []).length > 0,
    'files',
    ({ given }) => chooseMany(given.files ?? []),
  )
  .askIf(({ materials }) => has(materials, 'other'), 'more', text({ min: 2, max: 300 }))
  .ask('due', ({ given }) => date({ offset: given.offset }))
  .review()
  .done(
    ({
      given: { dispute, rev },
      toUnit,
      toPerson,
      phone: number = null,
      reason,
      basis = null,
      materials,
      files,
      more = null,
      due,
    }): ReferDispute => ({
      do: 'referDispute',
      with: {
        dispute,
        rev,
        toUnit,
        toPerson,
        phone: number,
        reason,
        basis,
        materials: materials ?? [],
        files: files ?? [],
        more,
        due,
      },
    }),
  )
