// A text in parts that Telegram takes: at the ends of lines where that is possible, never inside what people see as one sign. Pure.

/** UTF-16 units of one message. */
export const LONGEST_PART = 4_096
/** Of the words below a picture. */
export const LONGEST_CAPTION = 1_024

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' })

/** At least one part; none is blank, because Telegram refuses blank messages. */
export function split(text: string, most = LONGEST_PART): string[] {
  const parts: string[] = []
  let rest = text.toWellFormed()
  while (rest.length > most) {
    const at = cutIn(rest, most)
    parts.push(rest.slice(0, at))
    rest = rest.slice(at)
  }
  parts.push(rest)
  const full = parts.filter((part) => part.trim() !== '')
  return full.length > 0 ? full : ['…']
}

function cutIn(text: string, most: number): number {
  const line = text.lastIndexOf('\n', most - 1) + 1
  // A line's end near the beginning would make many small messages of one.
  if (line > most / 2) return line
  // A sign that begins before the limit may go on behind it; two parts' worth of text is enough to see where it began.
  const at = graphemes.segment(text.slice(0, most * 2)).containing(most)?.index ?? most
  if (at > 0) return at
  // One sign longer than a message: between two of the characters that make it up.
  const code = text.charCodeAt(most)
  return code >= 0xdc00 && code <= 0xdfff ? Math.max(most - 1, 2) : most
}
