// One-time codes in a chat: what they bind, who hears of it, and that every bad one looks like every other.
import { eq } from 'drizzle-orm'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { stations } from '../../../db/schema/index.ts'
import type { Address } from '../../../flows/core/ports.ts'
import { filed } from '../case.ts'
import { toldOf } from '../commands/a-case.ts'
import { at, DAY, HOUR, MINUTE, station } from '../station.ts'
import { asks, audited, ownCode, staffCode } from './asking.ts'

const START = at('2026-11-25', '10:12')
const now = station(START)
const uses = (from: Address, code: string, when = START) => asks(now(), from, when, 'useCode', { code })
const WRONG = { refused: 'wrong-code' }

test('a staff code binds the chat, and the leaders and the person’s own other chats hear of it', async () => {
  const { officer, chief, leader } = now()
  const phone = { channel: 'telegram', id: '7/100' }
  expect(await uses(phone, await staffCode(now(), officer.person, START))).toEqual({
    as: 'staff',
    name: '示例驻村民警甲',
    roles: ['officer'],
  })
  expect(await now().store.desk.whoIs(phone)).toMatchObject({ person: officer.person })
  expect(await toldOf(now(), chief.at, 'bound')).toMatchObject([
    { name: '示例驻村民警甲', channel: 'telegram' },
  ])
  expect(await toldOf(now(), officer.at, 'bound')).toMatchObject([{ name: null, channel: 'telegram' }])
  // The chief was told; the chat itself is not told what it just did.
  expect(await toldOf(now(), leader.at, 'bound')).toEqual([])
  expect(await toldOf(now(), phone, 'bound')).toEqual([])
})

test('where the chief binds a chat, the leaders hear of it; the page tells as well', async () => {
  const { chief, leader } = now()
  await now().store.desk.signIn(await staffCode(now(), chief.person, START), now().resident(), START)
  expect(await toldOf(now(), leader.at, 'bound')).toMatchObject([{ name: '示例所长', channel: 'web' }])
  expect(await toldOf(now(), chief.at, 'bound')).toMatchObject([{ name: null }])
})

test('staff get a code for themselves in chat: 128 bits, ten minutes, once', async () => {
  const { officer } = now()
  const made = await asks(now(), officer.at, START, 'makeCode', {})
  expect(made).toMatchObject({ until: START + 10 * MINUTE, staff: true, offset: 480 })
  const code = typeof made.code === 'string' ? made.code : ''
  expect(Buffer.from(code, 'base64url')).toHaveLength(16)
  expect(JSON.stringify(await now().rows('codes'))).not.toContain(code)
  const [late, one, two] = [now().resident(), now().resident(), now().resident()]
  expect(await uses(late, code, START + 10 * MINUTE)).toMatchObject(WRONG)
  expect(await uses(one, code, START + 10 * MINUTE - 1)).toMatchObject({ as: 'staff' })
  expect(await uses(two, code)).toMatchObject(WRONG)
})

test('outside a demonstration a code of the command line lives ten minutes too', async () => {
  await now().does(now().officer.at, START, async (books) => {
    await books.tx.update(stations).set({ demo: false, rev: 99 }).where(eq(stations.id, books.station.id))
  })
  const { expiresAt } = await now().store.admin.staffCode(now().officer.person, START)
  expect(expiresAt).toBe(START + 10 * MINUTE)
})

test('wrong, used, old, somebody else’s and too many: the same bytes, no effect, and each in the audit', async () => {
  const { officer, chief } = now()
  const used = await staffCode(now(), officer.person, START)
  await uses(now().resident(), used)
  const old = await staffCode(now(), officer.person, START - 2 * DAY)
  const linkOfTheirs = await ownCode(now(), now().resident(), START)
  const tired = now().resident()
  for (let i = 0; i < 5; i++) await uses(tired, 'made-up')
  const before = await now().rows('addresses')
  const answers = [
    await uses(now().resident(), 'made-up'),
    await uses(now().resident(), ''),
    await uses(now().resident(), used),
    await uses(now().resident(), old),
    // A chat of staff is joined to no resident's.
    await uses(chief.at, linkOfTheirs),
    await uses(tired, await staffCode(now(), officer.person, START)),
  ]
  for (const answer of answers) expect(JSON.stringify(answer)).toBe(JSON.stringify(answers[0]))
  expect(answers[0]).toMatchObject(WRONG)
  const bound = (rows: typeof before) => rows.filter((row) => row.person_id !== null).length
  expect(bound(await now().rows('addresses'))).toBe(bound(before))
  // Five of the tired one, and these six.
  expect(await audited(now(), 'refused')).toEqual(
    Array.from({ length: 11 }, () => ({ command: 'useCode', reason: 'wrong-code' })),
  )
})

test('a code that was tried for nothing is still good for the one it was made for', async () => {
  const { chief } = now()
  const [one, two] = [now().resident(), now().resident()]
  const code = await ownCode(now(), one, START)
  expect(await uses(chief.at, code)).toMatchObject(WRONG)
  expect(await uses(one, code)).toMatchObject(WRONG)
  expect(await uses(two, code)).toMatchObject({ as: 'resident', matters: [] })
})

test('the code of a side opens its welcome', async () => {
  const dispute = await filed(now(), now().resident(), START)
  const code = await now().does(now().officer.at, START, (books) => books.joinCode(dispute, 'B', DAY))
  const other = now().resident()
  expect(await uses(other, code)).toMatchObject({ flow: 'welcome', given: { dispute, side: 'B' } })
  expect(await uses(now().resident(), code)).toMatchObject(WRONG)
})

test('who is revoked between the making and the use of a code is not bound', async () => {
  const code = await ownCode(now(), now().officer.at, START)
  await now().store.admin.revoke(now().officer.person, START)
  expect(await uses(now().resident(), code)).toMatchObject(WRONG)
})

type Step = { minutes: number; good: boolean }
const steps = fc.array(fc.record({ minutes: fc.integer({ min: 0, max: 12 }), good: fc.boolean() }), {
  minLength: 1,
  maxLength: 14,
})

test(
  'whatever is tried and when: five wrong within ten minutes close it, a right one opens it anew',
  async () => {
    const { grid } = now()
    await fc.assert(
      fc.asyncProperty(steps, async (all: Step[]) => {
        const from = now().resident()
        let [when, wrong, since] = [START, 0, START]
        for (const { minutes, good } of all) {
          when += minutes * MINUTE
          if (when - since > 10 * MINUTE) wrong = 0
          const shut = wrong >= 5
          const code = good ? await staffCode(now(), grid.person, when) : 'made-up'
          const taken = await uses(from, code, when)
          expect('as' in taken).toBe(good && !shut)
          if (shut) continue
          if (wrong === 0) since = when
          wrong = good ? 0 : wrong + 1
        }
      }),
      { numRuns: 25 },
    )
  },
  2 * 60_000,
)

test(
  'a code is good until its last moment and not for one more, whoever comes',
  async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: -3, max: 3 }), fc.boolean(), async (off, twice) => {
        const code = await ownCode(now(), now().officer.at, START)
        const when = START + 10 * MINUTE + off
        expect('as' in (await uses(now().resident(), code, when))).toBe(off < 0)
        if (twice) expect(await uses(now().resident(), code, when)).toMatchObject(WRONG)
      }),
      { numRuns: 14 },
    )
  },
  2 * 60_000,
)

test('no code is had, or tried, for an address at risk', async () => {
  const from = now().resident()
  await now().does(from, START, (books) => books.setAddress(books.actor.address!, { atRisk: true }))
  expect(await asks(now(), from, START, 'makeCode', {})).toMatchObject({ refused: 'no-code-here' })
  const code = await ownCode(now(), now().resident(), START)
  expect(await uses(from, code, START + HOUR / 60)).toMatchObject(WRONG)
})
