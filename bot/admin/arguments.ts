/** Reading what was typed after a verb. */
import { parseArgs } from 'node:util'
import { Misuse } from './verb.ts'

type Given = { words: string[]; lists: { [name: string]: string[] } }

/** `count` words, and options that may be repeated. Throws Misuse. */
export function readArguments(args: string[], count: number, options: readonly string[] = []): Given {
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
  if (parsed.positionals.length !== count)
    throw new Misuse(
      count === 0 ? 'Nothing follows this verb.' : `This verb takes ${count} of what follows it.`,
    )
  const lists = options.map((name) => [name, (parsed.values[name] ?? []) as string[]])
  return { words: parsed.positionals, lists: Object.fromEntries(lists) }
}
