// The cases that this person may see: the most pressing first.
import { byId, el, fill, focusIn, keepingFocus } from './dom.js'
import { icon } from './icons.js'
import { spanText, stationNow, timeText } from './time.js'
import { locale, spoken, words } from './words.js'

/**
 * @typedef {import('../ports.ts').CaseLine} CaseLine
 * @typedef {import('../ports.ts').Told} Told
 * @typedef {import('../ports.ts').Level} Level
 */

const LEVELS = /** @type {const} */ (['RED', 'ORANGE', 'YELLOW', 'BLUE'])

/** In the language of the page; what somebody wrote or is called stays as it is. @param {Told} told */
export const named = (told) => (typeof told === 'string' ? told : locale() === 'en' ? told.en : told.zh)

/** @param {{ open(number: string): void, refresh(): void }} told */
export function openCases(told) {
  const lines = byId('lines')
  const none = byId('no-cases')
  const search = /** @type {HTMLInputElement} */ (byId('search'))
  /** @type {CaseLine[] | null} */
  let cases = null
  let whose = 'mine'
  /** @type {Level | null} */
  let level = null
  /** @type {string | null} */
  let chosen = null

  const draw = () => keepingFocus(drawn)

  function drawn() {
    const said = words()
    fill(byId('whose'), segment('mine', said.mine), segment('all', said.all))
    fill(byId('levels'), chip(null, said.allLevels), ...LEVELS.map((one) => chip(one, said.levels[one])))
    if (!cases) return
    const shown = cases.filter(fits).sort(pressing)
    none.hidden = shown.length > 0
    none.textContent = cases.some((line) => whose === 'all' || line.mine) ? said.noMatch : said.noCases
    fill(lines, ...shown.map(row))
  }

  /** @param {CaseLine} line */
  function fits(line) {
    if (whose === 'mine' && !line.mine) return false
    if (level && line.level !== level) return false
    const wanted = search.value.trim().toLowerCase()
    if (!wanted) return true
    return [
      line.number,
      line.village,
      named(line.category),
      named(line.stateName),
      line.officer,
      line.leader,
    ].some((text) => text?.toLowerCase().includes(wanted))
  }

  /** @param {string} name @param {string} label */
  function segment(name, label) {
    const count = cases?.filter((line) => name === 'all' || line.mine).length
    return el(
      'button',
      {
        type: 'button',
        'aria-pressed': String(whose === name),
        'data-testid': `whose-${name}`,
        onclick: () => {
          whose = name
          draw()
        },
      },
      label,
      count === undefined ? null : el('span', { class: 'count' }, String(count)),
    )
  }

  /** @param {Level | null} one @param {string} label */
  const chip = (one, label) =>
    el(
      'button',
      {
        type: 'button',
        class: one ? `chip tone-${one}` : 'chip',
        'aria-pressed': String(level === one),
        'data-testid': `level-${one ?? 'all'}`,
        onclick: () => {
          level = one
          draw()
        },
      },
      label,
    )

  /** @param {CaseLine} line */
  const row = (line) =>
    el(
      'li',
      {},
      el(
        'button',
        {
          type: 'button',
          class: `case tone-${line.level}`,
          'data-testid': 'case',
          'data-number': line.number,
          'aria-current': chosen === line.number ? 'true' : null,
          onclick: () => told.open(line.number),
        },
        el(
          'span',
          { class: 'first' },
          el('span', { class: 'level' }, words().levels[line.level]),
          el('b', {}, line.number),
          el('span', { class: 'state-name' }, named(line.stateName)),
        ),
        el(
          'span',
          { class: 'second', dir: 'auto' },
          [named(line.category), line.village].filter(Boolean).join(' · '),
        ),
        dueLine(line),
      ),
    )

  search.addEventListener('input', draw)
  byId('refresh').append(icon('again'))
  byId('refresh').addEventListener('click', told.refresh)
  spoken(draw)

  return {
    /** @param {CaseLine[]} fresh */
    show(fresh) {
      cases = fresh
      draw()
    },
    /** @param {string | null} number */
    choose(number) {
      chosen = number
      draw()
      if (number) lines.querySelector('[aria-current=true]')?.scrollIntoView({ block: 'nearest' })
    },
    /** Puts the focus back on a case in the list. @param {string} number */
    focus: (number) => focusIn(lines, `[data-number="${CSS.escape(number)}"]`),
    /** The case that a text names, if it is one of these. @param {string} text @returns {string | null} */
    namedIn: (text) => cases?.find(({ number }) => text.includes(number))?.number ?? null,
  }
}

/** What must be done next, and by when. @param {CaseLine} line */
export function dueLine({ due, overdue }) {
  const said = words()
  if (!due) return el('span', { class: 'due' }, said.noDue)
  const late = overdue ? said.late(spanText(stationNow() - due.at)) : said.until(timeText(due.at))
  return el(
    'span',
    { class: overdue ? 'due late' : 'due', 'data-testid': overdue ? 'overdue' : 'due' },
    overdue && icon('alert'),
    `${named(due.what)} · ${late}`,
  )
}

/** Overdue first, then what is due soonest, then the level, then the newest. @param {CaseLine} a @param {CaseLine} b */
const pressing = (a, b) =>
  Number(b.overdue) - Number(a.overdue) ||
  (a.due?.at ?? Infinity) - (b.due?.at ?? Infinity) ||
  LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level) ||
  b.updatedAt - a.updatedAt ||
  0
