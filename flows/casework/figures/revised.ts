// 修订: what is counted otherwise than it was when the report was handed in.
import { type Counted, type Numbers, sameNumbers } from './number.ts'

/** Figures by their id, as they were shown. */
export type HandedIn = { [id: string]: Counted }

/** What stood there before, where it differs. A row that was not there when the report was handed in is no revision. */
export function revisionOf(
  id: string,
  { now, year }: Counted,
  handedIn: HandedIn | null,
): { now?: Numbers; year?: Numbers } {
  const before = handedIn && Object.hasOwn(handedIn, id) ? handedIn[id] : undefined
  if (!before) return {}
  return {
    ...(sameNumbers(before.now, now) ? {} : { now: before.now }),
    ...(sameNumbers(before.year, year) ? {} : { year: before.year }),
  }
}
