import { expect, test } from 'vitest'
import { isName } from '../../flows/casework/name.ts'

test.each([
  '邻居',
  '隔壁那家',
  '我老公',
  '老板',
  '两个村',
  '对方',
  '不知道',
  'my neighbour',
  'the boss',
  '甲',
  ' ',
])('%s names nobody', (words) => expect(isName(words)).toBe(false))

test.each(['扎西', '卓玛', '张三', 'Tashi'])('%s is a name', (words) => expect(isName(words)).toBe(true))
