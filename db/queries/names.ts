// What people are called at work, those who have left included.
import { eq } from 'drizzle-orm'
import type { Books } from '../books.ts'
import { people } from '../schema/index.ts'

/** The name of whoever did something; the books and the residents have names of their own. */
export type Names = (by: string | null) => string | null

const OTHERS: { readonly [by: string]: string } = {
  bot: '机器人',
  system: '系统',
  admin: '管理员',
  reporter: '反映人',
  A: '甲方',
  B: '乙方',
}

export async function namesOf(books: Books): Promise<Names> {
  const rows = await books.tx
    .select({ id: people.id, name: people.name })
    .from(people)
    .where(eq(people.stationId, books.station.id))
  const names = new Map(rows.map(({ id, name }) => [id, name]))
  return (by) => (by === null ? null : (names.get(by) ?? OTHERS[by] ?? null))
}

/** For a log: somebody who is not on the staff list is a resident. */
export const whoOf =
  (names: Names) =>
  (by: string): string =>
    names(by) ?? '当事人或反映人'
