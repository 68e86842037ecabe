// Slack's mark-up, interpreted as Slack does: control sequences in `<…>`, emphasis, code, quotes, bare addresses.
import { unescaped } from './escape.ts'
import { type Link, type Reading, words } from './reading.ts'

/** Who and what an id is called; undefined for what is not there. */
export type Names = { user(id: string): string | undefined; channel(id: string): string | undefined }

export type Parsing = {
  names: Names
  /** Bare `https://…` becomes a link by itself. */
  autoLinks: boolean
  /** Bare `@here` and `@name` call somebody, without any control sequence. */
  autoMentions: boolean
}

const CONTROL = /<([^<>]*)>/g
const URL = /^(?:[a-z][a-z0-9+.-]*:|[^\s@]+\.[a-z]{2,})/i
const BARE = /(?<![\p{L}\p{N}/])(https?:\/\/[^\s<>|]+)/gu
const CALLS = /(?<![\p{L}\p{N}@.])@(?:here|channel|everyone)(?![\p{L}\p{N}])/gu
// What was a control sequence stands as one character of the private area until the end, so that nothing reads it twice.
const HELD_FIRST = 0xe000
const HELD = /[\ue000-\uf8ff]/g

export function readMrkdwn(given: string, parsing: Parsing): Reading {
  const reading = words('')
  const held: string[] = []
  const hold = (shown: string): string => {
    held.push(shown)
    return String.fromCharCode(HELD_FIRST + held.length - 1)
  }
  const shown = (text: string): string =>
    unescaped(text).replace(HELD, (mark) => held[mark.charCodeAt(0) - HELD_FIRST] ?? mark)

  let text = given.replace(HELD, '\ufffd').replace(CONTROL, (whole, inside: string) => {
    const [target, label] = split(inside)
    const mention = mentionOf(target, label, parsing.names)
    if (mention !== undefined) {
      reading.mentions.push(mention)
      return hold(mention)
    }
    if (target.startsWith('!date^')) return hold(unescaped(label ?? ''))
    if (!URL.test(target)) return hold(unescaped(whole))
    const link = { url: unescaped(target), label: unescaped(label ?? target) }
    reading.links.push(link)
    return hold(link.label)
  })

  const code = (inside: string): string => {
    reading.code.push(shown(inside))
    return hold(shown(inside))
  }
  text = text.replace(/```([\s\S]+?)```/g, (_, inside: string) => code(inside))
  text = text.replace(/(?<!`)`([^`\n]+)`(?!`)/g, (_, inside: string) => code(inside))

  if (parsing.autoLinks)
    text = text.replace(BARE, (url) => {
      const link: Link = { url: unescaped(url), label: unescaped(url) }
      reading.links.push(link)
      return hold(link.label)
    })
  if (parsing.autoMentions)
    text = text.replace(CALLS, (mention) => {
      reading.mentions.push(mention)
      return hold(mention)
    })

  // An escaped `>` at the start of a line quotes as well as a bare one.
  text = text.replace(/^(?:&gt;|>){1,3} ?(.*)$/gm, (_, line: string) => {
    reading.quotes.push(shown(line))
    return line
  })
  text = emphasis(text, '*', (inside) => reading.bold.push(shown(inside)))
  text = emphasis(text, '_', (inside) => reading.italic.push(shown(inside)))
  text = emphasis(text, '~', (inside) => reading.strike.push(shown(inside)))

  reading.text = shown(text)
  return reading
}

/** Marks count only beside what is no letter and no digit, and never across lines. */
function emphasis(text: string, mark: string, found: (inside: string) => void): string {
  const m = mark === '*' ? '\\*' : mark
  const span = new RegExp(
    `(?<![\\p{L}\\p{N}${m}])${m}(?!\\s)([^${m}\\n]+?)(?<!\\s)${m}(?![\\p{L}\\p{N}${m}])`,
    'gu',
  )
  return text.replace(span, (_, inside: string) => {
    found(inside)
    return inside
  })
}

function split(inside: string): [string, string?] {
  const bar = inside.indexOf('|')
  return bar < 0 ? [inside] : [inside.slice(0, bar), inside.slice(bar + 1)]
}

function mentionOf(target: string, label: string | undefined, names: Names): string | undefined {
  if (/^@[UWB][A-Z0-9]+$/.test(target)) return `@${names.user(target.slice(1)) ?? target.slice(1)}`
  if (/^#[CG][A-Z0-9]+$/.test(target)) return `#${names.channel(target.slice(1)) ?? target.slice(1)}`
  if (/^!(?:here|channel|everyone)$/.test(target)) return `@${target.slice(1)}`
  if (target.startsWith('!subteam^')) return label ?? `@${target.slice('!subteam^'.length)}`
  return undefined
}
