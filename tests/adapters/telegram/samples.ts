// The first bytes of files of each kind, and enough behind them.

const bytes = (...head: (number | string)[]): Uint8Array =>
  Buffer.concat([
    ...head.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.of(part))),
    Buffer.alloc(64, 1),
  ])

export const JPEG = bytes(0xff, 0xd8, 0xff, 0xe0)
export const PNG = bytes(0x89, 'PNG\r\n', 0x1a, '\n')
export const OGG = bytes('OggS')
export const PDF = bytes('%PDF-1.7\n')
export const WEBP = bytes('RIFF', 0, 0, 0, 0, 'WEBP')
export const HEIC = bytes(0, 0, 0, 24, 'ftypheic')
export const MP4 = bytes(0, 0, 0, 24, 'ftypisom')
export const M4A = bytes(0, 0, 0, 24, 'ftypM4A ')
export const MP3_TAGGED = bytes('ID3', 4)
export const MP3_BARE = bytes(0xff, 0xfb, 0x90)
export const PAGE = bytes('<!doctype html><script>')
export const PROGRAM = bytes('MZ', 0x90)
