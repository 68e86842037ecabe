// The Slack channel keeps the promises of every channel, over HTTP and over Socket Mode.
import { channelContract, type Refusal } from '../../contracts/channel.ts'
import type { FakeSlack } from '../../platforms/slack/slack.ts'
import { type Mode, openHouse } from './house.ts'

/** What Slack may answer to a post, and what that leaves to hope. */
const REFUSALS: [string, string, Refusal['retryAt']][] = [
  ['chat.postMessage', 'channel_not_found', 'never'],
  ['conversations.open', 'user_disabled', 'never'],
  ['conversations.open', 'cannot_dm_bot', 'never'],
  ['chat.postMessage', 'is_archived', 'never'],
  ['chat.postMessage', 'not_in_channel', 'never'],
  ['chat.postMessage', 'invalid_blocks', 'never'],
  ['chat.postMessage', 'ratelimited', 'later'],
  ['chat.postMessage', 'missing_scope', 'later'],
  ['chat.postMessage', 'service_unavailable', 'later'],
  ['chat.postMessage', 'internal_error', 'unknown'],
  ['chat.postMessage', 'fatal_error', 'unknown'],
  ['conversations.open', 'internal_error', 'later'],
]

function refusals({ refuse, faults }: FakeSlack): Refusal[] {
  const method = 'chat.postMessage'
  return [
    // Opening comes first: once it is known, the direct messages are not asked for again.
    ...REFUSALS.toSorted((a, b) => a[0].localeCompare(b[0]) * -1).map(([where, error, retryAt]) => ({
      what: `${where}: ${error}`,
      prepare: () => refuse(where, error),
      retryAt,
    })),
    {
      what: '429',
      prepare: () => faults.queue({ kind: 'tooMany', retryAfter: 7 }, { method }),
      retryAt: 'later',
    },
    { what: '500', prepare: () => faults.queue({ kind: 'serverError' }, { method }), retryAt: 'unknown' },
    {
      what: '502 in HTML',
      prepare: () => faults.queue({ kind: 'htmlError' }, { method }),
      retryAt: 'unknown',
    },
    { what: 'reset', prepare: () => faults.queue({ kind: 'resetBefore' }, { method }), retryAt: 'unknown' },
    {
      what: 'taken, then reset',
      prepare: () => faults.queue({ kind: 'acceptedThenReset' }, { method }),
      retryAt: 'unknown',
    },
    { what: 'silence', prepare: () => faults.queue({ kind: 'halfOpen' }, { method }), retryAt: 'unknown' },
  ]
}

for (const mode of ['http', 'socket'] satisfies Mode[])
  channelContract(`slack over ${mode}`, async () => {
    const house = await openHouse(mode)
    const { platform, channel } = house
    let people = 0
    return {
      channel,
      async person() {
        const one = platform.user(`村民${++people}`)
        return {
          says: async (id, words) =>
            (await one.says(words, { event: `Ev${one.id}-${id}`, once: true })).outcome,
          sees: async () => one.sees().map(({ text, buttons }) => ({ reads: text, presses: buttons })),
        }
      },
      async sends(to, reply) {
        const receipt = await channel.send(house.message(to.id, reply))
        return typeof receipt === 'string' ? receipt : 'delivered'
      },
      refusals: refusals(platform),
      end: house.end,
    }
  })
