// Somebody at the web channel of a running bot, as a person of the stories: they read what was sent, press and type.
import { randomUUID } from 'node:crypto'
import { type Lines, type Person, person } from '../../bot/stories/person.ts'
import { say } from '../../flows/core/reply.ts'
import type { BotHere } from './bot-here.ts'
import { seat } from './seat.ts'

export type WebChat = { person: Person; reads(): Promise<void> }

/** `code` signs somebody in who works there. */
export async function webChat(bot: BotHere, name: string, code?: string): Promise<WebChat> {
  const chat = seat(bot.url)
  await chat.hello()
  if (code !== undefined) await chat.signIn(code)
  const lines: Lines = {
    async hear(_, event) {
      await chat.send(randomUUID(), event)
      await reads()
    },
    opens: () => Promise.reject(new Error('no link is opened here')),
    keep: () => Promise.reject(new Error('no file is sent here')),
  }
  const someone = person(name, { channel: 'web', id: name }, lines)
  async function reads(): Promise<void> {
    await bot.settled()
    for (const { reply } of await chat.news())
      someone.receives(reply.kind === 'picture' ? say(reply.text) : reply)
  }
  await reads()
  return { person: someone, reads }
}
