import { startPostgres } from '../postgres/launcher.ts'
import { startContender } from './contenders.ts'
import { load } from './load.ts'
import { openPlatform } from './platform.ts'

const postgres = await startPostgres({ fsync: true })
const platform = await openPlatform()
const c = await startContender('desk', {
  databaseUrl: await postgres.createDatabase('b'),
  platformUrl: platform.url,
})
console.log(await load(c.port, platform, { residents: 1, each: 10 }), await c.figures())
for (const n of [5, 20, 50]) {
  const b = await c.figures()
  const r = await load(c.port, platform, { residents: n, each: 4 }).catch((e) => e.message)
  const a = await c.figures()
  console.log(n, r, (a.statements - b.statements) / (n * 48), (a.cpu - b.cpu) / 1000 / (n * 48))
}
await c.stop()
platform.close()
await postgres.stop()
