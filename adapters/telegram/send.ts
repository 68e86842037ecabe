// A message to Telegram, once: its parts in order, and what came of them.
import { InputFile } from 'grammy'
import type { InlineKeyboardMarkup, ReplyKeyboardMarkup, ReplyKeyboardRemove } from 'grammy/types'
import { type Receipt, Undelivered } from '../../flows/core/ports.ts'
import type { Message } from '../../flows/core/reply.ts'
import { chatOf, isPrivate } from './address.ts'
import type { Telegram } from './api.ts'
import { memory } from './memory.ts'
import type { TelegramPorts } from './ports.ts'
import { refusal } from './refusal.ts'
import { type Part, type Rendered, render } from './render.ts'
import { type Trouble, troubleIn } from './trouble.ts'

/** How many messages that went out in part, and how many chats with keys, are remembered. */
const REMEMBERED = 2_000

const NO_PREVIEW = { link_preview_options: { is_disabled: true } }

/** `patience`: milliseconds for all parts of one message together. */
export function sender(
  telegram: Telegram,
  ports: Pick<TelegramPorts, 'now' | 'draw' | 'fault'>,
  patience: number,
): (message: Message) => Promise<Receipt> {
  /** Parts that have gone out of messages that have not gone out whole. */
  const gone = memory<string, number>(REMEMBERED)
  /** Chats where keys still stand in place of the keyboard. */
  const keyed = memory<number, true>(REMEMBERED)

  return async (message) => {
    const chat = chatOf(message.to, telegram.bot)
    if (chat === null) throw new Undelivered('telegram no such address', 'never')
    const rendered = render(message.reply, message.locale, isPrivate(chat))
    const late = AbortSignal.timeout(patience)
    const edited = message.edits !== undefined
    try {
      return edited ? await edit(chat, message, rendered, late) : await post(chat, message, rendered, late)
    } catch (error) {
      const trouble = troubleIn(error)
      throw trouble ? refusal(trouble, telegram.bot, ports.now(), edited) : error
    }
  }

  async function post(
    chat: number,
    message: Message,
    rendered: Rendered,
    late: AbortSignal,
  ): Promise<Receipt> {
    const { parts, protect } = rendered
    const above = numberOf(message.thread)
    const picture = await drawn(message)
    let last = 0
    for (const [at, part] of parts.entries()) {
      // An earlier attempt got so far: what it said is not said again.
      if (at < (gone.get(message.id) ?? 0)) continue
      const below = at === parts.length - 1
      const markup = below ? markupOf(chat, message, rendered) : undefined
      const how = {
        ...(protect && { protect_content: true }),
        ...(markup && { reply_markup: markup }),
        ...(at === 0 &&
          above !== null && {
            reply_parameters: { message_id: above, allow_sending_without_reply: true },
          }),
      }
      const sent = await telegram.call(
        (api, signal): Promise<{ message_id: number }> =>
          at === 0 && picture
            ? api.sendPhoto(chat, picture, { ...how, ...captioned(part) }, signal)
            : api.sendMessage(chat, part.text, { ...how, ...marked(part), ...NO_PREVIEW }, signal),
        patience,
        late,
      )
      last = sent.message_id
      if (!below) gone.set(message.id, at + 1)
      else if (markup) noteKeys(chat, markup)
    }
    gone.delete(message.id)
    return message.reply.kind === 'card' ? { ref: String(last) } : 'delivered'
  }

  /** Figures that cannot be drawn are read in words. */
  async function drawn({ reply }: Message): Promise<InputFile | null> {
    if (reply.kind !== 'picture') return null
    try {
      return new InputFile(await ports.draw(reply.picture), 'figures.png')
    } catch (error) {
      ports.fault(error, 'draw')
      return null
    }
  }

  /**
   * Keys are taken away by the first message that brings no buttons of its own: it can bring only one of the two. Not by a
   * card, because a message that took keys away cannot be changed later.
   */
  function markupOf(chat: number, { reply }: Message, { buttons, keys }: Rendered): Markup | undefined {
    const takesAway = keyed.get(chat) && reply.kind !== 'card'
    return buttons ?? keys ?? (takesAway ? { remove_keyboard: true } : undefined)
  }

  function noteKeys(chat: number, markup: Markup): void {
    if ('keyboard' in markup) keyed.set(chat, true)
    else if ('remove_keyboard' in markup) keyed.delete(chat)
  }

  /** A message that is longer than it was has no room for more than its beginning. */
  async function edit(
    chat: number,
    { edits = '', reply }: Message,
    { parts: [part], buttons }: Rendered,
    late: AbortSignal,
  ): Promise<Receipt> {
    const id = numberOf(edits)
    if (id === null || !part) throw new Undelivered('telegram no such message', 'never')
    try {
      await telegram.call(
        (api, signal) =>
          api.editMessageText(
            chat,
            id,
            part.text,
            { ...marked(part), ...NO_PREVIEW, ...(buttons && { reply_markup: buttons }) },
            signal,
          ),
        patience,
        late,
      )
    } catch (error) {
      const trouble = troubleIn(error)
      if (!trouble || !isAsWanted(trouble)) throw error
    }
    return reply.kind === 'card' ? { ref: edits } : 'delivered'
  }
}

type Markup = InlineKeyboardMarkup | ReplyKeyboardMarkup | ReplyKeyboardRemove

/** It reads so already, or is not there any more: there is nothing left to change. */
const isAsWanted = ({ reason }: Trouble): boolean => reason === 'not modified' || reason === 'nothing to edit'

const captioned = ({ text, entities }: Part) => ({
  caption: text,
  ...(entities.length > 0 && { caption_entities: entities }),
})

const marked = ({ entities }: Part) => (entities.length > 0 ? { entities } : {})

function numberOf(ref: string | undefined): number | null {
  return ref !== undefined && /^\d{1,15}$/.test(ref) ? Number(ref) : null
}
