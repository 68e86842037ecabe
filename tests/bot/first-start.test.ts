// What a start finds in the books: a station, or nothing, and then what it brings in or says.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { firstStart } from '../../bot/first-start.ts'
import { greeting } from '../../bot/greeting.ts'
import { type EmptyBooks, emptyBooks } from './empty-books.ts'

const embedded = { databaseUrl: null, stationFile: null }
const server = { databaseUrl: 'postgres://bot@db/maple', stationFile: null }
const NOW = 1_764_000_000_000

let books: EmptyBooks
beforeEach(async () => {
  books = await emptyBooks()
})
afterEach(() => books.drop())

const misconfigured = (message: string) => ({
  name: 'Misconfigured',
  message: expect.stringContaining(message),
})

test('empty embedded books become a demonstration of the made-up station, once', async () => {
  const { store } = books
  expect(await firstStart(store, embedded, NOW)).toBe('demo')
  expect(await store.station()).toMatchObject({ name: '示例派出所', demo: true })
  const staff = await store.admin.listStaff()
  for (const role of ['chief', 'leader', 'officer', 'duty', 'mediator', 'cadre', 'grid'])
    expect(staff.some(({ roles }) => roles.includes(role))).toBe(true)
  expect(await firstStart(store, embedded, NOW)).toBe('found')
  expect(await store.admin.listStaff()).toEqual(staff)
})

test('an empty database on a server says in one sentence what to do, and stays as it was', async () => {
  const { store } = books
  const refused = firstStart(store, server, NOW)
  await expect(refused).rejects.toMatchObject(misconfigured('npm run admin -- station import FILE'))
  expect(await store.admin.listStaff()).toEqual([])
  expect((await store.station()).demo).toBe(false)
})

test('the file of the operator is read into empty books, and left alone afterwards', async () => {
  const { store, folder } = books
  const stationFile = join(folder, 'station.json')
  const people = [{ name: '民警甲', roles: ['officer'] }]
  writeFileSync(stationFile, JSON.stringify({ name: '甲派出所', phone: '110', people }))
  expect(await firstStart(store, { ...server, stationFile }, NOW)).toBe('imported')
  expect(await store.station()).toMatchObject({ name: '甲派出所', demo: false })
  const [officer] = await store.admin.listStaff()
  await store.admin.revoke(officer!.person, NOW)
  // Whoever was taken out by the operator does not come back with the next start.
  expect(await firstStart(store, { ...server, stationFile }, NOW)).toBe('found')
  expect(await store.admin.listStaff()).toMatchObject([{ name: '民警甲', revoked: true }])
})

test.each([
  ['none.json', null, 'cannot be read'],
  ['text.json', 'station', 'is not JSON'],
  ['shape.json', '{"name":"甲派出所"}', 'does not fit'],
])('a station file that is %s is one sentence', async (name, content, sentence) => {
  const stationFile = join(books.folder, name)
  if (content !== null) writeFileSync(stationFile, content)
  const refused = firstStart(books.store, { ...embedded, stationFile }, NOW)
  await expect(refused).rejects.toMatchObject(misconfigured(sentence))
})

test('a demonstration greets with the way in for everybody, and each link signs in once', async () => {
  const { store } = books
  await firstStart(store, embedded, NOW)
  const office = {
    admin: store.admin,
    now: () => NOW,
    advance: async () => ({ now: NOW, steps: 0, failed: 0 }),
    publicUrl: 'http://localhost:3000',
    shown: () => '25 Nov 00:00',
  }
  const lines = await greeting(office, '示例派出所')
  const text = lines.join('\n')
  for (const said of [
    'http://localhost:3000/',
    '责任领导',
    'responsible officer',
    'clock advance 7d',
    '25 Nov 00:00',
  ])
    expect(text).toContain(said)
  const codes = [...text.matchAll(/\/desk#code=(\S+)/g)].map(([, code]) => code!)
  expect(codes).toHaveLength((await store.admin.listStaff()).length)
  const at = (id: string) => ({ channel: 'web', id })
  const signed = await Promise.all(codes.map((code, n) => store.desk.signIn(code, at(`seat${n}`), NOW)))
  expect(new Set(signed.map((one) => one?.person)).size).toBe(codes.length)
  expect(await store.desk.signIn(codes[0]!, at('another'), NOW)).toBeNull()
})
