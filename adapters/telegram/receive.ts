// One update, wherever it came from: heard, kept, and only then answered. What is thrown must come again.
import type { Update } from 'grammy/types'
import { type Address, type Hear, type Inbound, Unavailable } from '../../flows/core/ports.ts'
import { addressOf, isPrivate } from './address.ts'
import type { Telegram } from './api.ts'
import type { Download } from './download.ts'
import { type Base, type Heard, hear, unreadable } from './hear.ts'
import { memory } from './memory.ts'
import type { TelegramPorts } from './ports.ts'
import { troubleIn } from './trouble.ts'
import { wordsOf } from './words.ts'

export type Receiver = {
  /** Resolves once everything in it is committed. Throws Unavailable, or a mistake of ours, when it is to come again. */
  take(update: Update): Promise<void>
  /** Resolves when nothing is said to Telegram any more. */
  quiet(): Promise<void>
}

export type ReceiverOn = {
  ports: TelegramPorts
  telegram: Telegram
  desk: Hear
  download: Download
  /** The bot's name, once it is known. */
  name(): string | null
  /** Somebody spoke in a chat of their own; `bound` when it was with a code. */
  spoke(at: Address, chat: number, bound: boolean): Promise<void>
  closing: AbortSignal
}

/** How often a file is asked for before it is called lost. */
const TRIES = 4
const REMEMBERED = 1_000
const ANSWER_TIME = 3_000

export function receiver({ ports, telegram, desk, download, name, spoke, closing }: ReceiverOn): Receiver {
  const tries = memory<string, number>(REMEMBERED)
  const talking = new Set<Promise<void>>()

  async function take(update: Update): Promise<void> {
    const heard = understood(update)
    switch (heard.kind) {
      case 'nothing':
        return
      case 'moved':
        return ports.moved(heard.from, heard.to)
      case 'refused':
        return aside(answer(heard.pressed, wordsOf(heard.locale).notHere))
      case 'file':
        return keep(await fetched(heard))
      case 'events':
        await keep(heard.inbounds)
        // The wheel on the button stops; that it was kept does not depend on it.
        if (heard.pressed !== undefined) aside(answer(heard.pressed))
    }
  }

  /** An update of no shape that anybody knows cannot be heard by trying again, and must not hold up its chat. */
  function understood(update: Update): Heard {
    try {
      return hear(update, { bot: telegram.bot, name: name(), at: ports.now(), commands: ports.commands })
    } catch (error) {
      ports.fault(error, 'hear')
      return { kind: 'nothing' }
    }
  }

  async function keep(inbounds: Inbound[]): Promise<void> {
    for (const inbound of inbounds) await desk(inbound)
    const [first] = inbounds
    const chat = first && Number(first.from.id.split('/')[1])
    if (first && chat && isPrivate(chat))
      aside(spoke(addressOf(telegram.bot, chat), chat, first.event.kind === 'code'))
  }

  async function fetched({
    base,
    file,
    caption,
    album,
  }: Extract<Heard, { kind: 'file' }>): Promise<Inbound[]> {
    try {
      const kept = await download(file, base.from, base.at, closing)
      tries.delete(base.id)
      if (typeof kept === 'string') return unreadable(base, kept, caption)
      return [
        {
          ...base,
          ...(album && { album }),
          event: { kind: 'files', files: [kept], ...(caption && { caption }) },
        },
      ]
    } catch (error) {
      if (!troubleIn(error)) throw error
      return notToBeHad(error, base, caption)
    }
  }

  function notToBeHad(error: unknown, base: Base, caption: string | null): Inbound[] {
    if (closing.aborted) throw new Unavailable('the channel is closing')
    ports.fault(error, 'file')
    const tried = (tries.get(base.id) ?? 0) + 1
    tries.set(base.id, tried)
    if (tried < TRIES) throw new Unavailable('a file was not to be had', 2, error)
    return unreadable(base, 'lost', caption)
  }

  async function answer(query: string, text?: string): Promise<void> {
    try {
      await telegram.call(
        (api, signal) => api.answerCallbackQuery(query, text ? { text } : {}, signal),
        ANSWER_TIME,
      )
    } catch (error) {
      // Too late is as good as done: the wheel has stopped by itself.
      if (troubleIn(error)?.reason !== 'too old') ports.fault(error, 'answerCallbackQuery')
    }
  }

  function aside(work: Promise<void>): void {
    const done = work
      .catch((error: unknown) => ports.fault(error, 'aside'))
      .finally(() => {
        talking.delete(done)
      })
    talking.add(done)
  }

  return {
    take,
    async quiet() {
      await Promise.all(talking)
    },
  }
}
