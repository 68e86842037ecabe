// The last guard before PostgreSQL: what it can store of a string. Text was normalised on entry; this is for what slipped.

/** NUL and lone surrogates become U+FFFD. Byte order marks in front go: the embedded database loses one when it reads. */
export function storable(text: string): string {
  const start = text.startsWith('\uFEFF') ? text.replace(/^\uFEFF+/, '') : text
  return start.includes('\0') ? start.replaceAll('\0', '\uFFFD').toWellFormed() : start.toWellFormed()
}

/** The same for every string and key inside a JSON value. */
export function storableJson<T>(value: T): T {
  if (typeof value === 'string') return storable(value) as T
  if (Array.isArray(value)) return value.map(storableJson) as T
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [storable(key), storableJson(inner)]),
  ) as T
}
