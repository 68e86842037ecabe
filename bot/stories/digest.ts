/** What a story comes to, for somebody who does not read code: the path of the case, its duties, its rounds and why. */
import { type Calendar, dayOf } from '../../flows/casework/calendar.ts'
import { DUTY_STATUSES } from '../../flows/casework/duties.ts'
import { levelInfo } from '../../flows/casework/level.ts'
import { stateName } from '../../flows/casework/life-cycle.ts'
import { moneyText } from '../../flows/casework/money.ts'
import type { Level } from '../../flows/casework/tables/level.ts'
import type { State } from '../../flows/casework/tables/life-cycle.ts'
import { OUTCOMES, VERDICTS } from '../../flows/casework/tables/outcome.ts'
import { SURFACE_SIGNALS } from '../../flows/casework/tables/surface.ts'
import type { Shown, ShownDuty, ShownRound } from './stage.ts'

/** One line after the other, in Chinese; codes stand beside their names. */
export function digest(number: string, shown: Shown, calendar: Calendar): string[] {
  const day = (at: string): string => dayOf(Date.parse(at), calendar)
  const steps = shown.path.filter(({ from, to }) => from !== to)
  const asked = shown.rounds
    .filter(({ code }) => code !== null)
    .sort((one, other) => Date.parse(one.at) - Date.parse(other.at))
  return [
    `${number}｜${level(shown.level)}｜${state(shown.state)}`,
    ...part('经过', ['登记', ...steps.map(({ at, to }) => `${day(at)} ${state(to)}`)]),
    ...part(
      '说好的事',
      shown.duties.map((duty) => dutyLine(duty, day)),
    ),
    ...part(
      '回访',
      asked.flatMap((round) => roundLines(round, day)),
    ),
    ...part('没有发生的回访', notDone(shown.rounds)),
  ]
}

const part = (title: string, lines: readonly string[]): string[] =>
  lines.length === 0 ? [] : ['', title, ...lines.map((line) => `  ${line}`)]

const state = (code: string): string => stateName(code as State).zh
const level = (code: string): string => levelInfo(code as Level).zh

function dutyLine({ no, amountFen, paidFen, due, state: stands }: ShownDuty, day: (at: string) => string) {
  const sum =
    amountFen === null ? null : `说好${moneyText(amountFen, 'zh')}，已确认${moneyText(paidFen, 'zh')}`
  const until = due === null ? '长期' : `${day(due)}前`
  return [`第${no}项`, until, sum, DUTY[stands] ?? stands].filter(Boolean).join('｜')
}

const named = (code: string): string => DUTY_STATUSES.find((one) => one.code === code)?.zh ?? code
const DUTY: { readonly [state: string]: string } = {
  open: named('pending'),
  part: named('partial'),
  done: named('done'),
  overdue: named('overdue'),
  waived: named('waived'),
  lasting: '长期有效',
}

function roundLines(round: ShownRound, day: (at: string) => string): string[] {
  const { no, at, code, verdict, surface, signals, sides } = round
  const outcome = OUTCOMES.find((one) => one.code === code)?.zh ?? ''
  const said = VERDICTS.find((one) => one.code === verdict)?.zh ?? ''
  const how = sides.map(
    ({ side, mode, state: ended }) => `${SIDES[side]}${MODES[mode] ?? mode}${ENDS[ended] ?? ended}`,
  )
  const head = `第${no}次 ${day(at)}｜${how.join('，')}｜${said}｜${code} ${outcome}｜假性和解分${surface ?? 0}`
  return [
    head,
    ...(signals ?? []).map(
      ({ code: signal, points, by }) =>
        `    ${points}分 ${signalName(signal)}（${by.map((one) => WHO[one] ?? one).join('、')}）`,
    ),
  ]
}

const signalName = (code: string): string =>
  `${code} ${SURFACE_SIGNALS.find((one) => one.code === code)?.zh ?? ''}`.trim()

const SIDES = { A: '甲方', B: '乙方' } as const
const WHO: { readonly [who: string]: string } = { A: '甲方', B: '乙方', third: '第三方' }
const MODES: { readonly [mode: string]: string } = { chat: '聊天', call: '电话', visit: '上门' }
const ENDS: { readonly [state: string]: string } = {
  answered: '问到了',
  declined: '不愿意',
  unavailable: '没联系上',
  uncooperative: '不配合',
  unreached: '没访到',
  nosuch: '找不到人',
  waived: '免访',
  superseded: '不再需要',
  open: '在问',
  planned: '还没到',
}

/** Rounds that ended without anybody being asked, and what let them go. */
function notDone(rounds: readonly ShownRound[]): string[] {
  const count = (state: string) => rounds.filter((one) => one.code === null && one.state === state).length
  return [
    ['waived', '领导免去'],
    ['superseded', '案子另走一步，计划作废'],
    ['planned', '还没到时间'],
    ['open', '还没问完'],
  ].flatMap(([state, why]) => {
    const n = count(state ?? '')
    return n === 0 ? [] : [`${n}次：${why}`]
  })
}
