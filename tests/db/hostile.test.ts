// Text that breaks other programs, in every column and through every door: stored cleaned, or politely refused.
import { eq, getTableColumns, is, sql } from 'drizzle-orm'
import { getTableConfig, type PgColumn, PgTable } from 'drizzle-orm/pg-core'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { storable, storableJson } from '../../db/clean.ts'
import { rows } from '../../db/database/database.ts'
import { openEmbedded } from '../../db/database/embedded.ts'
import { openServer } from '../../db/database/server.ts'
import * as schema from '../../db/schema/index.ts'
import { say } from '../../flows/core/reply.ts'
import { bound, inTurn, somebody, staged } from '../contracts/store-kit.ts'
import { act, inbound, NOON, talk, textOf, words } from '../contracts/store-work.ts'
import { freshDatabase } from '../postgres/fresh-database.ts'
import { freshFolder } from './embedded.ts'

const hostile: [string, string][] = [
  ['NUL', 'a\0b\0'],
  ['a lone high surrogate', 'a\uD83D'],
  ['a lone low surrogate', '\uDE00b'],
  ['surrogates the wrong way round', '\uDE00\uD83D'],
  ['20,000 characters', '枫'.repeat(20_000)],
  ['right-to-left marks', '\u202Eabc\u2066d\u2069\u200F'],
  ['emoji sequences', '👨‍👩‍👧‍👦🏳️‍🌈👍🏽'.repeat(50)],
  ['combining marks', `e${'\u0301'.repeat(500)}`],
  ['Tibetan', 'བོད་སྐད་'],
  ['SQL', `'; drop table heard; --`],
  ['a format', '%s %n $x {{y}} \\u0000 \\'],
  ['JSON', '{"a":["\\u0000"]}'],
  ['nothing', ''],
  ['a byte order mark', '\uFEFFx\uFFFE\uFFFF'],
]

test('what PostgreSQL cannot store is replaced, and nothing else is', () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(fc.integer({ min: 0, max: 0xffff }), fc.constantFrom(0, 0xfeff, 0xd83d))),
      (units) => {
        const text = String.fromCharCode(...units)
        const kept = storable(text)
        const start = text.replace(/^\uFEFF+/, '')
        expect(kept).toBe(start.replaceAll('\0', '\uFFFD').toWellFormed())
        expect(storable(kept)).toBe(kept)
        expect(storableJson({ [text]: [text, { x: text }], n: 1, z: null })).toEqual({
          [kept]: [kept, { x: kept }],
          n: 1,
          z: null,
        })
      },
    ),
    { numRuns: 5_000 },
  )
})

describe.each([
  {
    name: 'PGlite',
    async found() {
      const { folder, drop } = await freshFolder()
      const database = await openEmbedded(folder)
      return { database, second: async () => database, end: () => database.close().then(drop) }
    },
  },
  {
    name: 'PostgreSQL',
    async found() {
      const database = await openServer({ url: await freshDatabase() })
      return { database, second: async () => database, end: database.close }
    },
  },
])('on $name', (carrier) => {
  const stage = staged(carrier)
  const tables = Object.values(schema).filter((table) => is(table, PgTable))

  /** A value of the column's type. */
  const filler = (column: PgColumn, n: number): unknown => {
    switch (column.getSQLType()) {
      case 'text':
        return `t${n}`
      case 'jsonb':
        return {}
      case 'boolean':
        return false
      case 'bytea':
        return Buffer.of(1)
      default:
        return n
    }
  }

  test.each(hostile)('%s in every column of every table', async (_, text) => {
    const { database, station } = stage()
    let n = 0
    let columns = 0
    // Only the words matter here, not what they refer to.
    await database
      .transaction(async (tx) => {
        for (const table of tables) {
          const { name, foreignKeys } = getTableConfig(table)
          for (const key of foreignKeys)
            await tx.execute(sql.raw(`alter table ${name} drop constraint "${key.getName()}"`))
        }
        for (const table of tables) {
          const all = Object.entries(getTableColumns(table))
          for (const [key, column] of all) {
            const type = column.getSQLType()
            // An index takes no value of 20,000 characters: keys are ids of ours.
            if ((type !== 'text' && type !== 'jsonb') || column.name.endsWith('_id') || column.name === 'id')
              continue
            n++
            const row = Object.fromEntries(all.map(([other, filled]) => [other, filler(filled, n)]))
            if ('stationId' in row) row.stationId = `${station}-${n}`
            else row.id = `${station}-${n}`
            row[key] = type === 'text' ? text : { [text]: text, list: [text] }
            const mine = eq(
              all.find(([, { name }]) => name === ('stationId' in row ? 'station_id' : 'id'))![1],
              `${station}-${n}`,
            )
            const inserted = await tx
              .transaction((nested) => nested.insert(table).values(row))
              .then(
                () => true,
                (error: { cause?: { code?: string } }) => {
                  // The one polite refusal: too long for an index.
                  expect(error.cause?.code, `${key}`).toBe('54000')
                  return false
                },
              )
            if (!inserted) continue
            const [found] = await tx.select({ it: column }).from(table).where(mine)
            const kept = storable(text)
            expect(found?.it, key).toEqual(type === 'text' ? kept : { [kept]: kept, list: [kept] })
            columns++
          }
        }
        throw new Error('only to see')
      })
      .catch((error: Error) => {
        if (error.message !== 'only to see') throw error
      })
    expect(columns).toBeGreaterThan(100)
    expect(
      await rows(database.orm, sql`select 1 as it from stations where id like ${`${station}-%`}`),
    ).toEqual([])
  })

  test.each(hostile)('%s through the doors', async (_, text) => {
    const { store, script } = stage()
    const from = somebody()
    const heard = inbound(from, text, { id: `id-${text}` })
    expect(await talk(store, heard, text, [say(text)])).toBe('kept')
    expect(await talk(store, heard, text)).toBe('repeat')
    const other = await stage().another()
    expect(words(await other.turns.held(from, 'zh', NOON))).toEqual([text])
    expect((await other.outbox.since(from, 0, 9)).map(textOf)).toEqual([text])

    const file = await store.files.put(
      { type: 'image/png', name: text, bytes: Buffer.from(text), by: from },
      NOON,
    )
    const got = await other.files.get(file.id, from, NOON)
    expect(got?.name).toBe(text.toWellFormed())
    expect(await other.files.get(text, from, NOON)).toBeNull()

    const stranger = { channel: 'web', id: `who-${text}` }
    const held = await store.turns.held(stranger, 'zh', NOON)
    expect((await other.turns.held(stranger, 'zh', NOON)).address).toBe(held.address)

    script.command = async (books) => {
      books.audit('did', `dispute:${text}`, { [text]: text })
      await books.schedule({ key: `key-${text.slice(0, 500)}`, kind: 'tick', at: NOON, payload: { text } })
      await books.useJoinCode(text)
      return (await books.useButton(text)) as { refused: string }
    }
    expect(await act(store, inbound(from))).toBe('kept')
    expect(await store.admin.auditVerify()).toMatchObject({ firstBad: null })
    expect(await inTurn(stage(), from, (books) => books.cancel(`key-${text.slice(0, 500)}`))).toBe(1)

    const [parcel] = await store.outbox.claim(NOON, 9, 1)
    await store.outbox.dead(parcel?.id ?? '', text, NOON)
    expect(await store.desk.signIn(text, from, NOON)).toBeNull()
    expect(await store.desk.story((await bound(stage())).at, text, NOON)).toBeNull()
    await expect(store.admin.staffCode(text, NOON)).rejects.toThrow(/^Nobody here is /)
    const added = store.admin.addStaff({ name: text, roles: ['officer'], villages: [] }, NOON)
    // A name is at least a letter and at most 200.
    if (text === '' || text.length > 200) await expect(added).rejects.toThrow(/^This does not fit/)
    else {
      const { person } = await added
      const line = (await store.admin.listStaff()).find((one) => one.person === person)
      expect(line?.name).toBe(storable(text.trim()))
    }
    expect(await store.ready()).toBe(true)
  })
})
