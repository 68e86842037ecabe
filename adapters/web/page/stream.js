// Listening: a stream of events that is opened again whenever it falls silent, and plain asking where no stream comes through.
import { call } from './wire.js'

/** The server gives a sign of life every 15 seconds. */
const SILENCE = 40_000
const FIRST_SIGN = 12_000
const POLL = 4_000

/**
 * @typedef {import('../render.ts').Wire} Wire
 * @typedef {'waiting' | 'here' | 'away'} Line
 */

/**
 * @param {string} seat
 * @param {{ after(): number, message(message: Wire): void, line(line: Line): void, arrive(): Promise<boolean>, always: boolean }} told
 *   `always`: goes on listening while nobody looks at the page
 */
export function listen(seat, told) {
  /** @type {EventSource | null} */
  let source = null
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer
  let failures = 0
  let silentStreams = 0
  let ended = false

  function open() {
    close()
    if (ended || (document.hidden && !told.always)) return
    if (silentStreams >= 2) return void poll()
    source = new EventSource(`/web/stream?seat=${encodeURIComponent(seat)}&after=${told.after()}`)
    let signs = 0
    const alive = () => {
      signs += 1
      failures = silentStreams = 0
      told.line('here')
      watch(SILENCE, () => open())
    }
    source.addEventListener('beat', alive)
    source.addEventListener('message', (event) => {
      alive()
      told.message(JSON.parse(event.data))
    })
    source.addEventListener('error', () => {
      if (signs === 0) told.line('away')
      fail()
    })
    watch(FIRST_SIGN, () => {
      // The connection stands and nothing comes: something between holds the stream back.
      silentStreams += 1
      open()
    })
  }

  function fail() {
    close()
    failures += 1
    // Whatever it was, asking plainly tells a lost connection from a seat that the station does not know.
    watch(Math.min(30_000, 500 * 2 ** Math.min(failures, 6)), () => void again())
  }

  async function again() {
    if (await ask()) open()
    else fail()
  }

  async function poll() {
    if (ended) return
    if (await ask()) failures = 0
    watch(POLL, () => void poll())
  }

  /** @returns {Promise<boolean>} */
  async function ask() {
    for (;;) {
      const answer = await call(seat, 'GET', `/messages?after=${told.after()}`, { within: 15_000 })
      if (ended) return true
      if (!answer.ok) {
        if (answer.status === 401) return told.arrive()
        told.line('away')
        return false
      }
      told.line('here')
      for (const message of answer.data.messages) told.message(message)
      if (!answer.data.more) return true
    }
  }

  /** @param {number} after @param {() => void} then */
  function watch(after, then) {
    clearTimeout(timer)
    timer = setTimeout(then, after)
  }

  function close() {
    clearTimeout(timer)
    source?.close()
    source = null
  }

  document.addEventListener('visibilitychange', () => {
    if (!document.hidden && !source) open()
    else if (document.hidden && !told.always) close()
  })
  window.addEventListener('online', open)
  window.addEventListener('offline', () => told.line('away'))
  window.addEventListener('pagehide', close)
  window.addEventListener('pageshow', (event) => event.persisted && open())
  told.line('waiting')
  open()

  return {
    end() {
      ended = true
      close()
    },
  }
}
