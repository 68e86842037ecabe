/** `npm run bench`: the desk beside what people would have written instead, in interleaved rounds; prints ratios. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { startPostgres } from '../postgres/launcher.ts'
import { type Contender, startContender } from './contenders.ts'
import { load } from './load.ts'
import { openPlatform } from './platform.ts'
import { postgresCpu } from './postgres-cpu.ts'

const NAMES = ['desk', 'session', 'floor'] as const
const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 5)
const LOADS = [
  { residents: 1, each: 20 },
  { residents: 50, each: 6 },
]

type Row = {
  name: string
  residents: number
  round: number
  rate: number
  p50: number
  p95: number
  /** Milliseconds of CPU of bot and database for 1,000 messages. */
  cpu: number
  statements: number
}

const postgres = await startPostgres({ fsync: true })
const platform = await openPlatform()
const contenders: Contender[] = []
const rows: Row[] = []
try {
  for (const name of NAMES) {
    const databaseUrl = await postgres.createDatabase(`bench_${name}`)
    contenders.push(await startContender(name, { databaseUrl, platformUrl: platform.url }))
  }
  for (const contender of contenders) await load(contender.port, platform, { residents: 10, each: 3 })
  for (const { residents, each } of LOADS)
    for (let round = 0; round < ROUNDS; round++)
      for (const contender of contenders) rows.push(await measure(contender, residents, each, round))
} finally {
  await Promise.all(contenders.map((contender) => contender.stop()))
  platform.close()
  await postgres.stop()
}
print()

async function measure(contender: Contender, residents: number, each: number, round: number): Promise<Row> {
  const before = await contender.figures()
  const databaseBefore = postgresCpu(postgres.pid())
  const shown = await load(contender.port, platform, { residents, each })
  // The last marks of delivery are written after the answer was seen.
  await new Promise((resolve) => setTimeout(resolve, 300))
  const after = await contender.figures()
  const cpu = (after.cpu - before.cpu) / 1000 + postgresCpu(postgres.pid()) - databaseBefore
  return {
    name: contender.name,
    residents,
    round,
    rate: shown.rate,
    p50: shown.p50,
    p95: shown.p95,
    cpu: (cpu / shown.messages) * 1000,
    statements: (after.statements - before.statements) / shown.messages,
  }
}

function print(): void {
  mkdirSync('artifacts/bench', { recursive: true })
  writeFileSync(`artifacts/bench/rows-${Date.now()}.json`, JSON.stringify(rows, null, 1))
  console.log(
    `\n${cpus().length} × ${cpus()[0]?.model ?? 'cpu'}, ${ROUNDS} interleaved rounds, medians; × = ratio to session\n`,
  )
  for (const { residents } of LOADS) {
    const of = (name: string, key: keyof Row) =>
      median(
        rows.filter((row) => row.name === name && row.residents === residents).map((row) => Number(row[key])),
      )
    const line = (name: string) => {
      const cell = (key: keyof Row, digits: number) =>
        `${of(name, key).toFixed(digits)} (${(of(name, key) / of('session', key)).toFixed(2)}×)`
      return `| ${name} | ${cell('rate', 0)} | ${cell('p50', 2)} | ${cell('p95', 2)} | ${cell('cpu', 0)} | ${of(name, 'statements').toFixed(2)} |`
    }
    console.log(`${residents} resident${residents === 1 ? '' : 's'}`)
    console.log('| bot | messages/s | p50 ms | p95 ms | CPU ms / 1,000 messages | statements / message |')
    console.log('| --- | --- | --- | --- | --- | --- |')
    for (const name of NAMES) console.log(line(name))
    console.log('')
  }
}

function median(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}
