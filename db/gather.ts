// Group commit. A commit costs far more than the statement in it, so that those who come while one is being written
// share the next: nobody waits for a timer, and under load a statement carries as many turns as came in the meantime.
//
// The first item goes alone and at once. While it is being written, others wait in line; when it is done, the line up to
// `most` becomes the next batch, and so on until the line is empty. There is never more than one batch on its way from
// one process, which is what makes the next one gather. What a batch writes equals what its items would have written one
// after another (tests/contracts/store-turns.ts), because they are of different people: see `apart`.
import { away } from './errors.ts'

/**
 * Turns a writer of batches into a writer of single items. Items of the same `apart` never share a batch, and keep their
 * order. A batch that fails is written item by item, so that one bad item harms nobody else; but where the database is
 * away all of them fail at once, instead of waiting for it one after another.
 */
export function gather<Item, Outcome>(
  write: (items: Item[]) => Promise<Outcome[]>,
  { most, apart }: { most: number; apart?: (item: Item) => string },
): (item: Item) => Promise<Outcome> {
  type Waiting = { item: Item; done: (outcome: Outcome) => void; failed: (error: unknown) => void }
  let waiting: Waiting[] = []
  let writing = false

  const next = (): Waiting[] => {
    if (!apart) return waiting.splice(0, most)
    const batch: Waiting[] = []
    const rest: Waiting[] = []
    const taken = new Set<string>()
    for (const one of waiting) {
      const name = apart(one.item)
      const fits = batch.length < most && !taken.has(name)
      if (fits) batch.push(one)
      else rest.push(one)
      taken.add(name)
    }
    waiting = rest
    return batch
  }

  const writeBatch = async (batch: Waiting[]): Promise<void> => {
    try {
      const outcomes = await write(batch.map(({ item }) => item))
      for (const [i, { done }] of batch.entries()) done(outcomes[i]!)
    } catch (error) {
      if (batch.length === 1 || away(error)) {
        for (const { failed } of batch) failed(error)
        return
      }
      for (const one of batch) await writeBatch([one])
    }
  }

  const drain = async (): Promise<void> => {
    writing = true
    while (waiting.length > 0) await writeBatch(next())
    writing = false
  }

  return (item) =>
    new Promise((done, failed) => {
      waiting.push({ item, done, failed })
      if (!writing) void drain()
    })
}
