// A map that forgets what was set longest ago: what this process may remember about many chats has an end.

export type Memory<Key, Value> = {
  get(key: Key): Value | undefined
  set(key: Key, value: Value): void
  delete(key: Key): void
}

export function memory<Key, Value>(most: number): Memory<Key, Value> {
  const kept = new Map<Key, Value>()
  return {
    get: (key) => kept.get(key),
    set(key, value) {
      kept.delete(key)
      kept.set(key, value)
      for (const [oldest] of kept) {
        if (kept.size <= most) break
        kept.delete(oldest)
      }
    },
    delete: (key) => void kept.delete(key),
  }
}
