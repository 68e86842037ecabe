// What somebody types, as Slack hands it to an app: escaped, addresses marked as links, emoji by their names.
import { escaped } from './escape.ts'
import type { Wire } from './json.ts'

export type Typed = { text: string; blocks: Wire[] }

const ADDRESS = /https?:\/\/[^\s<>]+|(?<![\w.@-])(?:[\w-]+\.)+(?:com|cn|net|org)(?:\/[^\s<>]*)?(?![\w@])/gi
const EMOJI = /\p{RGI_Emoji}/gv
/** Slack's own names of some; of all others only the form matters here. */
const NAMES: { [emoji: string]: string } = {
  '😀': 'grinning',
  '😭': 'sob',
  '🙏': 'pray',
  '👍': '+1',
  '❤️': 'heart',
}

/** `before` calls somebody first: the id of a person. */
export function typed(given: string, before?: string): Typed {
  const elements: Wire[] = []
  const texts: string[] = []
  if (before !== undefined) {
    elements.push({ type: 'user', user_id: before })
    texts.push(`<@${before}>`)
    plain(' ')
  }
  between(given, ADDRESS, withEmoji, (address) => {
    const full = /^https?:/i.test(address)
    const url = full ? address : `http://${address}`
    elements.push({ type: 'link', url, ...(!full && { text: address }) })
    texts.push(full ? `<${escaped(url)}>` : `<${escaped(url)}|${escaped(address)}>`)
  })
  return {
    text: texts.join(''),
    blocks: [{ type: 'rich_text', block_id: 'typed', elements: [{ type: 'rich_text_section', elements }] }],
  }

  function withEmoji(text: string): void {
    between(text, EMOJI, plain, (emoji) => {
      const unicode = [...emoji].map((point) => point.codePointAt(0)?.toString(16)).join('-')
      const name = NAMES[emoji] ?? `u${unicode}`
      elements.push({ type: 'emoji', name, unicode })
      texts.push(`:${name}:`)
    })
  }

  function plain(text: string): void {
    elements.push({ type: 'text', text })
    texts.push(escaped(text))
  }
}

/** Walks a text: what matches goes to one side, what lies between to the other. */
function between(text: string, what: RegExp, other: (text: string) => void, found: (text: string) => void) {
  let from = 0
  for (const match of text.matchAll(what)) {
    if (match.index > from) other(text.slice(from, match.index))
    found(match[0])
    from = match.index + match[0].length
  }
  if (from < text.length) other(text.slice(from))
}
