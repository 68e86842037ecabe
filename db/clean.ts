// The last guard before PostgreSQL: what it can store of a string. Text was normalised on entry; this is for what slipped.

/** NUL and lone surrogates become U+FFFD. */
export const storable = (text: string): string =>
  text.includes('\0') ? text.replaceAll('\0', '\uFFFD').toWellFormed() : text.toWellFormed()

/** The same for every string and key inside a JSON value. */
export function storableJson<T>(value: T): T {
  if (typeof value === 'string') return storable(value) as T
  if (Array.isArray(value)) return value.map(storableJson) as T
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [storable(key), storableJson(inner)]),
  ) as T
}
