// A side is asked whether what was agreed may be changed: the change itself, one answer, and nothing of the other side.
import { expect, test } from 'vitest'
import { come } from './desk.ts'
import { GIVENS } from './givens.ts'

const asked = (change = {}, locale: 'zh' | 'en' = 'zh') =>
  come({ locale }).opens('supplement', { ...GIVENS.supplement, ...change })

test('what it would be, and by when; a number, a word or a press answers', () => {
  const desk = asked()
  expect(desk.said.at(-1)).toBe('说好的改成：Pay，12月25日前，一共5200.01元。您同意吗？')
  expect(desk.posed?.choices.map(({ label }) => label)).toEqual(['同意', '不同意'])
  for (const said of ['1', '同意', '要得'])
    expect(asked().says(said).commands).toEqual([
      { do: 'confirmSupplement', with: { supplement: 's1', agree: 'yes' } },
    ])
  for (const said of ['2', '不同意', '不行'])
    expect(asked().says(said).commands).toEqual([
      { do: 'confirmSupplement', with: { supplement: 's1', agree: 'no' } },
    ])
})

test('the sum is named only where it changes', () => {
  expect(asked({ fen: null }).said.at(-1)).toBe('说好的改成：Pay，12月25日前。您同意吗？')
})

test('yes and no are taken alike, and nobody learns what the other side says', () => {
  expect(asked().says('1').said).toEqual([
    '记下了。双方都同意才算改，改好了会告诉您；没告诉您，就还按原来说好的办。',
  ])
  expect(asked().says('2').said).toEqual(['记下了，还按原来说好的办。'])
})

test('anything else is asked again, and danger goes before it', () => {
  const unclear = asked().says('随便')
  expect(unclear.commands).toEqual([])
  expect(unclear.said.at(-1)).toContain('您同意吗？')
  expect(asked().says('他拿刀来要钱').asked('raiseEmergency')).toHaveLength(1)
})

test('in English', () => {
  const desk = asked({}, 'en')
  expect(desk.said.at(-1)).toBe(
    'What was agreed would become: Pay, by 25 Dec, 5,200.01 yuan in all. Do you agree?',
  )
  expect(desk.says('I agree').asked('confirmSupplement')[0]?.with).toEqual({ supplement: 's1', agree: 'yes' })
})
