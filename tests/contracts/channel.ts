// What every channel promises the desk, whatever its platform: run `channelContract` against a new one.
import { afterEach, describe, expect, test } from 'vitest'
import {
  type Address,
  type Channel,
  type Inbound,
  type Receipt,
  Unavailable,
  Undelivered,
} from '../../flows/core/ports.ts'
import { type Reply, say } from '../../flows/core/reply.ts'

/** Somebody on the platform, played by the test. */
export type Somebody = {
  /** Says something under the platform's own id. `again`: the platform was not told "received" and will repeat it. */
  says(id: string, words: string): Promise<'received' | 'again'>
  /** Every message that this person has been shown, oldest first. */
  sees(): Promise<Seen[]>
}

/** A message as somebody sees it: all there is to read, and the labels of what may be pressed. */
export type Seen = { reads: string; presses: string[] }

/** A refusal of the platform, and what the channel must make of it. */
export type Refusal = {
  what: string
  /** Makes the platform refuse the next message. */
  prepare(): void
  /** The kind of `Undelivered.retryAt`; `later` is any time. */
  retryAt: 'never' | 'unknown' | 'later'
}

/** A channel on a platform of the test's own. */
export type Platform = {
  channel: Channel
  /** A new person, who has not spoken yet. */
  person(): Promise<Somebody>
  /** Sends a reply to an address, as `bot/deliver` does; channels that people fetch from find it in the books, too. */
  sends(to: Address, reply: Reply): Promise<Receipt>
  /** What the platform may refuse; empty for a channel that people fetch from, which refuses nothing. */
  refusals: Refusal[]
  /** Ends whatever the test's platform itself holds open; the channel is closed already. */
  end(): Promise<void>
}

/** Every kind of reply, as the desk may say it. */
const REPLIES: { [Kind in Reply['kind']]: Extract<Reply, { kind: Kind }> } = {
  say: { kind: 'say', text: '请说出了什么事。' },
  ask: {
    kind: 'ask',
    id: 'toy/kind',
    text: '这是哪一类事？',
    choices: [
      { id: 'land', label: '院墙' },
      { id: 'wage', label: '工钱' },
    ],
    hint: 'choice',
    back: true,
  },
  review: {
    kind: 'review',
    id: 'toy/review',
    text: '请看看对不对：',
    rows: [{ label: '哪一类', value: '院墙' }],
    choices: [{ id: 'ok', label: '对' }],
  },
  card: {
    kind: 'card',
    text: '【派单】',
    rows: [{ label: '原因', value: '院墙' }],
    buttons: [{ id: 'press-1', label: '签收' }],
    twin: '签收 1',
    tone: 'ORANGE',
  },
  picture: {
    kind: 'picture',
    text: '今年各村（件）\n甲村 3\n乙村 1',
    picture: {
      form: 'bars',
      title: '今年各村',
      unit: '件',
      labels: ['甲村', '乙村'],
      series: [{ name: '', values: [3, 1] }],
    },
  },
}

export function channelContract(name: string, openPlatform: () => Promise<Platform>): void {
  describe(`${name} keeps the promises of a channel`, () => {
    let platform: Platform
    afterEach(async () => {
      await platform.channel.close()
      await platform.end()
    })

    /** Opens the channel before a desk that remembers, and waits at `gate` before it does. */
    async function opened(gate: (inbound: Inbound) => Promise<void> = async () => {}) {
      platform = await openPlatform()
      const heard: Inbound[] = []
      await platform.channel.open(async (inbound) => {
        await gate(inbound)
        heard.push(inbound)
      })
      return { ...platform, heard }
    }

    test('it hears from the time it is opened until it is closed', async () => {
      platform = await openPlatform()
      const { channel } = platform
      expect(channel.hears()).toBe(false)
      await channel.open(async () => {})
      expect(channel.hears()).toBe(true)
      await channel.close()
      expect(channel.hears()).toBe(false)
    })

    test('what is said arrives whole, with an address on this channel', async () => {
      const { channel, person, heard } = await opened()
      const one = await person()
      expect(await one.says('first-message', '  邻居家的院墙 <b>占了</b>\n我家的地 😀 ')).toBe('received')
      expect(heard).toHaveLength(1)
      const [inbound] = heard
      expect(inbound!.event).toEqual({ kind: 'text', text: '  邻居家的院墙 <b>占了</b>\n我家的地 😀 ' })
      expect(inbound!.from.channel).toBe(channel.name)
      expect(inbound!.from.id).not.toBe('')
      expect(Number.isSafeInteger(inbound!.at)).toBe(true)
    })

    test('the platform is told "received" only after the desk has kept it', async () => {
      const kept = Promise.withResolvers<void>()
      const { person } = await opened(() => kept.promise)
      const one = await person()
      let told: string | null = null
      const answer = one.says('held-message', '等一下').then((said) => {
        told = said
      })
      await new Promise((resolve) => setTimeout(resolve, 150))
      expect(told).toBeNull()
      kept.resolve()
      await answer
      expect(told).toBe('received')
    })

    test('what was not kept is not acknowledged, and comes again under the same id', async () => {
      const ids: string[] = []
      const { person, heard } = await opened(async ({ id }) => {
        ids.push(id)
        if (ids.length === 1) throw new Unavailable('the books are away', 1)
      })
      const one = await person()
      expect(await one.says('message-again', '再来一次')).toBe('again')
      expect(heard).toHaveLength(0)
      expect(await one.says('message-again', '再来一次')).toBe('received')
      expect(ids).toHaveLength(2)
      expect(ids[1]).toBe(ids[0])
    })

    test('a mistake of ours is not acknowledged either', async () => {
      let mistakes = 1
      const { person, heard } = await opened(async () => {
        if (mistakes-- > 0) throw new Error('a mistake of the desk')
      })
      const one = await person()
      expect(await one.says('message-fault', '出错')).toBe('again')
      expect(await one.says('message-fault', '出错')).toBe('received')
      expect(heard).toHaveLength(1)
    })

    test('a redelivery has the id of the first; other messages and other people have other ids', async () => {
      const { person, heard } = await opened()
      const one = await person()
      const other = await person()
      await one.says('message-same', '一')
      await one.says('message-same', '一')
      await one.says('message-else', '二')
      await other.says('message-same', '三')
      const [first, redelivered, next, others] = heard
      expect(redelivered!.id).toBe(first!.id)
      expect(redelivered!.from).toEqual(first!.from)
      expect(new Set([first!.id, next!.id, others!.id]).size).toBe(3)
      expect(others!.from).not.toEqual(first!.from)
    })

    test('it hears in the order in which things were said', async () => {
      const { person, heard } = await opened()
      const one = await person()
      for (const n of [1, 2, 3, 4, 5]) await one.says(`message-${n}-of-5`, String(n))
      expect(heard.map(({ event }) => (event.kind === 'text' ? event.text : ''))).toEqual([
        '1',
        '2',
        '3',
        '4',
        '5',
      ])
    })

    test('it shows every kind of reply, in the order in which they were sent, to nobody else', async () => {
      const { person, heard, sends } = await opened()
      const one = await person()
      const other = await person()
      await one.says('message-hello', '在吗')
      await other.says('message-hello', '在吗')
      const to = heard[0]!.from
      for (const reply of Object.values(REPLIES))
        expect(['delivered', 'waiting']).toContain(await sends(to, reply))
      const seen = await one.sees()
      expect(seen).toHaveLength(Object.keys(REPLIES).length)
      for (const [at, { text }] of Object.values(REPLIES).entries()) expect(seen[at]!.reads).toContain(text)
      expect(await other.sees()).toEqual([])
    })

    test('choices and buttons can be pressed, rows and typed twins can be read', async () => {
      const { person, heard, sends } = await opened()
      const one = await person()
      await one.says('message-hello', '在吗')
      const { ask, review, card } = REPLIES
      for (const reply of [ask, review, card]) await sends(heard[0]!.from, reply)
      const [asked, reviewed, carded] = await one.sees()
      expect(asked!.presses).toEqual(expect.arrayContaining(['院墙', '工钱']))
      expect(reviewed!.presses).toContain('对')
      expect(reviewed!.reads).toMatch(/哪一类.*院墙/s)
      expect(carded!.presses).toContain('签收')
      expect(carded!.reads).toMatch(/原因.*院墙.*签收 1/s)
    })

    test('a message to somebody who never spoke ends in a receipt or in Undelivered, and in nothing else', async () => {
      const { channel, sends } = await opened()
      const stranger = { channel: channel.name, id: 'nobody-has-this-id' }
      const outcome = await sends(stranger, say('有人吗')).catch((error: unknown) => error)
      expect(outcome instanceof Undelivered || outcome === 'delivered' || outcome === 'waiting').toBe(true)
    })

    test('each refusal of the platform becomes Undelivered with the right hope', async () => {
      const { person, heard, sends, refusals } = await opened()
      const one = await person()
      await one.says('message-hello', '在吗')
      for (const { what, prepare, retryAt } of refusals) {
        prepare()
        const error = await sends(heard[0]!.from, say(what)).catch((thrown: unknown) => thrown)
        expect(error, what).toBeInstanceOf(Undelivered)
        const hope = (error as Undelivered).retryAt
        expect(typeof hope === 'number' ? 'later' : hope, what).toBe(retryAt)
      }
      // Whatever was refused before, the next one goes.
      expect(['delivered', 'waiting']).toContain(await sends(heard[0]!.from, say('好了')))
      expect((await one.sees()).at(-1)!.reads).toContain('好了')
    })

    test('after it is closed nothing is acknowledged; opened again it goes on', async () => {
      const { channel, person, heard } = await opened()
      const one = await person()
      await one.says('message-early', '一')
      await channel.close()
      await channel.close()
      expect(await one.says('message-late', '二')).toBe('again')
      expect(heard).toHaveLength(1)
      const later: Inbound[] = []
      await channel.open(async (inbound) => {
        later.push(inbound)
      })
      expect(await one.says('message-late', '二')).toBe('received')
      expect(later).toHaveLength(1)
    })
  })
}
