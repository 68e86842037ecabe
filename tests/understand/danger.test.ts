// Danger in words: the 80 first messages, and lists of hard dangers beside harmless look-alikes.
import { describe, expect, it } from 'vitest'
import { HARD_CODES, watch } from '../../flows/casework/understand/index.ts'
import { dangerLines, utterances } from './given.ts'

const figure = (name: string, part: number, all: number): string => `${name} ${part}/${all}`

describe('the 80 first messages', () => {
  it('finds every hard danger, and at most three where there is none', () => {
    const hard = utterances.filter(({ gold }) => gold.hard)
    const found = hard.filter(({ text }) => watch(text).hard)
    const alarms = utterances.filter(({ text, gold }) => !gold.hard && watch(text).hard)
    console.info(
      figure('hard found', found.length, hard.length),
      figure('false', alarms.length, utterances.length),
    )
    expect(hard.map(({ id }) => id)).toEqual(found.map(({ id }) => id))
    expect(alarms.length).toBeLessThanOrEqual(3)
  })

  it.each(utterances.filter(({ gold }) => gold.hard))('$id names the right hard codes', ({ text, gold }) => {
    const said = gold.danger.filter((code) => HARD_CODES.has(code))
    expect(watch(text).codes.filter((code) => HARD_CODES.has(code))).toEqual(said)
  })

  it('reads the other codes of groups A, B and D as the list has them', () => {
    const group = (codes: string[]): string => codes.filter((code) => /^[ABD]/.test(code)).join(' ')
    const wrong = utterances.filter(({ text, gold }) => group(watch(text).codes) !== group(gold.danger))
    console.info(figure('codes as the list has them', utterances.length - wrong.length, utterances.length))
    expect(wrong.map(({ id }) => id)).toEqual([])
  })
})

describe('lists beside the 80', () => {
  // Floors, not aims: what is true today must not become less. Each list was written before its words were known to
  // the rules, measured once, and the rules widened on it afterwards. Found at that first measure: third 27 of 66,
  // fourth 27 of 41, fifth 16 of 35, sixth 16 of 28. So of hard dangers told in unusual words about half are heard at
  // once; the others wait for an officer, who reads every report.
  it.each([
    { name: 'first' as const, least: 1, most: 0 },
    { name: 'second' as const, least: 1, most: 0 },
    { name: 'third' as const, least: 1, most: 1 },
    { name: 'fourth' as const, least: 1, most: 0 },
    { name: 'fifth' as const, least: 1, most: 0 },
    { name: 'sixth' as const, least: 1, most: 0 },
  ])('$name list: recall and false alarms hold', ({ name, least, most }) => {
    const lines = dangerLines(name)
    const hard = lines.filter((line) => line.hard)
    const missed = hard.filter(({ text }) => !watch(text).hard)
    const otherwise = hard.filter(
      ({ text, codes }) => watch(text).hard && !codes.some((code) => watch(text).codes.includes(code)),
    )
    const harmless = lines.filter((line) => !line.hard)
    const alarms = harmless.filter(({ text }) => watch(text).hard)
    console.info(
      name,
      figure('found', hard.length - missed.length, hard.length),
      figure('under another hard code', otherwise.length, hard.length),
      figure('false', alarms.length, harmless.length),
      missed.map(({ text }) => text),
      alarms.map(({ text }) => text),
    )
    expect((hard.length - missed.length) / hard.length).toBeGreaterThanOrEqual(least)
    expect(alarms.length).toBeLessThanOrEqual(most)
  })
})
