// Figures as a picture, drawn when somebody's page asks for the one that a message to them holds. Nothing of it is kept.
import { Hono } from 'hono'
import { refuse } from './answer.ts'
import type { Limits } from './limits.ts'
import type { WebPorts } from './ports.ts'
import { enter } from './visit.ts'

export function pictures(ports: WebPorts, limits: Limits): Hono {
  const app = new Hono()

  app.get('/:seq{[0-9]{1,15}}', async (c) => {
    const visit = enter(c, ports.door, limits.read)
    if (visit instanceof Response) return visit
    const seq = Number(c.req.param('seq'))
    const [message] = await ports.since(visit.from, seq - 1, 1)
    if (message?.seq !== seq || message.reply.kind !== 'picture') return refuse(c, 'none')
    c.header('Content-Type', 'image/png')
    return c.body(Uint8Array.from(await ports.draw(message.reply.picture)))
  })

  return app
}
