// Legal awareness: one short sourced sentence where one fits, nothing where officers lead beyond what helps.
import { describe, expect, it } from 'vitest'
import { legalNote, MOMENTS, noteLine } from '../../flows/casework/tables/legal-notes.ts'
import { SUB_CODES, type SubCode } from '../../flows/casework/tables/taxonomy.ts'
import { isDispute, isOfficerLed } from '../../flows/casework/taxonomy.ts'

const HAN = /[\u3400-\u9fff]/
const all = SUB_CODES.flatMap((category) =>
  MOMENTS.flatMap((moment) => {
    const note = legalNote(category, moment)
    return note ? [{ category, moment, note }] : []
  }),
)

describe('a sentence of law', () => {
  it('is short, has its source, and is there in both languages', () => {
    expect(all.length).toBeGreaterThan(100)
    for (const { note } of all) {
      expect(note.zh.length).toBeLessThanOrEqual(45)
      expect([note.zh.at(-1), note.en.at(-1)]).toEqual(['。', '.'])
      expect(note.source.zh).toMatch(/法|规定|条例/)
      expect(noteLine(note, 'zh')).toBe(`${note.zh.slice(0, -1)}（${note.source.zh}）。`)
      expect(noteLine(note, 'en')).not.toMatch(HAN)
      // No threat, no promise, no forecast.
      expect(note.zh).not.toMatch(/处罚|保证|一定|必须|罚款|拘留/)
    }
  })

  it.each<[SubCode, (typeof MOMENTS)[number], RegExp | null]>([
    ['LB-WG', 'report', /一年内.*劳动仲裁/],
    ['LB-WG', 'agreement', /支付令/],
    ['LB-WG', 'revisit', /督促/],
    ['LF-GR', 'agreement', /归谁由政府定/],
    ['LF-GR', 'report', null],
    ['LF-CL', 'report', /两年内/],
    ['NB-NO', 'report', /村上劝/],
    ['NB-WL', 'report', /不收钱/],
    ['NB-WL', 'agreement', /到法院/],
    ['TA-PI', 'report', /十天内/],
    ['CT-LN', 'report', /三年内/],
    ['MF-CP', 'report', /不收钱/],
    ['MF-DV', 'report', /保护令/],
    ['MF-DV', 'agreement', null],
    ['MF-DV', 'revisit', null],
    ['SC-BU', 'report', null],
    ['SC-AB', 'revisit', null],
    ['EX-ST', 'report', null],
    ['AD-PO', 'report', null],
    ['ND-IQ', 'report', null],
  ])('%s, %s', (category, moment, says) => {
    const note = legalNote(category, moment)
    if (says) expect(note?.zh).toMatch(says)
    else expect(note).toBeNull()
  })

  it('says nothing of what officers lead but where to find help, and nothing of what is no dispute', () => {
    for (const { category, moment } of all) {
      expect(isDispute(category)).toBe(true)
      if (isOfficerLed(category)) expect([category, moment]).toEqual(['MF-DV', 'report'])
    }
  })
})
