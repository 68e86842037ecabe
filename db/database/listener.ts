// LISTEN on a connection of its own that comes back whenever it is lost.
import postgres from 'postgres'

export type Listening = {
  url: string
  settings: postgres.Options<Record<string, never>>
  channel: string
  heard: (said: string) => void
  missed: () => void
}

/** Not in the types of postgres.js, which uses it for its own `listen`. */
type OnNotify = (channel: string, said: string) => void

/** Resolves once it hears. postgres.js listens again only once after a loss, and a restart takes longer than that. */
export async function listen({
  url,
  settings,
  channel,
  heard,
  missed,
}: Listening): Promise<() => Promise<void>> {
  let client: postgres.Sql | null = null
  let timer: NodeJS.Timeout | null = null
  let tries = 0
  let ended = false

  const connect = async () => {
    const options: postgres.Options<Record<string, never>> & { onnotify: OnNotify } = {
      ...settings,
      max: 1,
      idle_timeout: 0,
      max_lifetime: null,
      fetch_types: false,
      onnotify: (_, said) => heard(said),
      onclose: () => {
        if (client === mine) lost()
      },
    }
    const mine = postgres(url, options)
    client = mine
    await mine.unsafe(`listen "${channel}"`)
    tries = 0
  }
  const lost = () => {
    const old = client
    client = null
    void old?.end({ timeout: 0 }).catch(() => {})
    if (ended || timer) return
    timer = setTimeout(() => void comeBack(), Math.min(50 * 2 ** tries++, 2_000))
  }
  const comeBack = async () => {
    timer = null
    try {
      await connect()
      missed()
    } catch {
      lost()
    }
  }

  await connect()
  return async () => {
    ended = true
    if (timer) clearTimeout(timer)
    const last = client
    client = null
    await last?.end({ timeout: 1 })
  }
}
