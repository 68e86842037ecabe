// How alike two texts are, from 0 to 1: the share of pairs of neighbouring signs that both have (Sørensen–Dice). It needs no
// words to be told apart, which Chinese does not do.

/** Fewer signs say too little: "they hit me" fits many. */
const LEAST = 8

export function similarity(one: string, other: string): number {
  const [a, b] = [bare(one), bare(other)]
  if (a.length < LEAST || b.length < LEAST) return 0
  const left = pairs(a)
  const right = pairs(b)
  let shared = 0
  for (const [pair, count] of left) shared += Math.min(count, right.get(pair) ?? 0)
  return (2 * shared) / (a.length - 1 + (b.length - 1))
}

/** Letters and digits alone, in one form. */
const bare = (text: string): string[] => [
  ...text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, ''),
]

function pairs(signs: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (let at = 0; at < signs.length - 1; at++) {
    const pair = `${signs[at]}${signs[at + 1]}`
    counts.set(pair, (counts.get(pair) ?? 0) + 1)
  }
  return counts
}
