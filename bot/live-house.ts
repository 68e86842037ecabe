/** The flows and words of the station as its books describe it now: made anew when the station was imported again. */
import type { OpenStore } from '../db/open.ts'
import type { House } from '../flows/core/house.ts'

type Station = Awaited<ReturnType<OpenStore['station']>>

export type LiveHouse = {
  house(): House
  station(): Station
  /** Looks whether the station was changed, here or by another process. */
  refresh(): Promise<void>
}

export async function openLiveHouse(
  store: Pick<OpenStore, 'station'>,
  make: (station: Station) => House,
): Promise<LiveHouse> {
  let station = await store.station()
  let house = make(station)
  return {
    house: () => house,
    station: () => station,
    async refresh() {
      const now = await store.station()
      // The books hand out the same value for as long as nothing changed.
      if (now === station) return
      station = now
      house = make(now)
    },
  }
}
