// Files: sealed on arrival, for those who may see them and for nobody else.
import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import type { Address } from '../../flows/core/ports.ts'
import { bound, type Carrier, inTurn, somebody, staged } from './store-kit.ts'
import { NOON } from './store-work.ts'

export function filesContract(carrier: Carrier): void {
  const stage = staged(carrier)
  const bytes = Buffer.from(`SECRET ${'枫桥'.repeat(5_000)}`)
  const put = (by: Address, name: string | null = 'SECRET.png') =>
    stage().store.files.put({ type: 'image/png', name, bytes, by }, NOON)
  const get = async (id: string, reader: Address) => (await stage().another()).files.get(id, reader, NOON)

  test('whoever sent it gets it back as it was', async () => {
    const from = somebody()
    const ref = await put(from)
    expect(ref).toEqual({ id: ref.id, type: 'image/png', name: 'SECRET.png' })
    const found = await get(ref.id, from)
    expect(found).toMatchObject({ type: 'image/png', name: 'SECRET.png' })
    expect(Buffer.compare(found?.bytes ?? Buffer.of(), bytes)).toBe(0)
    const nameless = await put(from, null)
    expect(nameless).toEqual({ id: nameless.id, type: 'image/png' })
    expect(await get(nameless.id, from)).toMatchObject({ name: null })
  })

  test('it lies sealed, beside the hash of the original', async () => {
    await put(somebody())
    const [row] = await stage().rows('files')
    const content = Buffer.from(row?.content as Uint8Array)
    expect(content.includes('SECRET')).toBe(false)
    expect(JSON.stringify({ ...row, content: null })).not.toContain('SECRET')
    expect(row?.sha256).toBe(createHash('sha256').update(bytes).digest('hex'))
    expect(row?.size).toBe(bytes.length)
  })

  test('"none" and "not yours" look the same, and asking makes nobody known', async () => {
    const ref = await put(somebody())
    const { at: officer } = await bound(stage())
    const known = (await stage().rows('addresses')).length
    expect(await get(ref.id, somebody())).toBeNull()
    expect(await get('none\0\uD800', somebody())).toBeNull()
    expect(await get(ref.id, officer)).toBeNull()
    expect(await get('none', officer)).toBeNull()
    expect(await stage().rows('addresses')).toHaveLength(known)
  })

  test('given to a case, it is sealed anew and opens for those who may see the case, who are written down', async () => {
    const { script } = stage()
    const from = somebody()
    const ref = await put(from)
    const foreign = await put(somebody())
    const officer = await bound(stage())
    const cadre = await bound(stage(), ['cadre'])
    script.maySee = async (books, dispute) => dispute === 'd1' && books.actor.person?.id === officer.person
    const key = await inTurn(stage(), from, async (books) => {
      const { keyId } = await books.newVault()
      await books.attachFiles([ref, foreign], { id: 'd1', keyId }, 'evidence')
      return keyId
    })
    const rows = await stage().rows('files')
    expect(rows.find(({ id }) => id === ref.id)).toMatchObject({
      dispute_id: 'd1',
      purpose: 'evidence',
      key_id: key,
    })
    // A file of somebody else is left alone.
    expect(rows.find(({ id }) => id === foreign.id)).toMatchObject({ dispute_id: null })
    const found = await get(ref.id, officer.at)
    expect(Buffer.compare(found?.bytes ?? Buffer.of(), bytes)).toBe(0)
    expect(found?.name).toBe('SECRET.png')
    expect(await get(ref.id, cadre.at)).toBeNull()
    expect(await get(ref.id, from)).not.toBeNull()
    const reads = (await stage().rows('audit')).filter(({ action }) => action === 'read-file')
    expect(reads).toMatchObject([{ actor: officer.person, subject: `file:${ref.id}` }])

    await inTurn(stage(), from, (books) => books.destroyKey(key))
    for (const reader of [from, officer.at]) expect(await get(ref.id, reader)).toBeNull()
    const [erased] = (await stage().rows('files')).filter(({ id }) => id === ref.id)
    expect(Buffer.from(erased?.content as Uint8Array)).toHaveLength(0)
  })

  test('the same file of the same person is kept once, whoever fetched it', async () => {
    const from = somebody()
    const other = await stage().another()
    const source = (by: Address, key: string, name: string | null = 'SECRET.png') => ({
      type: 'image/png',
      name,
      bytes,
      by,
      key,
    })
    const refs = await Promise.all(
      [stage().store, other, other, stage().store].map((one) => one.files.put(source(from, 'AQAD-1'), NOON)),
    )
    const [ref] = refs
    expect(refs).toEqual([ref, ref, ref, ref])
    expect(ref).toEqual({ id: ref?.id, type: 'image/png', name: 'SECRET.png' })
    expect(await other.files.put(source(from, 'AQAD-1', null), NOON)).toEqual(ref)
    expect(await stage().rows('files')).toHaveLength(1)
    // Another file, another person, or one without a name is kept anew.
    const nameless = await other.files.put(source(from, 'AQAD-2', null), NOON)
    expect(nameless).toEqual({ id: nameless.id, type: 'image/png' })
    await other.files.put(source(somebody(), 'AQAD-1'), NOON)
    await put(from)
    await put(from)
    expect(await stage().rows('files')).toHaveLength(5)
    expect(JSON.stringify((await stage().rows('files')).map((row) => row.source_key))).not.toContain('AQAD')
  })

  test('a file that is sent for a second case belongs to both, and one whose key is gone is kept anew', async () => {
    const from = somebody()
    const send = () =>
      stage().store.files.put({ type: 'image/png', name: 'a.png', bytes, by: from, key: 'k' }, NOON)
    const ref = await send()
    const give = (id: string) =>
      inTurn(stage(), from, async (books) => {
        const { keyId } = await books.newVault()
        await books.attachFiles([ref], { id, keyId }, 'evidence')
        await books.attachFiles([ref], { id, keyId }, 'evidence')
        return keyId
      })
    const key = await give('d1')
    expect(await send()).toEqual(ref)
    await give('d2')
    const rows = await stage().rows('files')
    expect(rows.map((row) => String(row.dispute_id)).toSorted()).toEqual(['d1', 'd2'])
    expect(new Set(rows.map((row) => row.key_id)).size).toBe(2)
    for (const { id } of rows) {
      const found = await get(String(id), from)
      expect(found?.name).toBe('a.png')
      expect(Buffer.compare(found?.bytes ?? Buffer.of(), bytes)).toBe(0)
    }
    await inTurn(stage(), from, (books) => books.destroyKey(key))
    const anew = await send()
    expect(anew.id).not.toBe(ref.id)
    expect(await get(anew.id, from)).not.toBeNull()
  })

  test('one that was changed in the database does not open', async () => {
    const from = somebody()
    const ref = await put(from)
    await stage().raw(
      `update files set content = set_byte(content, 40, get_byte(content, 40) # 1) where id = '${ref.id}'`,
    )
    await expect(get(ref.id, from)).rejects.toThrow('tampered at files.content')
  })
}
