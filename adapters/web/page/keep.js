// What this browser keeps of the talk: the person's own words, photos and voice notes, until and after they were sent.

/**
 * @typedef {{ blob: Blob, name: string, seconds?: number, id?: string, type: string }} Attached
 *   `id`: the station has it already
 * @typedef {{
 *   key: string, seat: string, id: string, n: number, at: number, after: number,
 *   event: any, label?: string, quiet?: boolean, files?: Attached[], state: 'unsent' | 'sent' | 'refused', locale: string
 * }} Item `after`: the last message shown when this was said; `n` orders what was said in between; `quiet`: not
 *   shown as said
 * @typedef {{ all(): Promise<Item[]>, put(item: Item): Promise<void>, drop(key: string): Promise<void>, clear(): Promise<void> }} Keep
 */

const NAME = 'bridge'
const STORE = 'said'

/** Kept by the browser where it can, else as long as the page is open. @param {string} seat @returns {Promise<Keep>} */
export async function openKeep(seat) {
  try {
    return inBrowser(await open(), seat)
  } catch {
    return inPage()
  }
}

/** @returns {Promise<IDBDatabase>} */
function open() {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(NAME, 1)
    request.onupgradeneeded = () =>
      request.result.createObjectStore(STORE, { keyPath: 'key' }).createIndex('seat', 'seat')
    request.onsuccess = () => {
      // Whoever wants to delete it may: nothing here holds it back.
      request.result.onversionchange = () => request.result.close()
      resolve(request.result)
    }
    request.onerror = () => reject(request.error)
    request.onblocked = () => reject(new Error('blocked'))
  })
}

/** @param {IDBDatabase} database @param {string} seat @returns {Keep} */
function inBrowser(database, seat) {
  /**
   * @template T
   * @param {IDBTransactionMode} mode
   * @param {(store: IDBObjectStore) => IDBRequest<T>} ask
   * @returns {Promise<T>}
   */
  const run = (mode, ask) =>
    new Promise((resolve, reject) => {
      const work = database.transaction(STORE, mode)
      const request = ask(work.objectStore(STORE))
      work.oncomplete = () => resolve(request.result)
      work.onerror = work.onabort = () => reject(work.error)
    })
  return {
    all: () => run('readonly', (store) => store.index('seat').getAll(seat)),
    async put(item) {
      await run('readwrite', (store) => store.put(item))
    },
    async drop(key) {
      await run('readwrite', (store) => store.delete(key))
    },
    async clear() {
      const keys = await run('readonly', (store) => store.index('seat').getAllKeys(seat))
      for (const key of keys) await run('readwrite', (store) => store.delete(key))
    },
  }
}

/** @returns {Keep} */
function inPage() {
  /** @type {Map<string, Item>} */
  const items = new Map()
  return {
    all: async () => [...items.values()],
    async put(item) {
      items.set(item.key, item)
    },
    async drop(key) {
      items.delete(key)
    },
    clear: async () => items.clear(),
  }
}
