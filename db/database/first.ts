// Why a transaction failed. Of several statements that are under way at once, those after the one that failed are refused
// too, and which refusal is heard of first is chance: each of them is told as what came of the first.
import { codeOf } from '../errors.ts'

/** The database refuses it only because of what failed before it. */
const REFUSED = '25P02'

export type First = {
  /** A statement sets out. Gives the error to throw where it fails. */
  begin(): (error: unknown) => unknown
  /** All since a savepoint was taken back. */
  mended(): void
}

export function firstOf(): First {
  let first: unknown
  return {
    begin() {
      // Whoever goes on after a failure has swallowed it, and is refused for that.
      const knew = first !== undefined
      return (error) => {
        if (codeOf(error) === REFUSED && !knew) return first ?? error
        first ??= error
        return error
      }
    },
    mended() {
      first = undefined
    },
  }
}
