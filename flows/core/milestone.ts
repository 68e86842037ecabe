import type { Asked } from './command.ts'
import { type Conversation, known } from './conversation.ts'
import type { Flow } from './flow.ts'

/** The commands that are due on the way, each once for its key; their results come back as events. */
export function milestones(
  flow: Flow,
  conversation: Conversation,
  quiet: boolean,
): { conversation: Conversation; commands: Asked[] } {
  const commands: Asked[] = []
  let results = conversation.results
  if (conversation.status !== 'open') return { conversation, commands }
  for (const { name, key, do: make } of flow.milestones) {
    const facts = known({ ...conversation, results })
    const due = key(facts, quiet)
    const last = results[name]
    if (due === null || last?.key === due || last?.pending) continue
    commands.push({ of: conversation.id, name, command: make(facts, quiet) })
    results = { ...results, [name]: { key: due, value: last?.value ?? null, pending: true } }
    // One at a time: what comes next may depend on what this one returns.
    break
  }
  return { conversation: commands.length > 0 ? { ...conversation, results } : conversation, commands }
}

export const pending = ({ results }: Conversation): boolean =>
  Object.values(results).some((result) => result.pending)
