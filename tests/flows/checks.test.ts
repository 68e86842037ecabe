// 核对 and 应访尽访, as those who answer for cases see them.
import { expect, test } from 'vitest'
import { talk } from '../talk.ts'
import { come, house, latin } from './desk.ts'
import { ANSWERS, GIVENS } from './givens.ts'

const at = (flow: string, change = {}) =>
  come({ staff: true }).opens(flow, { ...(GIVENS[flow] as object), ...change })
const rounds = (GIVENS.flag as { rounds: object[] }).rounds

test('核对: which of several, with its reasons and what was marked before, then right or wrong', () => {
  const desk = at('flag').presses('Round 2').says('不对').says('不用')
  expect(desk.transcript).toMatchSnapshot()
  expect(desk.commands).toEqual([
    { do: 'markFlag', with: { dispute: 'd1', rev: 3, round: 'r2', right: false, note: null } },
  ])
})

test('核对: the only one is not asked for; a note is kept', () => {
  const desk = at('flag', { rounds: rounds.slice(0, 1) })
    .says('对')
    .says('乙家孩子还在堵门')
  expect(desk.asked('markFlag')[0]?.with).toEqual({
    dispute: 'd1',
    rev: 3,
    round: 'r2',
    right: true,
    note: '乙家孩子还在堵门',
  })
})

test('核对: marked before, it says so', () => {
  expect(at('flag').presses('Round 1').posed?.text).toContain('上次记的是：提示不对')
})

test('应访尽访: a period, and the figures with their cases', () => {
  const desk = at('coverage').says('本月')
  expect(desk.transcript).toMatchSnapshot()
  expect(desk.said.join('\n')).toContain('16/20')
  expect(desk.asked('showCoverage')[0]?.with).toEqual({ period: 'month' })
})

test('in English, with nothing to divide by', () => {
  const none = { n: 0, cases: [], more: 0 }
  const told = ANSWERS.showCoverage as (given: { period: string }) => object
  const books = {
    ...ANSWERS,
    showCoverage: () => ({
      ...told({ period: 'all' }),
      rate: { visited: 0, of: 0 },
      flags: { right: none, wrong: none, unmarked: none },
    }),
  }
  const desk = talk(latin, { staff: true, locale: 'en', books })
  desk.opens('coverage', GIVENS.coverage as never).says('all time')
  expect(desk.transcript).toMatchSnapshot()
})

test('both are begun by their words, by staff alone', () => {
  const openers = (text: string) =>
    house.openers.filter(({ hears }) => Object.values(hears).some((words) => words.includes(text)))
  for (const [text, flow] of [
    ['核对', 'flag'],
    ['check flag', 'flag'],
    ['应访尽访', 'coverage'],
    ['回访率', 'coverage'],
    ['coverage', 'coverage'],
  ] as const)
    expect(openers(text)).toMatchObject([{ flow, who: 'staff' }])
})
