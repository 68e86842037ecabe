// A story on a running bot, told over the web channel's wire; whoever disturbs the bot meanwhile is given each moment.
import { randomUUID } from 'node:crypto'
import { joinCode, type Lines, type Person, person } from '../../bot/stories/person.ts'
import type { Shown, Stage } from '../../bot/stories/stage.ts'
import type { Event } from '../../flows/core/event.ts'
import { say } from '../../flows/core/reply.ts'
import { storyDays } from './calendar.ts'
import type { Process } from './process.ts'
import { type Seat, seat } from './seat.ts'
import { numberTold } from './told.ts'

export type WireStage = Stage & {
  /** Everything that was read, by person: what each was told, in order. */
  transcript(): { [name: string]: string[] }
}

/** `disturb` runs beside each message on its way, and beside each move of the clock's aftermath. */
export async function wireStage(
  bot: Process,
  begins: string,
  disturb: (sending: Promise<void>) => Promise<void> = (sending) => sending,
): Promise<WireStage> {
  const seats = new Map<Person, Seat>()
  const read = new Map<string, string[]>()
  const { now } = await bot.admin('clock advance', { ms: 60_000 })
  const days = storyDays(begins, now)
  let clock: number = now

  async function moveTo(at: number): Promise<void> {
    const minutes = Math.round((at - clock) / 60_000)
    if (minutes > 0) ({ now: clock } = await bot.admin('clock advance', { ms: minutes * 60_000 }))
    await everyoneReads()
  }

  async function everyoneReads(): Promise<void> {
    for (const [someone, chat] of seats)
      for (const { reply } of await chat.news()) {
        read.get(someone.name)?.push(JSON.stringify(withoutIds(reply)))
        someone.receives(reply.kind === 'picture' ? say(reply.text) : reply)
      }
  }

  async function hears(someone: Person, event: Event): Promise<void> {
    await disturb(chatOf(someone).send(randomUUID(), event))
    await everyoneReads()
  }

  function chatOf(someone: Person): Seat {
    const chat = seats.get(someone)
    if (!chat) throw new Error(`${someone.name} has no seat`)
    return chat
  }

  const lines: Lines = {
    hear: hears,
    opens: (someone, link) => hears(someone, { kind: 'press', button: joinCode(link) }),
    keep: () => Promise.reject(new Error('this stage keeps no files')),
  }

  async function arrives(name: string): Promise<Person> {
    const someone = person(name, { channel: 'web', id: name }, lines)
    const chat = seat(bot.url)
    await chat.hello()
    seats.set(someone, chat)
    read.set(name, [])
    return someone
  }

  await moveTo(days.instant(begins))
  return {
    resident: arrives,
    async staff(name) {
      const someone = await arrives(name)
      const { code } = await bot.admin('staff code', { person: name })
      await chatOf(someone).signIn(code)
      return someone
    },
    until: (time) => moveTo(days.instant(time)),
    day: days.day,
    numberTold,
    shown: (number): Promise<Shown> => bot.admin('case show', { number }),
    close: async () => {},
    transcript: () => Object.fromEntries(read),
  }
}

/** What is said, without what differs from one run to the next: ids, one-time codes and the minute of the day. */
function withoutIds(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutIds)
  if (typeof value === 'string')
    return value
      .replace(/join=[\w-]+/g, 'join=…')
      .replace(/localhost:\d+/g, 'localhost')
      .replace(/\d{1,2}:\d{2}/g, '…:…')
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, key === 'id' ? null : withoutIds(inner)]),
  )
}
