// Publishing App Home. A page that is not shown anew is no harm: nothing waits for it.
import type { Address } from '../../flows/core/ports.ts'
import { bounded } from './bounded.ts'
import { homeOf } from './home.ts'
import type { Room } from './room.ts'
import { faultOf } from './trouble.ts'

export type Homes = {
  opened(at: Address, user: string): Promise<void>
  /** Somebody has pressed or sent off something: the page of whoever works here may have changed. */
  acted(at: Address, user: string): Promise<void>
  /** Somebody has written. Every look into the books is written down there, so only whose page shows cases is looked up. */
  wrote(at: Address, user: string): Promise<void>
}

export function openHomes({ ports, api, tongues, fault }: Room): Homes {
  /** Whose page shows cases. */
  const boards = bounded<true>(2_000)

  async function publish(at: Address, user: string, always: boolean): Promise<void> {
    try {
      const cases = await ports.cases(at, ports.now())
      // A resident's page never changes; that of somebody who worked here must.
      if (!cases && !always && !boards.get(user)) return
      await api.views.publish({ user_id: user, view: homeOf(cases, tongues.get(at.id) ?? 'zh') })
      if (cases) boards.set(user, true)
      else boards.delete(user)
    } catch (error) {
      fault(faultOf(error), 'home')
    }
  }

  return {
    opened: (at, user) => publish(at, user, true),
    acted: (at, user) => publish(at, user, false),
    wrote: async (at, user) => (boards.get(user) ? publish(at, user, false) : undefined),
  }
}
