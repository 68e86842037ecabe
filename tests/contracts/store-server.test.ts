// The books on a PostgreSQL server, with a second process's connections beside the first.
import { openServer } from '../../db/database/server.ts'
import { freshDatabase } from '../postgres/fresh-database.ts'
import { storeContract } from './store.ts'

storeContract({
  name: 'PostgreSQL',
  async found() {
    const url = await freshDatabase()
    const first = await openServer({ url })
    const second = await openServer({ url, pool: 4 })
    return {
      database: first,
      second: async () => second,
      async end() {
        await Promise.all([first.close(), second.close()])
      },
    }
  },
})
