// Presses, forms and slash commands: brought once, never again, and the person sees when nobody took them.
import type { Courier } from './courier.ts'
import { textOf, type Wire, wireOf } from './json.ts'
import type { InteractionRecord, Ledger } from './ledger.ts'
import type { Workspace } from './workspace.ts'

export type Interactions = ReturnType<typeof newInteractions>

export function newInteractions(workspace: Workspace, courier: Courier, ledger: Ledger) {
  const { stamps } = workspace
  return {
    async bring(type: 'interactive' | 'slash_commands', payload: Wire): Promise<InteractionRecord> {
      const at = stamps.now()
      const kind = type === 'slash_commands' ? 'slash_commands' : textOf(payload.type)
      const { outcome, ms, to, status, response } = await courier.carry({
        id: stamps.envelope(),
        type,
        payload,
        acceptsResponse: kind !== 'block_actions' && kind !== 'view_closed',
      })
      const user = type === 'slash_commands' ? textOf(payload.user_id) : textOf(wireOf(payload.user).id)
      const record = {
        kind,
        user,
        at,
        ms,
        payload,
        to,
        acked: outcome === 'acked',
        outcome,
        status,
        response,
      }
      ledger.interactions.push(record)
      return record
    },
  }
}
