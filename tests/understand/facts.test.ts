// Facts in words: how much of what the 80 first messages and the other lists support is read, and what is not invented.
import { describe, expect, it } from 'vitest'
import { readable, sense, type Understood, understand, watch } from '../../flows/casework/understand/index.ts'
import { type FactLine, factLines, type Gold, utterances, villageId, villages } from './given.ts'

const read = utterances.map(({ id, text, gold }) => ({ id, gold, said: understand(text, { villages }) }))

/** One in other words is the same one: "扎西家" and "扎西家的". */
const near = (a: string | null, b: string | null): boolean =>
  a === b || (a !== null && b !== null && (a.includes(b) || b.includes(a)))

/** The category of a dispute; what is none has no category, only a sense. */
const kind = (sub: string | null): string | null => (sub?.startsWith('ND') ? null : sub)

const FIELDS: {
  field: string
  gold: (gold: Gold) => unknown
  said: (said: Understood) => unknown
  same?: (gold: never, said: never) => boolean
  /** Floors: read rightly of those supported, and said where the list has nothing. */
  found: number
  invented: number
}[] = [
  {
    field: 'category',
    gold: ({ sub }) => kind(sub),
    said: ({ category }) => category,
    found: 70,
    invented: 0,
  },
  {
    field: 'amount',
    gold: ({ amountYuan, amountApprox }) =>
      amountYuan === null ? null : `${amountYuan * 100} ${amountApprox}`,
    said: ({ amount }) => (amount ? `${amount.fen} ${amount.approx}` : null),
    found: 27,
    invented: 0,
  },
  {
    field: 'headcount',
    gold: ({ headcount }) => headcount,
    said: ({ headcount }) => headcount,
    found: 6,
    invented: 0,
  },
  {
    field: 'village',
    gold: ({ village }) => villageId(village),
    said: ({ village }) => village,
    found: 10,
    invented: 0,
  },
  { field: 'when', gold: ({ when }) => when, said: ({ when }) => when, found: 23, invented: 1 },
  { field: 'phone', gold: ({ phone }) => phone, said: ({ phone }) => phone, found: 2, invented: 0 },
  {
    field: 'role',
    gold: ({ reporterRole }) => (reporterRole === 'UNKNOWN' ? null : reporterRole),
    said: ({ role }) => role,
    found: 58,
    invented: 4,
  },
  {
    field: 'counterpart',
    gold: ({ counterpart }) => counterpart,
    said: ({ counterpart }) => counterpart,
    same: near,
    found: 47,
    invented: 1,
  },
  { field: 'wish', gold: ({ wish }) => wish, said: ({ wish }) => wish, same: near, found: 13, invented: 0 },
]

describe('the 80 first messages', () => {
  it.each(FIELDS)('$field: what is said is read, what is not said is not invented', (one) => {
    const same = (one.same ?? Object.is) as (gold: unknown, said: unknown) => boolean
    const supported = read.filter(({ gold }) => one.gold(gold) !== null)
    const found = supported.filter(({ gold, said }) => same(one.gold(gold), one.said(said)))
    const invented = read.filter(({ gold, said }) => one.gold(gold) === null && one.said(said) !== null)
    console.info(
      one.field,
      `read ${found.length}/${supported.length}`,
      `invented ${invented.length}/${80 - supported.length}`,
    )
    expect(found.length).toBeGreaterThanOrEqual(one.found)
    expect(invented.length).toBeLessThanOrEqual(one.invented)
  })

  it.each(utterances)('$id has the right sense', ({ text, gold }) => {
    expect(sense(text)).toBe(senseOf(gold.sub))
  })

  it('says the same in an object as the watch says', () => {
    for (const { id, text } of utterances)
      expect([id, understand(text, { villages }).danger]).toEqual([id, watch(text).codes])
  })
})

const SENSES: Readonly<Record<string, string>> = {
  'ND-IQ': 'inquiry',
  'ND-SG': 'thanks',
  'ND-AB': 'abuse',
  'ND-FK': 'abuse',
}
/** Nothing said yet opens; an emergency or a plea for help is trouble like any dispute. */
const senseOf = (sub: string | null): string => (sub === null ? 'opener' : (SENSES[sub] ?? 'trouble'))

describe('texts beside the 80', () => {
  const measures: {
    name: string
    asks: (line: FactLine) => boolean
    right: (line: FactLine, said: Understood) => boolean
  }[] = [
    {
      name: 'category',
      asks: ({ sub }) => kind(sub ?? null) !== null,
      right: ({ sub }, { category }) => category !== null && (sub ?? '').split('|').includes(category),
    },
    {
      name: 'no category',
      asks: (line) => 'sub' in line && kind(line.sub ?? null) === null,
      right: (_, { category }) => category === null,
    },
    {
      name: 'sense',
      asks: (line) => 'sub' in line,
      right: ({ text, sub, sense: given }) => sense(text) === (given ?? senseOf(sub ?? null)),
    },
    {
      name: 'amount',
      asks: (line) => 'amount' in line,
      right: ({ amount, approx }, said) =>
        amount === null || amount === undefined
          ? said.amount === null
          : said.amount?.fen === amount * 100 && said.amount.approx === (approx ?? false),
    },
    {
      name: 'headcount',
      asks: (line) => 'headcount' in line,
      right: ({ headcount }, said) => said.headcount === headcount,
    },
    { name: 'phone', asks: (line) => 'phone' in line, right: ({ phone }, said) => said.phone === phone },
    { name: 'role', asks: (line) => 'role' in line, right: ({ role }, said) => said.role === role },
    {
      name: 'grudge',
      asks: (line) => 'grudgeYears' in line,
      right: ({ grudgeYears }, said) => said.grudgeYears === grudgeYears,
    },
  ]

  // Shares that are true today and must not become less. Categories were widened on the first two lists only, so the
  // third list's share of categories is the honest one for words nobody thought of.
  it.each([
    { name: 'first' as const, least: { category: 1, other: 1 } },
    { name: 'second' as const, least: { category: 1, other: 1 } },
    { name: 'third' as const, least: { category: 0.54, other: 1 } },
  ])('$name list', ({ name, least }) => {
    const lines = factLines(name).map((line) => ({ line, said: understand(line.text, { villages }) }))
    for (const { name: field, asks, right } of measures) {
      const asked = lines.filter(({ line }) => asks(line))
      if (asked.length === 0) continue
      const wrong = asked.filter(({ line, said }) => !right(line, said))
      console.info(
        name,
        field,
        `${asked.length - wrong.length}/${asked.length}`,
        wrong.map(({ line }) => line.text),
      )
      const floor = field === 'category' ? least.category : least.other
      expect([field, 1 - wrong.length / asked.length >= floor]).toEqual([field, true])
    }
  })

  it('says nothing rather than something wrong: a category not found is mostly no category', () => {
    const lines = [...factLines('second'), ...factLines('third')].filter(
      ({ sub }) => kind(sub ?? null) !== null,
    )
    const wrong = lines.filter(({ text, sub }) => {
      const { category } = understand(text, { villages })
      return category !== null && !(sub ?? '').split('|').includes(category)
    })
    console.info('category wrong, not open', `${wrong.length}/${lines.length}`)
    expect(wrong.length / lines.length).toBeLessThanOrEqual(0.02)
  })
})

describe('readable', () => {
  it('reads what was typed apart, wide, or in old characters', () => {
    expect(readable('不 想 活 了')).toBe('不想活了')
    expect(readable('３５００元')).toBe('3500元')
    expect(readable('他欠我錢')).toBe('他欠我钱')
  })
})
