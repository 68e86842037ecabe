// From the wire to what the desk hears. Pure.
import { z } from 'zod'
import { type Event, type FileRef, type Instant, LOCALES } from '../../flows/core/event.ts'
import type { Address, Inbound } from '../../flows/core/ports.ts'

/** Characters of one text that the wire carries; the flow open may take fewer and then says so itself. */
export const LONGEST_TEXT = 30_000
export const MOST_FILES = 9

const id = z.string().min(1).max(120)
const files = z
  .array(z.strictObject({ id, seconds: z.number().min(0).max(3_600).optional() }))
  .min(1)
  .max(MOST_FILES)

const event = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('text'), text: z.string().min(1).max(LONGEST_TEXT) }),
  z.strictObject({ kind: z.literal('pick'), question: id, choice: id }),
  z.strictObject({ kind: z.literal('press'), button: id }),
  z.strictObject({
    kind: z.literal('place'),
    lat: z.number().min(-90).max(90),
    lon: z.number().min(-180).max(180),
    label: z.string().max(200).optional(),
  }),
  z.strictObject({ kind: z.literal('files'), files, caption: z.string().max(LONGEST_TEXT).optional() }),
  z.strictObject({ kind: z.literal('language'), locale: z.enum(LOCALES) }),
  z.strictObject({ kind: z.enum(['back', 'cancel', 'help', 'human', 'stop']) }),
])

const sent = z.strictObject({
  /** Made by the client, the same at every attempt. */
  id: z.string().regex(/^[A-Za-z0-9_-]{8,64}$/),
  locale: z.enum(LOCALES).optional(),
  event,
})

export type Sent = z.infer<typeof sent>

/** What the client sent, or null when it is not of the protocol. */
export function read(body: unknown): Sent | null {
  const parsed = sent.safeParse(body)
  return parsed.success ? parsed.data : null
}

/**
 * The Inbound of something sent. `kept` gives what the station knows of each file named: a client's word on the
 * type of a file counts for nothing. Null when it names a file that is not its own.
 */
export function hear(
  { id, locale, event }: Sent,
  from: Address,
  at: Instant,
  kept: ReadonlyMap<string, FileRef>,
): Inbound | null {
  const heard = event.kind === 'files' ? withFiles(event, kept) : compact(event)
  return heard && { id: `web:${from.id}:${id}`, from, at, ...(locale && { locale }), event: heard }
}

function withFiles(
  event: Extract<Sent['event'], { kind: 'files' }>,
  kept: ReadonlyMap<string, FileRef>,
): Event | null {
  const refs: FileRef[] = []
  for (const { id, seconds } of event.files) {
    const ref = kept.get(id)
    if (!ref) return null
    refs.push(seconds === undefined || !ref.type.startsWith('audio/') ? ref : { ...ref, seconds })
  }
  return { kind: 'files', files: refs, ...(event.caption && { caption: event.caption }) }
}

/** An absent label stays absent. */
function compact(event: Exclude<Sent['event'], { kind: 'files' }>): Event {
  if (event.kind !== 'place') return event
  const { kind, lat, lon, label } = event
  return { kind, lat, lon, ...(label && { label }) }
}
