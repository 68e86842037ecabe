// What a file is decided by its first bytes, and what it may be by the list of what is kept.
import { describe, expect, test } from 'vitest'
import { mediaType, plainName } from '../../../adapters/telegram/media.ts'
import * as sample from './samples.ts'

describe('what a file is', () => {
  test.each([
    ['image/jpeg', sample.JPEG, 'image/jpeg'],
    ['image/png', sample.PNG, 'application/octet-stream'],
    ['image/webp', sample.WEBP, 'image/jpeg'],
    ['image/heic', sample.HEIC, 'image/jpeg'],
    ['application/pdf', sample.PDF, 'application/pdf'],
    ['audio/ogg', sample.OGG, 'audio/ogg'],
    ['audio/mpeg', sample.MP3_TAGGED, 'application/octet-stream'],
    ['audio/mpeg', sample.MP3_BARE, 'audio/mpeg'],
    ['audio/mp4', sample.M4A, 'audio/mpeg'],
    ['video/mp4', sample.MP4, 'video/mp4'],
    ['audio/mp4', sample.MP4, 'audio/mp4'],
    [null, sample.MP3_BARE, 'image/jpeg'],
    [null, sample.PAGE, 'image/jpeg'],
    [null, sample.PROGRAM, 'application/pdf'],
    [null, new Uint8Array(), 'image/png'],
  ])('%s', (type, bytes, called) => {
    expect(mediaType(bytes, called)).toBe(type)
  })
})

test.each([
  ['合同.pdf', '合同.pdf'],
  ['../../etc/合同.pdf', '合同.pdf'],
  ['C:\\合同\u202efdp.exe', '合同fdp.exe'],
  ['  ', null],
  [null, null],
])('the name %j', (name, plain) => {
  expect(plainName(name)).toBe(plain)
})
