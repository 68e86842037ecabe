// The one sum in a sentence, to the fen, and whether and which way it went.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { oneSum } from '../../flows/casework/understand/exact-sum.ts'

test.each([
  ['2199块9毛9', 219_999],
  ['2199块9毛9分', 219_999],
  ['两千一百九十九块九毛九', 219_999],
  ['2,199.99', 219_999],
  ['2199.99元', 219_999],
  ['2199块9', 219_990],
  ['2199块零9分', 219_909],
  ['３块５', 350],
  ['5毛', 50],
  ['800块钱', 80_000],
  ['一万二', 1_200_000],
  ['paid 2199.99 yuan', 219_999],
])('%s is %i fen', (said, fen) => {
  expect(oneSum(said)).toMatchObject({ fen, approx: false })
})

test('what was said as about is about', () => {
  expect(oneSum('大概两千')).toMatchObject({ fen: 200_000, approx: true })
  expect(oneSum('2000块左右')).toMatchObject({ fen: 200_000, approx: true })
})

test.each(['', '没给', '12月20日', '分3次', '30个人', '13900000001', '给了800，又给了500', '800到1000'])(
  '%s names no one sum',
  (said) => {
    expect(oneSum(said)).toBeNull()
  },
)

test.each([
  ['给了2199块9毛9', 'done', null],
  ['他给了我800', 'done', 'received'],
  ['收到800块', 'done', 'received'],
  ['我还了他800', 'done', 'paid'],
  ['我已经付了800', 'done', 'paid'],
  ['I paid him 800', 'done', 'paid'],
  ['he gave me 800', 'done', 'received'],
  ['还差800块', 'missing', null],
  ['他没给2000', 'missing', null],
  ['答应给800', 'missing', null],
  ['他还欠我800', 'missing', null],
  ['he still owes me 800', 'missing', null],
  ['800块', 'bare', null],
])('%s: %s, %s', (said, is, way) => {
  expect(oneSum(said)).toMatchObject({ is, way })
})

const CHINESE = '零一二三四五六七八九'
test('every sum of yuan, jiao and fen comes back to the fen', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 999_999 }),
      fc.integer({ min: 1, max: 9 }),
      fc.integer({ min: 1, max: 9 }),
      fc.boolean(),
      (yuan, jiao, fen, spoken) => {
        const digit = (n: number) => (spoken ? CHINESE[n] : String(n))
        const said = `${yuan}块${digit(jiao)}毛${digit(fen)}`
        expect(oneSum(`给了${said}`)?.fen).toBe(yuan * 100 + jiao * 10 + fen)
        expect(oneSum(`${yuan}.${jiao}${fen}`)?.fen).toBe(yuan * 100 + jiao * 10 + fen)
      },
    ),
    { numRuns: 300 },
  )
})
