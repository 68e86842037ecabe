// What came over the wire, read without trusting its shape.

export type Wire = { [key: string]: unknown }

export const isWire = (value: unknown): value is Wire =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

export const wireOf = (value: unknown): Wire => (isWire(value) ? value : {})
export const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')
export const wiresOf = (value: unknown): Wire[] => (Array.isArray(value) ? value.filter(isWire) : [])

/** JSON read, or undefined when it is none. */
export function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
