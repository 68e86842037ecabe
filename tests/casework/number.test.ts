import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { agreementNumber, caseNumber, findCaseNumber, yearOf } from '../../flows/casework/number.ts'
import { defaultRulebook } from '../../flows/casework/rulebook.ts'
import { when } from './when.ts'

const { numbering, calendar } = defaultRulebook

describe('numbers', () => {
  it('follow the official pattern', () => {
    expect(caseNumber(numbering, 2026, 1)).toBe('RD-2026-0001')
    expect(caseNumber(numbering, 2026, 12_345)).toBe('RD-2026-12345')
    expect(agreementNumber(numbering, 'written', 2026, 1)).toBe('（2026）热人调字第0001号')
    expect(agreementNumber(numbering, 'oral', 2026, 1)).toBe('（2026）热人调口字第0001号')
  })

  it('belong to the year of the station’s clock', () => {
    expect(yearOf(when('2026-12-31 23:59'), calendar)).toBe(2026)
    expect(yearOf(when('2027-01-01 00:00'), calendar)).toBe(2027)
  })

  it.each([
    ['RD-2026-0001', 'RD-2026-0001'],
    ['rd 2026 7', 'RD-2026-0007'],
    ['编号RD20260007的事', 'RD-2026-0007'],
    ['ＲＤ－２０２６－００１２', 'RD-2026-0012'],
    ['记录 rd-2026-12345', 'RD-2026-12345'],
    ['XX-2026-0001 RD-2026-0002', 'RD-2026-0002'],
    ['电话13800001234', null],
    ['', null],
  ])('in “%s”: %s', (text, found) => {
    expect(findCaseNumber(text, numbering)).toBe(found)
  })

  it('are found again wherever they were written', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2024, max: 2099 }),
        fc.integer({ min: 1, max: 99_999 }),
        (year, serial) => {
          const number = caseNumber(numbering, year, serial)
          expect(findCaseNumber(`请看 ${number.toLowerCase()}，谢谢`, numbering)).toBe(number)
        },
      ),
      { numRuns: 5_000 },
    )
  })
})
