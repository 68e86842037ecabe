/** Doing what was asked, with every way it can end told as a status: 0 done, 1 refused with a reason, 2 misuse. */

import type { Json } from '../../flows/core/event.ts'
import { Unavailable } from '../../flows/core/ports.ts'
import { Misconfigured } from '../misconfigured.ts'
import { troubleOf } from '../trouble.ts'
import { Misuse, type Office } from './verb.ts'
import { VERBS } from './verbs.ts'

export type Request = { verb: string; given: Json }
export type Outcome = { status: 0 | 1 | 2; facts: Json; text: string[] }

/** `office` may be null for a verb that needs none. */
export async function work(office: Office | null, { verb: name, given }: Request): Promise<Outcome> {
  const verb = VERBS.find((one) => one.name === name)
  if (!verb)
    return {
      status: 2,
      facts: null,
      text: ['The running bot does not know this verb; is it of another version?'],
    }
  try {
    const { ok, facts, text } = await verb.run(office as Office, given)
    return { status: ok ? 0 : 1, facts, text }
  } catch (error) {
    return refusal(error)
  }
}

export function refusal(error: unknown): Outcome {
  if (error instanceof Misuse) return { status: 2, facts: null, text: [error.message] }
  const sentence = sentenceOf(error)
  return { status: 1, facts: { refused: sentence }, text: [sentence] }
}

/** A plain error is a refusal in one sentence; of every other the words may be personal and only the codes are told. */
function sentenceOf(error: unknown): string {
  if (error instanceof Misconfigured) return error.message
  if (error instanceof Unavailable) return 'The database cannot be reached now; try again.'
  if (error instanceof Error && (error.constructor === Error || error.name === 'Refusal'))
    return error.message
  const { error: kind, code, at } = troubleOf(error)
  return `This failed: ${[kind, code, at].filter(Boolean).join(' ')}.`
}
