// Leaving at once: the screen is cleared before anything else, and the page is not in the history.
import { openKeep } from './keep.js'
import { forget, recall, remember, rememberHere } from './memory.js'
import { vacate } from './seat.js'
import { call } from './wire.js'

/** A page that anybody may have been looking at. */
const ELSEWHERE = 'https://www.weather.com.cn/'
const PRESSES = 3
const WITHIN = 2_000

/**
 * Escape three times, or the button. With `forgets`, this browser also forgets the talk.
 * @param {string} seat
 * @param {HTMLElement} button
 */
export function canLeave(seat, button) {
  /** @type {number[]} */
  let presses = []
  button.addEventListener('click', () => leave(seat, recall('forget') === 'yes'))
  document.addEventListener(
    'keydown',
    (event) => {
      if (event.key !== 'Escape' || event.repeat) return
      const now = performance.now()
      presses = [...presses.filter((at) => now - at < WITHIN), now]
      if (presses.length >= PRESSES) leave(seat, recall('forget') === 'yes')
    },
    true,
  )
}

/** @param {string} seat @param {boolean} forgets */
export function leave(seat, forgets) {
  document.body.replaceChildren()
  document.title = ''
  if (forgets) {
    // The page may be gone before the browser has forgotten; the next visit then finishes it first.
    remember('unfinished', seat)
    void call(seat, 'POST', '/leave', { body: {}, last: true })
    void wipe(seat)
  }
  location.replace(ELSEWHERE)
}

/** Finishes a forgetting that was cut short; before anything is shown. */
export async function finishLeaving() {
  const seat = recall('unfinished')
  if (!seat) return
  await call(seat, 'POST', '/leave', { body: {} })
  await wipe(seat)
  remember('unfinished', null)
}

/** @param {string} seat */
async function wipe(seat) {
  vacate(seat)
  rememberHere('seat.home', null)
  if (seat === 'home') forget('code.')
  const keep = await openKeep(seat)
  await Promise.all([keep.clear(), dropShell()]).catch(() => {})
}

async function dropShell() {
  const workers = (await navigator.serviceWorker?.getRegistrations()) ?? []
  await Promise.all(workers.map((worker) => worker.unregister()))
  if ('caches' in window) await Promise.all((await caches.keys()).map((name) => caches.delete(name)))
}
