// One sentence of law at the end of a talk: fitting, sourced, once; and where it would be wrong, none.
import { expect, test } from 'vitest'
import type { Json } from '../../flows/core/event.ts'
import { come, FILED } from './desk.ts'
import { GIVENS } from './givens.ts'

/** Everything is left open until the report is read back, and that is agreed with. */
function ended(...said: string[]) {
  const desk = said.reduce(
    (told, one) => told.says(one),
    come({ books: { fileDispute: FILED, updateReport: FILED } }),
  )
  for (let turns = 0; desk.posed?.kind === 'ask' && turns < 20; turns++)
    desk.says(desk.posed.id.endsWith('.place') ? '示例甲村' : '不想说')
  return desk.says('对')
}
const SOURCE = /（[^（）]*(法|规定|条例)[^（）]*）。$/

test.each([
  ['老板欠我们工资，做了三个月', /一年内可以申请劳动仲裁/],
  ['隔壁民宿天天唱歌到半夜，娃娃睡不着', /先由村上劝/],
  ['邻居修墙占了我家地', /不收钱/],
])('after a report: %s', (story, law) => {
  const [last] = ended(story).said.slice(-1)
  expect(last).toMatch(law)
  expect(last).toMatch(SOURCE)
  expect(last?.match(/（[^（）]*法[^（）]*）/g)).toHaveLength(1)
})

test('not in danger, not of a child, not to whoever goes to court already or will not sit down', () => {
  for (const story of [
    '他拿刀追我，快来',
    '我女儿12岁 在学校被几个人打',
    '邻居修墙占了我家地，法院已经受理了',
  ])
    expect(ended(story).said.join('\n'), story).not.toMatch(/人民调解法|劳动仲裁|不收钱/)
})

test('to somebody hurt at home only what helps, in the talk that is their own', () => {
  const desk = come({ books: { fileDispute: FILED, updateReport: FILED } })
  desk.says('我老公骂了我一天 不准我出门')
  for (let turns = 0; desk.posed?.kind === 'ask' && turns < 20; turns++)
    desk.says(
      desk.posed.id.endsWith('.place') ? '示例甲村' : desk.posed.id.endsWith('.role') ? '当事人' : '不想说',
    )
  desk.says('对')
  expect(desk.said.at(-1)).toMatch(/保护令.*反家庭暴力法第28条/)
  expect(desk.transcript).not.toMatch(/不收钱|调解法/)
})

test('after a revisit that was answered, and not after one that was put off or in which danger was told', () => {
  const law = { zh: '说好的事要督促（人民调解法第31条）。', en: 'It is to be kept (Mediation Law, 31).' }
  const asked = () => come().opens('revisit', { ...(GIVENS.revisit as { [name: string]: Json }), law })
  const through = (trouble: string) => {
    const desk = asked().says('方便')
    for (let turns = 0; desk.posed?.kind === 'ask' && turns < 20; turns++)
      desk.says(desk.posed.id.endsWith('.trouble') ? trouble : '不想说')
    return desk.said.join('\n')
  }
  expect(through('没有')).toContain(law.zh)
  expect(through('动手了')).not.toContain(law.zh)
  expect(asked().says('晚点').said.join('\n')).not.toContain(law.zh)
  expect(asked().says('不想回访').said.join('\n')).not.toContain(law.zh)
})
