// What would become a mention, a link or a command is marked as code: it stands there as it was written, letter for letter,
// can be copied whole, and neither Telegram nor a client makes anything of it. (An invisible character in the middle would
// read better in a name, but whoever copies an address as evidence would copy a broken one.) Where only one sign makes the
// difference, as in a sentence without spaces, that sign alone is marked, so that whole sentences do not turn into code. Pure.
import type { MessageEntity } from 'grammy/types'

type Code = MessageEntity & { type: 'code' }

/** Telegram ignores all entities of a message beyond these. */
const MOST = 100

/** What may be taken for more than text. One stretch may fall under several. */
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
  // An address in letters of another kind, perhaps: the dot alone, and never one between two digits. The wide spaces count
  // as letters there.
  /(?<=[^\s.]|[\u1680\u3000\ufeff])\.(?=[\p{L}\p{N}\p{M}\u2070-\uffef_~-])(?<!\d\.(?=\d))/gu,
  /#(?=[\p{N}\p{M}_]*\p{L})/gu,
]

/** The marks that keep a text from becoming anything but text. Those that touch the same letters become one. */
export function literal(text: string): Code[] {
  const found = RISKS.flatMap((risk) => [...text.matchAll(risk)].map(codeOver)).sort(
    (a, b) => a.offset - b.offset,
  )
  const marks: Code[] = []
  for (const mark of found) {
    const last = marks.at(-1)
    if (last !== undefined && mark.offset < end(last))
      last.length = Math.max(end(last), end(mark)) - last.offset
    else marks.push(mark)
  }
  return marks.length > MOST ? [{ type: 'code', offset: 0, length: text.length }] : marks
}

const codeOver = ({ index, 0: { length } }: RegExpExecArray): Code => ({
  type: 'code',
  offset: index,
  length,
})
const end = ({ offset, length }: Code): number => offset + length
