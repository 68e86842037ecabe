// Where the words of an SVG stand. Widths are the font's own: a Chinese sign is as wide as it is high, others about half.
export type Box = { text: string; left: number; right: number; top: number; bottom: number }

const ENTITIES: { readonly [name: string]: string } = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&#x27;': "'",
  '&amp;': '&',
}
const plain = (text: string): string =>
  text.replace(/&(?:lt|gt|quot|#39|#x27|amp);/g, (one) => ENTITIES[one] ?? one)

const widthOf = (text: string, size: number): number =>
  [...text].reduce((sum, sign) => sum + size * (/[\u2e80-\uffef]/.test(sign) ? 1 : 0.58), 0)

export function boxesIn(svg: string): { boxes: Box[]; width: number; height: number } {
  const [, width, height] = /<svg width="(\d+)" height="(\d+)"/.exec(svg) ?? []
  const boxes: Box[] = []
  for (const [, attributes = '', inner = ''] of svg.matchAll(/<text ([^>]*)>([^<]*)<\/text>/g)) {
    const text = plain(inner)
    if (text.trim() === '') continue
    const of = (name: string): string => new RegExp(`${name}="([^"]*)"`).exec(attributes)?.[1] ?? ''
    const size = Number(/font(?:-size)?:[^;"]*?(\d+)px/.exec(attributes)?.[1] ?? 12)
    const [, dx = '0', dy = '0'] = /translate\(([-\d.]+)[ ,]([-\d.]+)\)/.exec(of('transform')) ?? []
    const x = Number(dx) + Number(of('x') || 0)
    // Lines are placed by their middle.
    const y = Number(dy) + Number(of('y') || 0)
    const wide = widthOf(text, size)
    const anchor = of('text-anchor')
    const left = anchor === 'end' ? x - wide : anchor === 'middle' ? x - wide / 2 : x
    const middle = of('dominant-baseline') === 'central' ? y : y - size * 0.35
    boxes.push({ text, left, right: left + wide, top: middle - size / 2, bottom: middle + size / 2 })
  }
  return { boxes, width: Number(width), height: Number(height) }
}
