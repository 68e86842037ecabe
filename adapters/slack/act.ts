// What pressing something means, written into the value of a button or of an option. Pure.
import type { Event } from '../../flows/core/event.ts'
import { tapOf } from '../../flows/core/tap.ts'

export type Act = Extract<Event, { kind: 'pick' | 'tap' | 'press' | 'text' }> | { kind: 'back' }

/** Only letters, digits and `%`: nothing in it is changed on the way. A choice that is too long goes by its short name. */
export function write(act: Act, most: number): string {
  const value = parts(act)
    .map((part) => encodeURIComponent(part.toWellFormed()))
    .join(' ')
  if (value.length <= most || act.kind !== 'pick') return value
  return write({ kind: 'tap', token: tapOf(act.question, act.choice) }, most)
}

function parts(act: Act): string[] {
  switch (act.kind) {
    case 'pick':
      return ['pick', act.question, act.choice]
    case 'tap':
      return ['tap', act.token]
    case 'press':
      return ['press', act.button]
    case 'text':
      return ['text', act.text]
    case 'back':
      return ['back']
  }
}

/** Null for a value that was not written here. */
export function read(value: string): Act | null {
  const [kind, first, second, ...more] = value.split(' ').map(decoded)
  if (more.length > 0 || first === null || second === null) return null
  if (kind === 'pick' && first && second) return { kind, question: first, choice: second }
  if (second !== undefined) return null
  if (kind === 'tap' && first) return { kind, token: first }
  if (kind === 'press' && first) return { kind, button: first }
  if (kind === 'text' && first) return { kind, text: first }
  return kind === 'back' && first === undefined ? { kind } : null
}

function decoded(part: string): string | null {
  try {
    return decodeURIComponent(part)
  } catch {
    return null
  }
}
