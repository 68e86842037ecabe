// A conversation over the wire: files, corrections, forms, commands, groups and the page of one's own; in both ways of receiving.
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { Unavailable } from '../../../flows/core/ports.ts'
import type { Posed, Reply } from '../../../flows/core/reply.ts'
import { type House, type Mode, openHouse, until } from './house.ts'

const JPEG = Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, ...Array(40).fill(1)])
const OGG = new TextEncoder().encode(`OggS${'x'.repeat(60)}`)
const card: Reply = {
  kind: 'card',
  text: '【派单】',
  rows: [],
  buttons: [{ id: 'b1', label: '签收' }],
  twin: '签收 RD-2026-0001',
  tone: 'ORANGE',
}
const field = (id: string, text: string, more: Partial<Extract<Posed, { kind: 'ask' }>> = {}): Posed => ({
  kind: 'ask',
  id,
  text,
  choices: [],
  hint: 'text',
  back: false,
  ...more,
})
const LAND = [
  { id: 'land', label: '院墙' },
  { id: 'wage', label: '工钱' },
]

for (const mode of ['http', 'socket'] satisfies Mode[])
  describe(`over ${mode}`, () => {
    let house: House
    beforeEach(async () => {
      house = await openHouse(mode)
      await house.open()
    })
    afterEach(() => house.end())

    const events = () => house.heard.map(({ event }) => event)

    test('pictures of one message are heard together, a voice with its length, kept by their own names', async () => {
      const one = house.platform.user('村民甲')
      const said = await one.sendsFiles(
        [
          { name: '墙.jpg', type: 'image/jpeg', bytes: JPEG },
          { name: 'voice.ogg', type: 'audio/ogg', bytes: OGG, seconds: 7 },
        ],
        '这就是那面墙',
      )
      expect(said.outcome).toBe('received')
      const keys = [...house.kept.keys()]
      expect(keys).toEqual([expect.stringMatching(/^F/), expect.stringMatching(/^F/)])
      expect(events()).toEqual([
        {
          kind: 'files',
          files: [
            { id: `file-${keys[0]}`, type: 'image/jpeg', name: '墙.jpg' },
            { id: `file-${keys[1]}`, type: 'audio/ogg', name: 'voice.ogg', seconds: 7 },
          ],
          caption: '这就是那面墙',
        },
      ])
      expect(house.kept.get(keys[0]!)?.bytes).toEqual(Buffer.from(JPEG))
    })

    test('what nobody can read is told of, and the words beside it are heard', async () => {
      const one = house.platform.user('村民甲')
      const page = { name: 'a.jpg', type: 'image/jpeg', bytes: new TextEncoder().encode('<html><script>') }
      await one.sendsFiles([page], '看图')
      const large = { name: 'b.mp4', type: 'video/mp4', bytes: new Uint8Array(20 * 1_024 * 1_024 + 1) }
      await one.sendsFiles([large])
      await one.sendsFiles([{ name: 'c.jpg', type: 'image/jpeg', bytes: JPEG }, page])
      expect(events()).toEqual([
        { kind: 'text', text: '看图' },
        { kind: 'unreadable', why: 'kind' },
        { kind: 'unreadable', why: 'tooLarge' },
        { kind: 'files', files: [expect.objectContaining({ type: 'image/jpeg' })] },
        { kind: 'unreadable', why: 'kind' },
      ])
      expect(new Set(house.heard.map(({ id }) => id)).size).toBe(5)
    })

    test('a correction names the message that it corrects; a preview is none', async () => {
      const one = house.platform.user('村民甲')
      const { ts } = await one.says('院墙一米')
      await one.previews(ts)
      await one.edits(ts, '院墙两米')
      await one.deletes(ts)
      expect(house.heard.map(({ ref, event }) => ({ ref, event }))).toEqual([
        { ref: ts, event: { kind: 'text', text: '院墙一米' } },
        { ref: ts, event: { kind: 'correct', text: '院墙两米', was: null } },
      ])
    })

    test('one person is heard in order, though a file takes longer than the words after it', async () => {
      const one = house.platform.user('村民甲')
      const file = one.sendsFile({ name: '墙.jpg', type: 'image/jpeg', bytes: JPEG })
      const words = one.says('就是这面墙')
      await Promise.all([file, words])
      expect(events().map(({ kind }) => kind)).toEqual(['files', 'text'])
    })

    test('strangers and bots are not heard, and learn nothing', async () => {
      const stranger = house.platform.user('外人', { team: 'T0ELSE' })
      const robot = house.platform.user('机器人', { bot: true })
      await stranger.says('在吗')
      await robot.says('在吗')
      await stranger.slash('/case', 'accept RD-2026-0001')
      expect(house.heard).toEqual([])
      expect(stranger.sees()).toEqual([])
      expect(house.platform.ledger.callsOf('chat.postMessage')).toEqual([])
    })

    test('an answer is pressed, and the way back', async () => {
      const one = house.platform.user('村民甲')
      const ask: Reply = {
        kind: 'ask',
        id: 'c.kind',
        text: '哪一类？',
        choices: LAND,
        hint: 'choice',
        back: true,
      }
      await house.channel.send(house.message(house.addressOf(one), ask))
      await one.presses('院墙')
      await one.presses('上一步')
      expect(events()).toEqual([{ kind: 'pick', question: 'c.kind', choice: 'land' }, { kind: 'back' }])
    })

    describe('a form', () => {
      const form = () => ({
        conversation: 'c',
        flow: 'agreement',
        at: 0,
        fields: [
          field('c.what', '约定了什么？'),
          field('c.kind', '哪一类？', { hint: 'choice', choices: LAND }),
          field('c.day', '哪天？', { hint: 'date' }),
          field('c.sum', '多少钱？', { hint: 'money', choices: [{ id: '-', label: '没有钱' }] }),
          field('c.photo', '照片？', { hint: 'files' }),
        ],
      })
      async function offered() {
        const one = house.platform.user('民警甲')
        house.books.form = form()
        await house.channel.send(house.message(house.addressOf(one), card))
        await one.presses('签收')
        await until(() => one.modal() !== null)
        // Once these are answered nothing is left to ask.
        house.books.form = null
        return one
      }

      test('is offered after a press, with the questions of the chat', async () => {
        const one = await offered()
        expect(one.modal()?.fields.map(({ block, label }) => [block, label])).toEqual([
          ['c.what', '约定了什么？'],
          ['c.kind', '哪一类？'],
          ['c.day', '哪天？'],
          ['c.sum', '多少钱？'],
          ['c.sum#choices', '也可以点一个'],
        ])
        expect(one.modal()?.title).toBe('一次填完')
      })

      test('sent off is one event, in the order of its questions', async () => {
        const one = await offered()
        one.fills({ 'c.what': '拆墙', 'c.kind': '院墙', 'c.day': '2026-12-20', 'c.sum#choices': '没有钱' })
        expect((await one.submits()).acked).toBe(true)
        expect(one.modal()).toBeNull()
        const answers = [
          { question: 'c.what', event: { kind: 'text', text: '拆墙' } },
          { question: 'c.kind', event: { kind: 'pick', question: 'c.kind', choice: 'land' } },
          { question: 'c.day', event: { kind: 'text', text: '2026-12-20' } },
          { question: 'c.sum', event: { kind: 'pick', question: 'c.sum', choice: '-' } },
        ]
        expect(house.books.checked).toEqual([answers])
        expect(events().at(-1)).toEqual({ kind: 'form', answers })
      })

      test('with something amiss stays open and says what, beside the box', async () => {
        const one = await offered()
        house.books.problems = [
          { question: 'c.day', why: '请回日期。' },
          { question: 'c.sum', why: '请回钱数。' },
        ]
        one.fills({ 'c.what': '拆墙', 'c.kind': '院墙', 'c.day': '2026-12-20' })
        await one.submits()
        expect(one.modal()?.errors).toEqual({ '哪天？': '请回日期。', '多少钱？': '请回钱数。' })
        expect(house.books.checked[0]?.at(-1)).toEqual({
          question: 'c.sum',
          event: { kind: 'text', text: '' },
        })
        expect(events()).toEqual([{ kind: 'press', button: 'b1' }])
        house.books.problems = []
        one.fills({ 'c.sum': '500' })
        await one.submits()
        expect(one.modal()).toBeNull()
        expect(events().at(-1)).toMatchObject({ kind: 'form' })
      })

      test('put away is not offered again at every answer', async () => {
        const one = await offered()
        house.books.form = form()
        await one.closes()
        await one.presses('签收')
        await house.channel.close()
        expect(one.modal()).toBeNull()
        expect(house.platform.ledger.callsOf('views.open')).toHaveLength(1)
      })

      test('is not offered too late, and that is no fault', async () => {
        const one = house.platform.user('民警甲')
        house.books.form = form()
        house.books.gate = () => new Promise((resolve) => setTimeout(resolve, 1_100))
        await house.channel.send(house.message(house.addressOf(one), card))
        await one.presses('签收')
        await house.channel.close()
        expect(house.platform.ledger.callsOf('views.open')).toEqual([])
        expect(house.faults).toEqual([])
      })
    })

    test('commands are heard from the person, and answered where nobody else reads', async () => {
      const one = house.platform.user('民警甲')
      const room = house.platform.channel('值班', [one])
      await one.slash('/case')
      await one.slash('/case', 'accept RD-2026-0001', room)
      await one.slash('/case', 'alerts on', room)
      await one.slash('/case', 'alerts off')
      const group = `${house.platform.teamId}/${room.id}`
      expect(events()).toEqual([
        { kind: 'text', text: 'my cases' },
        { kind: 'text', text: 'accept RD-2026-0001' },
        { kind: 'group', group, alerts: true },
      ])
      expect(new Set(house.heard.map(({ from }) => from.id))).toEqual(new Set([house.addressOf(one)]))
      expect(one.sees().map(({ text, ephemeral }) => [text, ephemeral])).toEqual([
        ['我在私聊里回您。', true],
        ['结果我在私聊里回您。如果我还不在这个频道里，请先把我加进来。', true],
        ['请到要收提醒的那个频道里打这条命令。', true],
      ])
      expect(one.warnings()).toEqual([])
    })

    test('whoever calls the bot in a channel is shown, alone, where to write', async () => {
      const one = house.platform.user('村民甲')
      const other = house.platform.user('村民乙')
      const room = house.platform.channel('大家', [one, other])
      await one.mentionsBot(room, '邻居打我')
      await until(() => one.sees(room).length === 1)
      expect(one.sees(room)[0]).toMatchObject({
        ephemeral: true,
        text: '有事请私聊我：点我的名字，再点“消息”。',
      })
      expect(other.sees(room).filter(({ from }) => from !== one.id)).toEqual([])
      expect(house.heard).toEqual([])
    })

    test('the chat opened for the first time arrives, and only then', async () => {
      const one = house.platform.user('村民甲')
      await one.opensChat()
      expect(events()).toEqual([{ kind: 'arrive', village: null }])
      await one.says('在吗')
      await one.opensChat()
      expect(events().map(({ kind }) => kind)).toEqual(['arrive', 'text'])
    })

    test('App Home greets residents, and shows staff their cases anew after each act', async () => {
      const one = house.platform.user('民警甲')
      await one.opensHome()
      await until(() => one.home() !== null)
      expect(one.home()?.text).toContain('急事打110')
      house.books.cases = [
        {
          number: 'RD-2026-0001',
          level: 'RED',
          stateName: { zh: '待签收', en: 'to accept' },
          category: { zh: '邻里', en: 'neighbours' },
          village: '示例村',
          due: { what: { zh: '签收', en: 'accept' }, at: Date.UTC(2026, 11, 20, 8) },
          overdue: true,
          mine: true,
        },
      ]
      await house.channel.send(house.message(house.addressOf(one), card))
      await one.presses('签收')
      await until(() => one.home()?.text.includes('RD-2026-0001') ?? false)
      expect(one.home()?.text).toContain('邻里 · 示例村 · 待签收')
      await one.presses('看看')
      expect(events().at(-1)).toEqual({ kind: 'text', text: 'status RD-2026-0001' })
      // No longer of the staff: the page shows no case any more.
      house.books.cases = null
      await one.says('在吗')
      await until(() => one.home()?.text.includes('急事打110') ?? false)
      expect(one.home()?.text).not.toContain('RD-2026-0001')
    })

    test('while the books are away a press and a form are not lost without a word', async () => {
      const one = house.platform.user('民警甲')
      await house.channel.send(house.message(house.addressOf(one), card))
      let away = 2
      house.books.gate = async () => {
        if (away-- > 0) throw new Unavailable('away')
      }
      await one.presses('签收')
      await until(() => house.heard.length === 1)
      expect(one.warnings()).toEqual([])
    })
  })

test('a file that cannot be had comes again with its message, and is told of as lost in the end', async () => {
  const house = await openHouse('socket')
  try {
    await house.open()
    const one = house.platform.user('村民甲')
    const change = { name: '墙.jpg', type: 'image/jpeg', bytes: JPEG }
    // Nothing is fetched from where a message points.
    const pushed = house.platform.pushes({
      type: 'message',
      subtype: 'file_share',
      channel: one.dm(),
      channel_type: 'im',
      user: one.id,
      text: '',
      ts: '1800000000.000100',
      files: [
        { id: 'F1', mimetype: change.type, size: 40, url_private: 'http://127.0.0.1:1/files/x' },
        { id: 'F2', mimetype: change.type, size: 40, url_private: `${house.platform.apiUrl}none` },
        { id: 'F3', mimetype: change.type, size: 40, url_private: 'https://files.slack.com.example/x' },
      ],
    })
    expect((await pushed.settled).state).toBe('acked')
    expect(house.heard.map(({ event }) => event)).toEqual([{ kind: 'unreadable', why: 'lost' }])
  } finally {
    await house.end()
  }
})
