// The station as its books describe it, at the desk: villages, numbers, and what its file adds.
import { expect, test } from 'vitest'
import { houseOf } from '../../bot/house-of.ts'
import type { Station } from '../../db/books.ts'
import { defaultRulebook } from '../../flows/casework/rulebook.ts'
import { emptySitting } from '../../flows/core/sitting.ts'

const station = (more: Partial<Station> = {}): Station => ({
  id: 'station',
  name: '示例派出所',
  phone: '0971-0000000',
  demo: true,
  publicUrl: null,
  rulebook: { ...defaultRulebook, numbering: { case: 'RD', short: '热' } },
  villages: [{ code: 'jia', name: '示例甲村', names: ['甲村'], township: '示例镇' }],
  settings: {},
  ...more,
})

test('a report is given the station, its villages by their codes and its clock', () => {
  const { report } = houseOf(station())
  expect(report.given(emptySitting('zh'))).toMatchObject({
    station: { name: '示例派出所', phone: '0971-0000000' },
    villages: [{ id: 'jia', label: '示例甲村', names: ['甲村'] }],
    offset: 480,
  })
})

test('numbers are found the way this station writes them', () => {
  const { numberIn } = houseOf(station())
  expect(numberIn('签收 rd 2026 7')).toEqual({ number: 'RD-2026-0007', rest: '签收' })
  const other = houseOf(station({ rulebook: { ...defaultRulebook, numbering: { case: 'AB', short: '甲' } } }))
  expect(other.numberIn('签收 rd 2026 7')).toBeNull()
})

test('how long words are kept, and who answers for them, come from the station file', () => {
  const settings = { retention: { zh: '五年零七天', en: 'five years and seven days' }, contact: '信息员甲' }
  const { words } = houseOf(station({ settings }))
  expect(words.zh.privacy).toContain('五年零七天')
  expect(words.zh.privacy).toContain('信息员甲')
  expect(words.en.privacy).toContain('five years and seven days')
})

test.each([
  [{ retention: 'long', contact: 7 }],
  [{ retention: ['a', 'b'] }],
  [{ retention: { zh: '五年' } }],
])('settings of another shape are as good as none: %j', (settings) => {
  expect(houseOf(station({ settings })).words.zh.privacy).toBe(houseOf(station()).words.zh.privacy)
})
