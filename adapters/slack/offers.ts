// Offering the open questions as one form, in answer to a press. The same questions stand in the chat; whichever is answered first counts.
import { bounded } from './bounded.ts'
import type { Acted } from './hear.ts'
import { modalOf } from './modal.ts'
import type { Room } from './room.ts'
import { faultOf, troubleOf } from './trouble.ts'

export type Offers = {
  /** `began` is when the press came in, on the clock of `performance.now`. */
  offer(acted: Acted, began: number): Promise<void>
  /** A form of this conversation was sent off; what it asks next may be offered again. */
  sent(conversation: string): void
}

/** Too late, or not possible where it was pressed: then the chat asks alone. */
const HARMLESS = new Set([
  'expired_trigger_id',
  'exchanged_trigger_id',
  'invalid_trigger_id',
  'trigger_exchanged',
])

export function openOffers({
  ports,
  api,
  pace,
  fault,
}: Pick<Room, 'ports' | 'api' | 'pace' | 'fault'>): Offers {
  /** Whoever put a form away answers in the chat, and is not offered it at every answer. */
  const offered = bounded<true>(2_000)

  async function offer({ inbound, trigger }: Acted, began: number): Promise<void> {
    const inTime = () => performance.now() - began < pace.form
    if (!trigger || !inTime()) return
    try {
      const form = await ports.form(inbound.from)
      if (!form || offered.get(form.conversation) || !inTime()) return
      const view = modalOf(form)
      if (!view) return
      offered.set(form.conversation, true)
      await api.views.open({ trigger_id: trigger, view })
    } catch (error) {
      if (!HARMLESS.has(troubleOf(error).why)) fault(faultOf(error), 'form')
    }
  }

  return { offer, sent: (conversation) => offered.delete(conversation) }
}
