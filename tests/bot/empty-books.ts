// Embedded books in a folder of their own, which take no commands: for what an operator does with them.
import type { Handlers } from '../../db/books.ts'
import { type OpenStore, openStore } from '../../db/open.ts'
import { freshFolder } from '../db/embedded.ts'

export type EmptyBooks = { store: OpenStore; folder: string; drop(): Promise<void> }

export async function emptyBooks(): Promise<EmptyBooks> {
  const { folder, drop } = await freshFolder()
  const nothing = async () => null
  const views = { cases: async () => [], story: nothing, caseShow: nothing, maySee: async () => false }
  const store = await openStore({ handlers: {} as Handlers, acts: {}, views, dataDir: folder })
  return {
    store,
    folder,
    async drop() {
      await store.close()
      drop()
    },
  }
}
