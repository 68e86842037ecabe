// What waits at the platform when the bot dies: every update becomes one case, whichever way it ends, and however often and
// in whatever order the platform brings it.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import postgres from 'postgres'
import { expect, type TestContext, test } from 'vitest'
import { SAMPLE } from '../../bot/first-start.ts'
import { openMasterKeys } from '../../db/keys/master-keys.ts'
import { findCaseNumber } from '../../flows/casework/number.ts'
import { defaultRulebook } from '../../flows/casework/rulebook.ts'
import { freshFolder } from '../db/embedded.ts'
import { type FakeTelegram, openTelegram } from '../platforms/telegram/telegram.ts'
import { freshDatabase } from '../postgres/fresh-database.ts'
import { botProcess, freePort, type Process } from './process.ts'

/** What a test opened, closed after it: the last one first. The tests mostly wait, so that they run beside each other. */
type Open = (() => unknown)[]

function opened({ onTestFinished }: Pick<TestContext, 'onTestFinished'>): Open {
  const open: Open = []
  onTestFinished(async () => {
    for (const close of open.splice(0).reverse()) await close()
  })
  return open
}

const REPORT = '示例甲村，邻居修墙占了我家地'
const MANY = 100
const ENDS_AFTER = [10, 50]

function folder(open: Open): string {
  const made = mkdtempSync(join(tmpdir(), 'maple-queued-'))
  open.push(() => rmSync(made, { recursive: true, force: true }))
  return made
}

async function figure(bot: Process, kind: string): Promise<number> {
  const text = await (await fetch(`${bot.url}/metrics`)).text()
  return Number(new RegExp(`^maple_rows\\{kind="${kind}"\\} (\\d+)$`, 'm').exec(text)?.[1])
}

async function until(what: () => Promise<boolean> | boolean, message: string): Promise<void> {
  const deadline = Date.now() + 90_000
  while (!(await what())) {
    if (Date.now() > deadline) throw new Error(message)
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

const atRest = async (telegram: FakeTelegram, ...bots: Process[]) => {
  await telegram.drained(90_000)
  await until(async () => {
    for (const bot of bots) if ((await figure(bot, 'outbox_open')) > 0) return false
    return true
  }, 'messages still wait to be sent')
}

const numbersTold = (texts: readonly string[]): string[] =>
  texts.flatMap((text) =>
    text.includes('已登记') ? (findCaseNumber(text, defaultRulebook.numbering) ?? []) : [],
  )

test.concurrent.for([
  { by: 'killed', repeats: true },
  { by: 'stopped', repeats: false },
] as const)(
  '100 reports wait, the bot is $by while it takes them: 100 cases, none twice',
  { timeout: 240_000 },
  async ({ by, repeats }, context) => {
    const open = opened(context)
    const telegram = await openTelegram()
    open.push(telegram.stop)
    const books = await freshFolder()
    open.push(books.drop)
    const bot = await botProcess({
      DATA_DIR: books.folder,
      TELEGRAM_BOT_TOKEN: telegram.token,
      TELEGRAM_API_ROOT: telegram.apiRoot,
    })
    open.push(bot.stop)
    const people = Array.from({ length: MANY }, (_, n) => telegram.user(`村民${n}`))
    for (const person of people) person.says(REPORT)
    await bot.start()
    for (const taken of ENDS_AFTER) {
      await until(async () => (await figure(bot, 'disputes')) >= taken, 'the bot takes no reports')
      await (by === 'killed' ? bot.kill() : bot.stop())
      await bot.start()
    }
    await atRest(telegram, bot)
    expect(await figure(bot, 'disputes')).toBe(MANY)
    const numbers = people.map((person) => [...new Set(numbersTold(person.sees().map(({ text }) => text)))])
    expect(numbers.filter((told) => told.length !== 1)).toEqual([])
    expect(new Set(numbers.flat()).size).toBe(MANY)
    if (!repeats)
      for (const person of people) expect(numbersTold(person.sees().map(({ text }) => text))).toHaveLength(1)
  },
)

const STORIES = [
  ['示例甲村，邻居修墙占了我家地', '昨天的事', '想让他拆了'],
  ['示例乙村，老板欠我们三个人工钱五千块', '去年的', '想要回来'],
  ['示例丙村，隔壁半夜放音响睡不着', '一个月了', '想他小声点'],
  ['示例丁村，他家的牛吃了我家庄稼', '上周', '想赔一点'],
] as const

/** What the books hold, without ids, times and the order in which things came. */
async function held(url: string): Promise<unknown> {
  const sql = postgres(url, { max: 1 })
  try {
    const rows = (query: string) => sql.unsafe(query)
    return {
      disputes: await rows(
        'select category, level, state, village, count(*)::int from disputes group by 1, 2, 3, 4 order by 1, 2, 3, 4',
      ),
      parties: await rows('select side, count(*)::int from parties group by 1 order by 1'),
      gradings: await rows('select level, score, count(*)::int from gradings group by 1, 2 order by 1, 2'),
      heard: await rows(
        'select n::int, count(*)::int from (select count(*) as n from heard group by address_id) one group by 1 order by 1',
      ),
      said: await rows(
        'select n::int, count(*)::int from (select count(*) as n from outbox o join addresses a on a.id = o.address_id group by o.address_id) one group by 1 order by 1',
      ),
      due: await rows('select kind, state, count(*)::int from due group by 1, 2 order by 1, 2'),
      audit: await rows(
        "select action, count(*)::int from audit where action <> 'staff-code' group by 1 order by 1",
      ),
    }
  } finally {
    await sql.end()
  }
}

async function told(open: Open, noise: boolean): Promise<unknown> {
  const telegram = await openTelegram({
    seed: 20_261_125,
    ...(noise && { rates: { duplicate: 0.6, reorder: 0.3 } }),
  })
  open.push(telegram.stop)
  const url = await freshDatabase()
  const keys = join(folder(open), 'sealing.key')
  openMasterKeys(keys, true)
  const bots: Process[] = []
  for (let replica = 0; replica < (noise ? 2 : 1); replica++) {
    const port = await freePort()
    const bot = await botProcess(
      {
        DATA_DIR: folder(open),
        DATABASE_URL: url,
        SEALING_KEY_FILE: keys,
        STATION_FILE: SAMPLE,
        TELEGRAM_BOT_TOKEN: telegram.token,
        TELEGRAM_API_ROOT: telegram.apiRoot,
        TELEGRAM_MODE: 'webhook',
        TELEGRAM_WEBHOOK_URL: `http://127.0.0.1:${port}/telegram`,
        TELEGRAM_WEBHOOK_SECRET: 'a-secret-of-the-webhook',
      },
      port,
    )
    open.push(bot.stop)
    await bot.start()
    bots.push(bot)
    telegram.alsoTo(`http://127.0.0.1:${port}/telegram`)
  }
  const people = Array.from({ length: 24 }, (_, n) => telegram.user(`村民${n}`))
  for (const round of [0, 1, 2]) {
    telegram.hold()
    for (const [n, person] of people.entries()) person.says(STORIES[n % STORIES.length]![round]!)
    telegram.release()
    await atRest(telegram, ...bots)
  }
  return held(url)
}

test.concurrent('each update once to one bot, or one to five times and shuffled to two: the books hold the same', {
  timeout: 240_000,
}, async (context) => {
  const open = opened(context)
  const plain = await told(open, false)
  expect(await told(open, true)).toEqual(plain)
})
