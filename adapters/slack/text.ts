// Slack's way of writing text: three entities and `<…>`; to and from plain words, and cut so that no character is halved. Pure.

/** Nothing in it is taken for a control sequence: `<!channel>` is read as it was written. */
export const escaped = (text: string): string =>
  text.toWellFormed().replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/** What somebody wrote, as they saw it while they wrote it. Every sign is read once. */
export const plain = (text: string): string =>
  text.replace(/<([^<>]*)>|&(?:amp|lt|gt);/g, (whole, inside: string | undefined) =>
    inside === undefined ? unescaped(whole) : words(inside),
  )

const ENTITIES: { [entity: string]: string } = { '&amp;': '&', '&lt;': '<', '&gt;': '>' }
const unescaped = (text: string): string =>
  text.replace(/&(?:amp|lt|gt);/g, (entity) => ENTITIES[entity] ?? entity)

/** `@U1|name`, `#C1|name`, `!here`, `https://…|label` in the words that a person sees. */
function words(inside: string): string {
  const [target = '', label = ''] = inside.split('|', 2).map(unescaped)
  if (target.startsWith('@') || target.startsWith('#')) return label ? target[0] + bare(label) : target
  if (target.startsWith('!')) {
    const [what = ''] = target.slice(1).split('^')
    return label || `@${what}`
  }
  const place = target.replace(/^(?:mailto|tel):/, '')
  return !label || place === label || place.endsWith(`//${label}`) ? place : `${label} (${place})`
}

const bare = (label: string): string => label.replace(/^[@#]/, '')

/** Emoji stand in the text by their names; the blocks beside it know the characters. */
export function withEmoji(text: string, blocks: unknown): string {
  const known = new Map(emojiIn(blocks))
  return known.size === 0
    ? text
    : text.replace(/:([\w+'-]+):/g, (whole, name: string) => known.get(name) ?? whole)
}

function emojiIn(node: unknown, depth = 0): [string, string][] {
  if (typeof node !== 'object' || node === null || depth > 12) return []
  const { type, name, unicode } = node as { type?: unknown; name?: unknown; unicode?: unknown }
  if (type === 'emoji' && typeof name === 'string' && typeof unicode === 'string') {
    const points = unicode.split('-').map((point) => Number.parseInt(point, 16))
    const real = points.every((point) => point > 0x7f && point <= 0x10ffff)
    return real ? [[name, String.fromCodePoint(...points)]] : []
  }
  return Object.values(node).flatMap((inner) => emojiIn(inner, depth + 1))
}

const graphemes = new Intl.Segmenter('zh', { granularity: 'grapheme' })

/** How long a text is for Slack, which counts what goes over the wire. */
export const weight = (text: string): number => escaped(text).length

/** A text in parts of at most `most`, whole lines where there are lines; joined again they are the text. */
export function pieces(text: string, most: number): string[] {
  const parts: string[] = []
  let part = ''
  let size = 0
  for (const sign of signs(text, most)) {
    const more = weight(sign)
    if (size + more > most) {
      const line = part.lastIndexOf('\n') + 1
      // A line end far back would leave a part nearly empty.
      const kept = line > part.length / 2 ? line : part.length
      parts.push(part.slice(0, kept))
      part = part.slice(kept)
      size = weight(part)
    }
    part += sign
    size += more
  }
  return [...parts, part].filter((one) => one.trim() !== '')
}

/** As much of it as goes into `most`, with a sign that something is missing. */
export function cut(text: string, most: number): string {
  if (weight(text) <= most) return text.toWellFormed()
  let kept = ''
  let size = 1
  for (const sign of signs(text, most)) {
    size += weight(sign)
    if (size > most) break
    kept += sign
  }
  return `${kept}…`
}

/** Characters as people see them; one made of very many code points is taken apart. */
function* signs(text: string, most: number): Generator<string> {
  for (const { segment } of graphemes.segment(text.toWellFormed()))
    if (weight(segment) > most) yield* segment
    else yield segment
}
