/** A secret from the environment, or from the file that `<name>_FILE` names. */
import { readFileSync } from 'node:fs'
import { Misconfigured } from './misconfigured.ts'

export type Environment = { [name: string]: string | undefined }

/** The file wins nothing: one of them only. Throws Misconfigured. */
export function secret(given: Environment, name: string): string | undefined {
  const file = given[`${name}_FILE`]
  if (!file) return given[name]
  if (given[name])
    throw new Misconfigured(
      `${name} and ${name}_FILE are both set; keep the one you mean and take the other away.`,
    )
  let value: string
  try {
    value = readFileSync(file, 'utf8').trim()
  } catch {
    throw new Misconfigured(
      `${name}_FILE names ${file}, which cannot be read; check the path and its permissions.`,
    )
  }
  if (!value) throw new Misconfigured(`${name}_FILE names ${file}, which is empty; put the value into it.`)
  return value
}
