// The fake Slack is taken for Slack by Slack's own clients, and lets go of everything when it is stopped.
import { LogLevel, SocketModeReceiver, webApi } from '@slack/bolt'
import { expect, test, vi } from 'vitest'
import type { Wire } from './slack/json.ts'
import { app, ends, open, post, slack } from './slack/stand.ts'

test("Slack's own clients take it for Slack", async () => {
  await open()
  const web = new webApi.WebClient(slack.botToken, {
    slackApiUrl: slack.apiUrl,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    logLevel: LogLevel.ERROR,
  })
  expect(await web.auth.test()).toMatchObject({ team_id: slack.teamId })
  const { client: socket } = new SocketModeReceiver({
    appToken: slack.appToken,
    installerOptions: { clientOptions: { slackApiUrl: slack.apiUrl } },
    logLevel: LogLevel.ERROR,
  })
  ends.push(() => socket.disconnect())
  const came: unknown[] = []
  const heard = async ({ ack, body, event }: Slacked): Promise<void> => {
    came.push(body.event_id)
    await ack()
    await web.chat.postMessage({ channel: event.channel, text: `您说：${event.text}`, unfurl_links: false })
  }
  const commanded = async ({ ack, body }: Slacked): Promise<void> => {
    await ack({ text: '马上' })
    await web.views.open({
      trigger_id: String(body.trigger_id),
      view: { type: 'modal', title: { type: 'plain_text', text: '登记' }, blocks: [{ type: 'divider' }] },
    })
  }
  socket.on('message', (came) => void heard(came))
  socket.on('slash_commands', (came) => void commanded(came))
  await socket.start()
  const person = slack.user('村民甲')
  const said = await person.says('院墙')
  expect(said).toMatchObject({ outcome: 'received', events: [{ id: came[0] }] })
  await vi.waitFor(() => expect(person.sees().map(({ text }) => text)).toEqual(['您说：院墙']))
  await person.slash('/case')
  await vi.waitFor(() => expect(person.modal()?.title).toBe('登记'))
  expect(person.sees().at(-1)).toMatchObject({ text: '马上', ephemeral: true })
  slack.faults.queue({ kind: 'tooMany', retryAfter: 9 })
  await expect(web.auth.test()).rejects.toMatchObject({ retryAfter: 9 })
  await expect(web.chat.postMessage({ channel: 'C0NOBODY', text: 'x' })).rejects.toThrow(/channel_not_found/)
})

type Slacked = {
  ack(answer?: Wire): Promise<void>
  body: Wire
  event: { channel: string; text: string }
}

test('stopped, it lets go of everything, whatever was under way', async () => {
  await open({ pace: 1 })
  const { url } = await app(() => ({ status: 500 }))
  await slack.installEvents(url)
  await slack.user('村民甲').says('在吗')
  slack.faults.queue({ kind: 'halfOpen' })
  const hanging = post('auth.test').catch((error: unknown) => error)
  await vi.waitFor(() => expect(slack.ledger.events[0]?.attempts).toHaveLength(2))
  const begun = performance.now()
  await slack.stop()
  expect(performance.now() - begun).toBeLessThan(1_000)
  expect(await hanging).toBeInstanceOf(Error)
})
