// A one-time code in what somebody typed: "绑定 CODE", "/bind CODE", or the code alone as it was copied.
import { isOneOf, unslashed } from './hearing.ts'

/** As codes are made: 128 bits in letters, digits, `_` and `-`. Both cases, so that no word and no number is one. */
const ALONE = /^(?=.*[a-z])(?=.*[A-Z])[\w-]{22}$/
/** Wrong ones are recognised too, so that they are not taken for a story. */
const TOKEN = /^[\w-]{4,128}$/

/** The code; an empty text where the word stands alone; null where none was meant. `words` may stand before it. */
export function codeIn(text: string, words: readonly string[]): string | null {
  const said = unslashed(text.normalize('NFKC').trim())
  if (ALONE.test(said)) return said
  if (isOneOf(said, words)) return ''
  for (const word of words) {
    if (!said.toLowerCase().startsWith(word)) continue
    const rest = said.slice(word.length)
    // A word in Latin letters ends where a space is; a Chinese one where the letters of the code begin.
    if (/[a-z]$/.test(word) && !/^[\s:]/.test(rest)) continue
    const code = rest.replace(/^[\s:]+/, '')
    if (TOKEN.test(code)) return code
  }
  return null
}
