// Photos, voice notes and papers, to the station and back. What is given back is only ever data, never a page.
import { Hono } from 'hono'
import { refuse } from './answer.ts'
import { readBody } from './body.ts'
import { type Limits, openSlots } from './limits.ts'
import { mediaType, plainName } from './media.ts'
import type { WebPorts } from './ports.ts'
import { enter } from './visit.ts'

/** Bytes of one file. */
export const LARGEST_FILE = 10 * 1024 * 1024
/** Slow mobile networks need minutes for a photo. */
const UPLOAD_TIME = 180_000
/** Uploads under way are held in memory. */
const MOST_AT_ONCE = 32
const MOST_OF_ONE_NETWORK = 8

export function files(ports: WebPorts, limits: Limits): Hono {
  const app = new Hono()
  const slots = openSlots(MOST_AT_ONCE, MOST_OF_ONE_NETWORK)

  app.post('/', async (c) => {
    const visit = enter(c, ports.door, limits.file)
    if (visit instanceof Response) return visit
    if (!slots.take(visit.network)) return refuse(c, 'away', 10)
    const bytes = await readBody(c.req.raw, LARGEST_FILE, UPLOAD_TIME).finally(() =>
      slots.give(visit.network),
    )
    if (typeof bytes === 'string') return refuse(c, bytes)
    const type = mediaType(bytes, c.req.header('content-type') ?? '')
    if (!type) return refuse(c, 'type')
    const name = plainName(decoded(c.req.header('x-file-name')))
    const file = await ports.files.put({ type, name, bytes, by: visit.from }, ports.clock.now())
    return c.json({ file }, 201)
  })

  app.get('/:id', async (c) => {
    const visit = enter(c, ports.door, limits.read)
    if (visit instanceof Response) return visit
    const id = c.req.param('id')
    const file = id.length <= 120 ? await ports.files.get(id, visit.from, ports.clock.now()) : null
    if (!file) return refuse(c, 'none')
    c.header('Content-Type', file.type)
    c.header('Content-Disposition', `attachment; filename*=UTF-8''${encoded(file.name ?? id)}`)
    return c.body(Uint8Array.from(file.bytes))
  })

  return app
}

function decoded(text: string | undefined): string | null {
  try {
    return text ? decodeURIComponent(text) : null
  } catch {
    return null
  }
}

const encoded = (name: string): string =>
  encodeURIComponent(name.toWellFormed()).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`)
