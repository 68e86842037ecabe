/** Reading what was typed after a verb. */
import { parseArgs } from 'node:util'
import { Misuse } from './verb.ts'

type Given = { words: string[]; lists: { [name: string]: string[] } }

/** `least` to `most` words, and options that may be repeated. Throws Misuse. */
export function readArguments(
  args: string[],
  least: number,
  options: readonly string[] = [],
  most = least,
): Given {
  let parsed: { values: { [name: string]: unknown }; positionals: string[] }
  try {
    parsed = parseArgs({
      args,
      allowPositionals: true,
      options: Object.fromEntries(options.map((name) => [name, { type: 'string', multiple: true } as const])),
    })
  } catch {
    throw new Misuse('An option is not known here, or lacks its value.')
  }
  const count = parsed.positionals.length
  if (count < least || count > most)
    throw new Misuse(
      most === 0
        ? 'Nothing follows this verb.'
        : `This verb takes ${most} of what follows it, and not ${count}.`,
    )
  const lists = options.map((name) => [name, (parsed.values[name] ?? []) as string[]])
  return { words: parsed.positionals, lists: Object.fromEntries(lists) }
}
