// A question of the page itself, in a dialog that Escape and the backdrop close.
import { el } from './dom.js'

/**
 * Asks, and gives whether the answer was yes.
 * @param {{ text: string, yes: string, no: string, danger?: boolean }} question
 * @returns {Promise<boolean>}
 */
export function confirmed({ text, yes, no, danger = false }) {
  return new Promise((resolve) => {
    /** @type {(answer: string) => void} */
    const end = (answer) => dialog.close(answer)
    /** @type {HTMLDialogElement} */
    const dialog = el(
      'dialog',
      { class: 'asks', 'aria-label': text, 'data-testid': 'dialog' },
      el('p', {}, text),
      el(
        'div',
        { class: 'answers' },
        el(
          'button',
          {
            type: 'button',
            class: danger ? 'main danger' : 'main',
            'data-testid': 'yes',
            onclick: () => end('yes'),
          },
          yes,
        ),
        el('button', { type: 'button', 'data-testid': 'no', onclick: () => end('no') }, no),
      ),
    )
    dialog.addEventListener('close', () => {
      dialog.remove()
      resolve(dialog.returnValue === 'yes')
    })
    closesOutside(dialog)
    document.body.append(dialog)
    dialog.showModal()
  })
}

/** @param {HTMLDialogElement} dialog */
export function closesOutside(dialog) {
  dialog.addEventListener('click', (event) => event.target === dialog && dialog.close())
}
