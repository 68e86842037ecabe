// What somebody shared, fetched and kept: the pictures of one message together, and what could not be read told of by itself.
import type { Event, FileRef } from '../../flows/core/event.ts'
import { type Inbound, Unavailable } from '../../flows/core/ports.ts'
import { bounded } from './bounded.ts'
import { type Fetched, fetchFile } from './fetching.ts'
import type { Heard } from './hear.ts'
import { plainName } from './media.ts'
import type { Room } from './room.ts'
import type { SharedFile } from './wire.ts'

type Shared = Extract<Heard, { kind: 'files' }>

/** Slack brings an event three times more, over five minutes; over its sockets it does not say how often it has. */
const LAST_RETRY = 3

export type Gather = (shared: Shared, retry: number) => Promise<Inbound[]>

/** What is to be heard of a message with files, in this order. Rejects with Unavailable where it should come again. */
export function openGather({ ports, pace }: Pick<Room, 'ports' | 'pace'>): Gather {
  /** When a message's files could first not be fetched. */
  const failed = bounded<number>(500)

  return async (shared, retry) => {
    const { id } = shared.about
    const since = failed.get(id)
    const last = retry >= LAST_RETRY || (since !== undefined && performance.now() - since >= pace.file)
    try {
      return await gathered(ports, pace.call, shared, last)
    } catch (error) {
      if (since === undefined) failed.set(id, performance.now())
      throw error
    }
  }
}

/** `last`: it will not come again, so what cannot be fetched now is lost. */
async function gathered(
  ports: Room['ports'],
  within: number,
  { about, caption, files }: Shared,
  last: boolean,
): Promise<Inbound[]> {
  const kept: FileRef[] = []
  let unread: Exclude<Fetched, object> | null = null
  for (const file of files) {
    const fetched = await fetchFile(file, { ...ports.settings, within }).catch((error: unknown) => {
      if (error instanceof Unavailable && last) return 'lost' as const
      throw error
    })
    if (typeof fetched === 'string') unread ??= fetched
    else kept.push(await keep(file, fetched))
  }
  const events: Event[] = []
  if (kept.length > 0) events.push({ kind: 'files', files: kept, ...(caption.trim() && { caption }) })
  else if (caption.trim()) events.push({ kind: 'text', text: caption })
  if (unread) events.push({ kind: 'unreadable', why: unread })
  return events.map((event, at) => ({ ...about, id: at === 0 ? about.id : `${about.id}:${at}`, event }))

  async function keep(
    { id, name, duration_ms }: SharedFile,
    { type, bytes }: Exclude<Fetched, string>,
  ): Promise<FileRef> {
    const file = { type, name: plainName(name), bytes, by: about.from, key: id }
    const ref = await ports.files.put(file, ports.now())
    return type.startsWith('audio/') && duration_ms
      ? { ...ref, seconds: Math.round(duration_ms / 1_000) }
      : ref
  }
}
