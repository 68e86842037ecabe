// Whether the station can be reached, said in a quiet banner.
import { byId } from './dom.js'
import { words } from './words.js'

/** @typedef {import('./stream.js').Line} Line */

export function openLine() {
  const banner = byId('line')
  /** @type {Line} */
  let line = 'waiting'
  /** @type {'away' | 'slow' | null} */
  let trouble = null
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer

  function show() {
    clearTimeout(timer)
    const said = words()
    const text = trouble === 'slow' ? said.slowing : line === 'away' || trouble === 'away' ? said.offline : ''
    banner.dataset.state = text ? (trouble === 'slow' ? 'slow' : 'away') : 'here'
    // A short break is nobody's business.
    if (text && navigator.onLine && banner.hidden) timer = setTimeout(() => reveal(text), 1_200)
    else reveal(text)
  }

  /** @param {string} text */
  function reveal(text) {
    banner.hidden = text === ''
    if (banner.textContent !== text) banner.textContent = text
  }

  return {
    /** @param {Line} state */
    line(state) {
      line = state
      if (state === 'here' && trouble === 'away') trouble = null
      show()
    },
    /** @param {'away' | 'slow' | null} why */
    troubled(why) {
      trouble = why
      show()
    },
    show,
  }
}
