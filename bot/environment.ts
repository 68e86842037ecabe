/** The environment, with what a file `.env` in the working folder adds to it; what is set already stays. */
import { existsSync } from 'node:fs'
import { loadEnvFile } from 'node:process'
import { Misconfigured } from './misconfigured.ts'

/** Throws Misconfigured when the file is there and cannot be read. */
export function environment(file = '.env'): NodeJS.ProcessEnv {
  if (existsSync(file))
    try {
      loadEnvFile(file)
    } catch {
      throw new Misconfigured(`The file ${file} cannot be read; check its permissions, or take it away.`)
    }
  return process.env
}
