// Buttons and options that somebody presses, and the slash commands they type.
import { type Pressable, readBlocks } from './block-reading.ts'
import { keptBlocks } from './blocks-kept.ts'
import { escaped } from './escape.ts'
import type { Forms, Sending } from './forms.ts'
import { isWire, textOf, type Wire, wiresOf } from './json.ts'
import type { InteractionRecord } from './ledger.ts'
import { type State, wireOfView } from './modal.ts'
import type { Place, Seat } from './seat.ts'
import { namesOf, type Seen } from './seen.ts'
import type { View } from './workspace.ts'

/** Where it stands, when it is not simply the newest. */
export type Pressing = Sending & { channel?: Place; ts?: string }

const SEVERAL = ['checkboxes', 'multi_static_select']

export function newPressing(seat: Seat, forms: Forms) {
  const { account, workspace, posts, read, common, responseUrl, bring, direct, roomOf } = seat
  const { stamps } = workspace

  function find(label: string, view: View | undefined): Pressable | undefined {
    if (!view) return undefined
    return readBlocks(wiresOf(view.given.blocks), namesOf(workspace)).buttons.find(
      (one) => one.label === label,
    )
  }

  function press(payload: Wire, on: string, how: Pressing): Promise<InteractionRecord> {
    const whole: Wire = { type: 'block_actions', ...common(), ...payload }
    return bring('interactive', on, how.change?.(whole) ?? whole)
  }

  function pressMessage(seen: Seen, pressable: Pressable, how: Pressing): Promise<InteractionRecord> {
    const { action, values } = actionOf(pressable, stamps.ts())
    const payload: Wire = {
      container: {
        type: 'message',
        message_ts: seen.ts,
        channel_id: seen.channel,
        is_ephemeral: seen.ephemeral,
        ...(seen.thread && { thread_ts: seen.thread }),
      },
      channel: { id: seen.channel, name: workspace.rooms.get(seen.channel)?.name ?? '' },
      message: seen.raw,
      state: { values },
      response_url: responseUrl('actions', seen.channel, seen.ts),
      actions: [action],
    }
    return press(payload, pressable.label, how)
  }

  function pressView(view: View, pressable: Pressable, how: Pressing): Promise<InteractionRecord> {
    const { action, values } = actionOf(pressable, stamps.ts())
    const payload: Wire = {
      container: { type: 'view', view_id: view.id },
      view: wireOfView(view, { ...forms.stateFor(view), ...values }, workspace),
      actions: [action],
    }
    return press(payload, pressable.label, how)
  }

  /** What a command is answered with at once is shown to the person alone, unless the app says otherwise. */
  function show(room: string, response: unknown): void {
    const answer: Wire = isWire(response) ? response : { text: response }
    const blocks = keptBlocks(answer.blocks, stamps)
    if (textOf(answer.text) === '' && blocks.length === 0) return
    workspace.addPost({
      channel: room,
      user: workspace.bot.id,
      text: textOf(answer.text),
      blocks,
      bot: workspace.botId,
      app: workspace.app,
      given: answer,
      only: answer.response_type === 'in_channel' ? null : account.id,
    })
  }

  return {
    /** The newest on the screen with such a button or option: in the form on top, in a message, on the home. */
    async presses(label: string, how: Pressing = {}): Promise<InteractionRecord> {
      const anywhere = how.channel === undefined && how.ts === undefined
      const form = forms.stack().at(-1)
      const inForm = find(label, form)
      if (anywhere && form && inForm) return pressView(form, inForm, how)
      for (const post of posts(how.channel).toReversed()) {
        if (post.blocks.length === 0 || (how.ts !== undefined && post.ts !== how.ts)) continue
        const seen = read(post)
        const pressable = seen.pressables.find((one) => one.label === label)
        if (pressable) return pressMessage(seen, pressable, how)
      }
      const home = workspace.homes.get(account.id)
      const onHome = find(label, home)
      if (anywhere && home && onHome) return pressView(home, onHome, how)
      const offered = posts().flatMap((post) => read(post).buttons)
      throw new Error(`${account.name} sees no button ${label}, only: ${offered.join(', ')}`)
    },

    /** A slash command, in a channel or to the bot. */
    async slash(command: string, text = '', place?: Place, how: Sending = {}): Promise<InteractionRecord> {
      const room = place === undefined ? direct() : roomOf(place)
      const fields: Wire = {
        token: 'verification-token',
        team_id: account.team,
        team_domain: workspace.domain,
        channel_id: room.id,
        channel_name: room.name,
        user_id: account.id,
        user_name: account.name,
        command,
        text: escaped(text),
        api_app_id: workspace.app,
        is_enterprise_install: 'false',
        response_url: responseUrl('commands', room.id, null),
        trigger_id: workspace.trigger(account.id),
      }
      const record = await bring('slash_commands', command, how.change?.(fields) ?? fields)
      if (record.acked) show(room.id, record.response)
      return record
    },
  }
}

function actionOf({ element, block, option }: Pressable, ts: string): { action: Wire; values: State } {
  const type = textOf(element.type)
  const name = textOf(element.action_id)
  const about: Wire = { type, action_id: name, block_id: block, action_ts: ts }
  if (type === 'button') {
    const { text, value, style } = element
    const given = { text, ...(value !== undefined && { value }), ...(style !== undefined && { style }) }
    return { action: { ...about, ...given }, values: {} }
  }
  const chosen: Wire = SEVERAL.includes(type) ? { selected_options: [option] } : { selected_option: option }
  const values: State = type === 'overflow' ? {} : { [block]: { [name]: { type, ...chosen } } }
  return { action: { ...about, ...chosen }, values }
}
