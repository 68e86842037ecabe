// What the platform makes of plain text: names, addresses and commands that a client shows as something to press.
import type { MessageEntity } from 'grammy/types'

const WORD = String.raw`[\p{L}\p{N}_]`
const FOUND: {
  type: 'mention' | 'bot_command' | 'url' | 'email' | 'hashtag' | 'cashtag' | 'phone_number'
  where: RegExp
}[] = [
  { type: 'email', where: /(?<![\w.+-])[\w.+-]{1,64}@(?:[a-z0-9-]+\.)+[a-z]{2,12}(?![\w])/giu },
  {
    type: 'url',
    where:
      /(?:tg|ton|tonsite):\/\/[\w-]{1,253}(?:[/?#][^\s\u2000-\u200b\u200e\u200f\u2016-\u206f<>«»"]*)?/giu,
  },
  {
    type: 'url',
    where:
      /(?:[a-z][a-z0-9+-]*:\/\/)?(?:[^\s/[\]{}()'`<>"@«»\u2000-\u206f]+@)?(?:[\w~\u00c0-\u1fff\u2070-\uffef-]+\.)+(?:[\w~\u00c0-\u1fff\u2070-\uffef-]{2,})(?::\d{1,5})?(?:[/?#][^\s\u2000-\u200b\u200e\u200f\u2016-\u206f<>«»"]*)?/giu,
  },
  { type: 'mention', where: new RegExp(`(?<!${WORD})@[a-zA-Z0-9_]{2,32}(?!${WORD})`, 'gu') },
  {
    type: 'bot_command',
    where: new RegExp(`(?<!${WORD}|[/<>])/[a-zA-Z0-9_]{1,64}(?:@[a-zA-Z0-9_]{3,32})?(?!${WORD}|[/<>])`, 'gu'),
  },
  {
    type: 'hashtag',
    where: new RegExp(`(?<!${WORD})#(?=[\\p{N}_]*\\p{L})${WORD}{1,256}(?!${WORD}*#)`, 'gu'),
  },
  { type: 'cashtag', where: new RegExp(`(?<!${WORD}|\\$)\\$(?:1INCH|[A-Z]{1,8})(?!${WORD}|\\$)`, 'gu') },
  { type: 'phone_number', where: /(?<![\w+])\+\d[\d -]{6,18}\d(?!\w)/gu },
]

/** Ends of names that the platform takes for an address without `http://` before it; two Latin letters always are. */
const ENDINGS = new Set(
  '中国 中國 公司 网络 網絡 在线 中文网 网址 香港 com net org info biz name pro edu gov mil int top xyz club online site shop store app dev wiki link live news blog tech work world zone page bot chat'.split(
    ' ',
  ),
)
const PROTOCOLS = /^(?:https?|ftp|tg|ton|tonsite):\/\//iu

/** What is found beside what the bot has marked itself; what it marked as code or as a link stays that. */
export function foundIn(text: string, marked: readonly MessageEntity[]): MessageEntity[] {
  const found: MessageEntity[] = []
  for (const { type, where } of FOUND)
    for (const match of text.matchAll(where)) {
      const whole = type === 'url' ? trimmedAddress(match[0]) : match[0]
      if (!whole) continue
      const entity = { type, offset: match.index, length: whole.length }
      if (!found.some((other) => overlap(entity, other))) found.push(entity)
    }
  const taken = marked.filter(({ type }) => ['code', 'pre', 'text_link', 'text_mention'].includes(type))
  return found.filter((entity) => !taken.some((other) => overlap(entity, other)))
}

/** An address without the sentence's own punctuation; null for what only looks like one. */
function trimmedAddress(match: string): string | null {
  const address = match.replace(/[.:;,('?!`]+$/u, '')
  if (PROTOCOLS.test(address)) return address
  if (/^[a-z0-9+-]*:\/\//iu.test(address)) return null
  const host = address.split(/[/?#]/u, 1)[0]?.replace(/:\d+$/u, '').replace(/^.*@/u, '') ?? ''
  if (/^\d{1,3}(?:\.\d{1,3}){3}$/u.test(host)) return address
  const ending = host.slice(host.lastIndexOf('.') + 1).toLowerCase()
  return ENDINGS.has(ending) || /^[a-z]{2}$/u.test(ending) || ending.startsWith('xn--') ? address : null
}

function overlap(one: Span, other: Span): boolean {
  return one.offset < other.offset + other.length && other.offset < one.offset + one.length
}

type Span = { offset: number; length: number }
