// The course of a case: its states, its gradings and its log, as one line of time.

import { named } from './cases.js'
import { el } from './dom.js'
import { icon } from './icons.js'
import { timeText } from './time.js'
import { words } from './words.js'

/** @typedef {import('../ports.ts').CaseStory} CaseStory @typedef {import('../ports.ts').Level} Level */

/** @param {CaseStory} story */
export function timeline(story) {
  const moments = [
    ...story.path.map((step) => ({ at: step.at, node: moved(step) })),
    ...story.gradings.map((grading) => ({ at: grading.at, node: graded(grading) })),
    ...story.log.map((entry) => ({ at: entry.at, node: noted(entry) })),
  ]
  return el(
    'ol',
    { class: 'timeline', 'data-testid': 'timeline' },
    ...moments.sort((a, b) => a.at - b.at).map(({ node }) => node),
  )
}

/** @param {number} at @param {import('../ports.ts').Told} by */
const head = (at, by) =>
  el(
    'span',
    { class: 'moment' },
    el('time', {}, timeText(at)),
    by ? el('span', { class: 'who', dir: 'auto' }, named(by)) : null,
  )

/** @param {CaseStory['path'][number]} step */
const moved = ({ at, from, to, by, reason }) =>
  el(
    'li',
    { class: 'moved', 'data-state': to.code },
    head(at, by),
    el('p', { class: 'step' }, named(from), icon('send'), el('b', {}, named(to))),
    reason ? el('p', { class: 'hint', dir: 'auto' }, named(reason)) : null,
  )

/** @param {CaseStory['gradings'][number]} grading */
function graded({ at, level, score, by, reasons }) {
  const said = words()
  return el(
    'li',
    { class: 'graded', 'data-testid': 'grading' },
    head(at, by),
    el(
      'p',
      { class: `tone-${level}` },
      el(
        'span',
        { class: 'level' },
        level in said.levels ? said.levels[/** @type {Level} */ (level)] : level,
      ),
      ` ${score} ${said.points}`,
    ),
    reasons.length > 0 &&
      el(
        'ul',
        { class: 'reasons' },
        ...reasons.map((reason) =>
          el('li', {}, named(reason), el('span', { class: 'worth' }, signed(reason.points))),
        ),
      ),
  )
}

/** @param {CaseStory['log'][number]} entry */
const noted = ({ at, what, by, text }) =>
  el(
    'li',
    { class: 'noted' },
    head(at, by),
    el('p', { dir: 'auto' }, named(what)),
    text ? el('p', { class: 'said', dir: 'auto' }, named(text)) : null,
  )

/** @param {number} points */
const signed = (points) => (points > 0 ? `+${points}` : points === 0 ? '' : `−${-points}`)
