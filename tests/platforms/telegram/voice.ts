// What somebody can do in one chat with the bot: write, change, attach, press.
import type { User } from 'grammy/types'
import {
  type Attached,
  type Content,
  document,
  type Item,
  item,
  photo,
  sticker,
  video,
  voice,
} from './attachments.ts'
import type { Toast } from './callbacks.ts'
import type { UpdateRecord } from './ledger.ts'
import { foundIn } from './links.ts'
import { withoutReply } from './messages.ts'
import { isForBot } from './privacy.ts'
import { labelsOf, type Seen, seen } from './seen.ts'
import type { Stage } from './stage.ts'
import { cleanedText, inParts } from './text.ts'
import { DAY } from './time.ts'
import { type ChatRoom, inlineRows, type Shown, type Written } from './world.ts'

/** `update` is null where the bot is not told of it. */
export type Said = { id: number; update: UpdateRecord | null }
export type Pressed = {
  id: string
  update: UpdateRecord | null
  /** What the person was shown for it; null while the button turns. */
  toast(): Toast | null
}
export type Manner = {
  /** The message that this one answers. */
  to?: number | Seen
  /** As it is, though no client and no server would let it through. */
  raw?: boolean
}

export type Voice = {
  /** Says something; what is longer than a message goes in several, of which this is the last. */
  says(words: string, manner?: Manner): Said
  /** Changes something said before. */
  edits(which: number | 'last' | Said, words: string): Said
  sendsPhoto(bytes: Uint8Array | Attached, caption?: string, album?: string): Said
  sendsAlbum(items: readonly (Uint8Array | Item)[]): Said[]
  sendsVoice(bytes: Uint8Array | Attached, seconds: number): Said
  sendsVideo(bytes: Uint8Array | Attached, caption?: string): Said
  sendsDocument(
    bytes: Uint8Array | Attached,
    about?: { name?: string; type?: string; caption?: string },
  ): Said
  sendsSticker(bytes: Uint8Array): Said
  sendsLocation(latitude: number, longitude: number): Said
  /** Anything else that a message can carry. */
  sends(content: Content): Said
  /** Presses a button: the newest message that has one of that label, or the message given; else the reply keyboard. */
  presses(what: string | { message: Seen | number; label: string }): Pressed | Said
  /** Sends a press that no button carries, as a changed client can; on the newest message of the bot or on the one given. */
  forges(data: string, message?: Seen | number): Pressed
  /** The bot's messages as they are now. */
  sees(): Seen[]
  /** The newest message of the bot; throws where there is none. */
  newest(): Seen
  /** Everything said by anybody, as it is now. */
  reads(): { from: User; seen: Seen }[]
  /** The labels under the line where one types. */
  keyboard(): string[][] | null
  /** The commands that the client offers. */
  menu(): { command: string; description: string }[]
}

export function newVoice(
  stage: Stage,
  user: () => User,
  place: () => ChatRoom,
  ownContact: () => Content,
): Voice {
  const { updates, time, files, callbacks } = stage
  const own: number[] = []

  const self: Voice = {
    says(words, { to, raw = false } = {}) {
      const text = raw ? words : cleanedText(words).text
      if (text === '') throw new Error('there is nothing to say')
      const parts = raw ? [text] : inParts(text)
      const answered = to === undefined ? undefined : shownOf(to)
      let said: Said | undefined
      for (const part of parts)
        said = write({
          text: part,
          ...marked(part),
          ...(answered && { reply_to_message: withoutReply(answered.message) }),
        })
      if (!said) throw new Error('there is nothing to say')
      return said
    },
    edits(which, words) {
      const id = which === 'last' ? own.at(-1) : typeof which === 'number' ? which : which.id
      const shown = place().shown.get(id ?? -1)
      if (!shown || shown.byBot || shown.deleted)
        throw new Error(`there is no message ${id} of theirs to change`)
      const { text } = cleanedText(words)
      const changed = shown.message.text === undefined ? { caption: text } : { text, ...marked(text) }
      const { entities: _, ...rest } = shown.message
      shown.message = { ...rest, ...changed, edit_date: time.seconds() }
      return { id: shown.message.message_id, update: tell('edited_message', shown.message) }
    },
    sendsPhoto: (bytes, caption, album) =>
      write({
        ...photo(files, attached(bytes)),
        ...(caption !== undefined && { caption }),
        ...(album !== undefined && { media_group_id: album }),
      }),
    sendsAlbum(items) {
      if (items.length < 2 || items.length > 10) throw new Error('an album has 2 to 10 items')
      const album = String(Math.floor(Math.random() * 2 ** 53))
      return items.map((one) =>
        write({ ...item(files, one instanceof Uint8Array ? { bytes: one } : one), media_group_id: album }),
      )
    },
    sendsVoice: (bytes, seconds) => write(voice(files, attached(bytes), seconds)),
    sendsVideo: (bytes, caption) =>
      write({ ...video(files, attached(bytes)), ...(caption !== undefined && { caption }) }),
    sendsDocument: (bytes, { caption, ...about } = {}) =>
      write({
        ...document(files, { ...attached(bytes), ...about }),
        ...(caption !== undefined && { caption }),
      }),
    sendsSticker: (bytes) => write(sticker(files, bytes)),
    sendsLocation: (latitude, longitude) => write({ location: { latitude, longitude } }),
    sends: (content) => write(content),
    presses(what) {
      if (typeof what !== 'string') return press(shownOf(what.message), what.label)
      const shown = visible().findLast((one) => one.byBot && dataOf(one, what) !== undefined)
      if (shown) return press(shown, what)
      return type(what)
    },
    forges(data, message) {
      const shown = message === undefined ? visible().findLast(({ byBot }) => byBot) : shownOf(message)
      if (!shown) throw new Error('there is no message to press')
      return query(shown, data)
    },
    sees: () =>
      visible()
        .filter(({ byBot }) => byBot)
        .map(seen),
    newest() {
      const newest = self.sees().at(-1)
      if (!newest) throw new Error('the bot has said nothing')
      return newest
    },
    reads: () => visible().map((shown) => ({ from: shown.message.from, seen: seen(shown) })),
    keyboard() {
      const { keyboard } = place()
      return keyboard ? labelsOf(keyboard) : null
    },
    menu: () => stage.commands.shownIn(place(), user().id, user().language_code ?? ''),
  }
  return self

  function write(content: Content): Said {
    const room = place()
    if (room.chat.type === 'private') {
      if (room.bot === 'kicked') throw new Error('who has blocked the bot cannot write to it')
      if (room.deactivated) throw new Error('this account is no more')
      room.bot = 'member'
    }
    const message: Written = {
      message_id: room.newMessageId(),
      from: user(),
      chat: room.chat,
      date: time.seconds(),
      ...content,
    }
    room.shown.set(message.message_id, { message, byBot: false, deleted: false, keyboard: null })
    own.push(message.message_id)
    return { id: message.message_id, update: tell('message', message) }
  }

  function tell(kind: 'message' | 'edited_message', message: Written): UpdateRecord | null {
    if (!isForBot(stage, place(), message)) return null
    return updates.add(kind, `chat ${message.chat.id}`, DAY, { [kind]: message })
  }

  function press(shown: Shown, label: string): Pressed {
    const data = dataOf(shown, label)
    if (data === undefined)
      throw new Error(`message ${shown.message.message_id} has no button "${label}" to press`)
    return query(shown, data)
  }

  function query(shown: Shown, data: string): Pressed {
    const id = callbacks.press()
    const { message } = shown
    const update = updates.add('callback_query', `callback ${user().id}`, CALLBACK_LIFE, {
      callback_query: {
        id,
        from: user(),
        message: shown.deleted ? { chat: message.chat, message_id: message.message_id, date: 0 } : message,
        chat_instance: place().instance,
        data,
      },
    })
    return { id, update, toast: () => callbacks.toast(id) }
  }

  /** A button of the reply keyboard says its own words, or shares what it asks for. */
  function type(label: string): Said {
    const room = place()
    const button = room.keyboard?.keyboard
      .flat()
      .find((one) => (typeof one === 'string' ? one : one.text) === label)
    if (!button)
      throw new Error(`nothing here is called "${label}": ${self.sees().at(-1)?.text ?? 'nothing was said'}`)
    if (room.keyboard?.one_time_keyboard) room.keyboard = null
    if (typeof button === 'string') return self.says(button)
    if ('request_contact' in button) return write(ownContact())
    if ('request_location' in button) throw new Error('a place is shared with sendsLocation')
    return self.says(button.text)
  }

  function visible(): Shown[] {
    return [...place().shown.values()].filter(({ deleted }) => !deleted)
  }

  function shownOf(message: Seen | number): Shown {
    const shown = place().shown.get(typeof message === 'number' ? message : message.id)
    if (!shown) throw new Error('there is no such message in this chat')
    // What somebody still has on the screen may have been changed since: they press what they saw.
    return typeof message === 'number' ? shown : { ...shown, message: withButtons(shown.message, message) }
  }
}

const CALLBACK_LIFE = 150_000

function withButtons(message: Written, { message: then }: Seen): Written {
  const { reply_markup: _, ...rest } = message
  return then.reply_markup ? { ...rest, reply_markup: then.reply_markup } : rest
}

function dataOf({ message }: Shown, label: string): string | undefined {
  for (const button of inlineRows(message).flat())
    if (button.text === label && 'callback_data' in button) return button.callback_data
  return undefined
}

function marked(text: string): Pick<Written, 'entities'> | object {
  const entities = foundIn(text, [])
  return entities.length > 0 ? { entities } : {}
}

function attached(bytes: Uint8Array | Attached): Attached {
  return bytes instanceof Uint8Array ? { bytes } : bytes
}
