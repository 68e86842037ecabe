// The name of a choice in few bytes, for channels whose buttons hold no more (Telegram: 64).

/**
 * Twenty-two letters and digits. It names nothing to anybody who does not know the question; only the question that is open
 * to the same person answers to it, so nothing is won by guessing.
 */
export function tapOf(question: string, choice: string): string {
  const text = `${question}\n${choice}`
  return half(text, 0x811c9dc5) + half(text, 0x9e3779b9)
}

/** cyrb53, 53 bits of a text, as eleven characters of base 36. */
function half(text: string, seed: number): string {
  let a = 0xdeadbeef ^ seed
  let b = 0x41c6ce57 ^ seed
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    a = Math.imul(a ^ code, 2654435761)
    b = Math.imul(b ^ code, 1597334677)
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909)
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909)
  return (4294967296 * (2097151 & b) + (a >>> 0)).toString(36).padStart(11, '0')
}
