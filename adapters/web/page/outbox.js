// What was said and not yet taken: kept, sent in order, and sent again under the same id until the station has it.
//
// There are two lanes: photos and voice notes go up in one, words and what is wholly up go out in the other. On a weak
// line a photo takes minutes, and a cry for help must not wait behind it.
import { call } from './wire.js'
import { locale } from './words.js'

/** @typedef {import('./keep.js').Item} Item @typedef {import('./keep.js').Attached} Attached @typedef {import('./wire.js').Not} Not */

const LONGEST_WAIT = 30
const KEPT = 200
/** Trying again may help: nobody there, not let in yet, too fast, our fault. */
const PASSES = (/** @type {Not} */ not) => [0, 401, 408, 429].includes(not.status) || not.status >= 500

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
 * @typedef {{ run(): void, kick(): void }} Lane
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
  let count = (items[items.length - 1]?.n ?? 0) + 1

  /** @param {Item} item */
  function keeps(item) {
    keep.put(item).catch(() => {})
    told.changed(item)
  }

  const unsent = (/** @type {Item} */ item) => item.state === 'unsent'
  const up = (/** @type {Item} */ item) => (item.files ?? []).every(({ id }) => id)

  /** @type {Lane} */
  const words = openLane({
    next: () => items.find((item) => unsent(item) && up(item)),
    work: send,
    done(item) {
      item.state = 'sent'
      delete item.files
      keeps(item)
    },
  })
  /** @type {Lane} */
  const files = openLane({
    next: () => items.find((item) => unsent(item) && !up(item)),
    work: upload,
    done: () => words.run(),
  })
  function run() {
    files.run()
    words.run()
  }

  /**
   * Does one thing after the other; what failed and may pass is tried again after a while.
   * @param {{ next(): Item | undefined, work(item: Item): Promise<Not | null>, done(item: Item): void }} its
   * @returns {Lane}
   */
  function openLane({ next, work, done }) {
    let running = false
    let failures = 0
    /** @type {(() => void) | null} */
    let wake = null

    async function go() {
      if (running) return
      running = true
      for (let item = next(); item; item = next()) {
        const not = await work(item)
        if (!not) {
          failures = 0
          told.troubled(null)
          done(item)
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

    /** @param {Not} not */
    function rest(not) {
      const backoff = Math.min(LONGEST_WAIT, 2 ** Math.min(failures, 5) / 2)
      return new Promise((resolve) => {
        const timer = setTimeout(rested, Math.max(not.wait, backoff) * 1000)
        function rested() {
          clearTimeout(timer)
          wake = null
          resolve(undefined)
        }
        // A connection that is back ends the wait; being too fast does not.
        wake = not.status === 429 ? null : rested
      })
    }

    return { run: () => void go(), kick: () => wake?.() }
  }

  /** @param {Item} item @returns {Promise<Not | null>} what went wrong */
  async function send(item) {
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

  /** Gives its files to the station. @param {Item} item @returns {Promise<Not | null>} what went wrong */
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

  run()
  return {
    items: () => items,
    add({ event, label, quiet, files, after, at }) {
      const id = newId()
      /** @type {Item} */
      const item = {
        key: `${seat}/${id}`,
        seat,
        id,
        n: count++,
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
      run()
      return item
    },
    retry(item) {
      item.state = 'unsent'
      for (const file of item.files ?? []) delete file.id
      keeps(item)
      run()
    },
    drop(item) {
      items.splice(items.indexOf(item), 1)
      keep.drop(item.key).catch(() => {})
    },
    kick() {
      files.kick()
      words.kick()
    },
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
