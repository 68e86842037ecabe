// One chat of one person on a platform of the tests' own, the same to a story whichever platform it is.
import type { Address } from '../../flows/core/ports.ts'
import { DONE, SKIP } from '../../flows/core/question.ts'
import { tapOf } from '../../flows/core/tap.ts'
import { FLOWS } from '../../flows/list.ts'
import type { FakeSlack } from '../platforms/slack/slack.ts'
import type { FakeTelegram } from '../platforms/telegram/telegram.ts'

/** A message as it is read: `choice` gives the id of the choice that a label stands for, where the wire tells it. */
export type News = { text: string; labels: string[]; choice(label: string, question: string): string }

export type Phone = {
  address: Address
  says(text: string): Promise<void>
  presses(label: string): Promise<void>
  sendsPhoto(): Promise<void>
  sendsVoice(seconds: number): Promise<void>
  sendsPlace(lat: number, lon: number): Promise<void>
  /** Opens a link that joins a case, by the code in it. */
  joins(code: string): Promise<void>
  binds(code: string): Promise<void>
  /** What was not read before, oldest first. */
  news(): News[]
  /** Everything that the bot wrote, as it stands there now. */
  shown(): Pick<News, 'text' | 'labels'>[]
}

/** A key that types its own label says nothing else: whether that leaves the question open is a matter of words. */
const skips = (label: string, question: string): boolean =>
  FLOWS.some(({ words }) => words.zh?.steps[question.slice(question.indexOf('.') + 1)]?.skip === label)

/** The least that is a picture to whoever looks at its first bytes. */
const PICTURE = Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0, 1])
const VOICE = new TextEncoder().encode('OggS voice')

export function telegramPhone(platform: FakeTelegram, name: string): Phone {
  const user = platform.user(name)
  const read = new Set<number>()
  const drained = async (_: unknown) => platform.drained()
  return {
    address: { channel: 'telegram', id: `${platform.botId}/${user.id}` },
    says: (text) => drained(user.says(text)),
    presses: (label) => drained(user.presses(label)),
    sendsPhoto: () => drained(user.sendsPhoto(PICTURE)),
    sendsVoice: (seconds) => drained(user.sendsVoice(VOICE, seconds)),
    sendsPlace: (lat, lon) => drained(user.sendsLocation(lat, lon)),
    joins: (code) => drained(user.start(`j_${code}`)),
    binds: (code) => drained(user.start(`b_${code}`)),
    shown: () =>
      user.sees().map(({ text, buttons }) => ({ text, labels: buttons.map(({ label }) => label) })),
    news() {
      const fresh = user.sees().filter(({ id }) => !read.has(id))
      return fresh.map(({ id, text, buttons, keyboard }) => {
        read.add(id)
        const data = new Map(buttons.map((button) => [button.label, button.data]))
        const labels = buttons.filter((button) => button.data !== 'k').map((button) => button.label)
        return {
          text,
          labels: labels.length > 0 ? labels : (keyboard ?? []).slice(1).flat(),
          choice: (label, question) =>
            data.size === 0 && skips(label, question)
              ? SKIP
              : ([SKIP, DONE].find((one) => data.get(label) === `p.${tapOf(question, one)}`) ?? label),
        }
      })
    },
  }
}

export function slackPhone(platform: FakeSlack, name: string): Phone {
  const user = platform.user(name)
  const read = new Set<string>()
  const done = async (said: unknown): Promise<void> => {
    await said
  }
  return {
    address: { channel: 'slack', id: `${platform.teamId}/${user.id}` },
    says: (text) => done(user.says(text)),
    async presses(label) {
      // The same questions stand in the chat: a story's people answer there.
      if (user.modal()) await user.closes()
      await user.presses(label)
    },
    sendsPhoto: () => done(user.sendsFile({ bytes: PICTURE, name: 'picture.jpg', type: 'image/jpeg' })),
    sendsVoice: () => done(user.sendsFile({ bytes: VOICE, name: 'voice.ogg', type: 'audio/ogg' })),
    sendsPlace: () => Promise.reject(new Error('Slack knows no places')),
    joins: (code) => done(user.says(`接续 ${code}`)),
    binds: (code) => done(user.says(`绑定 ${code}`)),
    shown: () => user.sees().map(({ text, buttons }) => ({ text, labels: buttons })),
    news() {
      const fresh = user.sees().filter(({ ts, channel }) => !read.has(`${channel} ${ts}`))
      return fresh.map(({ ts, channel, text, pressables }) => {
        read.add(`${channel} ${ts}`)
        const values = new Map(
          pressables.map(({ label, option, element }) => [
            label,
            JSON.stringify(option?.value ?? element.value ?? ''),
          ]),
        )
        return {
          text,
          labels: pressables.map(({ label }) => label),
          choice: (label) => [SKIP, DONE].find((one) => values.get(label)?.endsWith(` ${one}"`)) ?? label,
        }
      })
    },
  }
}
