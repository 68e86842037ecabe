// App Home: the cases of whoever looks, and what is due. Pure. Numbers, levels, places and times; nothing that anybody said.
import type { types } from '@slack/bolt'
import type { Instant, Locale } from '../../flows/core/event.ts'
import { type Block, buttons, header, lines, sections } from './blocks.ts'
import type { CaseLine } from './ports.ts'
import { escaped } from './text.ts'
import { wordsIn } from './words.ts'

/** Each case takes three blocks of the hundred that a page may have. */
const MOST = 28

/** `cases` is null for whoever does not work here. */
export function homeOf(cases: readonly CaseLine[] | null, locale: Locale): types.HomeView {
  return { type: 'home', blocks: cases ? board(cases, locale) : sections(wordsIn(locale).home.greeting) }
}

function board(cases: readonly CaseLine[], locale: Locale): Block[] {
  const { home } = wordsIn(locale)
  const own = soonest(cases.filter(({ mine }) => mine))
  const others = soonest(cases.filter(({ mine, overdue }) => overdue && !mine))
  const shownOwn = own.slice(0, MOST)
  const shownOthers = others.slice(0, MOST - shownOwn.length)
  const left = own.length + others.length - shownOwn.length - shownOthers.length
  return [
    header(home.mine),
    ...(own.length === 0 ? sections(home.none) : shownOwn.flatMap((one, at) => line(one, at, locale))),
    ...(shownOthers.length === 0
      ? []
      : [header(home.overdue), ...shownOthers.flatMap((one, at) => line(one, shownOwn.length + at, locale))]),
    ...(left > 0 ? [lines([home.more(left)])] : []),
  ]
}

const soonest = (cases: readonly CaseLine[]): CaseLine[] =>
  cases.toSorted(
    (a, b) => Number(b.overdue) - Number(a.overdue) || (a.due?.at ?? Infinity) - (b.due?.at ?? Infinity),
  )

function line(one: CaseLine, at: number, locale: Locale): Block[] {
  const { level, home } = wordsIn(locale)
  const tongue = locale === 'en' ? 'en' : 'zh'
  const facts = [one.category[tongue], one.village, one.stateName[tongue]].filter(Boolean).join(' · ')
  return [
    ...sections(`${level[one.level]}　${one.number}\n${facts}`),
    ...(one.due ? [dueLine(one.due.what[tongue], one.due.at, one.overdue, home)] : []),
    ...buttons([{ label: home.show, act: { kind: 'text', text: `status ${one.number}` } }], at),
  ]
}

/** The one place with mark-up: Slack shows the time on the clock of whoever looks. */
function dueLine(what: string, at: Instant, late: boolean, home: { late: string; due: string }): Block {
  const plainTime = `${new Date(at).toISOString().slice(0, 16).replace('T', ' ')} UTC`
  const time = `<!date^${Math.floor(at / 1_000)}^{date_num} {time}|${plainTime}>`
  const mark = late ? `⚠ ${home.late}` : home.due
  return {
    type: 'context',
    elements: [{ type: 'mrkdwn', text: `${escaped(`${mark}：${what}`)} ${time}`, verbatim: true }],
  }
}
