/** A file of JSON that an operator names. */
import { readFileSync } from 'node:fs'
import type { Json } from '../flows/core/event.ts'
import { Refusal } from './refusal.ts'

/** `-` is what is piped in. Throws Refusal with one sentence. */
export function readJson(file: string): Json {
  let text: string
  try {
    text = readFileSync(file === '-' ? 0 : file, 'utf8')
  } catch {
    throw new Refusal(`${file} cannot be read; check the path and its permissions.`)
  }
  try {
    return JSON.parse(text)
  } catch {
    throw new Refusal(`${file} is not JSON.`)
  }
}
