// Who we are: the workspace and the bot's user that belong to the token. Until that is known nothing is heard.
import type { Api } from './api.ts'
import type { Self } from './hear.ts'
import { growing, type Pace, wait } from './pace.ts'
import { faultOf, troubleOf } from './trouble.ts'

export type Identity = {
  /** Null while it is not known, or not any longer. */
  now(): Self | null
  /** Resolves after the first attempt, whatever came of it; the others go on by themselves. */
  begin(): Promise<void>
  /** Slack says that the token is no longer good: asked again, slowly, until it is. */
  lost(): void
  end(): Promise<void>
}

export function openIdentity(
  /** The Web API, until the signal says that nobody waits any longer. */
  apiUntil: (over: AbortSignal) => Api,
  pace: Pace['self'],
  fault: (error: unknown, where: string) => void,
): Identity {
  let self: Self | null = null
  let asking: Promise<void> | null = null
  let over = new AbortController()

  async function ask(first: () => void): Promise<void> {
    const api = apiUntil(over.signal)
    let told = false
    for (let tries = 0; !over.signal.aborted; tries++) {
      let pause = growing(pace.first, pace.most, tries)
      try {
        self = selfIn(await api.auth.test())
        return
      } catch (error) {
        const token = troubleOf(error).hope === 'token'
        if (!told && !over.signal.aborted) fault(faultOf(error), 'auth.test')
        told = true
        if (token) pause = pace.refused
      } finally {
        first()
      }
      await wait(pause, over.signal)
    }
  }

  function begin(): Promise<void> {
    over = over.signal.aborted ? new AbortController() : over
    const first = Promise.withResolvers<void>()
    if (asking) return asking
    asking = ask(first.resolve).finally(() => {
      asking = null
    })
    return first.promise
  }

  return {
    now: () => self,
    begin,
    lost() {
      if (over.signal.aborted) return
      self = null
      void begin()
    },
    async end() {
      over.abort()
      await asking
      self = null
    },
  }
}

type Tested = Awaited<ReturnType<Api['auth']['test']>>

function selfIn({ team_id, user_id, bot_id }: Tested): Self {
  if (!team_id || !user_id || !team_id.startsWith('T'))
    throw new Error('slack: the token belongs to no single workspace')
  return { team: team_id, user: user_id, bot: bot_id ?? null }
}
