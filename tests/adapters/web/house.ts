// The web channel behind a real port.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import type { Hono } from 'hono'

export type House = {
  url: string
  port: number
  /** Refuses every connection, as a lost network would; the same port may be opened again. */
  close(): Promise<void>
}

export async function openHouse(app: Hono, port = 0): Promise<House> {
  const listener = getRequestListener(app.fetch, { overrideGlobalObjects: false })
  const server = createServer((request, response) => void listener(request, response))
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
  const at = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${at.port}`,
    port: at.port,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
