// What follows from everything that Slack brings: the desk hears it, and what the channel itself owes is done.
import type { App } from '@slack/bolt'
import { type Inbound, Unavailable } from '../../flows/core/ports.ts'
import { errorsFor } from './answers.ts'
import { openGather } from './gather.ts'
import { type Acted, type Heard, hearCommand, hearEvent, hearForm, hearPress, type Self } from './hear.ts'
import type { Hold } from './hold.ts'
import { openHomes } from './homes.ts'
import { openOffers } from './offers.ts'
import { oneByOne } from './one-by-one.ts'
import type { Room } from './room.ts'
import { faultOf } from './trouble.ts'
import { wordsIn } from './words.ts'

export function listen(app: App, room: Room, hold: Hold, later: (work: Promise<void>) => void): void {
  const { ports, pace, api, fault } = room
  const homes = openHomes(room)
  const offers = openOffers(room)
  const gather = openGather(room)
  const inOrder = oneByOne()

  /** Slack may bring an event again while it is still being heard: both wait for the same end. */
  app.event(/./, async ({ body, context }) => {
    const heard = hearEvent(body, known(room), ports.now())
    if (!heard) return
    try {
      await follow(heard, context.retryNum ?? 0)
    } catch (error) {
      if (!(error instanceof Unavailable)) fault(faultOf(error), `event ${heard.kind}`)
      throw error
    }
  })

  async function follow(heard: Heard, retry: number): Promise<void> {
    switch (heard.kind) {
      case 'said':
        return inOrder(heard.inbound.from.id, heard.inbound.id, () => tell([heard.inbound]))
      case 'files': {
        const { about } = heard
        return inOrder(about.from.id, about.id, async () => tell(await gather(heard, retry)))
      }
      case 'home':
        later(homes.opened(heard.from, heard.user))
        return greet(heard)
      case 'called':
        later(hint(heard.channel, heard.user))
        return
      case 'cutOff':
        // Asked rather than believed: Slack then says itself whether the token is good.
        room.identity.lost()
        fault(new Error('slack: the app was removed, or its token revoked'), 'events')
    }
  }

  async function tell(inbounds: readonly Inbound[]): Promise<void> {
    for (const inbound of inbounds) await room.hear(inbound)
    const [first] = inbounds
    if (first) later(homes.wrote(first.from, userOf(first)))
  }

  /** Whoever opens the chat for the first time is told how it works. */
  async function greet({ from, user, tab, channel }: Extract<Heard, { kind: 'home' }>): Promise<void> {
    if (tab !== 'messages' || !channel) return
    let isNew: boolean
    try {
      const { messages } = await api.conversations.history({ channel, limit: 1 })
      isNew = messages?.length === 0
    } catch (error) {
      // Nobody has said anything; nothing is lost.
      fault(faultOf(error), 'history')
      return
    }
    if (!isNew) return
    // One name for it, so that it happens once however often the page is opened.
    const id = `${known(room).team}:arrive:${user}`
    await room.hear({ id, from, at: ports.now(), event: { kind: 'arrive', village: null } })
  }

  async function hint(channel: string, user: string): Promise<void> {
    const { called } = wordsFor(user)
    await api.chat
      .postEphemeral({ channel, user, text: called })
      .catch((error: unknown) => fault(faultOf(error), 'hint'))
  }

  app.action(/./, async ({ body, ack }) => {
    const began = performance.now()
    const acted = hearPress(body, known(room), ports.now())
    if (acted && (await hold.keep(acted))) {
      await ack()
      await follows(acted, began)
    } else await ack()
  })

  app.command(/./, async ({ body, ack }) => {
    const began = performance.now()
    const commanded = hearCommand(body, known(room), ports.now())
    if (!commanded) return ack()
    const { acted, hint } = commanded
    const kept = acted !== null && (await hold.keep(acted))
    const said = hint && (kept || !acted) ? wordsFor(body.user_id)[hint] : null
    await (said === null ? ack() : ack({ response_type: 'ephemeral', text: said }))
    if (acted && kept) await follows(acted, began)
  })

  app.view(/./, async ({ body, ack }) => {
    const began = performance.now()
    const submitted = hearForm(body, known(room), ports.now())
    if (!submitted) return ack()
    const { acted, answered, conversation } = submitted
    const { notTaken } = wordsFor(acted.user)
    const problems = await ports.check(acted.inbound.from, answered.answers).catch((error: unknown) => {
      if (!(error instanceof Unavailable)) fault(faultOf(error), 'check')
      return null
    })
    const errors =
      problems === null
        ? errorsFor([{ question: '', why: notTaken(null) }], answered)
        : errorsFor(problems, answered)
    // After that the form is gone from the screen: then the desk says in the chat what is amiss.
    const onScreen = performance.now() - began < pace.answer - 100
    if (onScreen && Object.keys(errors).length > 0) return ack({ response_action: 'errors', errors })
    if (answered.answers.length > 0 && (await hold.keep(acted))) {
      offers.sent(conversation)
      await ack()
      await follows(acted, began)
    } else await ack()
  })

  async function follows(acted: Acted, began: number): Promise<void> {
    await Promise.all([offers.offer(acted, began), homes.acted(acted.inbound.from, acted.user)])
  }

  const wordsFor = (user: string) => wordsIn(room.tongues.get(`${known(room).team}/${user}`) ?? 'zh')
}

/** Nothing is taken in before it is known who we are. */
function known({ identity }: Pick<Room, 'identity'>): Self {
  const self = identity.now()
  if (!self) throw new Unavailable('slack: not known yet who we are')
  return self
}

const userOf = ({ from }: Inbound): string => from.id.slice(from.id.indexOf('/') + 1)
