// Turns with commands: one transaction, once, or nothing at all. And what such a turn may destroy.
import { expect, test } from 'vitest'
import type { Audience } from '../../db/books.ts'
import { Unavailable } from '../../flows/core/ports.ts'
import { say } from '../../flows/core/reply.ts'
import { bound, type Carrier, inTurn, somebody, staged } from './store-kit.ts'
import { act, command, HOUR, inbound, NOON, talk, textOf, turned, words } from './store-work.ts'

export function talkContract(carrier: Carrier): void {
  const stage = staged(carrier)

  /** How many rows there are of everything a turn can write. */
  const everything = async () => {
    const tables = ['heard', 'outbox', 'due', 'audit', 'counters', 'data_keys', 'codes', 'buttons']
    const found = await Promise.all(tables.map(stage().rows))
    return Object.fromEntries(tables.map((table, i) => [table, found[i]?.length]))
  }

  test('the result comes back, and everything is written', async () => {
    const { store, script } = stage()
    const from = somebody()
    script.command = async (books) => {
      await books.newVault()
      await books.schedule({ key: 'k', kind: 'tick', at: NOON + HOUR })
      books.audit('did', 'dispute:1', { n: 1 })
      return { number: await books.nextNumber('case', 2026) }
    }
    const results: unknown[] = []
    const outcome = await store.turns.transact(inbound(from), async (ledger) => {
      results.push(await ledger.perform(command))
      await ledger.keep(turned(ledger.held, 'done', [say('a'), say('b')]))
    })
    expect(outcome).toBe('kept')
    expect(results).toEqual([{ told: true, number: 1 }])
    expect(await everything()).toMatchObject({
      heard: 1,
      outbox: 2,
      due: 1,
      audit: 1,
      counters: 1,
      data_keys: 2,
    })
    expect(words(await (await stage().another()).turns.held(from, 'zh', NOON))).toEqual(['done'])
    expect((await store.outbox.since(from, 0, 9)).map(textOf)).toEqual(['a', 'b'])
  })

  test('a throw anywhere undoes all of it, and the id may come again', async () => {
    const { store, script } = stage()
    const from = somebody()
    const officer = await bound(stage())
    await talk(store, inbound(from), 'before')
    const before = await everything()
    script.command = async (books) => {
      await books.newVault()
      await books.schedule({ key: 'k', kind: 'tick', at: NOON })
      await books.tellPerson(officer.person, { kind: 'emergencyTold', offset: 480 })
      await books.joinCode('d', 'A', HOUR)
      await books.button('screen', { address: books.actor.address ?? '' }, { ttl: HOUR })
      await books.nextNumber('case', 2026)
      books.audit('did', 'dispute:1')
      return null
    }
    const heard = inbound(from)
    const failing = store.turns.transact(heard, async (ledger) => {
      await ledger.perform(command)
      await ledger.keep(turned(ledger.held, 'undone'))
      throw new Error('our mistake')
    })
    await expect(failing).rejects.toThrow('our mistake')
    expect(await everything()).toEqual(before)
    expect(words(await store.turns.held(from, 'zh', NOON))).toEqual(['before'])
    expect(await act(store, heard, 'after')).toBe('kept')
    expect(words(await store.turns.held(from, 'zh', NOON))).toEqual(['before', 'after'])
    // A number that was given back is given again.
    expect(await stage().rows('counters')).toMatchObject([{ last: 1 }])
  })

  test('an id heard before does not run the work', async () => {
    const { store, script } = stage()
    let runs = 0
    script.command = async () => runs++
    const heard = inbound(somebody())
    expect(await act(store, heard)).toBe('kept')
    expect(await act(store, heard)).toBe('repeat')
    expect(await act(await stage().another(), heard)).toBe('repeat')
    expect(await talk(store, heard, 'x')).toBe('repeat')
    expect(runs).toBe(1)
  })

  test('one id at once in two processes runs once', async () => {
    const { store, script } = stage()
    const other = await stage().another()
    let committed = 0
    for (let i = 0; i < 8; i++) {
      const heard = inbound(somebody())
      script.command = async (books) => {
        books.audit('did', 'dispute:1')
        return null
      }
      const outcomes = await Promise.all([act(store, heard), act(other, heard)])
      expect(outcomes.toSorted()).toEqual(['kept', 'repeat'])
      committed++
    }
    expect(await stage().rows('audit')).toHaveLength(committed)
  })

  test('commands and ordinary turns of one person at once: nothing is lost', async () => {
    const { store } = stage()
    const other = await stage().another()
    const from = somebody()
    await Promise.all(
      Array.from({ length: 16 }, (_, i) => {
        const one = i % 2 ? store : other
        return i % 3 ? talk(one, inbound(from), `w${i}`) : act(one, inbound(from), `w${i}`)
      }),
    )
    const after = await (await stage().another()).turns.held(from, 'zh', NOON)
    expect(words(after)).toHaveLength(16)
    expect(new Set(words(after)).size).toBe(16)
    const said = await store.outbox.since(from, 0, 99)
    expect(said.map(textOf)).toEqual(words(after))
  })

  test('two people whose turns write to each other at once both come through', async () => {
    const { store, script } = stage()
    const other = await stage().another()
    const [a, b] = [somebody(), somebody()]
    const ids = await Promise.all(
      [a, b].map(async (from) => (await store.turns.held(from, 'zh', NOON)).address),
    )
    script.command = async (books) => {
      for (const id of ids) await books.post(id, { reply: say('both') })
      return null
    }
    for (let i = 0; i < 3; i++) await Promise.all([act(store, inbound(a)), act(other, inbound(b))])
    for (const to of [a, b]) expect(await store.outbox.since(to, 0, 99)).toHaveLength(9)
  })

  test('numbers have no gaps, however many ask at once', async () => {
    const { store, script } = stage()
    const other = await stage().another()
    const given: number[] = []
    script.command = async (books) => {
      const number = await books.nextNumber('case', 2026)
      if (number % 5 === 0) given.push(number)
      books.audit('numbered', 'dispute:1', { number })
      return null
    }
    await Promise.all(Array.from({ length: 20 }, (_, i) => act(i % 2 ? store : other, inbound(somebody()))))
    const numbers = (await stage().rows('audit')).map(({ facts }) => JSON.parse(String(facts)).number)
    expect(numbers.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, i) => i + 1))
  })

  test('a command that the books do not have is our mistake, and writes nothing', async () => {
    const { store } = stage()
    const before = await everything()
    const asking = store.turns.transact(inbound(somebody()), async (ledger) => {
      await ledger.perform({ ...command, command: { do: 'toString', with: {} } })
    })
    await expect(asking).rejects.toThrow('no-such-command')
    expect({ ...(await everything()), data_keys: 0 }).toEqual(before)
  })

  test('an error of the database that was swallowed does not pass for a turn that was kept', async () => {
    const { store, script } = stage()
    script.command = async (books) => {
      books.audit('did', 'dispute:1')
      await Promise.resolve(books.tx.execute(`select 'x'::int`)).catch(() => {})
      return null
    }
    await expect(act(store, inbound(somebody()))).rejects.toThrow('25P02')
    expect(await stage().rows('audit')).toEqual([])
  })

  test('what fails inside a nested transaction is taken back alone', async () => {
    const { store, script } = stage()
    script.command = async (books) => {
      books.audit('did', 'dispute:1')
      const nested = books.tx.transaction(async (tx) => {
        await tx.execute(`update stations set name = 'x'`)
        await tx.execute(`select 'x'::int`)
      })
      await nested.catch(() => {})
      return null
    }
    expect(await act(store, inbound(somebody()))).toBe('kept')
    expect(await stage().rows('audit')).toHaveLength(1)
    expect((await store.station()).name).not.toBe('x')
  })

  test('an error of the database carries a code and no words', async () => {
    const { store, script } = stage()
    script.command = async (books) => {
      await books.tx.execute(`select 'SECRET'::int`)
      return null
    }
    const error: unknown = await act(store, inbound(somebody(), 'SECRET')).catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(Error)
    expect(error).not.toBeInstanceOf(Unavailable)
    const { message, stack, cause } = error as Error
    expect(cause).toBeUndefined()
    expect(message).toBe('the books failed: 22P02')
    expect(`${stack} ${JSON.stringify(error)}`).not.toContain('SECRET')
  })

  test('who acts is read at the moment of the act', async () => {
    const { store, script } = stage()
    const { person, at } = await bound(stage())
    const actors: (string | null)[] = []
    script.command = async (books) => {
      actors.push(books.actor.person?.id ?? null)
      return null
    }
    await act(store, inbound(at))
    await (await stage().another()).admin.revoke(person, NOON)
    await act(store, inbound(at))
    expect(actors).toEqual([person, null])
  })

  test('an erased address is gone with its words, wherever it is remembered', async () => {
    const { store, rows } = stage()
    const other = await stage().another()
    const from = somebody()
    await talk(store, inbound(from), 'old')
    const before = await other.turns.held(from, 'zh', NOON)
    const file = await store.files.put(
      { type: 'image/png', name: 'a.png', bytes: Buffer.of(1), by: from },
      NOON,
    )
    await inTurn(stage(), from, async (books) => {
      await books.open({
        key: 'later',
        address: before.address,
        flow: 'revisit',
        id: 'c',
        given: {},
        at: NOON,
      })
      await books.post(before.address, { reply: say('too late') })
      await books.eraseAddress(before.address)
    })
    for (const table of ['addresses', 'conversations', 'heard', 'outbox', 'due'])
      expect(await rows(table), table).toEqual([])
    expect(await rows('data_keys')).toMatchObject([{ wrapped: null }])
    expect(await rows('files')).toMatchObject([{ name: null }])
    expect(await other.files.get(file.id, from, NOON)).toBeNull()
    // The other process still remembers it: what it writes on that memory does not count.
    expect(await other.turns.keep(inbound(from), before, turned(before, 'new'))).toBe('stale')
    expect(await talk(other, inbound(from), 'new')).toBe('kept')
    const after = await store.turns.held(from, 'zh', NOON)
    expect(after.address).not.toBe(before.address)
    expect(words(after)).toEqual(['new'])
  })

  test('a turn with commands on an address that another process erased begins anew', async () => {
    const { store, script } = stage()
    const other = await stage().another()
    const from = somebody()
    await talk(store, inbound(from), 'old')
    const { address } = await other.turns.held(from, 'zh', NOON)
    await inTurn(stage(), from, (books) => books.eraseAddress(address))
    script.command = async () => null
    expect(await act(other, inbound(from), 'new')).toBe('kept')
    expect(words(await store.turns.held(from, 'zh', NOON))).toEqual(['new'])
  })

  test('a destroyed key opens nothing and seals nothing, in no process', async () => {
    const { store, script } = stage()
    const other = await stage().another()
    const from = somebody()
    const sealed = await inTurn(stage(), from, async (books) => {
      const vault = await books.newVault()
      return { key: vault.keyId, text: vault.seal('parties.name', 'r', 'SECRET') }
    })
    const look = async (one: typeof store) => {
      const seen: (string | null)[] = []
      script.command = async (books) => {
        seen.push((await books.vault(sealed.key)).open('parties.name', 'r', sealed.text))
        return null
      }
      await act(one, inbound(from))
      return seen[0]
    }
    expect(await look(other)).toBe('SECRET')
    await inTurn(stage(), from, (books) => books.destroyKey(sealed.key))
    expect(await look(store)).toBeNull()
    expect(await look(await stage().another())).toBeNull()
    // A server tells the others; alone there are none.
    if (stage().database.flavour === 'server') await expect.poll(() => look(other)).toBeNull()
    script.command = async (books) => (await books.vault(sealed.key)).seal('parties.name', 'r', 'x')
    await expect(act(store, inbound(from))).rejects.toThrow('key-destroyed')
  })

  test('a button is for whom it was made, once, and not for ever', async () => {
    const { script } = stage()
    const officer = await bound(stage(), ['officer'])
    const chief = await bound(stage(), ['chief'])
    const cadre = await bound(stage(), ['cadre'])
    const resident = somebody()
    const make = (to: Audience, about: { dispute?: string; rev?: number; ttl: number }) =>
      inTurn(stage(), resident, (books) => books.button('screen', to, about))
    const press = (at: typeof resident, button: string, now = NOON) =>
      inTurn(stage(), at, (books) => books.useButton(button), now)
    script.command = async () => null

    const toPerson = await make({ person: officer.person }, { dispute: 'd', rev: 3, ttl: HOUR })
    expect(await press(resident, toPerson)).toEqual({ refused: 'unknown-button' })
    expect(await press(chief.at, toPerson)).toEqual({ refused: 'unknown-button' })
    expect(await press(officer.at, toPerson)).toEqual({
      flow: 'screen',
      dispute: 'd',
      rev: 3,
      subject: null,
    })
    expect(await press(officer.at, toPerson)).toEqual({ refused: 'button-used' })

    const toRole = await make({ role: 'officer' }, { ttl: HOUR })
    expect(await press(cadre.at, toRole)).toEqual({ refused: 'unknown-button' })
    expect(await press(chief.at, toRole, NOON + HOUR)).toEqual({ refused: 'button-old' })
    expect(await press(chief.at, toRole, NOON + HOUR - 1)).toMatchObject({ flow: 'screen' })
    expect(await press(officer.at, 'made-up\0\uD800')).toEqual({ refused: 'unknown-button' })
  })

  test('a join code is good once, for a while', async () => {
    const from = somebody()
    const code = () => inTurn(stage(), from, (books) => books.joinCode('d', 'B', HOUR))
    const use = (what: string, now = NOON) => inTurn(stage(), from, (books) => books.useJoinCode(what), now)
    const [first, second] = [await code(), await code()]
    expect(JSON.stringify(await stage().rows('codes'))).not.toContain(first)
    expect(await use('wrong')).toBeNull()
    expect(await use(` ${first}\n`)).toEqual({ dispute: 'd', side: 'B' })
    expect(await use(first)).toBeNull()
    expect(await use(second, NOON + HOUR)).toBeNull()
  })
}
