// Safe contact as it is talked through: the plan, asked kindly and by taps, and the guarded revisit by its phrase.
import { expect, test } from 'vitest'
import { DAY, HOUR, MINUTE } from '../../flows/casework/calendar.ts'
import type { Json } from '../../flows/core/event.ts'
import { come } from './desk.ts'
import { GIVENS } from './givens.ts'

const BLAND = '好的，打扰了，谢谢。'
const plan = (more: { [name: string]: Json } = {}) =>
  come({ books: BOOKS }).opens('safecontact', { ...GIVENS.safecontact, ...more })
const appointment = () => come({ books: BOOKS }).opens('appointment', GIVENS.appointment as Json)
const BOOKS = {
  notePhrase: ({ text, again }: { text: string; again: boolean }) => ({
    as: text === '腌菜坛子' && !again ? 'open' : 'closed',
  }),
}

test('the whole plan, tapped and typed', () => {
  const desk = plan()
    .presses('就在这里发消息')
    .presses('我说几点到几点')
    .says('晚上8点到10点')
    .presses('可以')
    .presses('周一到周五')
    .presses('看不出是谁')
    .says('好')
    .says('腌菜坛子')
    .says('腌菜 坛子')
    .says('蓝布围裙')
  expect(desk.transcript).toMatchInlineSnapshot(`
    "     (safecontact)
    bot  别人可能看到您的手机。再问您几句，好让我们只用您觉得安全的办法联系您。哪一句都可以跳过。
    bot  怎么找您安全？
         [就在这里发消息] [打一个安全的电话] [找我信得过的人] [别找我，我自己来] [跳过]
    you  [就在这里发消息]
    bot  什么时候安全？
         [上午] [白天] [傍晚到九点前] [我说几点到几点] [跳过]
    you  [我说几点到几点]
    bot  从几点到几点？比如 9点到11点。
         [跳过]
    you  晚上8点到10点
    bot  这里面有晚上九点以后、早上八点以前的时间。那时候也可以吗？
         [可以] [不可以] [跳过]
    you  [可以]
    bot  哪几天？
         [每天都行] [周一到周五] [周末] [跳过]
    you  [周一到周五]
    bot  第一句怎么写？
         [看不出是谁] [可以说是派出所] [跳过]
    you  [看不出是谁]
    bot  请定一句只有您和我们知道的话，两个字以上。我们先发一句普通的话，您回这一句，我们才说事；别人回的，什么也看不到。
         [跳过]
    you  好
    bot  请多说几个字，至少2个。
    bot  请定一句只有您和我们知道的话，两个字以上。我们先发一句普通的话，您回这一句，我们才说事；别人回的，什么也看不到。
         [跳过]
    you  腌菜坛子
    bot  再定一句：旁边有人盯着、逼着您的时候回这一句。我们表面上不问，马上叫人。不要就跳过。
         [跳过]
    you  腌菜 坛子
    bot  这句和刚才那句一样。换一句不同的。
    bot  再定一句：旁边有人盯着、逼着您的时候回这一句。我们表面上不问，马上叫人。不要就跳过。
         [跳过]
    you  蓝布围裙
         -> recordContactPlan
    bot  记好了。以后要改，在这里发“改联系方式”。
    bot  这里的聊天，您现在就可以删掉。
    bot  好的，打扰了，谢谢。"
  `)
  expect(desk.asked('recordContactPlan')).toMatchObject([
    {
      with: {
        side: 'A',
        plan: {
          way: 'chat',
          hours: { from: '20:00', to: '22:00', days: [1, 2, 3, 4, 5], night: true },
          wording: 'neutral',
          phrase: '腌菜坛子',
          duress: '蓝布围裙',
          phone: null,
          trusted: null,
        },
      },
    },
  ])
  // Found by somebody else, the last line says nothing.
  expect(desk.said.at(-1)).toBe(BLAND)
})

test('every question may be left out, and then nothing is sent', () => {
  const desk = plan().presses('跳过')
  expect(desk.said).toEqual(['好，我们不会主动给您发消息。', '这里的聊天，您现在就可以删掉。', BLAND])
  expect(desk.asked('recordContactPlan')[0]?.with.plan).toMatchObject({ way: null, phrase: null })
})

test.each([
  ['打一个安全的电话', ['13800000000'], { way: 'phone', phone: '13800000000' }],
  ['找我信得过的人', ['村妇联主席'], { way: 'trusted', trusted: '村妇联主席' }],
  ['别找我，我自己来', [], { way: 'none' }],
])('%s', (label, more, said) => {
  const desk = plan().presses(label)
  for (const one of more) desk.says(one)
  while (desk.posed) desk.presses('跳过')
  expect(desk.asked('recordContactPlan')[0]?.with.plan).toMatchObject(said)
})

test('without a phrase it is said that nothing will be written here', () => {
  const desk = plan().presses('就在这里发消息')
  while (desk.posed) desk.presses('跳过')
  expect(desk.said[0]).toBe('没有约好的话，我们就不在这里找您，会想别的办法。')
})

test('an officer writes down what the person said', () => {
  const desk = come({ staff: true, books: BOOKS }).opens('safecontact', {
    ...GIVENS.safecontact,
    staff: true,
    rev: 3,
    sides: [
      { id: 'A', label: '甲方' },
      { id: 'B', label: '乙方' },
    ],
  })
  desk.presses('乙方').presses('别找我，我自己来')
  expect(desk.asked('recordContactPlan')).toMatchObject([
    { with: { rev: 3, side: 'B', plan: { way: 'none' } } },
  ])
  expect(desk.said).toEqual(['联系计划记好了。暗号只有本人知道，这里不再显示。'])
})

test('silence in the middle of it ends it without a word, and keeps what was said', () => {
  const desk = plan().presses('就在这里发消息').waits(HOUR)
  expect(desk.said).toEqual([])
  expect(desk.asked('recordContactPlan')[0]?.with.plan.way).toBe('chat')
  expect(desk.sitting.open).toBeNull()
})

test('a plan with a phrase is changed behind the phrase only', () => {
  const desk = plan({ proof: true })
  expect(desk.said).toEqual(['您好，之前预约的服务，方便时请回复。'])
  expect(plan({ proof: true }).says('改联系方式').said).toEqual([BLAND])
  desk.says('腌菜坛子').presses('别找我，我自己来')
  expect(desk.asked('recordContactPlan')[0]?.with.plan.way).toBe('none')
})

test('the guarded revisit', () => {
  const desk = appointment().says('腌菜坛子').presses('安全').presses('没有').says('没有').presses('没有了')
  expect(desk.transcript).toMatchInlineSnapshot(`
    "     (appointment)
    bot  您好，之前预约的服务，方便时请回复。
    you  腌菜坛子
         -> notePhrase
    bot  您现在觉得安全吗？
         [安全] [有点怕] [很怕] [不想说]
    you  [安全]
    bot  这段时间，又出过事吗？
         [没有] [吵过] [动手了] [被威胁] [不想说]
    you  [没有]
    bot  要我们帮忙，或者联系您吗？怎么联系合适，说一句就行。
         [没有]
    you  没有
    bot  还有什么想说的？
         [没有了]
    you  [没有了]
         -> recordRevisit
    bot  收到了。前面这些现在就可以删掉。
    bot  好的，打扰了，谢谢。"
  `)
  expect(desk.asked('recordRevisit')).toMatchObject([
    { with: { side: 'A', mode: 'chat', outcome: 'answered', answers: { safe: 'safe', trouble: 'none' } } },
  ])
})

test('a closed talk stays closed for a month, whatever is said, and ends without a word', () => {
  const desk = appointment().says('谁')
  for (const said of ['谁', '腌菜坛子', '帮助', '登记', '他拿刀砍人了', '停'])
    expect(desk.passes(1_000).says(said).said, said).toEqual([BLAND])
  expect(desk.asked('notePhrase').map((one) => one.with.again)).toEqual([false, ...Array(6).fill(true)])
  expect(desk.asked('raiseEmergency')).toEqual([])
  expect(desk.waits(20 * MINUTE).said).toEqual([])
  expect(desk.waits(29 * DAY).said).toEqual([])
  expect(desk.says('在吗').said).toEqual([BLAND])
  expect(desk.waits(31 * DAY).said).toEqual([])
  expect(desk.sitting.open).toBeNull()
})

test('the next appointment takes the place of one that stayed closed', () => {
  const desk = appointment().says('谁')
  desk.passes(7 * DAY).opens('appointment', GIVENS.appointment as Json, 'second')
  expect(desk.said).toEqual(['您好，之前预约的服务，方便时请回复。'])
  expect(desk.says('腌菜坛子').said).toEqual(['您现在觉得安全吗？'])
})

test('in the middle of another talk, and after its hours, it is not begun: an officer takes over', () => {
  const busy = come({ books: BOOKS }).says('邻居修墙占了我家地')
  busy.opens('appointment', GIVENS.appointment as Json)
  const late = come({ books: BOOKS }).opens('appointment', { ...GIVENS.appointment, until: 0 } as Json)
  for (const desk of [busy, late]) {
    expect(desk.said).toEqual([])
    expect(desk.asked('notePhrase')).toMatchObject([{ with: { what: 'unsaid' } }])
    expect(desk.sitting.waiting).toEqual([])
  }
})

test('another talk of the station waits while nobody knows who is there', () => {
  const desk = appointment()
  expect(desk.passes(10 * HOUR).opens('revisit', GIVENS.revisit as Json).said).toEqual([])
  expect(desk.says('谁').said).toEqual([BLAND])
})

test('after a pause the proof is over: whoever goes on learns nothing', () => {
  const desk = appointment().says('腌菜坛子').presses('有点怕')
  expect(desk.passes(HOUR).says('没有').said).toEqual([BLAND])
  expect(desk.asked('recordRevisit')).toHaveLength(1)
})

test('whoever has answered nothing of it is not said to have been visited', () => {
  const desk = appointment().says('腌菜坛子').waits(HOUR)
  expect(desk.said).toEqual([])
  expect(desk.asked('recordRevisit')).toEqual([])
  expect(desk.asked('notePhrase').at(-1)?.with.what).toBe('left')
})
