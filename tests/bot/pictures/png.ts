// Enough of PNG (https://www.w3.org/TR/png-3/) to see how large one is and how much of it is dark.
import { inflateSync } from 'node:zlib'

export const sizeIn = (png: Buffer): { width: number; height: number } => ({
  width: png.readUInt32BE(16),
  height: png.readUInt32BE(20),
})

/** How many points are darker than the middle. For 8 bits a channel, with or without alpha. */
export function inkOf(png: Buffer): number {
  const { width, height } = sizeIn(png)
  const channels = png[25] === 6 ? 4 : 3
  const raw = inflateSync(Buffer.concat(dataOf(png)))
  const stride = width * channels
  let above = Buffer.alloc(stride)
  let dark = 0
  for (let y = 0; y < height; y++) {
    const start = y * (stride + 1)
    const line = Buffer.from(raw.subarray(start + 1, start + 1 + stride))
    unfilter(line, above, raw[start] ?? 0, channels)
    for (let x = 0; x < stride; x += channels)
      if ((line[x] ?? 0) + (line[x + 1] ?? 0) + (line[x + 2] ?? 0) < 384) dark++
    above = line
  }
  return dark
}

function dataOf(png: Buffer): Buffer[] {
  const parts: Buffer[] = []
  for (let at = 8; at < png.length; ) {
    const length = png.readUInt32BE(at)
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT') parts.push(png.subarray(at + 8, at + 8 + length))
    at += length + 12
  }
  return parts
}

function unfilter(line: Buffer, above: Buffer, filter: number, step: number): void {
  for (let at = 0; at < line.length; at++) {
    const left = at >= step ? (line[at - step] ?? 0) : 0
    const up = above[at] ?? 0
    const corner = at >= step ? (above[at - step] ?? 0) : 0
    const guess = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter] ?? 0
    line[at] = ((line[at] ?? 0) + guess) & 0xff
  }
}

function paeth(left: number, up: number, corner: number): number {
  const near = left + up - corner
  const [a, b, c] = [Math.abs(near - left), Math.abs(near - up), Math.abs(near - corner)]
  return a <= b && a <= c ? left : b <= c ? up : corner
}
