// The web channel keeps the promises of every channel.
import { web } from '../../../adapters/index.ts'
import type { Shown } from '../../../adapters/web/render.ts'
import { channelContract, type Platform, type Seen } from '../../contracts/channel.ts'
import { client } from './client.ts'
import { memoryStation } from './station.ts'

channelContract('web', async (): Promise<Platform> => {
  const station = memoryStation()
  const channel = web(station.ports)
  return {
    channel,
    async person() {
      const self = client(channel.app)
      await self.hello()
      return {
        says: async (id, words) =>
          (await self.send(id, { kind: 'text', text: words })).status === 200 ? 'received' : 'again',
        sees: async () => (await self.messages()).map(({ reply }) => seen(reply)),
      }
    },
    sends: (to, reply) => channel.send(station.post(to, reply)),
    // What is sent lies in the books until the page takes it: there is nobody who could refuse it.
    refusals: [],
    end: async () => {},
  }
})

/** A reply as any client of the protocol can show it. */
function seen(reply: Shown): Seen {
  const rows = 'rows' in reply ? reply.rows.map(({ label, value }) => `${label} ${value}`) : []
  const twin = reply.kind === 'card' && reply.twin !== null ? [reply.twin] : []
  const offered = reply.kind === 'card' ? reply.buttons : 'choices' in reply ? reply.choices : []
  return { reads: [reply.text, ...rows, ...twin].join('\n'), presses: offered.map(({ label }) => label) }
}
