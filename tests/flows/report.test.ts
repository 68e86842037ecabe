// Figures in chat as a talk: what is asked for, what is shown, and that every number opens its list.
import { expect, test } from 'vitest'
import { talk } from '../talk.ts'
import { house, latin } from './desk.ts'
import { ANSWERS } from './givens.ts'
import { REPORT } from './report-shown.ts'

/** As the books begin it, with what was typed behind the word. */
const opens = (given: object) => ({
  ...ANSWERS,
  open: { flow: 'report', id: 'r', given: { ...REPORT, ...given } },
})
const NONE = { period: null, table: null, row: null }

test('a month, table by table, rows, lists, a village, the public version, and an end', () => {
  const desk = talk(house, { staff: true, books: ANSWERS })
  desk.says('报表').presses('本月').presses('表C 本所情况')
  expect(desk.asked('showReport').at(-1)?.with).toEqual({
    period: '2026-11',
    table: 'C',
    village: null,
    edition: 'inside',
    what: 'table',
    row: null,
  })
  expect(desk.said[0]).toMatch(
    /^表C 本所情况｜2026年11月（到11月25日）｜全所\n【发现和首次联系】\nC1 摸排次数 0次｜累计 0次\n/,
  )
  desk.says('c4')
  expect(desk.asked('showReport').at(-1)?.with).toMatchObject({
    what: 'row',
    row: { id: 'C4', total: false },
  })
  expect(desk.said[0]).toBe(
    [
      'C4 干预率｜本期｜2026年11月（到11月25日）｜全所',
      '算法：有首次联系记录的纠纷÷本期登记的纠纷。',
      '66.7%（2/3）',
      '分子：5件',
      'RD-2026-0001、RD-2026-0002',
      '另有2条您不能看，共3件',
      '分母：3件',
      'RD-2026-0001 3件',
    ].join('\n'),
  )
  desk.says('A2 累计')
  expect(desk.said[0]).toMatch(/^A2 成功件数｜累计｜/)
  desk.says('C77')
  expect(desk.said[0]).toBe('没有这一行。')
  desk.says('表B')
  const lines = desk.said[0]?.split('\n') ?? []
  expect(lines[1]).toBe('每行：乡镇街道｜村居｜小计｜年度累计。县市区一列由县里填。')
  expect(lines).toContain('B1 排查数 0件｜0件｜0件｜0件')
  expect(lines.filter((line) => /^B\d+ /.test(line))).toHaveLength(52)
  desk.says('上月')
  expect(desk.asked('showReport').at(-1)?.with).toMatchObject({ period: '2026-10', table: 'B' })
  desk.presses('按村看').presses('Jia')
  expect(desk.asked('showReport').at(-1)?.with).toMatchObject({ village: 'jia', period: '2026-10' })
  desk.presses('公开版').says('B1')
  expect(desk.said[0]).toBe('公开版不给名单。要看名单，请回到内部版。')
  desk.presses('内部版').presses('表A')
  expect(desk.said[0]).toContain('A1 受理（调解）件数 0件｜累计 0件（修订：本期原11件）')
  desk.presses('定稿')
  expect(desk.asked('handInReport').at(-1)?.with.view).toMatchObject({ period: '2026-10', village: 'jia' })
  expect(desk.said[0]).toContain('2026年10月定稿了（第1次）')
  desk.presses('看完了')
  expect(desk.said).toEqual(['好。'])
  expect(desk.sitting.open).toBeNull()
})

test('pictures come after the tables, in the language of whoever asked', () => {
  const desk = talk(latin, { staff: true, books: ANSWERS, locale: 'en' })
  desk.says('/report').says('month').says('all')
  const said = desk.said.join('\n')
  for (const part of [
    "Table A: people's mediation",
    'Table B',
    "Table C: the station's own",
    'more than 15,000 yuan',
  ])
    expect(said).toContain(part)
  desk.says('pictures')
  const pictures = desk.replies.flatMap((reply) => (reply.kind === 'picture' ? [reply.picture] : []))
  expect(pictures.map(({ form, tones }) => [form, tones?.length ?? 0])).toEqual([
    ['bars', 4],
    ['bars', 0],
    ['bars', 0],
    ['lines', 0],
  ])
  expect(pictures[0]).toMatchObject({
    title: 'Found by level, November 2026',
    labels: ['Red', 'Orange', 'Yellow', 'Blue'],
  })
})

test.each([
  ['/report month', 'month'],
  ['/report 2026-10', '2026-10'],
  ['report quarter', 'quarter'],
  ['报表 上月', '上月'],
  ['报表上月 C12', '上月 c12'],
  ['月报', '月报'],
  ['年报', '年报'],
])('%s opens it, with what was typed behind the word', (said, rest) => {
  const desk = talk(house, { staff: true, books: opens({}) })
  desk.says(said)
  expect(desk.asked('open').at(-1)?.with).toEqual({ flow: 'report', number: null, rest })
})

test('what follows the word and belongs to nothing opens nothing', () => {
  const desk = talk(house, { staff: true, books: opens({}) })
  desk.says('报表怎么填')
  expect(desk.asked('open').filter((one) => one.with.flow === 'report')).toEqual([])
  const resident = talk(house, { books: ANSWERS })
  resident.says('report')
  expect(resident.asked('open').at(-1)?.with).toEqual({ flow: 'intake', number: null })
})

test('what was typed is not asked again; a row is shown at once', () => {
  const typed = talk(house, { staff: true, books: opens({ typed: { ...NONE, period: '2026-10' } }) })
  typed.says('报表 2026-10')
  expect(typed.posed?.text).toBe('看哪张表？')
  const view = { period: '2026-10', table: 'C', village: null, edition: 'inside' }
  const row = talk(house, {
    staff: true,
    books: opens({ view, typed: { ...NONE, row: { id: 'C6', total: false } } }),
  })
  row.says('报表 2026-10 C6')
  expect(row.said[0]).toMatch(/^C6 化解数｜本期｜2026年10月/)
})

test('silence after something was shown says nothing more', () => {
  const desk = talk(house, { staff: true, books: ANSWERS })
  desk.says('报表').presses('本月').presses('表A 人民调解')
  desk.waits(31 * 60_000)
  expect(desk.said).toEqual([])
  expect(desk.sitting.open).toBeNull()
})
