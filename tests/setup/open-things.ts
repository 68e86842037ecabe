// What keeps this process alive: connections, servers, child processes, timers.

/** What is open now, counted by Node's name for its kind. */
export function openThings(): Map<string, number> {
  const kinds = new Map<string, number>()
  for (const kind of process.getActiveResourcesInfo()) kinds.set(kind, (kinds.get(kind) ?? 0) + 1)
  return kinds
}

/** What is open now and was not `before`, e.g. `['1 TCPServerWrap']`. */
export function openedSince(before: Map<string, number>): string[] {
  return [...openThings()].flatMap(([kind, count]) => {
    const more = count - (before.get(kind) ?? 0)
    return more > 0 ? [`${more} ${kind}`] : []
  })
}
