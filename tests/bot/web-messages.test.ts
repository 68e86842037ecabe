// The web channel's reader goes on past what cannot be worded: a short batch means that there is no more.
import { expect, test } from 'vitest'
import { messagesSince } from '../../bot/web-messages.ts'
import type { Parcel } from '../../db/store.ts'
import { say } from '../../flows/core/reply.ts'

const TO = { channel: 'web', id: 'resident' }
/** A notice of a version that these words do not know any more. */
const UNWORDABLE = { notice: JSON.parse('{"kind":"from-another-version"}') }

/** Parcels from 1 on; those whose numbers are named cannot be worded. */
function books(count: number, unwordable: (seq: number) => boolean) {
  const parcels = Array.from({ length: count }, (_, at): Parcel => {
    const seq = at + 1
    const content = unwordable(seq) ? UNWORDABLE : { reply: say(`no. ${seq}`) }
    return {
      id: `p-${seq}`,
      seq,
      to: TO,
      locale: 'zh',
      at: 0,
      class: 'repeatable',
      attempts: 0,
      content,
      thread: null,
      again: false,
    }
  })
  const asked: number[] = []
  const complaints: string[] = []
  const since = messagesSince(
    {
      async since(_, seq, limit) {
        asked.push(seq)
        return parcels.filter((one) => one.seq > seq).slice(0, limit)
      },
    },
    { error: (text) => complaints.push(text) },
  )
  return {
    since: async (seq: number, limit: number) => (await since(TO, seq, limit)).map((one) => one.seq),
    asked,
    complaints,
  }
}

test('one that cannot be worded is passed over, and the batch is full all the same', async () => {
  const { since, complaints } = books(9, (seq) => seq === 2)
  expect(await since(0, 4)).toEqual([1, 3, 4, 5])
  expect(await since(5, 4)).toEqual([6, 7, 8, 9])
  expect(complaints).toHaveLength(1)
})

test('more of them than a whole batch do not end the talk', async () => {
  const { since } = books(260, (seq) => seq > 10 && seq <= 240)
  expect(await since(10, 100)).toEqual(Array.from({ length: 20 }, (_, at) => 241 + at))
})

test('nothing is asked twice, and the end is found', async () => {
  const { since, asked } = books(3, () => false)
  expect(await since(0, 100)).toEqual([1, 2, 3])
  expect(await since(3, 100)).toEqual([])
  expect(asked).toEqual([0, 3])
  const none = books(5, () => true)
  expect(await none.since(0, 2)).toEqual([])
  expect(none.asked).toEqual([0, 2, 4])
})
