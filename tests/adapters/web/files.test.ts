// Photos, voice notes and papers: what is taken, as what it is kept, and how it is given back.
import { afterEach, beforeEach, expect, test } from 'vitest'
import { web } from '../../../adapters/index.ts'
import { readBody } from '../../../adapters/web/body.ts'
import { LARGEST_FILE } from '../../../adapters/web/files.ts'
import { RATES } from '../../../adapters/web/limits.ts'
import { mediaType, plainName } from '../../../adapters/web/media.ts'
import { type Client, client } from './client.ts'
import { type MemoryDesk, memoryDesk } from './desk.ts'
import { type House, openHouse } from './house.ts'
import { memoryStation, type Station } from './station.ts'

const JPEG = Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3])
let station: Station
let desk: MemoryDesk
let channel: ReturnType<typeof web>
let house: House
let self: Client

beforeEach(async () => {
  station = memoryStation()
  desk = memoryDesk(station)
  const each = { size: 100, per: 60_000 }
  channel = web(station.ports, { rates: { ...RATES, file: { each, network: each } } })
  await channel.open(desk.hear)
  house = await openHouse(channel.app)
  self = client(house.url)
  await self.hello()
})
afterEach(async () => {
  await channel.close()
  await house.close()
})

const put = (body: Uint8Array<ArrayBuffer>, headers: { [name: string]: string } = {}, by = self) =>
  by.request('POST', '/files', { body, headers })

test('a photo is kept under its real type and its plain name, and can be sent', async () => {
  const { status, data } = await put(JPEG, {
    'content-type': 'text/html',
    'x-file-name': encodeURIComponent('../../欠条\u202Egpj.exe"'),
  })
  expect(status).toBe(201)
  expect(data.file).toEqual({ id: 'file-1', type: 'image/jpeg', name: '欠条gpj.exe' })
  await self.send('message-1', { kind: 'files', files: [{ id: 'file-1' }], caption: '这是欠条' })
  expect(desk.heard[0]!.event).toEqual({
    kind: 'files',
    files: [{ id: 'file-1', type: 'image/jpeg', name: '欠条gpj.exe' }],
    caption: '这是欠条',
  })
})

test('a voice note keeps its length, and nothing else does', async () => {
  const bytes = Uint8Array.from([0x1a, 0x45, 0xdf, 0xa3, ...new TextEncoder().encode('....webm')])
  await put(bytes, { 'content-type': 'audio/webm' })
  await put(JPEG)
  const files = [
    { id: 'file-1', seconds: 12 },
    { id: 'file-2', seconds: 12 },
  ]
  await self.send('message-1', { kind: 'files', files })
  expect(desk.heard[0]!.event).toEqual({
    kind: 'files',
    files: [
      { id: 'file-1', type: 'audio/webm', seconds: 12 },
      { id: 'file-2', type: 'image/jpeg' },
    ],
  })
})

test("a file that is not the sender's own is gone, whoever else has it", async () => {
  await put(JPEG)
  const other = client(house.url)
  await other.hello()
  const answer = await other.send('message-1', { kind: 'files', files: [{ id: 'file-1' }] })
  expect(answer.status).toBe(422)
  expect((await other.raw('GET', '/files/file-1')).status).toBe(404)
  expect((await other.raw('GET', `/files/${'x'.repeat(200)}`)).status).toBe(404)
  expect(desk.heard).toHaveLength(0)
})

test('a file is given back as data that a browser will not run', async () => {
  await put(JPEG, { 'x-file-name': encodeURIComponent('欠条 (1).jpg') })
  const answer = await self.raw('GET', '/files/file-1')
  expect(new Uint8Array(await answer.arrayBuffer())).toEqual(JPEG)
  expect(answer.headers.get('content-type')).toBe('image/jpeg')
  expect(answer.headers.get('content-disposition')).toBe(
    `attachment; filename*=UTF-8''${encodeURIComponent('欠条')}%20%281%29.jpg`,
  )
  expect(answer.headers.get('content-security-policy')).toContain('sandbox')
  expect(answer.headers.get('cache-control')).toBe('no-store')
  expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
})

test('pages, programs and pictures that can run scripts are not taken', async () => {
  for (const text of [
    '<!doctype html><script>1</script>',
    '<svg xmlns="http://www.w3.org/2000/svg"/>',
    'MZ  program',
    '',
  ])
    expect((await put(new TextEncoder().encode(text), { 'content-type': 'image/png' })).status).toBe(415)
  expect(station.files.size).toBe(0)
})

test('a file larger than ten megabytes is not taken', async () => {
  const large = new Uint8Array(LARGEST_FILE + 1)
  large.set(JPEG)
  const answer = await put(large)
  expect(answer.status).toBe(413)
  expect(answer.data.error).toBe('large')
})

test('one network may have eight uploads under way, and the ninth comes again', async () => {
  const drips: ReadableStreamDefaultController<Uint8Array>[] = []
  const dripping = () =>
    new ReadableStream<Uint8Array>({
      start(controller) {
        drips.push(controller)
        controller.enqueue(JPEG)
      },
    })
  const under = Array.from({ length: 8 }, () =>
    self.request('POST', '/files', { body: dripping(), headers: { 'content-type': 'image/jpeg' } }),
  )
  await expect.poll(async () => (await put(JPEG)).status).toBe(503)
  for (const drip of drips) drip.close()
  for (const { status } of await Promise.all(under)) expect(status).toBe(201)
  expect((await put(JPEG)).status).toBe(201)
})

test('a body that does not come in time is late, and one that breaks off too', async () => {
  const request = (body: ReadableStream) =>
    new Request('http://station.test', { method: 'POST', body, duplex: 'half' } as RequestInit)
  const never = new ReadableStream()
  expect(await readBody(request(never), 10, 20)).toBe('late')
  const broken = new ReadableStream({
    pull() {
      throw new Error('hung up')
    },
  })
  expect(await readBody(request(broken), 10, 20)).toBe('late')
})

test.each([
  ['image/png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0], '', 'image/png'],
  ['image/webp', [...'RIFF----WEBP'], '', 'image/webp'],
  ['a PDF', [...'%PDF-1.7'], '', 'application/pdf'],
  ['Ogg sound', [...'OggS'], 'audio/ogg', 'audio/ogg'],
  ['Ogg film', [...'OggS'], 'video/ogg', 'video/ogg'],
  ['an iPhone photo', [...'----ftypheic'], '', 'image/heic'],
  ['an iPhone voice note', [...'----ftypM4A '], '', 'audio/mp4'],
  ['a recorded MP4 sound', [...'----ftypisom'], 'audio/mp4', 'audio/mp4'],
  ['a film', [...'----ftypmp42'], 'video/mp4', 'video/mp4'],
  ['an unknown box', [...'----ftypqt  '], 'video/quicktime', null],
])('%s is known by its first bytes', (_, signs, called, type) => {
  const bytes = signs.map((sign) => (typeof sign === 'number' ? sign : sign.charCodeAt(0)))
  expect(mediaType(Uint8Array.from(bytes), called)).toBe(type)
})

test.each([
  ['C:\\照片\\欠条.jpg', '欠条.jpg'],
  ['\u0000\u202E', null],
  [null, null],
  [`${'长'.repeat(200)}.jpg`, `${'长'.repeat(116)}.jpg`],
])('the plain name of %j is %j', (given, name) => {
  expect(plainName(given)).toBe(name)
})
