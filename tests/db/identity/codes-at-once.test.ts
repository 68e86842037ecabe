// Two processes on one server: a code is used once, and wrong tries are counted once each.
import { expect, test } from 'vitest'
import { openServer } from '../../../db/database/server.ts'
import { freshDatabase } from '../../postgres/fresh-database.ts'
import { at, MINUTE, station } from '../station.ts'
import { audited, ownCode, staffCode } from './asking.ts'

const START = at('2026-11-25', '10:12')
const now = station(START, async () => ({
  database: await openServer({ url: await freshDatabase() }),
  drop: () => {},
}))
const useCode = (code: string) => ({ do: 'useCode', with: { code } })

test('one code from many chats through two processes binds one of them', async () => {
  const { officer, store } = now()
  const other = await now().another()
  for (let i = 0; i < 5; i++) {
    const code = await ownCode(now(), officer.at, START)
    const answers = await Promise.all(
      Array.from({ length: 6 }, (_, n) =>
        now().asks(now().resident(), START, useCode(code), n % 2 ? other : store),
      ),
    )
    expect(answers.filter((one) => JSON.stringify(one).includes('"as":"staff"'))).toHaveLength(1)
    expect(answers.filter((one) => JSON.stringify(one).includes('wrong-code'))).toHaveLength(5)
  }
  await other.close()
})

test('twelve wrong ones at once count as five, and then a right one is refused', async () => {
  const { officer, store } = now()
  const other = await now().another()
  const from = now().resident()
  await Promise.all(
    Array.from({ length: 12 }, (_, n) =>
      now().asks(from, START, useCode(`made-up ${n}`), n % 2 ? other : store),
    ),
  )
  const [row] = (await now().rows('addresses')).filter((one) => Number(one.wrong_codes) > 0)
  expect(Number(row?.wrong_codes)).toBe(5)
  expect(await audited(now(), 'refused')).toHaveLength(12)
  const code = await staffCode(now(), officer.person, START)
  expect(await now().asks(from, START, useCode(code), other)).toMatchObject({ refused: 'wrong-code' })
  expect(await now().asks(from, START + 11 * MINUTE, useCode(code))).toMatchObject({ as: 'staff' })
  await other.close()
})

test('the page and the chat on one address at once: both end', async () => {
  const { officer, store } = now()
  const other = await now().another()
  for (let i = 0; i < 5; i++) {
    const from = now().resident()
    const code = await ownCode(now(), officer.at, START)
    const [page, chat] = await Promise.all([
      store.desk.signIn(code, from, START),
      now().asks(from, START, useCode(code), other),
    ])
    expect([page !== null, JSON.stringify(chat).includes('"as"')].filter(Boolean)).toHaveLength(1)
  }
  await other.close()
})
