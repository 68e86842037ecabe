// Text as the server takes it: cleaned, measured in UTF-16 units, with what the bot marked and what the server finds.
import type { MessageEntity } from 'grammy/types'
import { foundIn } from './links.ts'
import { inside, isRecord, type Parameters, text } from './parameters.ts'
import { badRequest } from './refusal.ts'

export type Formatted = { text: string; entities: MessageEntity[] }

/** Reads a text and its entities; the bot must name them itself, `parse_mode` is not spoken here. */
export function formattedText(given: Parameters, most = 4096): Formatted {
  if ((text(given, 'parse_mode') ?? '') !== '') throw badRequest('unsupported parse_mode')
  const raw = text(given, 'text') ?? ''
  if (!raw.isWellFormed()) throw badRequest('strings must be encoded in UTF-8')
  const marked = entitiesOf(given, raw)
  const cleaned = cleanedText(raw, marked)
  if (cleaned.text === '') throw badRequest('message text is empty')
  if (cleaned.text.length > most) throw badRequest('message is too long')
  const entities = [...cleaned.entities, ...foundIn(cleaned.text, cleaned.entities)]
  return { text: cleaned.text, entities: entities.sort((a, b) => a.offset - b.offset || b.length - a.length) }
}

/** As the server cleans: no control characters or changes of direction, nothing empty at either end. */
export function cleanedText(raw: string, marked: MessageEntity[] = []): Formatted {
  let entities = marked
  let cleaned = raw.replace(/[\0-\x09\x0b\x0c\x0e-\x1f]/gu, ' ')
  // What falls away moves the marks behind it.
  for (let at = cleaned.search(FALLS_AWAY); at >= 0; at = cleaned.search(FALLS_AWAY)) {
    cleaned = cleaned.slice(0, at) + cleaned.slice(at + 1)
    entities = entities.map((entity) => withoutUnit(entity, at))
  }
  const firstMark = Math.min(...entities.map(({ offset }) => offset), cleaned.length)
  const lead = Math.min(cleaned.length - cleaned.trimStart().length, firstMark)
  const body = cleaned.slice(lead).trimEnd()
  return {
    text: body,
    entities: entities
      .map((entity) => ({ ...entity, offset: entity.offset - lead }))
      .map((entity) => ({ ...entity, length: Math.min(entity.length, body.length - entity.offset) }))
      .filter(({ length }) => length > 0),
  }
}

const FALLS_AWAY = /[\r\u2028-\u202e]/u

function withoutUnit(entity: MessageEntity, at: number): MessageEntity {
  if (at < entity.offset) return { ...entity, offset: entity.offset - 1 }
  return at < entity.offset + entity.length ? { ...entity, length: entity.length - 1 } : entity
}

function entitiesOf(given: Parameters, raw: string): MessageEntity[] {
  const list = inside(given, 'entities', "can't parse entities JSON object")
  if (list === undefined) return []
  if (!Array.isArray(list)) throw badRequest("can't parse entities: Array expected")
  return list.map((one: unknown) => entityOf(one, raw)).filter((one) => one !== null)
}

function entityOf(one: unknown, raw: string): MessageEntity | null {
  if (!isRecord(one)) throw badRequest("can't parse MessageEntity: expected an Object")
  const { type, offset, length } = one
  if (typeof offset !== 'number' || typeof length !== 'number' || typeof type !== 'string')
    throw badRequest("can't parse MessageEntity: Can't find field")
  if (offset < 0 || offset > 1_000_000) throw badRequest('receive an entity with incorrect offset')
  if (offset + length > raw.length)
    throw badRequest(
      `entity beginning at UTF-16 offset ${offset} ends after the end of the text at UTF-16 offset ${offset + length}`,
    )
  if (splitsPair(raw, offset) || splitsPair(raw, offset + length))
    throw badRequest(`entity beginning at UTF-16 offset ${offset} ends in a middle of a UTF-16 symbol`)
  if (isPlain(type)) return { type, offset, length }
  if (type === 'pre') return { type, offset, length }
  if (type === 'text_link') {
    if (typeof one.url !== 'string') throw badRequest('can\'t parse MessageEntity: Can\'t find field "url"')
    return { type, offset, length, url: one.url }
  }
  if (type === 'text_mention' && isRecord(one.user)) {
    const id = Number(one.user.id)
    return { type, offset, length, user: { id, is_bot: false, first_name: '' } }
  }
  // Names, addresses and commands cannot be marked: the server finds them itself. Unknown kinds count as nothing.
  return null
}

const PLAIN = [
  'bold',
  'italic',
  'underline',
  'strikethrough',
  'spoiler',
  'blockquote',
  'expandable_blockquote',
  'code',
] as const

function isPlain(type: string): type is (typeof PLAIN)[number] {
  return PLAIN.some((plain) => plain === type)
}

function splitsPair(text: string, at: number): boolean {
  return /^[\ud800-\udbff][\udc00-\udfff]$/.test(text.slice(at - 1, at + 1))
}

/** As a client cuts what is too long, never within a pair of units. */
export function inParts(text: string, most = 4096): string[] {
  const parts: string[] = []
  for (let rest = text; rest !== ''; ) {
    let end = Math.min(most, rest.length)
    if (/[\ud800-\udbff]/.test(rest[end - 1] ?? '') && end < rest.length) end--
    parts.push(rest.slice(0, end))
    rest = rest.slice(end)
  }
  return parts
}
