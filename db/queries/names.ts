// What people are called at work, those who have left included.
import { eq } from 'drizzle-orm'
import type { Books } from '../books.ts'
import { people } from '../schema/index.ts'
import type { Name, Told } from '../store.ts'

/** The name of somebody who works here; null for anybody else. */
export type Names = (by: string | null) => string | null

/** The books and the residents have names of their own. */
const OTHERS: { readonly [by: string]: Name } = {
  bot: { zh: '机器人', en: 'Bot' },
  system: { zh: '系统', en: 'System' },
  admin: { zh: '管理员', en: 'Administrator' },
  reporter: { zh: '反映人', en: 'Reporter' },
  A: { zh: '甲方', en: 'Party A' },
  B: { zh: '乙方', en: 'Party B' },
}
const RESIDENT: Name = { zh: '当事人或反映人', en: 'A party or the reporter' }

export async function namesOf(books: Books): Promise<Names> {
  const rows = await books.tx
    .select({ id: people.id, name: people.name })
    .from(people)
    .where(eq(people.stationId, books.station.id))
  const names = new Map(rows.map(({ id, name }) => [id, name]))
  return (by) => (by === null ? null : (names.get(by) ?? null))
}

/** For a log: somebody who is not on the staff list is a resident. */
export const whoOf =
  (names: Names) =>
  (by: string): Told =>
    names(by) ?? OTHERS[by] ?? RESIDENT
