// Words that nobody writes by chance, put into what people say: wherever one of them turns up, that is where it went.

export type Canary = {
  word: string
  /** Who said it, or wrote it down. */
  by: string
  step: string | null
}

export type Canaries = {
  readonly all: readonly Canary[]
  marks(by: string, step: string | null, text: string): string
}

/** Free words that stay with whoever handles the case, also when a member of staff wrote them down for a side. */
const KEPT_INSIDE: ReadonlySet<string> = new Set(['words', 'summary', 'note', 'injured'])
/** What is asked for here has a form of its own, or must be said again word for word. */
const EXACT: ReadonlySet<string> = new Set(['own', 'number', 'phrase', 'duress', 'reply'])
/** Shorter answers are answers, and another word beside them would make them something else. */
const LEAST = 5

export const isStaff = (name: string): boolean => name.startsWith('示例')

/** Letters only: a figure would be read as a sum, and a name as a name. */
const wordOf = (n: number): string =>
  `zq${[...n.toString(26)].map((digit) => String.fromCharCode(97 + Number.parseInt(digit, 26))).join('')}xk`

export function openCanaries(): Canaries {
  const all: Canary[] = []
  return {
    all,
    marks(by, step, text) {
      const free = step !== null && KEPT_INSIDE.has(step)
      const exact = step !== null && EXACT.has(step)
      if (text.length < LEAST || exact || (isStaff(by) && !free)) return text
      const word = wordOf(1_000 + all.length)
      all.push({ word, by, step })
      return `${text} ${word}`
    },
  }
}

/** Who asks the neighbours how two households get on is told nothing of what either of them says. */
const isOutside = (name: string): boolean => /网格员|村支书/.test(name)

/**
 * The canaries of everybody but the receiver that this receiver was shown. Members of staff who handle the case may read
 * what was said; residents, cadres and grid workers may not.
 */
export function escaped(
  { all }: Canaries,
  read: ReadonlyMap<string, readonly string[]>,
  log: readonly string[],
): string[] {
  const found = [...read]
    .filter(([name]) => !isStaff(name) || isOutside(name))
    .flatMap(([name, texts]) =>
      seen(
        all.filter(({ by }) => by !== name),
        texts,
      ).map((one) => `${name}: ${one}`),
    )
  return [...found, ...seen(all, log).map((one) => `log: ${one}`)]
}

function seen(canaries: readonly Canary[], texts: readonly string[]): string[] {
  const whole = texts.join('\n')
  return canaries
    .filter(({ word }) => whole.includes(word))
    .map(({ by, step }) => `${by} at ${step ?? 'no step'}`)
}
