import { expect, test } from 'vitest'
import { sit } from './sit.ts'
import { HOUR, house } from './toy.ts'

const filed = () => sit(house).says('一村吵架').presses('没有')

test('the story of a report, from the first word to the number', () => {
  const desk = sit(house)
    .says('邻居修墙占了我家地')
    .says('大概占了一尺多')
    .presses('没有')
    .says('在一村')
    .says('老人 孩子')
    .presses('没有工人')
    .says('12-20')
    .sends({ kind: 'files', files: [{ id: 'f1', type: 'image/jpeg' }] })
    .says('就这些')
    .says('不留')
    .presses('改：地点')
    .says('返回')
    .says('对')
  expect(desk.transcript).toMatchSnapshot()
})

test('what is enough to file is filed at once, and only once', () => {
  const desk = sit(house).says('一村吵架')
  expect(desk.commands.map(({ do: name }) => name)).toEqual(['file'])
  expect(desk.said).toEqual(['您好', '已登记 RD-2026-0001', '有人受伤吗？'])
  desk.presses('没有').says('老人')
  expect(desk.commands).toHaveLength(1)
})

test('an answer volunteered early is not asked for', () => {
  const desk = sit(house).says('在一村 他推了我')
  expect(desk.sitting.open?.answers).toMatchObject({ where: { village: 'v1' }, hurt: 'no' })
  expect(desk.said.at(-1)).toBe('有谁？')
})

test('words beyond the question join the story, and a question not understood twice is left open', () => {
  const desk = sit(house).says('邻居吵架').says('前年就吵过')
  expect(desk.said).toEqual(['记下了。', '有人受伤吗？'])
  desk.says('去年也吵')
  expect(desk.said).toEqual(['不要紧，这一条先空着，民警会再问您。', '哪个村？'])
  expect(desk.sitting.open?.answers.story).toMatchObject({ text: '邻居吵架\n前年就吵过\n去年也吵' })
})

test('what must be answered is asked for as long as it takes', () => {
  const desk = sit(house).says('邻居吵架').presses('没有').says('那边').says('垭口').says('坡上')
  expect(desk.said.at(-1)).toBe('哪个村？')
  expect(desk.sitting.open?.answers.story).toMatchObject({ text: '邻居吵架\n那边\n垭口\n坡上' })
})

test('a choice is understood by number, label and dialect', () => {
  for (const said of ['1', '一', '①', '没有', '没得', ' 没有。'])
    expect(sit(house).says('邻居吵架').says(said).sitting.open?.answers.hurt).toBe('no')
})

test('back goes one question up, and its old answer stands until replaced', () => {
  const desk = sit(house).says('邻居吵架').presses('有').says('返回')
  expect(desk.said).toEqual(['有人受伤吗？'])
  expect(desk.sitting.open?.answers.hurt).toBe('yes')
  desk.presses('没有')
  expect(desk.said).toEqual(['哪个村？'])
})

test('back at the first question says so', () => {
  expect(sit(house).says('你好').says('返回').said).toEqual(['这是第一个问题。', '有人受伤吗？'])
})

test('a changed answer closes the branch it opened', () => {
  const desk = sit(house)
    .says('一村吵架')
    .presses('有')
    .presses('轻')
    .says('返回')
    .says('返回')
    .presses('没有')
  expect(desk.sitting.open?.answers).not.toHaveProperty('badly')
})

test('back while changing from the summary returns to the summary unchanged', () => {
  const desk = filed()
    .presses('都没有')
    .presses('没有工人')
    .presses('没定')
    .presses('没有照片')
    .presses('不留')
  expect(desk.posed?.kind).toBe('review')
  const before = desk.sitting.open?.answers
  desk.presses('改：事由').says('返回')
  expect(desk.posed?.kind).toBe('review')
  expect(desk.sitting.open?.answers).toEqual(before)
})

test('words at the summary that are no choice are added to the story', () => {
  const desk = filed()
    .presses('都没有')
    .presses('没有工人')
    .presses('没定')
    .presses('没有照片')
    .presses('不留')
  desk.says('忘了说，墙还没修完')
  expect(desk.said[0]).toBe('记下了。')
  expect(desk.posed?.kind).toBe('review')
  expect(desk.says('没错').said).toEqual(['收到，RD-2026-0001。'])
})

test('a press on an earlier question is offered as a correction', () => {
  const desk = sit(house).says('邻居吵架')
  const old = desk.posed!.id
  desk.presses('没有').sends({ kind: 'pick', question: old, choice: 'yes' })
  expect(desk.said).toEqual(['“受伤”您已经答过。要改成“有”吗？'])
  expect(desk.presses('改').sitting.open?.answers.hurt).toBe('yes')
  desk.sends({ kind: 'pick', question: old, choice: 'no' }).presses('不改')
  expect(desk.sitting.open?.answers.hurt).toBe('yes')
})

test('something else said instead of a correction leaves the answer and is heard', () => {
  const desk = sit(house).says('邻居吵架')
  const old = desk.posed!.id
  desk.presses('没有').sends({ kind: 'pick', question: old, choice: 'yes' }).says('二村')
  expect(desk.sitting.open?.answers).toMatchObject({ hurt: 'no', where: { village: 'v2' } })
})

test('the same button pressed twice says nothing new', () => {
  const desk = sit(house).says('邻居吵架')
  const old = desk.posed!.id
  desk.presses('没有').sends({ kind: 'pick', question: old, choice: 'no' })
  expect(desk.said).toEqual([])
})

test('a press that never belonged here is turned away', () => {
  const desk = sit(house).says('邻居吵架').sends({ kind: 'pick', question: 'other.hurt', choice: 'no' })
  expect(desk.said[0]).toBe('那一题已经过去了，请看下面这一题。')
})

test('cancel discards what was not filed, and ends quietly what was', () => {
  expect(sit(house).says('邻居吵架').says('取消').commands).toEqual([])
  const desk = filed().says('取消')
  expect(desk.commands.at(-1)?.do).toBe('update')
  expect(desk.said).toEqual(['先按您说的登记，RD-2026-0001。'])
})

test('silence is nudged once, then put away', () => {
  const desk = sit(house)
    .says('你好')
    .waits(HOUR / 6)
  expect(desk.said).toEqual(['您还在吗？不急，慢慢说。', '有人受伤吗？'])
  expect(desk.waits(HOUR).said).toEqual([])
  expect(desk.waits(24 * HOUR).said).toEqual(['您好久没回，我先收起来。有事随时再说，急事打110。'])
  expect(desk.sitting.open).toBeNull()
})

test('silence after a story files it as it is', () => {
  const desk = sit(house)
    .says('邻居吵架')
    .waits(HOUR / 6)
  expect(desk.commands.map(({ do: name }) => name)).toEqual(['file'])
})

test('silence after filing ends the talk with what there is', () => {
  const desk = filed().waits(HOUR / 6)
  expect(desk.said).toEqual(['先按您说的登记，RD-2026-0001。'])
  expect(desk.sitting.open).toBeNull()
})

test('after a gap the next words are kept while we ask whether to go on', () => {
  const desk = sit(house)
    .says('邻居吵架')
    .passes(7 * HOUR)
    .says('在一村')
  expect(desk.said).toEqual(['上次说到“受伤”。接着说吗？'])
  desk.presses('接着说')
  expect(desk.sitting.open?.answers).toMatchObject({
    story: { text: '邻居吵架\n在一村' },
    where: { village: 'v1' },
  })
})

test('after a gap one may begin again, and what was just said is its beginning', () => {
  const desk = sit(house)
    .says('邻居吵架')
    .passes(7 * HOUR)
    .says('二村的牛吃了庄稼')
    .presses('重新说')
  expect(desk.sitting.open?.answers).toMatchObject({
    story: { text: '二村的牛吃了庄稼' },
    where: { village: 'v2' },
  })
})

test('after a gap words that are neither yes nor no lose nothing', () => {
  const desk = sit(house)
    .says('邻居吵架')
    .passes(7 * HOUR)
    .says('他又来了')
    .says('在一村')
  expect(desk.sitting.open?.answers.story).toMatchObject({ text: '邻居吵架\n他又来了\n在一村' })
})

test('a list asks its questions again and again, takes parts back, and is read back', () => {
  const desk = filed()
    .presses('都没有')
    .says('工人甲')
    .presses('没付')
    .says('5000')
    .presses('还有一个')
    .says('工人乙')
    .says('返回')
    .says('工人丙')
    .presses('付了')
    .says('就这些')
  expect(desk.sitting.open?.answers.workers).toEqual([
    { name: '工人甲', paid: 'no', owed: { fen: 500_000, approx: false } },
    { name: '工人丙', paid: 'yes' },
  ])
})

test('an answer half given is kept when the next part is not understood', () => {
  const desk = filed().presses('都没有').says('工人甲').presses('没付').says('不少').says('好多')
  expect(desk.sitting.open?.draft).toMatchObject({ value: { item: { name: '工人甲', paid: 'no' } } })
})

test('a refusal at the end keeps the answers and the summary', () => {
  let times = 0
  const desk = sit(house, {
    books: {
      update: () =>
        times++ === 0
          ? { refused: 'busy', say: { zh: '现在登记不了，请等一下再发', en: 'Please try again' } }
          : { dispute: 'd1', number: 'RD-2026-0001' },
    },
  })
    .says('一村吵架')
    .presses('没有')
    .presses('都没有')
    .presses('没有工人')
    .presses('没定')
    .presses('没有照片')
    .presses('不留')
    .says('对')
  expect(desk.said[0]).toBe('现在登记不了，请等一下再发')
  expect(desk.posed?.kind).toBe('review')
  expect(desk.says('对').said).toEqual(['收到，RD-2026-0001。'])
})
