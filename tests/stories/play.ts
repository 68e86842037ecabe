// A story played for a test: how it ended in the books, and everything that everybody said and read.
import { sql } from 'drizzle-orm'
import { openLog } from '../../bot/log.ts'
import { openStage } from '../../bot/stories/open-stage.ts'
import type { Shown } from '../../bot/stories/stage.ts'
import type { Story } from '../../bot/stories/story.ts'
import { rows } from '../../db/database/database.ts'
import { openServer } from '../../db/database/server.ts'
import { freshFolder } from '../db/embedded.ts'
import { escaped, openCanaries } from './canaries.ts'
import { written } from './memory.ts'

type Nights = { looked: number; found: { subject: unknown; code: unknown }[] }

export type Played = Shown & {
  said: Map<string, string[]>
  read: Map<string, string[]>
  /** The states that were entered, DRAFT first; staying where it was is no step. */
  states: string[]
  auditIsWhole: boolean
  /** Words that got where they must not. */
  escaped: string[]
  /** How many words were followed. */
  canaries: number
  /** Nights in which every matter was looked at, and what was ever found wanting; null on books that cannot be looked into. */
  nights: Nights | null
}

export async function play({ begins, tell }: Story, databaseUrl?: string): Promise<Played> {
  const said = new Map<string, string[]>()
  const read = new Map<string, string[]>()
  const note = (into: Map<string, string[]>, name: string, text: string) =>
    into.set(name, [...(into.get(name) ?? []), text])
  const canaries = openCanaries()
  const logged: string[] = []
  const stage = await openStage({
    begins,
    marks: canaries.marks,
    log: openLog('debug', written(logged)),
    ...(databaseUrl ? { databaseUrl } : { folder: (await freshFolder()).folder }),
    script: {
      time() {},
      said: (name, text) => note(said, name, text),
      read: (name, reply) => note(read, name, JSON.stringify(reply)),
    },
  })
  try {
    const shown = await stage.shown(await tell(stage))
    const { firstBad } = await stage.store.admin.auditVerify()
    const states = ['DRAFT', ...shown.path.filter(({ from, to }) => from !== to).map(({ to }) => to)]
    return {
      ...shown,
      said,
      read,
      states,
      auditIsWhole: firstBad === null,
      escaped: escaped(canaries, read, logged),
      canaries: canaries.all.length,
      nights: databaseUrl ? await nightsOf(databaseUrl) : null,
    }
  } finally {
    await stage.close()
  }
}

async function nightsOf(url: string): Promise<Nights> {
  const database = await openServer({ url })
  try {
    const ran = await rows(database.orm, sql`select id from due where kind = 'nightly' and state = 'done'`)
    const found = await rows(database.orm, sql`select subject, code from violations order by first_at`)
    return { looked: ran.length, found: found.map(({ subject, code }) => ({ subject, code })) }
  } finally {
    await database.close()
  }
}

/** Texts of one person that another was shown. Answers that are choices are the desk's words, not theirs. */
export function leaked({ said, read }: Played, from: string, to: string): string[] {
  const shown = (read.get(to) ?? []).join('\n')
  return (said.get(from) ?? []).filter(
    (text) => text.length >= 5 && !text.startsWith('〔') && shown.includes(text),
  )
}
