// What would become a mention, a link or a command is marked as code: it stands there as it was written, letter for letter,
// can be copied whole, and neither Telegram nor a client makes anything of it. (An invisible character in the middle would
// read better in a name, but whoever copies an address as evidence would copy a broken one.) Where only one sign makes the
// difference, as in a sentence without spaces, that sign alone is marked, so that whole sentences do not turn into code. Pure.
import type { MessageEntity } from 'grammy/types'

type Code = MessageEntity & { type: 'code' }

/** Telegram ignores all entities of a message beyond these. */
const MOST = 100

/** In this order; what an earlier one has taken, a later one leaves alone. */
const RISKS: readonly RegExp[] = [
  // Anything with a scheme, to the end of what an address can be made of.
  /[a-z][a-z0-9+.-]*:\/\/[\x21-\x7e]*/gi,
  /(?<![a-z0-9])(?:tg|ton|mailto|tel|sms):[\x21-\x7e]+/gi,
  // Names and mail addresses.
  /[a-z0-9._+-]*@[a-z0-9_][a-z0-9._-]*/gi,
  // An address without a scheme, and what follows it; four numbers are one, too.
  /[a-z0-9_-]+(?:\.[a-z0-9_-]+)*\.[a-z0-9-]*[a-z][a-z0-9-]*(?:[:/?#][\x21-\x7e]*)?/gi,
  /(?<![\d.])\d{1,3}(?:\.\d{1,3}){3}(?![\d.])(?:[:/?#][\x21-\x7e]*)?/g,
  // Commands.
  /(?<![a-z0-9_/])\/[a-z0-9_]+(?:@[a-z0-9_]+)?/gi,
  /\$(?:1INCH|[A-Z]{1,8})(?![A-Za-z0-9_])/g,
  // An address in letters of another kind, perhaps: the dot alone, and never one between two digits.
  /(?<=[^\s.])\.(?=[\p{L}\p{N}\p{M}\u2070-\uffef_~-])(?<!\d\.(?=\d))/gu,
  /#(?=[\p{N}\p{M}_]*\p{L})/gu,
]

/** The marks that keep a text from becoming anything but text. */
export function literal(text: string): Code[] {
  const taken: Code[] = []
  for (const risk of RISKS)
    for (const match of text.matchAll(risk)) {
      const mark: Code = { type: 'code', offset: match.index, length: match[0].length }
      if (!taken.some((other) => overlap(mark, other))) taken.push(mark)
    }
  if (taken.length > MOST) return [{ type: 'code', offset: 0, length: text.length }]
  return taken.sort((a, b) => a.offset - b.offset)
}

const overlap = (one: Code, other: Code): boolean =>
  one.offset < other.offset + other.length && other.offset < one.offset + one.length
