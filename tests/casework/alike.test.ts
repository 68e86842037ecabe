// Which reports may be of one matter, and why (domain 8).
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { alike, metresBetween, type Telling } from '../../flows/casework/alike.ts'
import { DAY } from '../../flows/casework/calendar.ts'
import { similarity } from '../../flows/casework/similarity.ts'

const NOW = Date.UTC(2026, 10, 25)
const TOLD = '邻居家修院墙占了我家的地，说了几次都不听'
const base: Telling = {
  filedAt: NOW,
  village: 'jia',
  category: 'NB-WL',
  reporters: ['chat-1'],
  sides: [['name-a', 'phone-a'], ['name-b']],
  place: { lat: 29.0, lon: 99.7 },
  text: TOLD,
}
/** Like nothing else. */
const stranger: Telling = {
  ...base,
  filedAt: NOW - DAY,
  reporters: ['chat-2'],
  sides: [['name-c'], ['name-d']],
  place: { lat: 29.1, lon: 99.7 },
  text: '隔壁的狗天天晚上叫，全家都睡不着觉',
}
const other = (more: Partial<Telling>) => ({ ...stranger, ...more })

describe('one reason alone', () => {
  test.for<[string, Partial<Telling>, string[]]>([
    ['nothing', {}, []],
    ['both sides', { sides: [['name-a'], ['name-b']] }, ['pair']],
    ['both sides, told by the other', { sides: [['name-b'], ['phone-a']] }, ['pair']],
    ['both sides, of another kind', { sides: [['name-a'], ['name-b']], category: 'CT-LN' }, ['pair']],
    ['one side', { sides: [['name-c'], ['name-a']] }, ['side']],
    ['one side, of another kind', { sides: [['name-c'], ['name-a']], category: 'CT-LN' }, []],
    ['the same person', { reporters: ['chat-1'] }, ['reporter']],
    ['the same person, of another kind', { reporters: ['chat-1'], category: 'CT-LN' }, []],
    ['299 m away', { place: { lat: 29.0 + 299 / 111_195, lon: 99.7 } }, ['place']],
    ['301 m away', { place: { lat: 29.0 + 301 / 111_195, lon: 99.7 } }, []],
    ['there, of another kind', { place: base.place, category: 'CT-LN' }, []],
    ['the same words', { text: `${TOLD}。` }, ['text']],
    ['the same words, of another kind', { text: TOLD, category: 'HS-OW' }, ['text']],
    ['everything in another village', { ...base, village: 'yi' }, []],
    ['30 days ago', { text: TOLD, filedAt: NOW - 30 * DAY }, ['text']],
    ['31 days ago', { text: TOLD, filedAt: NOW - 31 * DAY }, []],
    ['pasture, 365 days ago', { text: TOLD, filedAt: NOW - 365 * DAY, category: 'LF-GR' }, ['text']],
    ['pasture, 366 days ago', { text: TOLD, filedAt: NOW - 366 * DAY, category: 'LF-GR' }, []],
    ['no village known, the same words', { village: null, text: TOLD }, []],
  ])('%s', ([, more, reasons]) => {
    expect(alike(base, other(more))).toEqual(reasons)
  })
})

const telling = fc.record({
  filedAt: fc.integer({ min: NOW - 400 * DAY, max: NOW }),
  village: fc.constantFrom('jia', 'yi', null),
  category: fc.constantFrom('NB-WL' as const, 'NB-NO' as const, 'LF-GR' as const),
  reporters: fc.subarray(['chat-1', 'chat-2']),
  sides: fc.tuple(fc.subarray(['a', 'b', 'c']), fc.subarray(['a', 'b', 'c'])),
  place: fc.option(
    fc.record({
      lat: fc.double({ min: -80, max: 80, noNaN: true }),
      lon: fc.double({ min: -180, max: 180, noNaN: true }),
    }),
  ),
  text: fc.string({ maxLength: 40 }),
})

test('it is the same whichever of the two is looked at first', () => {
  fc.assert(
    fc.property(telling, telling, (a, b) => {
      expect(alike(a, b)).toEqual(alike(b, a))
    }),
  )
})

test('likeness of words is one for the same, nothing for too few, the same both ways, and between', () => {
  expect(similarity(TOLD, ` ${TOLD}！`)).toBe(1)
  expect(similarity('他打我', '他打我')).toBe(0)
  expect(similarity(TOLD, stranger.text)).toBeLessThan(0.2)
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (a, b) => {
      const likeness = similarity(a, b)
      expect(likeness).toBeGreaterThanOrEqual(0)
      expect(likeness).toBeLessThanOrEqual(1)
      expect(similarity(b, a)).toBe(likeness)
    }),
  )
})

test('a degree of latitude is some 111 kilometres, and around the world is near again', () => {
  expect(metresBetween({ lat: 0, lon: 0 }, { lat: 1, lon: 0 })).toBeCloseTo(111_195, -1)
  expect(metresBetween({ lat: 29, lon: 179.9999 }, { lat: 29, lon: -179.9999 })).toBeLessThan(30)
})
