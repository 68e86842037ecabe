// A story on a running bot, told in people's own chats: residents on Telegram, staff on Slack, by the platforms' wire alone.
import { markOf } from '../../bot/log.ts'
import { joinCode, type Lines, type Person, person } from '../../bot/stories/person.ts'
import type { Shown, Stage } from '../../bot/stories/stage.ts'
import type { Event } from '../../flows/core/event.ts'
import type { Reply } from '../../flows/core/reply.ts'
import type { BotHere, SentLine } from './bot-here.ts'
import { storyDays } from './calendar.ts'
import type { News, Phone } from './phone.ts'
import { numberTold } from './told.ts'

export type ChatStageOn = {
  bot: BotHere
  begins: string
  resident(name: string): Phone
  staff(name: string): Phone
}

export type ChatStage = Stage & {
  /** All that anybody read, by person. */
  read: ReadonlyMap<string, string[]>
}

/** Milliseconds; what is answered with nothing is rare. */
const PATIENCE = 3_000

type Held = { phone: Phone; sent: number; last: News | null; question: string }

export async function chatStage({ bot, begins, ...phones }: ChatStageOn): Promise<ChatStage> {
  const people = new Map<Person, Held>()
  const read = new Map<string, string[]>()
  const { now } = await bot.admin('clock advance', { ms: 60_000 })
  const days = storyDays(begins, now)
  let clock: number = now

  const heldBy = (someone: Person): Held => {
    const held = people.get(someone)
    if (!held) throw new Error(`${someone.name} has no chat`)
    return held
  }

  async function moveTo(at: number): Promise<void> {
    const minutes = Math.round((at - clock) / 60_000)
    if (minutes > 0) ({ now: clock } = await bot.admin('clock advance', { ms: minutes * 60_000 }))
    await everyoneReads()
  }

  /** The log tells which question each message asks; what it says and offers is read off the platform. */
  async function everyoneReads(): Promise<void> {
    await bot.settled()
    for (const [someone, held] of people) {
      const lines = bot.sent(markOf(held.phone.address))
      const news = held.phone.news()
      const fresh = lines.slice(held.sent)
      held.sent = lines.length
      if (fresh.length !== news.length)
        throw new Error(
          `${someone.name} reads ${news.length} messages, and ${fresh.map(({ event }) => event).join()} were sent`,
        )
      for (const [at, line] of fresh.entries()) {
        const one = news[at]!
        read.get(someone.name)!.push(one.text)
        if (line.step !== null) Object.assign(held, { last: one, question: line.step })
        someone.receives(replyOf(line, one))
      }
    }
  }

  async function does(someone: Person, event: Event): Promise<void> {
    const held = heldBy(someone)
    await act(held.phone, event, held)
    await answered(held)
    await everyoneReads()
  }

  /** A platform is told that it was heard before the turn has ended, where it cannot wait: an answer shows that it has. */
  async function answered({ phone, sent }: Held): Promise<void> {
    const deadline = Date.now() + PATIENCE
    while (bot.sent(markOf(phone.address)).length <= sent && Date.now() < deadline)
      await new Promise((resolve) => setTimeout(resolve, 10))
  }

  const lines: Lines = {
    hear: does,
    async opens(someone, link) {
      await heldBy(someone).phone.joins(joinCode(link))
      await answered(heldBy(someone))
      await everyoneReads()
    },
    async keep(_, { type, seconds }) {
      return { id: 'to be sent', type, ...(seconds !== undefined && { seconds }) }
    },
  }

  async function arrives(name: string, phone: Phone): Promise<Person> {
    const someone = person(name, phone.address, lines)
    people.set(someone, { phone, sent: 0, last: null, question: '' })
    read.set(name, [])
    return someone
  }

  await moveTo(days.instant(begins))
  return {
    resident: (name) => arrives(name, phones.resident(name)),
    async staff(name) {
      const someone = await arrives(name, phones.staff(name))
      const { code } = await bot.admin('staff code', { person: name })
      await heldBy(someone).phone.binds(code)
      await answered(heldBy(someone))
      await everyoneReads()
      return someone
    },
    until: (time) => moveTo(days.instant(time)),
    day: days.day,
    numberTold,
    shown: (number): Promise<Shown> => bot.admin('case show', { number }),
    close: async () => {},
    read,
  }
}

/** What a person does is done with the means of the platform: typing, pressing what is labelled so, sending. */
async function act(phone: Phone, event: Event, { last, question }: Held): Promise<void> {
  switch (event.kind) {
    case 'text':
      return phone.says(event.text)
    case 'pick': {
      const label = last?.labels.find((one) => last.choice(one, question) === event.choice)
      if (label === undefined) throw new Error(`no button stands for ${event.choice}`)
      return phone.presses(label)
    }
    case 'press':
      return phone.presses(event.button)
    case 'place':
      return phone.sendsPlace(event.lat, event.lon)
    case 'files': {
      const [file] = event.files
      return file?.seconds === undefined ? phone.sendsPhoto() : phone.sendsVoice(file.seconds)
    }
    default:
      throw new Error(`nobody does ${event.kind} on a phone`)
  }
}

/** A message as a story's person takes it. Its choices are known by their labels; only skipping and ending have names. */
function replyOf({ event, step }: SentLine, { text, labels, choice }: News): Reply {
  if (step !== null) {
    const choices = labels.map((label) => ({ id: choice(label, step), label }))
    return event === 'review'
      ? { kind: 'review', id: step, text, rows: [], choices }
      : { kind: 'ask', id: step, text, choices, hint: 'text', back: false }
  }
  if (event === 'say' || labels.length === 0) return { kind: 'say', text }
  const buttons = labels.map((label) => ({ id: label, label }))
  return { kind: 'card', text, rows: [], buttons, twin: null, tone: 'plain' }
}
