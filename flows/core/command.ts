import type { Json } from './event.ts'

/** A request to the station's books. `result` says what comes back; it is a type only and is never sent. */
export type Command<Name extends string = string, With = any, Result extends Json = any> = {
  do: Name
  with: With
  readonly result?: Result
}

/** The books said no. `refused` is a reason code; `say` is the reason in words where the books know better than the flow. */
export type Refused = { refused: string; say?: { zh: string; en: string } }

export const isRefused = (value: Json): value is Refused =>
  typeof value === 'object' && value !== null && 'refused' in value

/** A command on its way: who asked (a conversation's id, or `desk`) and under which name the result returns. */
export type Asked = { of: string; name: string; command: Command }
