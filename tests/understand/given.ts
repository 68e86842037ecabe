// The lists that the tests of understanding read: 80 first messages, the stories, and the lists beside them.
import { readFileSync } from 'node:fs'

const open = (name: string): string => readFileSync(new URL(name, import.meta.url), 'utf8')
const linesOf = (name: string): string[] =>
  open(name)
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.startsWith('#'))

export type Gold = {
  isDispute: boolean
  sub: string | null
  amountYuan: number | null
  amountApprox: boolean
  headcount: number | null
  danger: string[]
  hard: boolean
  reporterRole: string
  village: string | null
  when: string | null
  phone: string | null
  counterpart: string | null
  wish: string | null
}
export type Utterance = { id: string; lang: string; text: string; gold: Gold }
export const utterances: Utterance[] = linesOf('./utterances.jsonl').map((line) => JSON.parse(line))

export type Scenario = {
  id: string
  msgs: string[]
  key: string
  ind: string[]
  ind2?: string[]
  revisits: { who: string; answer: string }[]
}
export const scenarios: Scenario[] = JSON.parse(open('./scenarios.json'))

/** `hard` any of `codes` must be found; otherwise nothing hard may be. */
export type DangerLine = { hard: boolean; codes: string[]; text: string }
export const dangerLines = (
  name: 'first' | 'second' | 'third' | 'fourth' | 'fifth' | 'sixth',
): DangerLine[] =>
  linesOf(`./held-out/danger-${name}.txt`).map((line) => {
    const [head = '', ...text] = line.split(' | ')
    const [kind, ...codes] = head.trim().split(/[\s,]+/)
    if (kind !== 'hard' && kind !== 'none') throw new Error(`not a line of the list: ${line}`)
    return { hard: kind === 'hard', codes, text: text.join(' | ') }
  })

export type FactLine = {
  text: string
  sub?: string | null
  sense?: string
  amount?: number | null
  approx?: boolean
  headcount?: number | null
  phone?: string | null
  role?: string
  grudgeYears?: number
}
export const factLines = (name: 'first' | 'second' | 'third'): FactLine[] =>
  linesOf(`./held-out/facts-${name}.jsonl`).map((line) => JSON.parse(line))

/** The villages of the 80 messages. */
export const villages = [...new Set(utterances.flatMap(({ gold }) => gold.village ?? []))].map(
  (label, at) => ({
    id: `v${at + 1}`,
    label,
    names: [],
  }),
)
export const villageId = (label: string | null): string | null =>
  villages.find((village) => village.label === label)?.id ?? null
