// The trap itself: a word that gets where it must not is found, and who may read it is not accused.
import { expect, test } from 'vitest'
import { escaped, openCanaries } from './canaries.ts'

test('what one side says is found with the other side, with a cadre and in the log, and nowhere else', () => {
  const canaries = openCanaries()
  const said = canaries.marks('甲方', null, '邻居修墙占了我家地')
  const heard = canaries.marks('示例驻村民警甲', 'words', '他还没有拆墙')
  const read = new Map([
    ['甲方', [said]],
    ['示例驻村民警甲', [said, heard]],
    ['乙方', ['您好']],
    ['示例村支书', ['这两家最近怎么样？']],
  ])
  expect(escaped(canaries, read, ['{"msg":"sent"}'])).toEqual([])
  expect(escaped(canaries, new Map([['乙方', [said]]]), [])).toEqual(['乙方: 甲方 at no step'])
  expect(escaped(canaries, new Map([['示例村支书', [heard]]]), [])).toEqual([
    '示例村支书: 示例驻村民警甲 at words',
  ])
  expect(escaped(canaries, read, [said])).toEqual(['log: 甲方 at no step'])
})

test('answers and what staff type to the desk stay what they are; no two words are alike', () => {
  const canaries = openCanaries()
  expect(canaries.marks('甲方', 'theirs', '没做')).toBe('没做')
  expect(canaries.marks('示例所长', null, '研判 RD-2026-0001')).toBe('研判 RD-2026-0001')
  for (let n = 0; n < 2_000; n++) canaries.marks('甲方', 'words', '那天又吵了')
  expect(new Set(canaries.all.map(({ word }) => word)).size).toBe(2_000)
})
