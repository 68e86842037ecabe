// A database in which everything can be tried and nothing stays: what is done in a trial is taken back at its end.
import { type Database, runIn } from '../../db/database/database.ts'

export type Trial = {
  database: Database
  /** Runs the work in one transaction that is never committed; the books' own transactions are savepoints in it. */
  trial<T>(work: () => Promise<T>): Promise<T>
}

class TakenBack extends Error {}

/** Over an embedded database, which has one connection: all that is done during a trial belongs to it. */
export function trialOn(real: Database): Trial {
  let tried: Database['orm'] | null = null
  return {
    database: {
      ...real,
      get orm() {
        return tried ?? real.orm
      },
      run: (statement, params) => (tried ? runIn(tried, statement, params) : real.run(statement, params)),
      transaction: (work) => (tried ? tried.transaction((inner) => work(inner)) : real.transaction(work)),
    },
    async trial(work) {
      const done: Awaited<ReturnType<typeof work>>[] = []
      try {
        await real.orm.transaction(async (tx) => {
          tried = tx
          done.push(await work())
          throw new TakenBack()
        })
      } catch (error) {
        if (!(error instanceof TakenBack)) throw error
      } finally {
        tried = null
      }
      return done[0]!
    },
  }
}
