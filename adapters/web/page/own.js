// What the person said, as a bubble with its state: waiting, delivered, not sent.
import { el } from './dom.js'
import { icon } from './icons.js'
import { words } from './words.js'

/** @typedef {import('./keep.js').Item} Item */

/**
 * @param {Item} item
 * @param {{ retry(): void, drop(): void, change: (() => void) | null }} hands
 * @returns {HTMLElement}
 */
export function renderOwn(item, hands) {
  const said = words()
  return el(
    'div',
    { class: `bubble own ${item.state}`, 'data-testid': 'own', 'data-state': item.state },
    el('p', { dir: 'auto' }, ownText(item)),
    el(
      'div',
      { class: 'state' },
      item.state === 'refused' ? icon('alert') : item.state === 'sent' ? icon('done') : icon('clock'),
      el('span', {}, said[item.state]),
      item.state === 'refused' && el('button', { type: 'button', onclick: hands.retry }, said.again),
      item.state === 'refused' && el('button', { type: 'button', onclick: hands.drop }, said.drop),
      hands.change &&
        item.state === 'sent' &&
        el(
          'button',
          { type: 'button', class: 'revise', 'aria-label': said.changeHint, onclick: hands.change },
          said.change,
        ),
    ),
  )
}

/** @param {Item} item @returns {string} */
function ownText({ event, label }) {
  const said = words()
  if (label) return label
  switch (event.kind) {
    case 'text':
      return event.text
    case 'place':
      return `${said.placeNote} ${event.lat.toFixed(4)}, ${event.lon.toFixed(4)}`
    case 'back':
    case 'cancel':
    case 'human':
    case 'help':
      return said[/** @type {'back' | 'cancel' | 'human' | 'help'} */ (event.kind)]
    default:
      return '…'
  }
}
