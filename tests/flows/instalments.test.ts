// Instalments dictated in one line become duties of their own: sums that add up to the fen, and a day each.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { DutyInput } from '../../flows/agreement/commands.ts'
import { instalments, MOST_INSTALMENTS, monthly, nextMonthly } from '../../flows/casework/instalments.ts'
import { sumFen } from '../../flows/casework/money.ts'
import { come } from './desk.ts'
import { GIVENS } from './givens.ts'

const pays = (...said: string[]) => {
  const desk = come({ staff: true }).opens('agreement', GIVENS.agreement as never)
  desk.presses('书面').presses('乙方').presses('付钱').says('赔医药费')
  for (const one of said) desk.says(one)
  return desk
}
const dutiesOf = (desk: ReturnType<typeof pays>) => {
  desk.presses('就这些').presses('还没有').says('都签了').says('以后再发')
  const [command] = desk.says('对').asked('recordAgreement')
  return { shown: desk.transcript, duties: command?.with.duties ?? [] }
}
const told = (desk: ReturnType<typeof pays>) =>
  dutiesOf(desk).duties.map(({ what, amount, due }: DutyInput) => [what, amount?.fen, due])

const THREE = [
  ['赔医药费（1/3）', 220_000, '2026-12-20'],
  ['赔医药费（2/3）', 220_000, '2027-01-20'],
  ['赔医药费（3/3）', 220_000, '2027-02-20'],
]

test.each([
  ['each part and the day', ['分3期，每期2200元，每月20号'], THREE],
  ['in numerals, with the sum of all', ['6600元，分三期，每月20号'], THREE],
  ['the other way round', ['每月20号付，分3期，一共6,600元'], THREE],
  ['in English', ['3 instalments, 2200 yuan each, on the 20th'], THREE],
  ['first how often, then how much, then the first day', ['3 instalments', '6600', '2026-12-20'], THREE],
  ['the day of the first asked for', ['分3次付，每次2200', '2026-12-20'], THREE],
  [
    'the last takes what the others leave',
    ['一共10000.01元，分3期，每期3333元，每月底'],
    [
      ['赔医药费（1/3）', 333_300, '2026-11-30'],
      ['赔医药费（2/3）', 333_300, '2026-12-31'],
      ['赔医药费（3/3）', 333_401, '2027-01-31'],
    ],
  ],
  [
    'a month without the day takes its last',
    ['100元分2期', '2027-01-31'],
    [
      ['赔医药费（1/2）', 5_000, '2027-01-31'],
      ['赔医药费（2/2）', 5_000, '2027-02-28'],
    ],
  ],
  ['at once', ['6600', '2026-12-20'], [['赔医药费', 660_000, '2026-12-20']]],
])('%s', (_, said, duties) => {
  expect(told(pays(...said))).toEqual(duties)
})

test('the sums and days are read back before anything is recorded', () => {
  const { shown } = dutiesOf(pays('6600.01元，分3期，每月20号'))
  expect(shown).toContain('6600.01元 (2200元 2026-12-20、2200元 2027-01-20、2200.01元 2027-02-20)')
})

test.each([
  '分3期，每期0元',
  '分3期，一共0.02元',
  '分30期，每期100元',
  '一共3000元，分3期，每期2200元',
  '分1期，每期100元',
])('“%s” cannot be, and is asked again', (said) => {
  const desk = pays(said)
  expect(desk.said.at(-1)).toContain('多少钱')
  expect(told(desk.says('分2期，每期50，每月1号'))).toEqual([
    ['赔医药费（1/2）', 5_000, '2026-12-01'],
    ['赔医药费（2/2）', 5_000, '2027-01-01'],
  ])
})

describe('parted sums', () => {
  test('add up to the fen, and each is something', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1e12 }),
        fc.integer({ min: 1, max: MOST_INSTALMENTS }),
        (fen, many) => {
          const parts = instalments(fen, many)
          if (fen < many) {
            expect(parts).toBeNull()
            return
          }
          expect(parts).toHaveLength(many)
          expect(sumFen(parts ?? [])).toBe(fen)
          expect(Math.min(...(parts ?? []))).toBeGreaterThan(0)
          const [first = 0] = parts ?? []
          expect((parts?.at(-1) ?? 0) - first).toBeLessThan(many)
        },
      ),
    )
  })

  test('fall on days that there are, one in each month, in order', () => {
    const days = fc
      .date({ min: new Date('2024-01-01'), max: new Date('2032-12-31'), noInvalidDate: true })
      .map((day) => day.toISOString().slice(0, 10))
    fc.assert(
      fc.property(
        days,
        fc.integer({ min: 1, max: 31 }),
        fc.integer({ min: 1, max: 24 }),
        (today, on, many) => {
          const all = monthly(nextMonthly(today, on), many, on)
          const months = all.map((day) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)))
          expect(all[0]! > today).toBe(true)
          expect(months).toEqual(months.map((_, at) => (months[0] ?? 0) + at))
          for (const day of all) {
            expect(new Date(`${day}T00:00:00Z`).toISOString().slice(0, 10)).toBe(day)
            const last = new Date(Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)), 0)).getUTCDate()
            expect(Number(day.slice(8))).toBe(Math.min(on, last))
          }
        },
      ),
    )
  })
})
