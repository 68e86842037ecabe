// Buttons, forms, commands and the home: brought once, answered in time or lost, as the person sees it.
import { beforeEach, describe, expect, test } from 'vitest'
import { type Wire, wireOf, wiresOf } from './json.ts'
import { app, button, call, open, section, slack } from './stand.ts'

describe('buttons, forms and commands', () => {
  beforeEach(() => open())

  const card = (label: string): Wire => ({
    text: '派单',
    blocks: [
      section('派单'),
      { type: 'actions', elements: [button(label, 'press-1'), button('拒绝', 'press-2')] },
    ],
  })

  test('a press comes once with everything it needs, and a person sees when nobody took it', async () => {
    const { url, came } = await app((_, at) => ({ status: at === 0 ? 200 : 500 }))
    await slack.installEvents(url)
    const officer = slack.user('示例驻村民警甲')
    const { ts } = await call('chat.postMessage', { channel: officer.id, ...card('签收 & 出发') })
    const pressed = await officer.presses('签收 & 出发')
    expect(pressed).toMatchObject({ acked: true, kind: 'block_actions', user: officer.id, status: 200 })
    expect(came[0]?.payload).toMatchObject({
      type: 'block_actions',
      team: { id: slack.teamId },
      user: { id: officer.id, team_id: slack.teamId },
      channel: { id: officer.dm() },
      container: { type: 'message', message_ts: ts },
      message: { ts },
      actions: [
        { type: 'button', value: 'press-1', action_id: 'do-press-1', text: { text: '签收 &amp; 出发' } },
      ],
    })
    expect(officer.warnings()).toEqual([])
    expect((await officer.presses('拒绝')).acked).toBe(false)
    await slack.settled()
    expect(came).toHaveLength(2)
    expect(officer.warnings()).toMatchObject([{ on: '拒绝', why: 'http_error' }])
    await expect(officer.presses('没有的')).rejects.toThrow(/sees no button/)
  })

  test('the newest is pressed; an older one when it is named; a payload can be forged', async () => {
    const { url, came } = await app()
    await slack.installEvents(url)
    const officer = slack.user('示例驻村民警甲')
    const old = await call('chat.postMessage', { channel: officer.id, ...card('签收') })
    const fresh = await call('chat.postMessage', { channel: officer.id, ...card('签收') })
    await officer.presses('签收')
    await officer.presses('签收', { ts: String(old.ts) })
    await officer.presses('签收', {
      change: (payload) => ({ ...payload, actions: [{ ...wiresOf(payload.actions)[0], value: 'forged' }] }),
    })
    expect(came.map(({ payload }) => wireOf(payload.container).message_ts)).toEqual([
      fresh.ts,
      old.ts,
      fresh.ts,
    ])
    expect(wiresOf(came[2]?.payload.actions)[0]?.value).toBe('forged')
    const triggers = new Set(came.map(({ payload }) => payload.trigger_id))
    expect(triggers.size).toBe(3)
  })

  test('an option of a menu is pressed by its label', async () => {
    const { url, came } = await app()
    await slack.installEvents(url)
    const person = slack.user('村民甲')
    const option = (label: string, value: string): Wire => ({
      text: { type: 'plain_text', text: label },
      value,
    })
    const menu = {
      type: 'static_select',
      action_id: 'pick',
      options: [option('东村', 'v1'), option('西村', 'v2')],
    }
    await call('chat.postMessage', {
      channel: person.id,
      text: '?',
      blocks: [{ type: 'actions', elements: [menu] }],
    })
    await person.presses('西村')
    expect(came[0]?.payload.actions).toMatchObject([
      { type: 'static_select', selected_option: { value: 'v2' } },
    ])
  })

  test('five answers by response URL, and no more', async () => {
    const { url, came } = await app()
    await slack.installEvents(url)
    const officer = slack.user('示例驻村民警甲')
    await call('chat.postMessage', { channel: officer.id, ...card('签收') })
    await officer.presses('签收')
    const answer = (body: Wire): Promise<Response> =>
      fetch(String(came[0]?.payload.response_url), { method: 'POST', body: JSON.stringify(body) })
    expect((await answer({ replace_original: true, text: '已签收' })).status).toBe(200)
    expect(officer.sees().map(({ text }) => text)).toEqual(['已签收'])
    for (let at = 0; at < 4; at++) await answer({ text: `又 ${at}` })
    expect(await (await answer({ text: '太多' })).json()).toEqual({ ok: false, error: 'used_url' })
    expect(officer.sees()).toHaveLength(5)
  })

  test('a command is answered at once, to the person alone', async () => {
    const { url, came } = await app(() => ({ body: '{"text":"共 *2* 件"}' }))
    await slack.installEvents(url)
    const [officer, other] = [slack.user('示例驻村民警甲'), slack.user('乙方')]
    const room = slack.channel('警情', [officer, other])
    await officer.slash('/case', 'accept <2>', room)
    expect(came[0]?.payload).toMatchObject({
      command: '/case',
      text: 'accept &lt;2&gt;',
      user_id: officer.id,
      channel_id: room.id,
      team_id: slack.teamId,
      trigger_id: expect.any(String),
    })
    expect(officer.sees()).toMatchObject([{ text: '共 2 件', bold: ['2'], ephemeral: true }])
    expect(other.sees()).toEqual([])
  })

  const input = (id: string, label: string, element: Wire, optional = false): Wire => ({
    type: 'input',
    block_id: id,
    label: { type: 'plain_text', text: label },
    element,
    optional,
  })
  const form: Wire = {
    type: 'modal',
    callback_id: 'form',
    private_metadata: 'talk-1',
    title: { type: 'plain_text', text: '登记' },
    submit: { type: 'plain_text', text: '提交' },
    blocks: [
      input('q1', '事情', { type: 'plain_text_input', action_id: 'text' }),
      input('q2', '类别', {
        type: 'radio_buttons',
        action_id: 'choice',
        options: [{ text: { type: 'plain_text', text: '院墙' }, value: 'land' }],
      }),
      input('q3', '日期', { type: 'datepicker', action_id: 'date' }, true),
    ],
  }

  test('a form is opened soon after a press and once, filled in, refused and sent', async () => {
    let response: Wire = { response_action: 'errors', errors: { q1: '太短' } }
    const { url, came } = await app(({ payload }) => ({
      body: payload.type === 'view_submission' ? JSON.stringify(response) : '',
    }))
    await slack.installEvents(url)
    const officer = slack.user('示例驻村民警甲')
    await call('chat.postMessage', { channel: officer.id, ...card('登记') })
    await officer.presses('登记')
    const trigger_id = came[0]?.payload.trigger_id
    expect(officer.modal()).toBeNull()
    const opened = await call('views.open', { trigger_id, view: form })
    expect(opened).toMatchObject({ ok: true, view: { callback_id: 'form', state: { values: { q1: {} } } } })
    expect(await call('views.open', { trigger_id, view: form })).toMatchObject({
      error: 'exchanged_trigger_id',
    })
    expect(officer.modal()).toMatchObject({ title: '登记', submit: '提交', privateMetadata: 'talk-1' })
    await expect(officer.submits()).rejects.toThrow(/without: 事情, 类别/)
    officer.fills({ 事情: '院墙 <占>', 类别: '院墙', q3: '2026-03-01' })
    expect((await officer.submits()).acked).toBe(true)
    expect(wireOf(came[1]?.payload.view)).toMatchObject({
      private_metadata: 'talk-1',
      app_installed_team_id: slack.teamId,
      state: {
        values: {
          q1: { text: { value: '院墙 <占>' } },
          q2: { choice: { selected_option: { value: 'land' } } },
          q3: { date: { selected_date: '2026-03-01' } },
        },
      },
    })
    expect(officer.modal()).toMatchObject({
      errors: { 事情: '太短' },
      fields: [{ value: '院墙 <占>' }, {}, {}],
    })
    const id = wireOf(opened.view).id
    expect(await call('views.update', { view_id: id, hash: 'old', view: form })).toMatchObject({
      error: 'hash_conflict',
    })
    expect(await call('views.update', { view_id: id, view: form })).toMatchObject({ ok: true })
    expect(officer.modal()?.fields[0]?.value).toBe('院墙 <占>')
    response = {}
    await officer.submits()
    expect(officer.modal()).toBeNull()
    expect(await call('views.update', { view_id: id, view: form })).toMatchObject({ error: 'not_found' })
  })

  test('a form that nobody took stays open, with a warning', async () => {
    const { url } = await app(({ payload }) => ({ status: payload.type === 'view_submission' ? 500 : 200 }))
    await slack.installEvents(url)
    const officer = slack.user('示例驻村民警甲')
    const { payload } = await officer.slash('/case')
    await call('views.open', { trigger_id: payload.trigger_id, view: form })
    officer.fills({ 事情: '院墙', 类别: '院墙' })
    await officer.submits()
    expect(officer.warnings()).toHaveLength(1)
    expect(officer.modal()?.fields[0]?.value).toBe('院墙')
    await officer.closes()
    expect(officer.modal()).toBeNull()
  })

  test('an answer that Slack cannot use leaves the form as it is, with a warning', async () => {
    const answers = [
      '{"response_action":"errors","errors":{"q9":"没有这一栏"}}',
      'fine',
      '{"response_action":"shut"}',
    ]
    const { url } = await app(({ payload }, at) => ({
      body: payload.type === 'view_submission' ? (answers[at - 1] ?? '') : '',
    }))
    await slack.installEvents(url)
    const officer = slack.user('示例驻村民警甲')
    const { payload } = await officer.slash('/case')
    await call('views.open', { trigger_id: payload.trigger_id, view: form })
    officer.fills({ 事情: '院墙', 类别: '院墙' })
    for (const _ of answers) await officer.submits()
    expect(officer.warnings().map(({ why }) => why)).toEqual(answers.map(() => 'bad_response'))
    await officer.submits()
    expect(officer.modal()).toBeNull()
  })

  test('who presses in a shared channel says whose they are', async () => {
    const { url, came } = await app()
    await slack.installEvents(url)
    const stranger = slack.user('外单位', { team: 'T0STRANGER' })
    const room = slack.channel('警情', [stranger])
    await call('chat.postMessage', { channel: room.id, ...card('签收') })
    await stranger.presses('签收')
    await stranger.slash('/case', '', room)
    expect(came.map(({ payload }) => payload)).toMatchObject([
      { team: { id: slack.teamId }, user: { team_id: 'T0STRANGER' } },
      { team_id: 'T0STRANGER' },
    ])
  })

  test('a form without a way to send it, or with what Slack does not know, is refused', async () => {
    const officer = slack.user('示例驻村民警甲')
    const { payload } = await officer.slash('/case')
    const { submit: _, ...mute } = form
    expect(await call('views.open', { trigger_id: payload.trigger_id, view: mute })).toMatchObject({
      error: 'invalid_arguments',
      response_metadata: { messages: [expect.stringContaining('submit')] },
    })
    const long = { ...form, title: { type: 'plain_text', text: 'x'.repeat(25) } }
    expect(await call('views.open', { trigger_id: payload.trigger_id, view: long })).toMatchObject({
      error: 'invalid_arguments',
    })
    expect(await call('views.open', { trigger_id: '1.2.3', view: form })).toMatchObject({
      error: 'invalid_trigger_id',
    })
    expect(await call('views.open', { trigger_id: payload.trigger_id, view: form })).toMatchObject({
      ok: true,
    })
  })

  test('the home is what was published last, and its buttons can be pressed', async () => {
    const { url, came } = await app()
    await slack.installEvents(url)
    const officer = slack.user('示例驻村民警甲')
    expect(officer.home()).toBeNull()
    const home = (text: string): Wire => ({
      type: 'home',
      blocks: [section(text, 'plain_text'), { type: 'actions', elements: [button('我的案件', 'mine')] }],
    })
    await call('views.publish', { user_id: officer.id, view: home('一件') })
    await call('views.publish', { user_id: officer.id, view: home('两件 &lt;新&gt;') })
    expect(officer.home()).toMatchObject({ text: '两件 <新>', buttons: ['我的案件'] })
    await officer.presses('我的案件')
    expect(came[0]?.payload).toMatchObject({ container: { type: 'view' }, view: { type: 'home' } })
    expect(came[0]?.payload).not.toHaveProperty('response_url')
  })
})

test('a trigger lives for three seconds', async () => {
  let now = Date.now()
  await open({ clock: () => now })
  const officer = slack.user('示例驻村民警甲')
  const { payload } = await officer.slash('/case')
  now += 3_001
  const view = { type: 'modal', title: { type: 'plain_text', text: 'x' }, blocks: [section('x')] }
  expect(await call('views.open', { trigger_id: payload.trigger_id, view })).toMatchObject({
    error: 'expired_trigger_id',
  })
})
