// Figures on Slack: a file of the bot's own that a message shows once Slack has looked at it; in words where it cannot.
import { afterEach, beforeEach, expect, test } from 'vitest'
import { pictureInWords } from '../../../flows/core/picture.ts'
import type { Reply } from '../../../flows/core/reply.ts'
import { SAMPLES } from '../../bot/pictures/samples.ts'
import { type House, openHouse } from './house.ts'

let house: House
beforeEach(async () => {
  house = await openHouse('http')
  await house.open()
})
afterEach(() => house.end())

const picture = SAMPLES.levels!
const reply: Reply = { kind: 'picture', text: pictureInWords(picture), picture }
const calls = (method: string) => house.platform.ledger.callsOf(method)

test('it is handed over, waited for, and shown with its words for whoever cannot see it', async () => {
  const one = house.platform.user('民警甲')
  expect(await house.channel.send(house.message(house.addressOf(one), reply))).toBe('delivered')
  const [seen] = one.sees()
  expect(seen?.text).toContain('橙 23')
  expect(seen?.raw.blocks).toMatchObject([{ type: 'image' }])
  expect(calls('files.getUploadURLExternal')).toHaveLength(1)
  // Not ready at the first look.
  expect(calls('files.info').length).toBeGreaterThan(1)
  // Where it is shown is only said by the message: by itself the file is in no channel.
  expect(calls('files.completeUploadExternal')[0]?.args).not.toHaveProperty('channel_id')
  // A locked screen shows nothing of it.
  expect(seen?.notice).not.toContain('23')
})

test.for(['files.getUploadURLExternal', 'upload', 'files.completeUploadExternal', 'files.info'])(
  'where %s fails it is read in words, once',
  async (method) => {
    const one = house.platform.user('民警甲')
    house.platform.faults.queue({ kind: 'serverError' }, { method })
    expect(await house.channel.send(house.message(house.addressOf(one), reply))).toBe('delivered')
    expect(one.sees()).toHaveLength(1)
    expect(one.sees()[0]?.text).toContain('橙 23')
    expect(one.sees()[0]?.raw.blocks).toMatchObject([{ type: 'section' }])
    expect(house.faults.map(({ where }) => where)).toContain('picture')
  },
)

test('where Slack will not show the file after all, the words go in its place', async () => {
  const one = house.platform.user('民警甲')
  house.platform.refuse('chat.postMessage', 'invalid_blocks', { times: 1 })
  expect(await house.channel.send(house.message(house.addressOf(one), reply))).toBe('delivered')
  expect(one.sees().map(({ text }) => text)).toEqual([expect.stringContaining('橙 23')])
})
