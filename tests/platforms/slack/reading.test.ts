// Text as a person reads it: what Slack makes of control sequences, mark-up, blocks and addresses.
import { beforeEach, describe, expect, test } from 'vitest'
import type { Wire } from './json.ts'
import { button, call, open, section, slack } from './stand.ts'

describe('text as a person reads it', () => {
  beforeEach(() => open())

  async function read(args: Wire) {
    const person = slack.user('村民甲')
    slack.channel('general', [person])
    const answer = await call('chat.postMessage', { channel: person.id, text: '', ...args })
    expect(answer).toMatchObject({ ok: true })
    const [seen] = person.sees(person.dm())
    if (!seen) throw new Error('nothing is seen')
    return seen
  }

  const INJECTED = '<!channel> <!here|x> <@U0123> <https://evil.cn|看> *粗* & <b>'

  test('control sequences call and link; escaped they are words', async () => {
    const loose = await read({ text: INJECTED })
    expect(loose.mentions).toEqual(['@channel', '@here', '@U0123'])
    expect(loose.links).toEqual([{ url: 'https://evil.cn', label: '看' }])
    expect(loose.bold).toEqual(['粗'])
    expect(loose.text).toBe('@channel @here @U0123 看 粗 & <b>')
    const harmless = INJECTED.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
    const tight = await read({ text: harmless.replaceAll('*', '') })
    expect(tight.text).toBe(INJECTED.replaceAll('*', ''))
    expect(tight.mentions).toEqual([])
    // Slack makes a link of a bare address even so.
    expect(tight.links).toEqual([{ url: 'https://evil.cn', label: 'https://evil.cn' }])
  })

  test('an entity is read once', async () => {
    expect((await read({ text: '&amp;lt;!channel&amp;gt;' })).text).toBe('&lt;!channel&gt;')
  })

  test('plain text and rich text interpret nothing', async () => {
    const plain = await read({ blocks: [section(INJECTED, 'plain_text')] })
    expect(plain).toMatchObject({ text: INJECTED, mentions: [], links: [], bold: [] })
    const rich = await read({
      blocks: [
        {
          type: 'rich_text',
          elements: [
            {
              type: 'rich_text_section',
              elements: [
                { type: 'text', text: INJECTED },
                { type: 'text', text: '要紧', style: { bold: true } },
                { type: 'link', url: 'https://a.cn' },
                { type: 'broadcast', range: 'here' },
              ],
            },
          ],
        },
      ],
    })
    expect(rich).toMatchObject({
      text: `${INJECTED}要紧https://a.cn@here`,
      mentions: ['@here'],
      links: [{ url: 'https://a.cn' }],
      bold: ['要紧'],
    })
  })

  test('code, quotes, emphasis and bare calls of mrkdwn', async () => {
    const seen = await read({
      blocks: [section('_斜_ ~划~ `*码*`\n&gt; 引 *用*\n2*3*4 a_b_c @channel x@here https://a.cn/b')],
    })
    expect(seen).toMatchObject({
      italic: ['斜'],
      strike: ['划'],
      code: ['*码*'],
      bold: ['用'],
      mentions: ['@channel'],
      links: [{ url: 'https://a.cn/b' }],
    })
    expect(seen.quotes).toEqual(['引 *用*'])
    expect(seen.text).toBe('斜 划 *码*\n引 用\n2*3*4 a_b_c @channel x@here https://a.cn/b')
    const still: Wire = {
      type: 'section',
      text: { type: 'mrkdwn', text: '@channel https://a.cn', verbatim: true },
    }
    expect(await read({ blocks: [still] })).toMatchObject({ mentions: [], links: [] })
  })

  test('whoever the words behind the blocks call is called', async () => {
    const seen = await read({ text: '<!channel> 新', blocks: [section('新', 'plain_text')] })
    expect(seen).toMatchObject({ text: '新', notice: '@channel 新', mentions: ['@channel'] })
    const linked = await read({ text: '@here', link_names: true })
    expect(linked.mentions).toEqual(['@here'])
    expect((await read({ text: '@here' })).mentions).toEqual([])
  })

  test('previews come for pictures unless refused, for pages when asked for', async () => {
    const text = 'https://a.cn/x https://a.cn/y.png'
    expect((await read({ text })).unfurls).toEqual(['https://a.cn/y.png'])
    expect((await read({ text, unfurl_links: true })).unfurls).toHaveLength(2)
    expect((await read({ text, unfurl_links: false, unfurl_media: false })).unfurls).toEqual([])
  })

  test('all blocks are read from top to bottom', async () => {
    const seen = await read({
      blocks: [
        { type: 'header', text: { type: 'plain_text', text: '红色' } },
        { type: 'section', fields: [{ type: 'mrkdwn', text: '*村*\n东村' }], accessory: button('打开', 'o') },
        { type: 'divider' },
        {
          type: 'context',
          elements: [
            { type: 'plain_text', text: '或输入' },
            { type: 'mrkdwn', text: '`签收 1`' },
          ],
        },
        { type: 'actions', elements: [button('签收', 'a')] },
      ],
    })
    expect(seen.text).toBe('红色\n村\n东村\n或输入\n签收 1')
    expect(seen.buttons).toEqual(['打开', '签收'])
    expect(seen.bold).toEqual(['村'])
  })
})
