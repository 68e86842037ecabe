// The command line's verbs: again and again with the same result, and a refusal is one sentence.
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openEmbedded } from '../../db/database/embedded.ts'
import { openMasterKeys } from '../../db/keys/master-keys.ts'
import { storeOn } from '../../db/open.ts'
import { bound, type Carrier, inTurn, somebody, staged } from './store-kit.ts'
import { act, HOUR, inbound, MINUTE, NOON, quiet, talk, words, workOf } from './store-work.ts'

const sample = JSON.parse(readFileSync(new URL('../../db/seed/sample-station.json', import.meta.url), 'utf8'))

export function adminContract(carrier: Carrier): void {
  const stage = staged(carrier)
  const admin = () => stage().store.admin

  test('importing a station twice is importing it once', async () => {
    const { station } = stage()
    const made = { station, villages: sample.villages.length, people: sample.people.length }
    expect(await admin().importStation(sample, NOON)).toEqual(made)
    const people = await admin().listStaff()
    expect(people.map(({ name }) => name)).toEqual(sample.people.map((one: { name: string }) => one.name))
    expect(await admin().importStation(sample, NOON + MINUTE)).toEqual(made)
    expect(await admin().listStaff()).toEqual(people)
    expect(await stage().rows('villages')).toHaveLength(made.villages)
  })

  test('settings are in force at once, in every process', async () => {
    const other = await stage().another()
    expect((await other.station()).name).not.toBe('新所名')
    await admin().importStation({ ...sample, name: '新所名', settings: { hours: '8-18' } }, NOON)
    expect(await other.station()).toMatchObject({
      name: '新所名',
      settings: { hours: '8-18' },
      publicUrl: 'https://example.org',
    })
  })

  test('a file that does not fit is refused in a sentence, and nothing of it stays', async () => {
    const refused = async (file: typeof sample, why: RegExp) => {
      await expect(admin().importStation(file, NOON)).rejects.toThrow(why)
      expect(await admin().listStaff()).toEqual([])
    }
    await refused({ ...sample, phone: '' }, /phone/)
    await refused({ ...sample, extra: 1 }, /extra/)
    await refused({ ...sample, people: [{ name: '甲', roles: ['bot'] }] }, /roles/)
    await refused(
      { ...sample, people: [{ name: '甲', roles: ['officer'], villages: ['none'] }] },
      /no village none/,
    )
    await refused({ ...sample, rules: { nonsense: {} } }, /rules do not fit/)
    await refused(null, /does not fit/)
  })

  test('staff are added, listed, found by name or id, and revoked', async () => {
    const { person } = await admin().addStaff({ name: '甲', roles: ['officer'], villages: [] }, NOON)
    const { code, expiresAt } = await admin().staffCode('甲', NOON)
    // The clock of a demo is moved on by hours at a time.
    expect(expiresAt).toBe(NOON + 24 * HOUR)
    await stage().store.desk.signIn(code, somebody(), NOON)
    const line = { person, name: '甲', roles: ['officer'], bound: ['web'], revoked: false }
    expect(await admin().listStaff()).toEqual([line])
    await admin().addStaff({ name: '甲', roles: ['cadre'], villages: [] }, NOON + 1)
    await expect(admin().staffCode('甲', NOON)).rejects.toThrow('Several people are called 甲; give the id.')
    await expect(admin().staffCode('乙', NOON)).rejects.toThrow('Nobody here is 乙.')
    await admin().revoke(person, NOON)
    await expect(admin().revoke(person, NOON)).rejects.toThrow('Nobody here is')
    expect((await admin().listStaff())[0]).toEqual({ ...line, bound: [], revoked: true })
    await expect(admin().addStaff({ name: '丙', roles: ['king'], villages: [] }, NOON)).rejects.toThrow(
      /roles/,
    )
    const nowhere = admin().addStaff({ name: '丙', roles: ['officer'], villages: ['none'] }, NOON)
    await expect(nowhere).rejects.toThrow('There is no village none.')
  })

  test('a code to sign in with lasts ten minutes, except in a demo', async () => {
    await admin().addStaff({ name: '甲', roles: ['officer'], villages: [] }, NOON)
    await stage().raw(`update stations set demo = false where id = '${stage().station}'`)
    const real = await stage().another()
    const { code, expiresAt } = await real.admin.staffCode('甲', NOON)
    expect(expiresAt).toBe(NOON + 10 * MINUTE)
    expect(await real.desk.signIn(code, somebody(), expiresAt)).toBeNull()
  })

  test('a case is shown by its number', async () => {
    expect(await admin().caseShow('K1', NOON)).toEqual({ number: 'K1' })
    await expect(admin().caseShow('K2', NOON)).rejects.toThrow('There is no case K2.')
  })

  /** Ten rows of audit. */
  const written = async () => {
    stage().script.command = async (books) => {
      books.audit('first', 'dispute:1', { b: 1, a: ['x', null, { z: true }] })
      books.audit('second', 'dispute:1')
      return null
    }
    for (let i = 0; i < 5; i++) await act(stage().store, inbound(somebody()))
  }

  test('the audit verifies, also while it grows in two processes', async () => {
    expect(await admin().auditVerify()).toEqual({ rows: 0, firstBad: null })
    await written()
    expect(await admin().auditVerify()).toEqual({ rows: 10, firstBad: null })
    const other = await stage().another()
    const more = Array.from({ length: 20 }, (_, i) => act(i % 2 ? other : stage().store, inbound(somebody())))
    for (let i = 0; i < 10; i++) expect(await other.admin.auditVerify()).toMatchObject({ firstBad: null })
    await Promise.all(more)
    expect(await admin().auditVerify()).toEqual({ rows: 50, firstBad: null })
  })

  const where = () => `station_id = '${stage().station}'`
  test.each([
    ['an actor', 4, (w: string) => `update audit set actor = 'somebody' where ${w} and seq = 4`],
    ['an action', 4, (w: string) => `update audit set action = 'x' where ${w} and seq = 4`],
    ['a time', 4, (w: string) => `update audit set at = at + 1 where ${w} and seq = 4`],
    ['a subject', 1, (w: string) => `update audit set subject = 'x' where ${w} and seq = 1`],
    ['the facts', 9, (w: string) => `update audit set facts = '{"a":1}' where ${w} and seq = 9`],
    ['a hash', 7, (w: string) => `update audit set hash = prev where ${w} and seq = 7`],
    ['a row taken out', 5, (w: string) => `delete from audit where ${w} and seq = 5`],
    ['the first row taken out', 1, (w: string) => `delete from audit where ${w} and seq = 1`],
    ['the last rows cut off', 8, (w: string) => `delete from audit where ${w} and seq > 7`],
    ['all rows cut off', 1, (w: string) => `delete from audit where ${w}`],
    [
      'rows in another order',
      3,
      (w: string) =>
        `update audit set seq = -seq where ${w} and seq in (3, 5); update audit set seq = 8 + seq where ${w} and seq < 0`,
    ],
    [
      'a row added',
      11,
      (w: string) =>
        `insert into audit select station_id, 11, at, actor, action, subject, facts, hash, hash from audit where ${w} and seq = 10`,
    ],
    [
      'the end put back',
      9,
      (w: string) =>
        `delete from audit where ${w} and seq > 8; update audit_heads set seq = 8, hash = (select hash from audit where ${w} and seq = 8) where ${w}`,
    ],
    ['the end lost', 11, (w: string) => `delete from audit_heads where ${w}`],
    ['everything lost', 1, (w: string) => `delete from audit where ${w}; delete from audit_heads where ${w}`],
  ])('the audit shows %s', async (what, firstBad, change) => {
    await written()
    for (const statement of change(where()).split(';')) await stage().raw(statement)
    expect((await admin().auditVerify()).firstBad).toBe(firstBad)
    // Where the place of the next row was taken, it cannot be written at all; everywhere else the work goes on, and
    // the change shows for ever.
    const next = act(stage().store, inbound(somebody()))
    if (what === 'a row added') await expect(next).rejects.toThrow('23505')
    else await next
    expect((await admin().auditVerify()).firstBad).toBe(firstBad)
  })

  test('keys are wrapped anew while the station works, and everything still opens', async () => {
    const { store, keyFile, master } = stage()
    master.refresh()
    const version = master.current + 1
    const other = await stage().another()
    const people = Array.from({ length: 250 }, somebody)
    await Promise.all(people.map((from) => talk(store, inbound(from), 'old')))
    expect(await store.admin.rotateKeys(NOON)).toEqual({ wrapped: expect.any(Number) })
    const rows = await stage().rows('data_keys')
    expect(rows).toHaveLength(250)
    expect(rows.every(({ wrapped_by }) => wrapped_by === version)).toBe(true)
    expect(readFileSync(keyFile, 'utf8')).toMatch(new RegExp(`^v${version} `, 'm'))
    // One that knows only the first version looks into the file again.
    expect(words(await other.turns.held(people[0]!, 'zh', NOON))).toEqual(['old'])
    expect(words(await (await stage().another()).turns.held(people[1]!, 'zh', NOON))).toEqual(['old'])
    // A key that was made meanwhile by one who had not heard of it is wrapped next time, by the same version.
    await talk(other, inbound(somebody()), 'new')
    await store.admin.rotateKeys(NOON)
    expect((await stage().rows('data_keys')).every(({ wrapped_by }) => Number(wrapped_by) >= version)).toBe(
      true,
    )
    expect(await store.admin.auditVerify()).toMatchObject({ firstBad: null })
  })

  test('another key file is refused', async () => {
    const { database, keyFile, station } = stage()
    const foreign = openMasterKeys(`${keyFile}.other`, true)
    const work = workOf(quiet())
    const opening = storeOn({ ...database, close: async () => {} }, foreign, { ...work, station })
    await expect(opening).rejects.toThrow(
      'The sealing key file is not the one these books were written with.',
    )
  })

  test('a copy taken while it works opens with the same key; a server makes its own', async () => {
    const { store, database, keyFile, station } = stage()
    const from = somebody()
    await talk(store, inbound(from), 'kept')
    const copy = await store.admin.backup()
    expect(copy === null).toBe(database.flavour === 'server')
    if (!copy) return
    const folder = mkdtempSync(join(tmpdir(), 'maple-restored-'))
    try {
      writeFileSync(join(folder, 'copy.tar.gz'), copy)
      mkdirSync(join(folder, 'books'))
      execFileSync('tar', ['-xzf', join(folder, 'copy.tar.gz'), '-C', join(folder, 'books')], {
        stdio: 'ignore',
      })
      const work = workOf(quiet())
      const master = openMasterKeys(keyFile, false)
      const restored = await storeOn(await openEmbedded(folder), master, { ...work, station })
      expect(words(await restored.turns.held(from, 'zh', NOON))).toEqual(['kept'])
      expect(await restored.admin.auditVerify()).toMatchObject({ firstBad: null })
      await restored.close()
    } finally {
      rmSync(folder, { recursive: true })
    }
  })

  test('the clock of a demo goes forward, and no other clock moves', async () => {
    expect(await admin().demo()).toBe(true)
    expect(await admin().clockOffset()).toBe(0)
    const { now } = await admin().advanceClock(MINUTE)
    expect(Math.abs(now - MINUTE - Date.now())).toBeLessThan(MINUTE / 2)
    await (await stage().another()).admin.advanceClock(MINUTE)
    expect(await admin().clockOffset()).toBe(2 * MINUTE)
    for (const ms of [0, -1, 0.5, Number.NaN, Number.POSITIVE_INFINITY])
      await expect(admin().advanceClock(ms)).rejects.toThrow('The clock only goes forward.')
    await stage().raw(`update stations set demo = false where id = '${stage().station}'`)
    await expect(admin().advanceClock(MINUTE)).rejects.toThrow(
      'Only the clock of a demo database can be moved.',
    )
    expect(await admin().clockOffset()).toBe(2 * MINUTE)
  })

  test('a database with cases does not become a demo', async () => {
    const { station } = stage()
    await stage().raw(`update stations set demo = false where id = '${station}'`)
    await inTurn(stage(), somebody(), async (books) => {
      await books.newVault()
    })
    await stage().raw(`insert into disputes (station_id, id, number, state, level, category, source, key_id, facts, filed_at, level_at, updated_at)
      values ('${station}', 'd', 'n', 'S00', 'BLUE', 'L1', 'chat', 'k', '{}', 0, 0, 0)`)
    await expect(admin().importStation(sample, NOON)).rejects.toThrow('it cannot become a demo')
  })

  test('everything is counted', async () => {
    await talk(stage().store, inbound(somebody()), 'w')
    await bound(stage())
    const { station: _, ...counts } = { station: 1, ...(await admin().counts()) }
    expect(counts).toMatchObject({ addresses: 2, heard: 1, outbox_open: 1, staff: 1, audit: 3, disputes: 0 })
  })
}
