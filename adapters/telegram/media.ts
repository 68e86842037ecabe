// What a file is, by its first bytes; what it is called only tells a sound from a film in the same kind of container. Pure.

/** The type of a file that may be kept, or null. */
export function mediaType(bytes: Uint8Array, called: string): string | null {
  const sound = called.startsWith('audio/')
  if (starts(bytes, [0xff, 0xd8, 0xff])) return 'image/jpeg'
  if (starts(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return 'image/png'
  if (ascii(bytes, 0, 4) === 'RIFF' && ascii(bytes, 8, 4) === 'WEBP') return 'image/webp'
  if (ascii(bytes, 0, 5) === '%PDF-') return 'application/pdf'
  if (ascii(bytes, 0, 4) === 'OggS') return called.startsWith('video/') ? 'video/ogg' : 'audio/ogg'
  if (ascii(bytes, 0, 3) === 'ID3' || (sound && isMp3Frame(bytes))) return 'audio/mpeg'
  if (ascii(bytes, 4, 4) === 'ftyp') return boxType(ascii(bytes, 8, 4), sound)
  return null
}

/** The ISO base media family, by its major brand. */
function boxType(brand: string, sound: boolean): string | null {
  if (['heic', 'heix', 'heim', 'heis', 'mif1'].includes(brand)) return 'image/heic'
  if (brand === 'M4A ' || brand === 'M4B ') return 'audio/mp4'
  if (/^(isom|iso[2-9]|mp4[12]|avc1|M4V |MSNV|dash|3gp[4-9]|qt {2})$/.test(brand))
    return sound ? 'audio/mp4' : 'video/mp4'
  return null
}

/** Without a tag before it, an MP3 begins with a frame: eleven bits set, then layer III. */
const isMp3Frame = ([first = 0, second = 0]: Uint8Array): boolean =>
  first === 0xff && (second & 0xe0) === 0xe0 && (second & 0x06) === 0x02

/** A file's own name without folders and invisible characters, at most 120 characters; null when nothing is left. */
export function plainName(name: string | null): string | null {
  const last = (name ?? '').toWellFormed().split(/[\\/]/).at(-1) ?? ''
  const plain = last
    .replace(/[\p{C}"]/gu, '')
    .trim()
    .slice(-120)
    .toWellFormed()
  return plain || null
}

const starts = (bytes: Uint8Array, signature: number[]): boolean =>
  bytes.length > signature.length && signature.every((byte, at) => bytes[at] === byte)

const ascii = (bytes: Uint8Array, from: number, length: number): string =>
  String.fromCharCode(...bytes.subarray(from, from + length))
