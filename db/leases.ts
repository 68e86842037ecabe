// Work that one process does at a time: a lease in the database, kept by the database's own clock.
import type { Base } from './base.ts'
import { HOLD, RELEASE } from './hot.ts'
import type { Leases } from './store.ts'

export function leasesOf({ database, station }: Base): Leases {
  return {
    async hold(name, holder, ttl) {
      return (await database.run(HOLD, [station, name, holder, ttl])).length > 0
    },
    async release(name, holder) {
      await database.run(RELEASE, [station, name, holder])
    },
  }
}
