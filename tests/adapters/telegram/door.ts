// The channel's door on a port of its own, as the station's server opens it.
import { serve } from '@hono/node-server'
import type { Hono } from 'hono'

export type Door = { url: string; close(): Promise<void> }

/** `app` is looked up at each request: a channel is made when its address is known. */
export function openDoor(app: () => Hono | null): Promise<Door> {
  return new Promise((resolve) => {
    const answer = (request: Request) => app()?.fetch(request) ?? new Response('no door\n', { status: 404 })
    const server = serve({ fetch: answer, port: 0, hostname: '127.0.0.1' }, ({ port }) =>
      resolve({
        url: `http://127.0.0.1:${port}/telegram`,
        close: () =>
          new Promise((done) => {
            server.close(() => done())
            if ('closeAllConnections' in server) server.closeAllConnections()
          }),
      }),
    )
  })
}
