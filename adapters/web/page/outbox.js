// What was said and not yet taken: kept, sent in order, and sent again under the same id until the station has it.
import { call } from './wire.js'
import { locale } from './words.js'

/** @typedef {import('./keep.js').Item} Item @typedef {import('./keep.js').Attached} Attached @typedef {import('./wire.js').Not} Not */

const LONGEST_WAIT = 30
const KEPT = 200
/** Trying again may help: nobody there, not let in yet, too fast, our fault. */
const PASSES = (/** @type {Not} */ not) =>
  not.status === 0 || not.status === 401 || not.status === 429 || not.status >= 500

/**
 * @typedef {{
 *   items(): Item[],
 *   add(said: { event: any, label?: string, quiet?: boolean, files?: Attached[], after: number, at: number }): Item,
 *   retry(item: Item): void,
 *   drop(item: Item): void,
 *   kick(): void,
 *   forgetSent(): void,
 *   clear(): Promise<void>,
 * }} Outbox
 */

/**
 * @param {string} seat
 * @param {import('./keep.js').Keep} keep
 * @param {{ changed(item: Item): void, troubled(why: 'away' | 'slow' | null): void, arrive(): Promise<boolean> }} told
 *   `arrive` takes the seat anew when the station does not know it
 * @returns {Promise<Outbox>}
 */
export async function openOutbox(seat, keep, told) {
  const items = (await keep.all().catch(() => [])).sort((a, b) => a.n - b.n)
  for (const old of items.filter(({ state }) => state === 'sent').slice(0, -KEPT)) {
    items.splice(items.indexOf(old), 1)
    keep.drop(old.key).catch(() => {})
  }
  let next = (items[items.length - 1]?.n ?? 0) + 1
  let running = false
  let failures = 0
  /** @type {(() => void) | null} */
  let wake = null

  /** @param {Item} item */
  function keeps(item) {
    keep.put(item).catch(() => {})
    told.changed(item)
  }

  async function run() {
    if (running) return
    running = true
    for (let item = first(); item; item = first()) {
      const not = await send(item)
      if (!not) {
        failures = 0
        told.troubled(null)
        item.state = 'sent'
        delete item.files
        keeps(item)
      } else if (PASSES(not)) {
        failures += 1
        told.troubled(not.code === 'slow' ? 'slow' : 'away')
        await rest(not)
      } else {
        item.state = 'refused'
        keeps(item)
      }
    }
    running = false
  }

  const first = () => items.find(({ state }) => state === 'unsent')

  /** @param {Not} not */
  function rest(not) {
    const backoff = Math.min(LONGEST_WAIT, 2 ** Math.min(failures, 5) / 2)
    return new Promise((resolve) => {
      const timer = setTimeout(done, Math.max(not.wait, backoff) * 1000)
      function done() {
        clearTimeout(timer)
        wake = null
        resolve(undefined)
      }
      // A connection that is back ends the wait; being too fast does not.
      wake = not.status === 429 ? null : done
    })
  }

  /** @param {Item} item @returns {Promise<Not | null>} what went wrong */
  async function send(item) {
    const unsent = await upload(item)
    if (unsent) return unsent
    const event = item.files
      ? {
          ...item.event,
          files: item.files.map(({ id, seconds }) => (seconds === undefined ? { id } : { id, seconds })),
        }
      : item.event
    const answer = await call(seat, 'POST', '/send', { body: { id: item.id, locale: item.locale, event } })
    if (answer.ok) return null
    if (answer.status === 401) await told.arrive()
    return answer
  }

  /** @param {Item} item @returns {Promise<Not | null>} */
  async function upload(item) {
    for (const file of item.files ?? []) {
      if (file.id) continue
      const answer = await call(seat, 'POST', '/files', {
        raw: file.blob,
        headers: {
          'Content-Type': file.type || 'application/octet-stream',
          'X-File-Name': encodeURIComponent(file.name),
        },
        within: 180_000,
      })
      if (!answer.ok) {
        if (answer.status === 401) await told.arrive()
        return answer
      }
      file.id = answer.data.file.id
      await keep.put(item).catch(() => {})
    }
    return null
  }

  void run()
  return {
    items: () => items,
    add({ event, label, quiet, files, after, at }) {
      const id = newId()
      /** @type {Item} */
      const item = {
        key: `${seat}/${id}`,
        seat,
        id,
        n: next++,
        at,
        after,
        event,
        state: 'unsent',
        locale: locale(),
      }
      if (label !== undefined) item.label = label
      if (quiet) item.quiet = true
      if (files) item.files = files
      items.push(item)
      keeps(item)
      void run()
      return item
    },
    retry(item) {
      item.state = 'unsent'
      for (const file of item.files ?? []) delete file.id
      keeps(item)
      void run()
    },
    drop(item) {
      items.splice(items.indexOf(item), 1)
      keep.drop(item.key).catch(() => {})
    },
    kick: () => wake?.(),
    forgetSent() {
      for (const item of items.filter(({ state }) => state === 'sent')) {
        items.splice(items.indexOf(item), 1)
        keep.drop(item.key).catch(() => {})
      }
    },
    async clear() {
      items.length = 0
      await keep.clear().catch(() => {})
    },
  }
}

/** 128 random bits. */
const newId = () =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join(
    '',
  )
