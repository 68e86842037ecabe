// Presses of buttons that the bot has been told of, until they are answered.
import { flag, type Parameters, text } from './parameters.ts'
import { badRequest } from './refusal.ts'
import type { Time } from './time.ts'

/** What the person saw of it; `text` is empty when the button only stopped turning. */
export type Toast = { text: string; alert: boolean }

export type Callbacks = {
  /** Notes a press and gives it its number. */
  press(): string
  answer(given: Parameters): true
  /** Null as long as the button turns. */
  toast(id: string): Toast | null
}

export function newCallbacks(time: Time, answerWithinMs: number, chance: () => number): Callbacks {
  const presses = new Map<string, { at: number; toast: Toast | null }>()
  return {
    press() {
      const id = `${1 + Math.floor(chance() * 9e8)}${String(presses.size).padStart(9, '0')}`
      presses.set(id, { at: time.now(), toast: null })
      return id
    },
    answer(given) {
      const press = presses.get(text(given, 'callback_query_id') ?? '')
      if (!press || time.now() - press.at > answerWithinMs)
        throw badRequest('query is too old and response timeout expired or query ID is invalid')
      const words = text(given, 'text') ?? ''
      if (words.length > 200) throw badRequest('MESSAGE_TOO_LONG')
      press.toast ??= { text: words, alert: flag(given, 'show_alert') }
      return true
    },
    toast: (id) => presses.get(id)?.toast ?? null,
  }
}
