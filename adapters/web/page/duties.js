// What was agreed, duty by duty, with the sums; and the revisits, with both sides beside each other.

import { named } from './cases.js'
import { el } from './dom.js'
import { dayText, timeText } from './time.js'
import { words } from './words.js'

/** @typedef {import('../ports.ts').Duty} Duty @typedef {import('../ports.ts').Revisit} Revisit */

/** @param {Duty[]} duties */
export function dutyTable(duties) {
  const said = words()
  const money = duties.filter(({ amountFen }) => amountFen !== null)
  const heads = [said.duty, said.debtor, said.dueBy, said.sum, said.paid, said.left, said.dutyState]
  return el(
    'table',
    { class: 'duties', 'data-testid': 'duties' },
    el('thead', {}, el('tr', {}, ...heads.map((head) => el('th', { scope: 'col' }, head)))),
    el('tbody', {}, ...duties.map((duty) => dutyRow(duty, heads))),
    money.length > 0 &&
      el(
        'tfoot',
        {},
        el(
          'tr',
          {},
          el('th', { scope: 'row', colspan: 3 }, said.total),
          cell(said.sum, yuan(sum(money, ({ amountFen }) => amountFen ?? 0)), 'sum'),
          cell(said.paid, yuan(sum(money, ({ paidFen }) => paidFen)), 'sum'),
          cell(said.left, yuan(sum(money, left)), 'sum'),
          el('td'),
        ),
      ),
  )
}

/** @param {Duty} duty @param {string[]} heads */
const dutyRow = (duty, heads) =>
  el(
    'tr',
    { 'data-testid': 'duty', 'data-state': duty.state.code },
    ...[
      `${duty.no}. ${duty.what}`,
      named(duty.debtor),
      duty.due === null ? words().none : dayText(duty.due),
      duty.amountFen === null ? words().none : yuan(duty.amountFen),
      duty.amountFen === null ? words().none : yuan(duty.paidFen),
      duty.amountFen === null ? words().none : yuan(left(duty)),
      named(duty.state),
    ].map((text, at) => cell(heads[at] ?? '', text, at >= 3 && at <= 5 ? 'sum' : null)),
  )

/** @param {string} head @param {string} text @param {string | null} kind */
const cell = (head, text, kind) => el('td', { 'data-head': head, class: kind, dir: 'auto' }, text)

/** @param {Duty} duty */
const left = ({ amountFen, paidFen }) => Math.max(0, (amountFen ?? 0) - paidFen)

/** @param {Duty[]} duties @param {(duty: Duty) => number} of */
const sum = (duties, of) => duties.reduce((total, duty) => total + of(duty), 0)

/** `¥1,234.50`. @param {number} fen */
export function yuan(fen) {
  const whole = String(Math.floor(Math.abs(fen) / 100)).replace(/\B(?=(\d{3})+$)/g, ',')
  const rest = Math.abs(fen) % 100
  return `${fen < 0 ? '−' : ''}¥${whole}${rest ? `.${String(rest).padStart(2, '0')}` : ''}`
}

/** @param {Revisit[]} revisits */
export function revisitRounds(revisits) {
  const said = words()
  const rounds = [...new Set(revisits.map(({ round }) => round))].sort((a, b) => a - b)
  return el(
    'div',
    { class: 'rounds', 'data-testid': 'revisits' },
    ...rounds.map((round) => {
      const both = revisits.filter((revisit) => revisit.round === round)
      return el(
        'section',
        { class: both.some(({ answers }) => answers.length > 0) ? 'round' : 'round brief' },
        el('h4', {}, said.round(round)),
        el(
          'div',
          { class: 'sides' },
          ...[/** @type {const} */ ('A'), /** @type {const} */ ('B')].map((side) => sideOf(side, both)),
        ),
      )
    }),
  )
}

/** @param {'A' | 'B'} side @param {Revisit[]} both */
function sideOf(side, both) {
  const said = words()
  const own = both.filter((revisit) => revisit.side === side)
  return el(
    'div',
    { class: 'side', 'data-testid': `revisit-${side}` },
    el('h5', {}, side === 'A' ? said.sideA : said.sideB),
    own.length === 0 && el('p', { class: 'hint' }, said.notAsked),
    ...own.map((revisit) =>
      el(
        'div',
        { 'data-state': revisit.state.code },
        el('p', { class: 'hint' }, `${timeText(revisit.at)} · ${named(revisit.mode)}`),
        el('p', {}, el('b', {}, named(revisit.state)), revisit.verdict ? ` · ${named(revisit.verdict)}` : ''),
        revisit.answers.length > 0 &&
          el(
            'dl',
            { class: 'rows' },
            ...revisit.answers.map(({ label, value }) =>
              el('div', {}, el('dt', {}, named(label)), el('dd', { dir: 'auto' }, named(value))),
            ),
          ),
      ),
    ),
  )
}
