// What an operator may ask for, in this process and through the door of a running bot.
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { ask, openDoor } from '../../bot/admin/socket.ts'
import { Misuse, type Office } from '../../bot/admin/verb.ts'
import { VERBS } from '../../bot/admin/verbs.ts'
import { type Outcome, refusal, work } from '../../bot/admin/work.ts'
import { advance } from '../../bot/advance.ts'
import { openClockTime } from '../../bot/clock-time.ts'
import { openLog } from '../../bot/log.ts'
import { Unavailable } from '../../flows/core/ports.ts'
import { type EmptyBooks, emptyBooks } from './empty-books.ts'

const DAY = 86_400_000
const NOW = 1_764_000_000_000
const scratch = mkdtempSync(join(tmpdir(), 'admin-'))

let books: EmptyBooks
let office: Office
beforeAll(async () => {
  books = await emptyBooks()
  const { store } = books
  await store.admin.importStation({ name: '示例派出所', phone: '110', demo: true, villages: [] }, NOW)
  const time = await openClockTime(store.admin, () => NOW)
  const sweep = async () => ({ done: 0, failed: 0 })
  const on = { admin: store.admin, dues: store.dues, time, sweep, drained: async () => {} }
  office = {
    admin: store.admin,
    now: time.now,
    advance: (ms) => advance(on, ms),
    publicUrl: 'http://localhost:3000',
    shown: (at) => new Date(at).toISOString(),
  }
})
afterAll(async () => {
  await books.drop()
  rmSync(scratch, { recursive: true })
})

/** As typed, the way the command line reads it. */
async function run(verb: string, ...args: string[]): Promise<Outcome> {
  const found = VERBS.find(({ name }) => name === verb)!
  try {
    return await work(office, { verb, given: JSON.parse(JSON.stringify(found.read(args))) })
  } catch (error) {
    return refusal(error)
  }
}

const file = (name: string, content: unknown): string => {
  const path = join(scratch, name)
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content))
  return path
}

test('a station is imported, again and again with the same result', async () => {
  const station = file('station.json', {
    name: '示例派出所',
    phone: '110',
    villages: [{ code: 'jia', name: '示例甲村' }],
    people: [{ name: '示例所长', roles: ['chief', 'leader'] }],
  })
  const facts = { station: 'station', villages: 1, people: 1 }
  expect(await run('station import', station)).toMatchObject({ status: 0, facts })
  expect(await run('station import', station)).toMatchObject({ status: 0, facts })
  expect((await run('staff list')).text).toHaveLength(1)
})

test.each([
  [['none.json'], 1, 'cannot be read'],
  [[file('broken.json', '{')], 1, 'is not JSON'],
  [[file('strange.json', { name: 1 })], 1, 'does not fit'],
  [[], 2, 'This verb takes 1'],
  [['a', 'b'], 2, 'This verb takes 1'],
])('station import %j is told what is wrong', async (args, status, sentence) => {
  expect(await run('station import', ...args)).toMatchObject({
    status,
    text: [expect.stringContaining(sentence)],
  })
})

test('a calendar of duty is brought in and shown', async () => {
  const day = (ms: number) => new Date(NOW + ms + 8 * 3_600_000).toISOString().slice(0, 10)
  const shift = { name: '示例所长', from: `${day(0)} 00:00`, until: `${day(DAY)} 00:00` }
  expect(await run('duty list')).toMatchObject({ status: 0, facts: { calendar: false, shifts: [] } })
  const duty = file('duty.json', [shift])
  expect(await run('duty import', duty)).toMatchObject({ status: 0, facts: { shifts: 1 } })
  expect(await run('duty import', duty)).toMatchObject({ status: 0, facts: { shifts: 1 } })
  const listed = await run('duty list')
  expect(listed).toMatchObject({
    status: 0,
    facts: { calendar: true, shifts: [{ name: '示例所长', now: true }] },
  })
  expect(listed.text).toHaveLength(1)
  const wrong = file('duty-wrong.json', [{ ...shift, name: '没有这个人' }])
  expect(await run('duty import', wrong)).toMatchObject({ status: 1, text: ['Nobody here is 没有这个人.'] })
})

test('the station’s own days are entered, brought in, listed and removed', async () => {
  expect(await run('calendar add', '2027-02-06', 'festival', '春节', 'Spring Festival')).toMatchObject({
    status: 0,
    facts: { day: '2027-02-06', kind: 'festival', zh: '春节', en: 'Spring Festival' },
    text: ['Entered 2027-02-06 as festival: 春节.'],
  })
  const days = file('days.json', {
    days: [
      { day: '2027-02-08', kind: 'holiday', zh: '春节假' },
      { day: '2026-09-01', kind: 'sensitive', zh: '开学', en: 'School begins' },
    ],
  })
  for (const _ of [1, 2])
    expect(await run('calendar import', days)).toMatchObject({ status: 0, facts: { days: 2 } })
  expect((await run('calendar list', '2027')).text).toEqual([
    '2027-02-06\tfestival\t春节\tSpring Festival',
    '2027-02-08\tholiday\t春节假\t春节假',
  ])
  expect(await run('calendar remove', '2027-02-08', 'holiday')).toMatchObject({
    status: 0,
    facts: { removed: true },
  })
  expect((await run('calendar list')).facts).toMatchObject([{ day: '2026-09-01' }, { day: '2027-02-06' }])
})

test.each([
  [
    'calendar add',
    ['2027-02-30', 'holiday', '假'],
    1,
    'There is no day 2027-02-30; a day is written as 2027-02-06.',
  ],
  [
    'calendar add',
    ['2027-02-06', 'feast', '假'],
    1,
    'There is no kind feast of day; the kinds are holiday, workday, festival, sensitive.',
  ],
  ['calendar add', ['2027-02-06', 'holiday', ' '], 1, 'A day needs a name of at most 60 characters.'],
  [
    'calendar add',
    ['2027-02-06', 'holiday', '假', ''],
    1,
    'The English name has at most 60 characters, and at least one.',
  ],
  ['calendar add', ['2027-02-06', 'holiday'], 2, 'This verb takes 4 of what follows it, and not 2.'],
  ['calendar remove', ['2030-01-01', 'holiday'], 1, '2030-01-01 is not in the calendar as holiday.'],
  [
    'calendar import',
    [file('days-wrong.json', [{ day: '2027-13-01', kind: 'holiday', zh: '假' }])],
    1,
    'The calendar file does not fit',
  ],
  ['calendar import', [file('days-none.json', [])], 1, 'The calendar file does not fit'],
  [
    'calendar import',
    [
      file('days-both.json', [
        { day: '2027-05-01', kind: 'holiday', zh: '假' },
        { day: '2027-05-01', kind: 'workday', zh: '班' },
      ]),
    ],
    1,
    '2027-05-01 cannot be holiday and workday at once; remove one of them first.',
  ],
  ['calendar list', ['27'], 1, 'A year is written as 2027.'],
])('%s %j is told what is wrong', async (verb, args, status, sentence) => {
  const outcome = await run(verb, ...args)
  expect(outcome).toMatchObject({ status, text: [expect.stringContaining(sentence)] })
  expect(outcome.text.join(' ').split('\n')).toHaveLength(1)
})

test('staff come, sign in by a link that works once, and go', async () => {
  const added = await run('staff add', '示例民警', '--role', 'officer', '--village', 'jia')
  const { person } = added.facts as { person: string }
  const { facts, text } = await run('staff code', '示例民警')
  const { code, link, expiresAt } = facts as { code: string; link: string; expiresAt: number }
  expect(link).toBe(`http://localhost:3000/desk#code=${code}`)
  expect(text.join('\n')).toContain(link)
  expect(expiresAt).toBeGreaterThan(NOW)
  const { signIn, whoIs } = books.store.desk
  const at = { channel: 'web', id: 'officer' }
  expect(await signIn(code, at, NOW)).toMatchObject({ person, roles: ['officer'] })
  expect((await run('staff list')).facts).toContainEqual(
    expect.objectContaining({ person, bound: ['web'], revoked: false }),
  )
  expect(await run('staff revoke', person)).toMatchObject({ status: 0 })
  expect(await whoIs(at)).toBeNull()
  expect((await run('staff list')).facts).toContainEqual(expect.objectContaining({ person, revoked: true }))
})

test.each([
  ['staff add', ['示例民警'], 2, '--role'],
  ['staff add', ['示例民警', '--rank', 'high'], 2, 'not known'],
  ['staff add', ['示例民警', '--role', 'king'], 1, 'does not fit'],
  ['staff add', ['示例民警', '--role', 'officer', '--village', 'none'], 1, 'no village'],
  ['staff code', ['nobody'], 1, 'Nobody here is'],
  ['staff revoke', ['nobody'], 1, 'Nobody here is'],
  ['staff list', ['all'], 2, 'Nothing follows'],
  ['case show', ['RD-2026-0001'], 1, 'no case'],
  ['report', [], 2, 'This verb takes 1'],
  ['report', ['soon'], 1, 'no period soon'],
  ['report', ['2026-10'], 1, 'has not begun'],
  ['report', ['2025-10', '--table', 'D'], 1, 'no table D'],
  ['report', ['2025-10', '--village', 'none'], 1, 'no village none'],
  ['clock advance', ['soon'], 2, 'such as 7d'],
  ['clock advance', ['0d'], 2, 'such as 7d'],
  ['clock advance', ['99999d'], 1, 'two years'],
])('%s %j is refused with a reason', async (verb, args, status, sentence) => {
  expect(await run(verb, ...args)).toMatchObject({ status, text: [expect.stringContaining(sentence)] })
})

test('a report is numbers with the lists behind them', async () => {
  const { status, facts, text } = await run('report', '2025-10', '--table', 'b')
  expect(status).toBe(0)
  expect(facts).toMatchObject({ period: '2025-10', over: true, tables: [{ code: 'B' }] })
  expect(text).toContain('B1\tFound\t0\t0')
  expect(JSON.stringify(facts)).toContain('"value":{"zh":"15000余元"')
})

test('the audit is whole, also after the keys were rotated', async () => {
  expect(await run('keys rotate')).toMatchObject({ status: 0 })
  expect(await run('audit verify')).toMatchObject({ status: 0, facts: { firstBad: null } })
})

test('a key file is made once, for its owner alone', async () => {
  const path = join(scratch, 'sealing.key')
  expect(await run('keys make', path)).toMatchObject({ status: 0, facts: { file: path } })
  expect(statSync(path).mode & 0o777).toBe(0o600)
  const before = readFileSync(path, 'utf8')
  expect(await run('keys make', path)).toMatchObject({ status: 1 })
  expect(readFileSync(path, 'utf8')).toBe(before)
  expect(await run('keys add', path)).toMatchObject({ status: 0, facts: { version: 2 } })
  expect(readFileSync(path, 'utf8')).toContain('\nv2 ')
  expect(await run('keys add', join(scratch, 'none'))).toMatchObject({ status: 1 })
  expect(await run('keys add', file('poem', 'a'))).toMatchObject({
    status: 1,
    text: [expect.stringContaining('not a key file')],
  })
})

test('a backup is written once, for its owner alone', async () => {
  const path = join(scratch, 'copy.tar.gz')
  const { status, facts } = await run('backup', path)
  expect(status).toBe(0)
  expect(statSync(path)).toMatchObject({ size: (facts as { bytes: number }).bytes })
  expect(statSync(path).mode & 0o777).toBe(0o600)
  expect([...readFileSync(path).subarray(0, 2)]).toEqual([0x1f, 0x8b])
  expect(await run('backup', path)).toMatchObject({
    status: 1,
    text: [expect.stringContaining('is there already')],
  })
})

test('the clock of a demonstration is moved', async () => {
  const before = office.now()
  expect(await run('clock advance', '7d')).toMatchObject({ status: 0, facts: { failed: 0 } })
  expect(office.now()).toBeGreaterThanOrEqual(before + 7 * DAY)
})

test('of a mistake of ours only the kind and the place are told', async () => {
  const wrong = {
    ...office,
    admin: { ...office.admin, listStaff: () => Promise.reject(new TypeError('张三')) },
  }
  const outcome = await work(wrong, { verb: 'staff list', given: {} })
  expect(outcome.status).toBe(1)
  expect(JSON.stringify(outcome)).toContain('TypeError')
  expect(JSON.stringify(outcome)).not.toContain('张三')
  const away = {
    ...office,
    admin: { ...office.admin, listStaff: () => Promise.reject(new Unavailable('gone')) },
  }
  expect((await work(away, { verb: 'staff list', given: {} })).text).toEqual([
    'The database cannot be reached now; try again.',
  ])
})

test('a verb of another version is misuse', async () => {
  expect(await work(office, { verb: 'fly', given: null })).toMatchObject({ status: 2 })
  expect(refusal(new Misuse('no'))).toMatchObject({ status: 2, text: ['no'] })
})

let close: (() => Promise<void>) | null = null
afterEach(async () => {
  await close?.()
  close = null
})

test('the running bot does what the command line asks, and its log has no word of it', async () => {
  const lines: string[] = []
  const log = openLog('debug', { write: (line) => void lines.push(line) })
  close = await openDoor(books.folder, (request) => work(office, request), log)
  const socket = join(books.folder, 'admin.sock')
  expect(statSync(socket).mode & 0o777).toBe(0o600)
  const given = { name: '秘密', roles: ['officer'], villages: [] }
  const answers = await Promise.all([
    ask(books.folder, { verb: 'staff add', given }),
    ask(books.folder, { verb: 'staff list', given: {} }),
    ask(books.folder, { verb: 'fly', given: null }),
  ])
  expect(answers.map((answer) => answer?.status)).toEqual([0, 0, 2])
  expect(lines.join('')).toContain('staff add')
  expect(lines.join('')).not.toContain('秘密')
})

test('what nobody understands is not answered, and the door stays open', async () => {
  const lines: string[] = []
  const log = openLog('debug', { write: (line) => void lines.push(line) })
  close = await openDoor(books.folder, (request) => work(office, request), log)
  const stranger = connect(join(books.folder, 'admin.sock'))
  const closed = new Promise((resolve) => stranger.once('close', resolve))
  stranger.write('秘密\n')
  await closed
  expect(lines.join('')).toContain('not understood')
  expect(lines.join('')).not.toContain('秘密')
  expect(await ask(books.folder, { verb: 'staff list', given: {} })).toMatchObject({ status: 0 })
})

test('what a killed bot left behind is no bot', async () => {
  expect(await ask(scratch, { verb: 'staff list', given: {} })).toBeNull()
  close = await openDoor(books.folder, (request) => work(office, request), openLog('silent'))
  await close()
  close = null
  expect(existsSync(join(books.folder, 'admin.sock'))).toBe(false)
  expect(await ask(books.folder, { verb: 'staff list', given: {} })).toBeNull()
})
