// Group commit: while one batch is being written, the next gathers.

/**
 * Turns a writer of batches into a writer of single items. Items of the same `apart` never share a batch, and keep their
 * order. A batch that fails is written item by item, so that one bad item harms nobody else.
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
      if (batch.length === 1) return batch[0]!.failed(error)
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
