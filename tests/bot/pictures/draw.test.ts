// Figures drawn: every word is there, none lies upon another, every sign has a shape in the font, and the PNG is one.
import { expect, test } from 'vitest'
import { draw, svgOf } from '../../../bot/pictures/draw.ts'
import { draw as drawn } from '../../../bot/pictures/index.ts'
import type { Picture } from '../../../flows/core/reply.ts'
import { inkOf, sizeIn } from './png.ts'
import { SAMPLES } from './samples.ts'
import { type Box, boxesIn } from './svg-text.ts'

const overlap = (a: Box, b: Box): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom

test.for(Object.entries(SAMPLES))('%s: all words are inside, and none lies upon another', ([, picture]) => {
  const { boxes, width, height } = boxesIn(svgOf(picture))
  const words = boxes.map(({ text }) => text).join('\n')
  for (const word of [picture.title, picture.unit, ...picture.labels.filter((label) => label.length < 12)])
    expect(words).toContain(word)
  for (const box of boxes) {
    expect(box.left, box.text).toBeGreaterThanOrEqual(0)
    expect(box.right, box.text).toBeLessThanOrEqual(width)
    expect(box.top, box.text).toBeGreaterThanOrEqual(0)
    expect(box.bottom, box.text).toBeLessThanOrEqual(height)
  }
  const pairs = boxes.flatMap((box, at) => boxes.slice(at + 1).map((other) => [box, other] as const))
  expect(pairs.filter(([a, b]) => overlap(a, b)).map(([a, b]) => `${a.text} / ${b.text}`)).toEqual([])
})

test('a name that is too long is broken into lines, and none of it is lost', () => {
  const { boxes } = boxesIn(svgOf(SAMPLES.villages!))
  const words = boxes.map(({ text }) => text).join('')
  expect(words).toContain('示例名字很长很长的一个')
  expect(words.replaceAll('\n', '')).toMatch(/第二村民小组/)
})

test('it is a PNG, twice as large as it is laid out, with letters on it', async () => {
  const picture = SAMPLES.levels!
  const png = Buffer.from(await draw(picture))
  const { width, height } = boxesIn(svgOf(picture))
  expect(sizeIn(png)).toEqual({ width: width * 2, height: height * 2 })
  expect(Buffer.from(await drawn(picture)).equals(png)).toBe(true)
  const bare: Picture = { ...picture, title: ' ', unit: ' ', labels: [' ', '  ', '   ', '    '] }
  // Without a font that it can read, the renderer draws no letter at all, and says nothing.
  expect(inkOf(png)).toBeGreaterThan(inkOf(Buffer.from(await draw(bare))) + 2_000)
})

test('what people call a village is drawn as words and never read as anything else', async () => {
  const picture: Picture = {
    ...SAMPLES.levels!,
    title: '<script>&"\'</script>{b|x}',
    labels: ['<b>甲</b>', '&amp;', '{a|乙}', '"丙"'],
  }
  const { boxes } = boxesIn(svgOf(picture))
  expect(boxes.map(({ text }) => text)).toEqual(
    expect.arrayContaining(['<b>甲</b>', '&amp;', '{a|乙}', '"丙"']),
  )
  expect((await draw(picture)).length).toBeGreaterThan(1_000)
})
