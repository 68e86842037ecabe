// A process with the embedded books open, to be killed: it holds them, or takes turns and says which were acknowledged.
import { writeSync } from 'node:fs'
import { openStore } from '../../db/open.ts'
import { HOUR, NOON, quiet, workOf } from '../contracts/store-work.ts'
import { oneTurn, residents } from './turns-of-victim.ts'

const [folder = '', round = ''] = process.argv.slice(2)
const script = quiet()
script.command = async (books) => {
  await books.schedule({ key: `k${books.newId()}`, kind: 'tick', at: NOON + HOUR })
  books.audit('did', 'dispute:1')
  return { number: await books.nextNumber('case', 2026) }
}
const store = await openStore({ ...workOf(script), dataDir: folder })
writeSync(1, 'open\n')
if (round === 'hold') setInterval(() => {}, 1_000)
// Everybody at once, each without end.
else
  await Promise.all(
    residents.map(async (from, who) => {
      for (let n = 0; ; n++) {
        const id = `${round}-${who}-${n}`
        await oneTurn(store, from, id)
        writeSync(1, `${id}\n`)
      }
    }),
  )
