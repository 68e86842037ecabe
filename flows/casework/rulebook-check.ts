// What no set of rules may say, each told in one sentence.
import { type Calendar, type Day, minutesOf, shiftDay } from './calendar.ts'
import { notOn } from './revisit-days.ts'
import type { Rulebook } from './rulebook.ts'
import type { Said } from './said.ts'
import { neverLonger, type Span } from './span.ts'
import { LEVEL_CODES, LEVELS } from './tables/level.ts'
import { EXCLUSIVE, INDICATORS } from './tables/risk.ts'

/** The first thing that is wrong with these rules; null when they make sense. */
export function nonsense(rulebook: Rulebook): Said | null {
  for (const check of [risk, limits, revisits, surface, hours, dates, avoided]) {
    const wrong = check(rulebook)
    if (wrong) return wrong
  }
  return null
}

const wrong = (zh: string, en: string): Said => ({ zh, en })

function risk({ risk: { points, thresholds, caps, discountFloor } }: Rulebook): Said | null {
  const { RED, ORANGE, YELLOW, BLUE } = thresholds
  if (!(RED > ORANGE && ORANGE > YELLOW && YELLOW > BLUE && BLUE === 0))
    return wrong(
      '分数线必须红高于橙、橙高于黄、黄高于蓝，蓝为0。',
      'Thresholds must fall from red to orange to yellow to blue, and blue must be 0.',
    )
  for (const { code, group } of INDICATORS) {
    if (group === 'G' ? points[code] > 0 : points[code] < 0)
      return group === 'G'
        ? wrong(`${code}是减分项，不能为正。`, `${code} is a discount and cannot be above 0.`)
        : wrong(`${code}是加分项，不能为负。`, `${code} adds risk and cannot be below 0.`)
  }
  for (const group of EXCLUSIVE)
    for (const [i, code] of group.entries()) {
      const before = group[i - 1]
      if (before && points[before] > points[code])
        return wrong(
          `${code}比${before}更重，分数不能更低。`,
          `${code} is graver than ${before} and cannot score less.`,
        )
    }
  if (Object.values(caps).some((cap) => cap < 0))
    return wrong('分组上限不能为负。', 'A group cap cannot be below 0.')
  return discountFloor > 0 ? wrong('减分下限不能为正。', 'The discount floor cannot be above 0.') : null
}

function limits({ levels, calendar }: Rulebook): Said | null {
  const slower = (one: Span | null, other: Span | null): boolean =>
    one !== null && (other === null || !neverLonger(one, other, calendar))
  for (const [i, { code, zh, en }] of LEVELS.entries()) {
    const lower = LEVELS[i + 1]
    if (!lower) continue
    const here = levels[code]
    const next = levels[lower.code]
    if (
      slower(here.accept, next.accept) ||
      slower(here.firstContact, next.firstContact) ||
      slower(here.faceToFace, next.faceToFace) ||
      slower(here.review, next.review)
    )
      return wrong(
        `${zh}级的时限不能比${lower.zh}级长。`,
        `The limits of ${en} cannot be longer than those of ${lower.en}.`,
      )
  }
  return null
}

function revisits({ levels }: Rulebook): Said | null {
  for (const code of LEVEL_CODES) {
    const days = levels[code].revisitDays
    if (days.some((day, i) => i > 0 && day <= days[i - 1]!))
      return wrong('回访天数必须从小到大，不重复。', 'Revisit days must rise without repeats.')
  }
  for (const code of ['RED', 'ORANGE'] as const) {
    const { first, last } = levels[code].modes
    if (first !== 'visit' || last !== 'visit')
      return wrong('红级、橙级首尾两次必须上门。', 'At red and orange the first and the last are in person.')
  }
  const { first, middle, last } = levels.YELLOW.modes
  return first === 'chat' && middle === 'chat' && last === 'chat'
    ? wrong('黄级至少要有一次电话或上门。', 'Yellow needs a call or a visit.')
    : null
}

function surface({ surface: { points, thresholds } }: Rulebook): Said | null {
  if (Object.values(points).some((one) => one < 0))
    return wrong('假性和解信号的分数不能为负。', 'A surface signal cannot score below 0.')
  const { watch, surface: visit, reopen } = thresholds
  return watch > 0 && watch < visit && visit < reopen
    ? null
    : wrong('假性和解的分数线必须从小到大。', 'The surface thresholds must rise: watch, visit, reopen.')
}

function hours({ calendar, revisitHours }: Rulebook): Said | null {
  const { from, to, days } = calendar.work
  if (minutesOf(from) >= minutesOf(to) || days.length === 0)
    return wrong(
      '工作时间必须有开始、有结束、有工作日。',
      'Working hours need a start before their end, and a working day.',
    )
  if (minutesOf(revisitHours.to) - minutesOf(revisitHours.from) < 120)
    return wrong('回访时段至少要有两个小时。', 'The hours for revisits must span at least two hours.')
  return awake(revisitHours, calendar)
    ? null
    : wrong('回访时段不能碰到免打扰时间。', 'The hours for revisits must keep out of the quiet hours.')
}

/** True when no minute of the window is quiet. */
function awake({ from, to }: { from: string; to: string }, { quiet }: Calendar): boolean {
  const start = minutesOf(from)
  const end = minutesOf(to)
  const hush = minutesOf(quiet.from)
  const wake = minutesOf(quiet.to)
  if (hush === wake) return true
  return hush > wake ? start >= wake && end <= hush : end <= hush || start >= wake
}

function dates({ festivals, seasons, calendar }: Rulebook): Said | null {
  for (const { kind, date } of festivals) {
    const within = date.slice(5) >= '01-20' && date.slice(5) <= '02-21'
    if (kind === 'spring-festival' && !within)
      return wrong(
        '春节应在1月20日到2月21日之间。',
        'Spring Festival lies between 20 January and 21 February.',
      )
  }
  const keys = festivals.map(({ zh, date }) => `${zh} ${date}`)
  if (new Set(keys).size < keys.length) return wrong('同一个节日写了两次。', 'A festival is entered twice.')
  if (new Set(seasons.map(({ code }) => code)).size < seasons.length)
    return wrong('同一个采集季写了两次。', 'A season is entered twice.')
  const both = calendar.holidays.find((day) => calendar.extraWorkDays.includes(day))
  return both
    ? wrong(`${both}不能既放假又上班。`, `${both} cannot be both a holiday and a working day.`)
    : null
}

const CLOSED_DAYS = 14
/** Weekdays and leap years come round again after so many years. */
const CYCLE = 28
const CYCLE_FROM = 2024

/** Somebody must be able to call on people at least once in any fortnight. */
function avoided({ avoid, calendar }: Rulebook): Said | null {
  if (avoid.length === 0) return null
  const ranges = avoid.flatMap((one) => ('from' in one && one.from.length > 5 ? [one] : []))
  const backwards = ranges.find(({ from, to }) => from > to)
  if (backwards)
    return wrong(`“${backwards.zh}”的结束日期在开始日期之前。`, `${backwards.en} ends before it begins.`)
  const spans = ranges.map(({ from, to }) => ({
    from: shiftDay(from, -CLOSED_DAYS),
    to: shiftDay(to, CLOSED_DAYS),
  }))
  const cycle = { from: `${CYCLE_FROM}-01-01`, to: `${CYCLE_FROM + CYCLE}-01-31` }
  const closed = [cycle, ...spans].some((span) => isClosed(span, { avoid, calendar }))
  return closed
    ? wrong(
        `不回访的日子不能连着${CLOSED_DAYS}天没有一个工作日空着。`,
        `The days to avoid cannot leave ${CLOSED_DAYS} days without a free working day.`,
      )
    : null
}

function isClosed(
  { from, to }: { from: Day; to: Day },
  rules: Pick<Rulebook, 'avoid' | 'calendar'>,
): boolean {
  let run = 0
  for (let day = from; day <= to; day = shiftDay(day, 1)) {
    run = notOn(day, true, rules) === null ? 0 : run + 1
    if (run >= CLOSED_DAYS) return true
  }
  return false
}
