// One case from the first word to the last: what it is, what was agreed, how it stands, and its course.
import { dueLine, named } from './cases.js'
import { byId, el, fill } from './dom.js'
import { dutyTable, revisitRounds } from './duties.js'
import { evidence } from './evidence.js'
import { icon } from './icons.js'
import { timeline } from './timeline.js'
import { spoken, words } from './words.js'

/** @typedef {import('../ports.ts').CaseStory} CaseStory */

/** @param {string} seat @param {() => void} closed */
export function openStory(seat, closed) {
  const place = byId('story')
  /** @type {CaseStory | 'gone' | null} */
  let story = null
  place.addEventListener('keydown', (event) => event.key === 'Escape' && closed())
  spoken(draw)

  function draw() {
    place.hidden = story === null
    if (story === null) return place.replaceChildren()
    const back = el(
      'button',
      { type: 'button', class: 'quiet back', 'data-testid': 'story-close', onclick: closed },
      icon('back'),
      words().caseList,
    )
    if (story === 'gone') return fill(place, back, el('p', { class: 'empty' }, words().gone))
    fill(place, back, ...parts(story))
  }

  /** @param {CaseStory} told @returns {(Node | null)[]} */
  function parts(told) {
    const said = words()
    return [
      heading(told),
      told.narrative !== null
        ? section(said.narrative, el('p', { class: 'narrative', dir: 'auto' }, told.narrative))
        : null,
      told.facts.length > 0
        ? section(said.facts, rows(told.facts.map(({ label, value }) => [named(label), named(value)])))
        : null,
      told.parties.length > 0 ? section(said.parties, people(told.parties)) : null,
      told.duties.length > 0
        ? section(said.duties, el('div', { class: 'wide' }, dutyTable(told.duties)))
        : null,
      told.revisits.length > 0 ? section(said.revisits, revisitRounds(told.revisits)) : null,
      told.files.length > 0
        ? section(said.files, el('ul', { class: 'files' }, ...told.files.map((file) => evidence(file, seat))))
        : null,
      section(said.path, timeline(told)),
      el('p', { class: 'hint' }, said.audited),
    ]
  }

  return {
    /** @param {CaseStory | 'gone' | null} told @param {boolean} [stay] keeps the place on the page */
    show(told, stay = false) {
      story = told
      const at = place.scrollTop
      draw()
      place.scrollTop = stay ? at : 0
      if (told && !stay) place.focus({ preventScroll: true })
    },
    number: () => (story === null || story === 'gone' ? null : story.number),
  }
}

/** @param {CaseStory} told */
function heading(told) {
  const said = words()
  return el(
    'header',
    { class: `story-head tone-${told.level}` },
    el(
      'h2',
      {},
      told.number,
      el('span', { class: 'level' }, said.levels[told.level]),
      el('span', { class: 'state-name' }, named(told.stateName)),
    ),
    el(
      'p',
      { class: 'second', dir: 'auto' },
      [named(told.category), told.village].filter(Boolean).join(' · '),
    ),
    dueLine(told),
    rows([
      [said.officer, told.officer ?? said.none],
      [said.leader, told.leader ?? said.none],
    ]),
  )
}

/** @param {CaseStory['parties']} parties */
function people(parties) {
  const said = words()
  return el(
    'div',
    { class: 'sides' },
    ...parties.map(({ side, label, name, phone, reachable }) =>
      el(
        'div',
        { class: 'side', 'data-testid': `party-${side}` },
        el('h5', {}, named(label)),
        el('p', { dir: 'auto' }, name ?? said.none),
        phone
          ? el('p', {}, el('a', { href: `tel:${phone.replace(/[^\d+]/g, '')}` }, icon('phone'), phone))
          : null,
        el('p', { class: 'hint' }, reachable ? said.reachable : said.unreachable),
      ),
    ),
  )
}

/** @param {string} title @param {Node} content */
const section = (title, content) => el('section', {}, el('h3', {}, title), content)

/** @param {[string, string][]} pairs */
const rows = (pairs) =>
  el(
    'dl',
    { class: 'rows' },
    ...pairs.map(([label, value]) => el('div', {}, el('dt', {}, label), el('dd', { dir: 'auto' }, value))),
  )
