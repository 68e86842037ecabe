// One person's messages in the order in which they came; the same one, brought twice at once, is heard once.

export function oneByOne() {
  const lines = new Map<string, Promise<unknown>>()
  const underWay = new Map<string, Promise<void>>()

  return (line: string, id: string, work: () => Promise<void>): Promise<void> => {
    const same = underWay.get(id)
    if (same) return same
    const before = lines.get(line) ?? Promise.resolve()
    const done = before.then(work).finally(() => {
      underWay.delete(id)
      if (lines.get(line) === after) lines.delete(line)
    })
    // The next one waits whatever becomes of this one.
    const after = done.catch(() => {})
    underWay.set(id, done)
    lines.set(line, after)
    return done
  }
}
