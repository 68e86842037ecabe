// What is heard of what Slack brings, and what is not: strangers, bots, ourselves, and everything out of shape.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { hearCommand, hearEvent, hearForm, hearPress, type Self } from '../../../adapters/slack/hear.ts'

const self: Self = { team: 'T0HOME', user: 'U0BOT', bot: 'B0BOT' }
const AT = 1_800_000_000_000
const event = (inner: object, more: object = {}) => ({
  type: 'event_callback',
  team_id: 'T0HOME',
  event_id: 'Ev1',
  event: inner,
  ...more,
})
const message = (more: object = {}) => ({
  type: 'message',
  channel: 'D01',
  channel_type: 'im',
  user: 'U0AB',
  team: 'T0HOME',
  text: '院墙 &lt;占了&gt;',
  ts: '1800000000.000100',
  ...more,
})
const said = (body: unknown) => hearEvent(body, self, AT)

test('a message is heard under the names that Slack gives it', () => {
  expect(said(event(message()))).toEqual({
    kind: 'said',
    inbound: {
      id: 'T0HOME:Ev1',
      from: { channel: 'slack', id: 'T0HOME/U0AB' },
      at: AT,
      ref: '1800000000.000100',
      event: { kind: 'text', text: '院墙 <占了>' },
    },
  })
})

describe('nothing is heard of', () => {
  test.each([
    ['another workspace', event(message(), { team_id: 'T0ELSE' })],
    ['a person of another workspace', event(message({ team: 'T0ELSE' }))],
    ['a person of another workspace in a shared channel', event(message({ user_team: 'T0ELSE' }))],
    ['one who wrote from another workspace', event(message({ source_team: 'T0ELSE' }))],
    ['a bot', event(message({ bot_id: 'B1' }))],
    ['a bot by its subtype', event(message({ subtype: 'bot_message' }))],
    ['ourselves', event(message({ user: 'U0BOT' }))],
    ['Slack itself', event(message({ user: 'USLACKBOT' }))],
    ['a channel', event(message({ channel: 'C01', channel_type: 'channel' }))],
    ['several people', event(message({ channel: 'G01', channel_type: 'mpim' }))],
    ['who joined', event(message({ subtype: 'channel_join' }))],
    ['a deleted message', event(message({ subtype: 'message_deleted' }))],
    ['nothing written', event(message({ text: '  ' }))],
    ['a name out of shape', event(message({ user: 'U0AB/../T' }))],
    ['something unknown', event({ type: 'reaction_added', user: 'U0AB' })],
    ['no event', { type: 'event_callback', team_id: 'T0HOME' }],
    ['nothing', null],
  ])('%s', (_, body) => {
    expect(said(body)).toBeNull()
  })
})

describe('a changed message', () => {
  const changed = (now: object, before = '院墙') =>
    event({
      type: 'message',
      subtype: 'message_changed',
      channel: 'D01',
      channel_type: 'im',
      message: { user: 'U0AB', text: '院墙两米', ts: '1800000000.000100', edited: { user: 'U0AB' }, ...now },
      previous_message: { text: before },
    })

  test('is a correction of the message that it names', () => {
    expect(said(changed({}))).toMatchObject({
      kind: 'said',
      inbound: { ref: '1800000000.000100', event: { kind: 'correct', text: '院墙两米', was: null } },
    })
  })

  test.each([
    ['a link was unfolded', changed({ edited: undefined })],
    ['nothing changed', changed({}, '院墙两米')],
    ['a bot changed it', changed({ bot_id: 'B1' })],
    ['we changed ours', changed({ user: 'U0BOT' })],
    ['it is another workspace', changed({ team: 'T0ELSE' })],
  ])('is none where %s', (_, body) => {
    expect(said(body)).toBeNull()
  })
})

test('the other things that are told', () => {
  expect(said(event({ type: 'app_home_opened', user: 'U0AB', channel: 'D01', tab: 'messages' }))).toEqual({
    kind: 'home',
    from: { channel: 'slack', id: 'T0HOME/U0AB' },
    user: 'U0AB',
    tab: 'messages',
    channel: 'D01',
  })
  expect(said(event({ type: 'app_mention', user: 'U0AB', channel: 'C01', text: 'x' }))).toEqual({
    kind: 'called',
    user: 'U0AB',
    channel: 'C01',
  })
  expect(said(event({ type: 'app_mention', user: 'U0AB', channel: 'C01', user_team: 'T0ELSE' }))).toBeNull()
  expect(said(event({ type: 'app_uninstalled' }))).toEqual({ kind: 'cutOff' })
  expect(said(event({ type: 'tokens_revoked', tokens: { bot: ['U0BOT'] } }))).toEqual({ kind: 'cutOff' })
  expect(said(event({ type: 'tokens_revoked', tokens: { oauth: ['U0AB'] } }))).toBeNull()
})

const press = (value: string, more: object = {}) => ({
  type: 'block_actions',
  team: { id: 'T0HOME' },
  user: { id: 'U0AB', team_id: 'T0HOME' },
  trigger_id: '1.2.abc',
  channel: { id: 'D01' },
  actions: [{ value, text: { text: '签收' } }],
  ...more,
})

describe('a press', () => {
  test('is heard under the name of its trigger, which comes once', () => {
    expect(hearPress(press('press b1'), self, AT)).toMatchObject({
      inbound: { id: 'T0HOME:1.2.abc', from: { id: 'T0HOME/U0AB' }, event: { kind: 'press', button: 'b1' } },
      trigger: '1.2.abc',
      twin: '签收',
    })
  })

  test('of an option is an answer', () => {
    const chosen = { actions: [{ selected_option: { value: 'pick toy%2Fkind land' } }] }
    expect(hearPress(press('', chosen), self, AT)?.inbound.event).toEqual({
      kind: 'pick',
      question: 'toy/kind',
      choice: 'land',
    })
  })

  test.each([
    ['of another workspace', press('back', { team: { id: 'T0ELSE' } })],
    ['of no workspace', press('back', { team: null })],
    ['by somebody of another workspace', press('back', { user: { id: 'U0AB', team_id: 'T0ELSE' } })],
    ['without its trigger', press('back', { trigger_id: undefined })],
    ['of what we never made', press('close:123')],
    ['of nothing', press('back', { actions: [] })],
  ])('%s is none', (_, body) => {
    expect(hearPress(body, self, AT)).toBeNull()
  })
})

describe('a command', () => {
  const typed = (text: string, more: object = {}) =>
    hearCommand(
      {
        command: '/case',
        text,
        team_id: 'T0HOME',
        user_id: 'U0AB',
        channel_id: 'D01',
        trigger_id: '3.4.def',
        ...more,
      },
      self,
      AT,
    )

  test.each([
    ['', 'my cases'],
    ['RD-2026-0001', 'status RD-2026-0001'],
    ['rd 2026 7', 'status rd 2026 7'],
    ['accept RD-2026-0001', 'accept RD-2026-0001'],
    ['签收 RD-2026-0001', '签收 RD-2026-0001'],
    ['hand_back RD-2026-0001', 'hand back RD-2026-0001'],
    ['a &lt;b&gt;', 'a <b>'],
  ])('`/case %s` says %s', (text, words) => {
    const commanded = typed(text)
    expect(commanded?.acted?.inbound.event).toEqual({ kind: 'text', text: words })
    expect(commanded?.acted?.inbound.from.id).toBe('T0HOME/U0AB')
    expect(commanded?.hint).toBeNull()
  })

  test('in a channel is answered where nobody else reads', () => {
    const commanded = typed('', { channel_id: 'C01' })
    expect(commanded?.acted?.inbound.from.id).toBe('T0HOME/U0AB')
    expect(commanded?.hint).toBe('private')
  })

  test.each([
    ['on', true],
    ['OFF', false],
  ])('alerts %s names the channel where it was typed', (word, alerts) => {
    expect(typed(`alerts ${word}`, { channel_id: 'C01' })).toMatchObject({
      acted: {
        inbound: { from: { id: 'T0HOME/U0AB' }, event: { kind: 'group', group: 'T0HOME/C01', alerts } },
      },
      hint: 'alerts',
    })
    expect(typed(`alerts ${word}`)).toEqual({ acted: null, hint: 'alertsWhere' })
  })

  test('of another workspace is none', () => {
    expect(typed('', { team_id: 'T0ELSE' })).toBeNull()
  })
})

describe('a form', () => {
  const form = (more: object = {}, view: object = {}) =>
    hearForm(
      {
        type: 'view_submission',
        team: { id: 'T0HOME' },
        user: { id: 'U0AB', team_id: 'T0HOME' },
        trigger_id: '5.6.aaa',
        view: {
          id: 'V1',
          callback_id: 'form',
          private_metadata: 'conversation-1',
          blocks: [
            { type: 'input', block_id: 'c.what' },
            { type: 'input', block_id: 'c.what#choices' },
            { type: 'input', block_id: 'c.kind' },
            { type: 'input', block_id: 'c.day' },
            { type: 'input', block_id: 'c.sum' },
            { type: 'input', block_id: 'c.who' },
          ],
          state: {
            values: {
              'c.who': { choices: { selected_options: [{ value: 'a' }, { value: 'b' }] } },
              'c.sum': { number: { type: 'number_input', value: null } },
              'c.day': { date: { selected_date: '2026-12-20' } },
              'c.kind': { choice: { selected_option: { value: 'land' } } },
              'c.what': { text: { value: null } },
              'c.what#choices': { choice: { selected_option: { value: '-' } } },
            },
          },
          ...view,
        },
        ...more,
      },
      self,
      AT,
    )

  test('gives the answers in the order of its questions, whatever the order of the wire', () => {
    const submitted = form()
    expect(submitted?.acted.inbound).toMatchObject({
      id: 'T0HOME:5.6.aaa',
      event: {
        kind: 'form',
        answers: [
          { question: 'c.what', event: { kind: 'pick', question: 'c.what', choice: '-' } },
          { question: 'c.kind', event: { kind: 'pick', question: 'c.kind', choice: 'land' } },
          { question: 'c.day', event: { kind: 'text', text: '2026-12-20' } },
          { question: 'c.sum', event: { kind: 'text', text: '' } },
          { question: 'c.who', event: { kind: 'pick', question: 'c.who', choice: 'a' } },
          { question: 'c.who', event: { kind: 'pick', question: 'c.who', choice: 'b' } },
        ],
      },
    })
    expect(submitted?.conversation).toBe('conversation-1')
  })

  test('of another workspace, or not of ours, is none', () => {
    expect(form({ team: { id: 'T0ELSE' } })).toBeNull()
    expect(form({ user: { id: 'U0AB', team_id: 'T0ELSE' } })).toBeNull()
    expect(form({}, { callback_id: 'other' })).toBeNull()
    expect(form({}, { app_installed_team_id: 'T0ELSE' })).toBeNull()
  })
})

test('nothing that comes makes it fail, and nobody is heard who is not of the workspace', () => {
  const strange = fc.oneof(
    fc.jsonValue(),
    fc.record({
      type: fc.constantFrom('event_callback', 'block_actions', 'view_submission'),
      team_id: fc.constantFrom('T0HOME', 'T0ELSE'),
      event_id: fc.string(),
      team: fc.record({ id: fc.constantFrom('T0HOME', 'T0ELSE') }),
      user: fc.jsonValue(),
      actions: fc.jsonValue(),
      view: fc.jsonValue(),
      event: fc.record({
        type: fc.constantFrom('message', 'app_mention', 'app_home_opened'),
        user: fc.oneof(fc.constant('U0AB'), fc.jsonValue()),
        channel: fc.constant('D01'),
        channel_type: fc.constant('im'),
        text: fc.oneof(fc.string(), fc.jsonValue()),
        ts: fc.constant('1.2'),
        files: fc.jsonValue(),
        blocks: fc.jsonValue(),
      }),
    }),
  )
  fc.assert(
    fc.property(strange, (body) => {
      const heard = hearEvent(body, self, AT)
      if (heard?.kind === 'said') expect(heard.inbound.from.id).toBe('T0HOME/U0AB')
      hearPress(body, self, AT)
      hearCommand(body, self, AT)
      hearForm(body, self, AT)
    }),
    { numRuns: 3_000 },
  )
})
