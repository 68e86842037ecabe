// sendMessage, sendPhoto, editMessageText, editMessageReplyMarkup, deleteMessage.
import type { InlineKeyboardMarkup } from 'grammy/types'
import { type Content, photo } from './attachments.ts'
import type { Files } from './files.ts'
import type { CallRecord, Ledger } from './ledger.ts'
import { type Markup, markupOf } from './markup.ts'
import { attached, flag, inside, isRecord, type Parameters, text } from './parameters.ts'
import { badRequest } from './refusal.ts'
import { messageOf, openRoom, roomOf } from './rooms.ts'
import { type Formatted, formattedText } from './text.ts'
import { HOUR, type Time } from './time.ts'
import type { ChatRoom, Shown, World, Written } from './world.ts'

export type Messages = {
  send(given: Parameters, call: CallRecord): Written
  /** A picture that comes with the call, and words below it. */
  sendPhoto(given: Parameters, call: CallRecord): Written
  editText(given: Parameters): Written
  editMarkup(given: Parameters): Written
  delete(given: Parameters): true
}

const DELETABLE_FOR = 48 * HOUR
const LONGEST_CAPTION = 1_024
const BIGGEST_PHOTO = 10 * 1024 * 1024

export function newMessages(world: World, ledger: Ledger, time: Time, files: Files): Messages {
  return {
    send: (given, call) => posted(given, call, formattedText(given), written),
    sendPhoto(given, call) {
      const file = attached(given, 'photo')
      if (!file) throw badRequest('there is no photo in the request')
      if (file.bytes.length === 0) throw badRequest('file must be non-empty')
      if (file.bytes.length > BIGGEST_PHOTO) throw badRequest('file is too big')
      const words = text(given, 'caption') ?? ''
      const caption =
        words === ''
          ? { text: '', entities: [] }
          : formattedText({ text: words, entities: given.caption_entities }, LONGEST_CAPTION)
      return posted(given, call, caption, (formatted) => ({
        ...photo(files, { bytes: file.bytes }),
        ...captioned(formatted),
      }))
    },
    editText(given) {
      const room = roomOf(world, given)
      const shown = editable(room, given)
      const {
        text: _text,
        entities: _entities,
        reply_markup: _markup,
        link_preview_options: _preview,
        ...rest
      } = shown.message
      return changed(shown, {
        ...rest,
        ...written(formattedText(given)),
        ...inlineOnly(given),
        ...linkPreview(given),
      })
    },
    editMarkup(given) {
      const shown = editable(roomOf(world, given), given)
      const { reply_markup: _, ...rest } = shown.message
      return changed(shown, { ...rest, ...inlineOnly(given) })
    },
    delete(given) {
      const room = roomOf(world, given)
      const shown = messageOf(room, given, 'message to delete')
      const mayDelete = shown.byBot || room.chat.type === 'private' || room.bot === 'administrator'
      if (!mayDelete) throw badRequest("message can't be deleted")
      if (time.now() - shown.message.date * 1000 > DELETABLE_FOR)
        throw badRequest("message can't be deleted for everyone")
      shown.deleted = true
      return true
    },
  }

  function posted(
    given: Parameters,
    call: CallRecord,
    formatted: Formatted,
    shownAs: (formatted: Formatted) => Content,
  ): Written {
    const room = openRoom(world, given)
    if (text(given, 'message_thread_id') !== undefined) throw badRequest('message thread not found')
    const markup = markupOf(given)
    const answered = answeredIn(room, given)
    const message: Written = {
      message_id: room.newMessageId(),
      from: world.bot,
      chat: room.chat,
      date: time.seconds(),
      ...shownAs(formatted),
      ...(answered ? { reply_to_message: withoutReply(answered.message) } : {}),
      ...(markup.inline ? { reply_markup: markup.inline } : {}),
      ...(flag(given, 'protect_content') ? { has_protected_content: true } : {}),
      ...linkPreview(given),
    }
    room.shown.set(message.message_id, { message, byBot: true, deleted: false, keyboard: markup.keyboard })
    showKeyboard(room, markup)
    const sent = {
      at: time.now(),
      chat: room.chat.id,
      message: message.message_id,
      text: formatted.text,
      parameters: given,
      ambiguous: false,
    }
    ledger.sent.push(sent)
    call.sent = sent
    return message
  }

  function editable(room: ChatRoom, given: Parameters): Shown {
    const shown = messageOf(room, given, 'message to edit')
    if (!shown.byBot || shown.keyboard !== null || room.movedTo !== null)
      throw badRequest("message can't be edited")
    return shown
  }

  function changed(shown: Shown, message: Written): Written {
    if (content(shown.message) === content(message))
      throw badRequest(
        'message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message',
      )
    shown.message = { ...message, edit_date: time.seconds() }
    return shown.message
  }
}

const captioned = ({ text, entities }: Formatted): Content => ({
  ...(text === '' ? {} : { caption: text }),
  ...(entities.length > 0 ? { caption_entities: entities } : {}),
})

function written({ text, entities }: Formatted): { text: string; entities?: Formatted['entities'] } {
  return entities.length > 0 ? { text, entities } : { text }
}

/** What an edit may change; if it is all the same, nothing is edited. */
function content({ text, entities, reply_markup }: Written): string {
  return JSON.stringify([text, entities ?? [], reply_markup ?? null])
}

/** A message that is replied to comes without what it replied to itself. */
export function withoutReply({
  reply_to_message: _,
  ...message
}: Written): Omit<Written, 'reply_to_message'> {
  return message
}

function inlineOnly(given: Parameters): { reply_markup?: InlineKeyboardMarkup } {
  const markup = markupOf(given)
  if (markup.keyboard !== null) throw badRequest('inline keyboard expected')
  return markup.inline ? { reply_markup: markup.inline } : {}
}

function showKeyboard(room: ChatRoom, { keyboard }: Markup): void {
  if (keyboard === 'removed') room.keyboard = null
  else if (keyboard !== null && keyboard !== 'forced') room.keyboard = keyboard
}

function answeredIn(room: ChatRoom, given: Parameters): Shown | null {
  const asked = inside(given, 'reply_parameters', "can't parse reply parameters JSON object")
  if (!isRecord(asked)) return null
  const shown = room.shown.get(Number(asked.message_id))
  if (shown && !shown.deleted) return shown
  if (asked.allow_sending_without_reply === true) return null
  throw badRequest('message to be replied not found')
}

function linkPreview(given: Parameters): Pick<Written, 'link_preview_options'> | object {
  const options = inside(given, 'link_preview_options', "can't parse link preview options JSON object")
  if (!isRecord(options)) return {}
  return { link_preview_options: { is_disabled: options.is_disabled === true } }
}
