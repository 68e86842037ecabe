// From the wire to what the desk hears: every kind of update, and none that can hurt.
import fc from 'fast-check'
import type { Message, Update } from 'grammy/types'
import { describe, expect, test } from 'vitest'
import { type Heard, type Hearer, hear } from '../../../adapters/telegram/hear.ts'
import type { Event } from '../../../flows/core/event.ts'
import { BOT, GROUP, inGroup, message, PERSON, update, user } from './updates.ts'

const AT = 1_795_000_000_000
const hearer: Hearer = {
  bot: BOT,
  name: 'maple_bridge_bot',
  at: AT,
  commands: [
    { name: 'status', says: '进度', who: 'anyone', label: {} },
    { name: 'accept', says: '签收', who: 'staff', label: {} },
  ],
}
const heardOf = (content: Omit<Update, 'update_id'>): Heard => hear(update(content), hearer)
const said = (content: Partial<Message>): Heard => heardOf({ message: message(content) })
const eventsOf = (heard: Heard): Event[] =>
  heard.kind === 'events' ? heard.inbounds.map(({ event }) => event) : []
const eventOf = (content: Partial<Message>): Event | undefined => eventsOf(said(content))[0]

describe('in a chat of one’s own', () => {
  test('a text has the platform’s ids, the language of the phone and the number of the message', () => {
    expect(said({ text: '  邻居家的院墙 <b>占了</b> ' })).toEqual({
      kind: 'events',
      inbounds: [
        {
          id: `${BOT}:9001`,
          from: { channel: 'telegram', id: `${BOT}/${PERSON}` },
          at: AT,
          locale: 'zh',
          ref: '41',
          event: { kind: 'text', text: '  邻居家的院墙 <b>占了</b> ' },
        },
      ],
    })
  })

  test.each([
    ['zh-hans', 'zh'],
    ['zh', 'zh'],
    ['en-GB', 'en'],
    ['bo', undefined],
    ['zha', undefined],
    [undefined, undefined],
  ])('language %s', (language_code, locale) => {
    const heard = said({ text: '在吗', from: { ...user(), language_code } as ReturnType<typeof user> })
    expect(heard.kind === 'events' && heard.inbounds[0]?.locale).toBe(locale)
  })

  test.each<[string, Event]>([
    ['/start', { kind: 'arrive', village: null }],
    ['/start v_village-3', { kind: 'arrive', village: 'village-3' }],
    ['/start b_AbC-123_x', { kind: 'code', code: 'AbC-123_x' }],
    ['/start j_join-me', { kind: 'press', button: 'join-me' }],
    ['/start x_else', { kind: 'arrive', village: null }],
    ['/start b_', { kind: 'arrive', village: null }],
    ['/status', { kind: 'text', text: '进度' }],
    ['/accept@maple_bridge_bot RD-2026-0001', { kind: 'text', text: '签收 RD-2026-0001' }],
    ['/ACCEPT  RD-2026-0001\n马上去', { kind: 'text', text: '签收 RD-2026-0001\n马上去' }],
    ['/my_cases now', { kind: 'text', text: 'my cases now' }],
    ['/__', { kind: 'text', text: '/__' }],
    ['/路口吵架', { kind: 'text', text: '/路口吵架' }],
    ['和/accept RD', { kind: 'text', text: '和/accept RD' }],
  ])('%j', (text, event) => {
    expect(eventOf({ text })).toEqual(event)
  })

  test('the largest picture is fetched, with its caption and its album', () => {
    const photo = [
      { file_id: 'small', file_unique_id: 's', width: 90, height: 60, file_size: 1_000 },
      { file_id: 'large', file_unique_id: 'l', width: 1280, height: 900, file_size: 90_000 },
      { file_id: 'middle', file_unique_id: 'm', width: 320, height: 200, file_size: 9_000 },
    ]
    expect(said({ photo, caption: '墙', media_group_id: 'album-1' })).toMatchObject({
      kind: 'file',
      file: { file: 'large', key: 'l', called: 'image/jpeg', seconds: null },
      caption: '墙',
      album: 'album-1',
    })
  })

  const sent = { file_id: 'f', file_unique_id: 'u' }
  test.each<[string, Partial<Message>, string, number | null]>([
    ['voice', { voice: { ...sent, duration: 7, mime_type: 'audio/ogg' } }, 'audio/ogg', 7],
    ['audio', { audio: { ...sent, duration: 9, mime_type: 'audio/mp4' } }, 'audio/mp4', 9],
    ['video', { video: { ...sent, duration: 9, width: 1, height: 1 } }, 'video/mp4', null],
    ['video note', { video_note: { ...sent, duration: 9, length: 1 } }, 'video/mp4', null],
    [
      'animation',
      { animation: { ...sent, duration: 1, width: 1, height: 1 }, document: { ...sent } },
      'video/mp4',
      null,
    ],
    ['document', { document: { ...sent, mime_type: 'application/pdf' } }, 'application/pdf', null],
  ])('%s is fetched', (_, content, called, seconds) => {
    expect(said(content)).toMatchObject({ kind: 'file', file: { called, seconds }, album: null })
  })

  test('what is too large is not asked for; its caption is heard all the same, and first', () => {
    const document = { ...sent, file_size: 20 * 1024 * 1024 + 1 }
    expect(said({ document, caption: '他在打我' })).toMatchObject({
      kind: 'events',
      inbounds: [
        { id: `${BOT}:9001`, event: { kind: 'text', text: '他在打我' } },
        { id: `${BOT}:9001:file`, event: { kind: 'unreadable', why: 'tooLarge' } },
      ],
    })
  })

  test('a place, and one with a name', () => {
    const location = { latitude: 30.5, longitude: 91.25 }
    expect(eventOf({ location })).toEqual({ kind: 'place', lat: 30.5, lon: 91.25 })
    const venue = { location, title: '村委会', address: '甲村' }
    expect(eventOf({ venue, location })).toEqual({
      kind: 'place',
      lat: 30.5,
      lon: 91.25,
      label: '村委会 甲村',
    })
  })

  test('only one’s own phone is a phone', () => {
    const contact = { phone_number: '+8613800000000', first_name: '村民甲' }
    expect(eventOf({ contact: { ...contact, user_id: PERSON } })).toEqual({
      kind: 'text',
      text: '+8613800000000',
    })
    for (const other of [contact, { ...contact, user_id: PERSON + 1 }])
      expect(eventOf({ contact: other })).toEqual({ kind: 'unreadable', why: 'notOwnPhone' })
  })

  test.each<[string, Partial<Message>]>([
    ['dice', { dice: { emoji: '🎲', value: 3 } }],
    ['story', { story: { id: 1, chat: { id: PERSON, type: 'private', first_name: '村民甲' } } }],
    ['something of next year', { hologram: {} } as Partial<Message>],
  ])('%s cannot be read', (_, content) => {
    expect(eventOf(content)).toEqual({ kind: 'unreadable', why: 'kind' })
  })

  test('what the platform itself writes is not somebody’s message', () => {
    expect(said({ message_auto_delete_timer_changed: { message_auto_delete_time: 60 } })).toEqual({
      kind: 'nothing',
    })
    expect(said({ write_access_allowed: {} })).toEqual({ kind: 'nothing' })
  })

  test('bots, and whoever is not the person of the chat, are not heard', () => {
    expect(said({ text: '在吗', from: user({ is_bot: true }) })).toEqual({ kind: 'nothing' })
    expect(said({ text: '在吗', from: user({ id: PERSON + 1 }) })).toEqual({ kind: 'nothing' })
  })

  test('a changed text or caption corrects the message; a moving place does not', () => {
    const edited = (content: Partial<Message>) =>
      heardOf({ edited_message: { ...message(content), edit_date: 1_795_000_100 } })
    expect(edited({ text: '是五千，不是五百' })).toMatchObject({
      inbounds: [{ ref: '41', event: { kind: 'correct', text: '是五千，不是五百', was: null } }],
    })
    expect(eventsOf(edited({ caption: '另一面墙' }))).toEqual([
      { kind: 'correct', text: '另一面墙', was: null },
    ])
    expect(edited({ location: { latitude: 1, longitude: 2 } })).toEqual({ kind: 'nothing' })
  })

  test('the bot is blocked and unblocked', () => {
    const member = (status: 'kicked' | 'member') =>
      heardOf({
        my_chat_member: {
          chat: { id: PERSON, type: 'private', first_name: '村民甲' },
          from: user(),
          date: 1,
          old_chat_member: { status: 'member', user: user({ is_bot: true }) },
          new_chat_member: { status, user: user({ is_bot: true }) } as never,
        },
      })
    expect(eventsOf(member('kicked'))).toEqual([{ kind: 'reach', reachable: false }])
    expect(eventsOf(member('member'))).toEqual([{ kind: 'reach', reachable: true }])
  })
})

describe('presses', () => {
  const press = (data: string | undefined, content: Partial<Message> = {}, from = user()) =>
    heardOf({
      callback_query: {
        id: 'query-1',
        from,
        chat_instance: 'x',
        ...(data !== undefined && { data }),
        message: message(content),
      },
    })

  test.each<[string, Event]>([
    ['p.abc', { kind: 'tap', token: 'abc' }],
    ['b.5f0c', { kind: 'press', button: '5f0c' }],
    ['k', { kind: 'back' }],
    ['close:123', { kind: 'press', button: 'close:123' }],
  ])('%s', (data, event) => {
    const heard = press(data)
    expect(eventsOf(heard)).toEqual([event])
    expect(heard).toMatchObject({ pressed: 'query-1', inbounds: [{ id: `${BOT}:9001` }] })
  })

  test('in a group, or by somebody else than the person of the chat, they are refused', () => {
    const refused = { kind: 'refused', pressed: 'query-1' }
    expect(press('p.abc', { chat: { id: GROUP, type: 'group', title: '群' } })).toMatchObject(refused)
    expect(press('b.abc', {}, user({ id: PERSON + 1 }))).toMatchObject(refused)
    expect(
      heardOf({ callback_query: { id: 'query-1', from: user(), chat_instance: 'x', data: 'k' } }),
    ).toMatchObject(refused)
  })

  test('one without data is answered, and means nothing', () => {
    expect(press(undefined)).toEqual({ kind: 'events', inbounds: [], pressed: 'query-1' })
  })
})

describe('in groups', () => {
  test('somebody asks for the alerts, or no longer; it is heard from their own address', () => {
    for (const [text, alerts] of [
      ['/alerts on', true],
      ['/alerts@Maple_Bridge_Bot off', false],
    ] as const)
      expect(heardOf({ message: inGroup({ text }) })).toEqual({
        kind: 'events',
        inbounds: [
          {
            id: `${BOT}:9001`,
            from: { channel: 'telegram', id: `${BOT}/${PERSON}` },
            at: AT,
            event: { kind: 'group', group: `${BOT}/${GROUP}`, alerts },
          },
        ],
      })
  })

  test.each<[string, Partial<Message>]>([
    ['another bot’s command', { text: '/alerts@other_bot on' }],
    ['no answer to the question', { text: '/alerts' }],
    ['words', { text: '王家又吵起来了' }],
    ['another command', { text: '/accept RD-2026-0001' }],
    ['a bot', { text: '/alerts on', from: user({ is_bot: true }) }],
    [
      'an anonymous administrator',
      { text: '/alerts on', sender_chat: { id: GROUP, type: 'group', title: '群' } },
    ],
  ])('%s is not for us', (_, content) => {
    expect(heardOf({ message: inGroup(content) })).toEqual({ kind: 'nothing' })
  })

  test('a group that became a supergroup has moved, whoever tells it', () => {
    const moved = {
      kind: 'moved',
      from: { channel: 'telegram', id: `${BOT}/${GROUP}` },
      to: { channel: 'telegram', id: `${BOT}/-1001` },
    }
    expect(heardOf({ message: inGroup({ migrate_to_chat_id: -1001 }) })).toEqual(moved)
    const after = inGroup({
      chat: { id: -1001, type: 'supergroup', title: '群' },
      migrate_from_chat_id: GROUP,
    })
    expect(heardOf({ message: after })).toEqual(moved)
  })
})

test('whatever is said is heard once, under an id of its own, and nothing throws', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), fc.nat(), (text, id) => {
      const heard = hear(update({ message: message({ text }) }, id), hearer)
      expect(heard.kind === 'events' && heard.inbounds.map((inbound) => inbound.id)).toEqual([`${BOT}:${id}`])
    }),
  )
})

test('updates of kinds that nobody asked for are nothing', () => {
  expect(heardOf({ channel_post: message({ text: '在吗' }) } as never)).toEqual({ kind: 'nothing' })
  expect(hear({ update_id: 1, of_next_year: {} } as never, hearer)).toEqual({ kind: 'nothing' })
})
