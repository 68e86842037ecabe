// A reply as something to see and press.
import { el } from './dom.js'
import { icon } from './icons.js'
import { ofSeat } from './wire.js'
import { words } from './words.js'

/**
 * @typedef {import('../render.ts').Shown} Reply
 * @typedef {import('../../../flows/core/reply.ts').Row} Row
 * @typedef {import('../../../flows/core/reply.ts').Choice} Choice
 * @typedef {{
 *   pick(question: string, choice: Choice): void,
 *   press(button: Choice): void,
 *   type(text: string): void,
 *   seat: string,
 *   live: boolean,
 * }} Hands what pressing does; `live`: said just now, and not long ago
 */

/** @param {Reply} reply @param {Hands} hands @returns {HTMLElement} */
export function render(reply, hands) {
  switch (reply.kind) {
    case 'say':
      return reply.urgent ? urgent(reply.text, hands.live) : bubble(el('p', { dir: 'auto' }, reply.text))
    case 'ask':
      return bubble(el('p', { dir: 'auto' }, reply.text), choices(reply.id, reply.choices, hands))
    case 'review':
      return review(reply, hands)
    case 'card':
      return card(reply, hands)
    case 'picture':
      return picture(reply, hands)
  }
}

/** @param {...(Node | null)} children */
const bubble = (...children) => el('div', { class: 'bubble' }, ...children)

/** @param {string} text @param {boolean} live */
function urgent(text, live) {
  const said = words()
  return el(
    'div',
    { class: 'bubble urgent', role: live ? 'alert' : null, 'data-testid': 'urgent' },
    el('p', { dir: 'auto' }, icon('alert'), el('strong', {}, text)),
    el(
      'div',
      { class: 'calls' },
      el('a', { class: 'call', href: 'tel:110', 'data-testid': 'urgent-110' }, icon('phone'), said.callNow),
      el(
        'a',
        { class: 'call second', href: 'sms:12110', 'data-testid': 'urgent-12110' },
        icon('message'),
        said.textNow,
      ),
    ),
  )
}

/** @param {string} question @param {Choice[]} offered @param {Hands} hands */
function choices(question, offered, hands) {
  if (offered.length === 0) return null
  return el(
    'div',
    { class: 'choices', role: 'group' },
    ...offered.map((choice, at) => choiceButton(question, choice, at, hands, 'choice')),
  )
}

/** @param {string} question @param {Choice} choice @param {number} at @param {Hands} hands @param {string} kind */
function choiceButton(question, choice, at, hands, kind) {
  return el(
    'button',
    {
      type: 'button',
      class: kind,
      'data-testid': 'choice',
      'data-choice': choice.id,
      onclick: () => hands.pick(question, choice),
    },
    el('span', { class: 'number', 'aria-hidden': 'true' }, String(at + 1)),
    el('span', { class: 'label', dir: 'auto' }, choice.label),
  )
}

/**
 * The summary: what was said, each line with its own way to change it, and one big button that agrees.
 * @param {Extract<Reply, { kind: 'review' }>} reply @param {Hands} hands
 */
function review(reply, hands) {
  const [first, ...others] = reply.choices
  const beside = others.length === reply.rows.length
  const rows = el('dl', { class: 'rows' })
  reply.rows.forEach(({ label, value }, at) => {
    const change = beside ? others[at] : undefined
    rows.append(
      el(
        'div',
        {},
        el('dt', { dir: 'auto' }, label),
        el('dd', { dir: 'auto' }, value),
        change &&
          el(
            'button',
            {
              type: 'button',
              class: 'change',
              'aria-label': change.label,
              'data-testid': 'choice',
              'data-choice': change.id,
              onclick: () => hands.pick(reply.id, change),
            },
            words().change,
          ),
      ),
    )
  })
  const shown = el('div', { class: 'choices', role: 'group' })
  if (first) shown.append(choiceButton(reply.id, first, 0, hands, 'choice main'))
  if (!beside)
    shown.append(...others.map((choice, at) => choiceButton(reply.id, choice, at + 1, hands, 'choice')))
  return el(
    'div',
    { class: 'bubble review', 'data-testid': 'review' },
    reply.text ? el('p', { dir: 'auto' }, reply.text) : null,
    rows,
    shown,
  )
}

/** @param {Extract<Reply, { kind: 'card' }>} reply @param {Hands} hands */
function card(reply, hands) {
  const said = words()
  const loud = reply.tone === 'RED' && hands.live
  const rows = reply.rows.length > 0 && el('dl', { class: 'rows' }, ...reply.rows.map(row))
  const buttons = reply.buttons.map((button, at) =>
    el(
      'button',
      {
        type: 'button',
        class: at === 0 ? 'choice main' : 'choice',
        'data-testid': 'button',
        'data-button': button.id,
        onclick: (/** @type {MouseEvent} */ event) => {
          const pressed = /** @type {HTMLElement} */ (event.currentTarget)
          if (pressed.getAttribute('aria-disabled')) return
          pressed.setAttribute('aria-disabled', 'true')
          setTimeout(() => pressed.removeAttribute('aria-disabled'), 3_000)
          hands.press(button)
        },
      },
      el('span', { class: 'label', dir: 'auto' }, button.label),
    ),
  )
  return el(
    'article',
    {
      class: `bubble card tone-${reply.tone}`,
      role: loud ? 'alert' : null,
      'data-testid': 'card',
      'data-tone': reply.tone,
    },
    el(
      'header',
      {},
      el('span', { class: 'level' }, reply.tone === 'RED' ? icon('alert') : null, said.levels[reply.tone]),
      el('span', { class: 'slot' }),
    ),
    el('p', { dir: 'auto' }, reply.text),
    rows,
    buttons.length > 0 && el('div', { class: 'choices', role: 'group' }, ...buttons),
    reply.twin !== null && twin(reply.twin, hands),
  )
}

/**
 * Figures to look at, and below them in words for whoever wants to read or copy them.
 * @param {Extract<Reply, { kind: 'picture' }>} reply @param {Hands} hands
 */
function picture({ text, url }, { seat }) {
  const image = el('img', {
    src: ofSeat(url, seat),
    alt: text,
    loading: 'lazy',
    decoding: 'async',
    'data-testid': 'picture',
  })
  const inWords = el('details', {}, el('summary', {}, words().inWords), el('p', { dir: 'auto' }, text))
  // Where it cannot be had, the words are there at once.
  image.addEventListener('error', () => {
    image.remove()
    inWords.setAttribute('open', '')
  })
  return el('div', { class: 'bubble picture' }, image, inWords)
}

/** @param {string} text @param {Hands} hands */
const twin = (text, hands) =>
  el(
    'p',
    { class: 'twin' },
    words().typed,
    el(
      'button',
      { type: 'button', class: 'typed', 'data-testid': 'twin', onclick: () => hands.type(text) },
      text,
    ),
  )

/** @param {Row} row */
const row = ({ label, value }) =>
  el('div', {}, el('dt', { dir: 'auto' }, label), el('dd', { dir: 'auto' }, value))
