// The books in this process's own database.
import { openEmbedded } from '../../db/database/embedded.ts'
import { freshFolder } from '../db/embedded.ts'
import { storeContract } from './store.ts'

storeContract({
  name: 'PGlite',
  async found() {
    const { folder, drop } = await freshFolder()
    const database = await openEmbedded(folder)
    return {
      database,
      // One process alone may have the folder open: what stands for a second one shares its database and no memory.
      second: async () => database,
      async end() {
        await database.close()
        drop()
      },
    }
  },
})
