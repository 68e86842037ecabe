// What Slack sends, as far as it is read here. Everything else in it is dropped, and nothing is believed that is not of this shape.
import { z } from 'zod'

const team = z.string().regex(/^T[A-Z0-9]{1,40}$/)
const user = z.string().regex(/^[UW][A-Z0-9]{1,40}$/)
const channel = z.string().regex(/^[CDG][A-Z0-9]{1,40}$/)
const stamp = z.string().regex(/^\d{1,20}\.\d{1,10}$/)
const name = z.string().min(1).max(200)
const text = z.string().max(200_000)

export const envelope = z.object({
  type: z.literal('event_callback'),
  team_id: team,
  event_id: name,
  event: z.looseObject({ type: z.string() }),
})

/** Whose people they are: a person of another workspace in a shared channel has another team. */
const origin = {
  team: z.string().optional(),
  user_team: z.string().optional(),
  source_team: z.string().optional(),
}

/** What helps, and whose absence or odd shape must not cost the message that it stands in. */
const helpful = z.string().nullish().catch(null)
const figure = z.number().nullish().catch(null)

export const sharedFile = z.object({
  id: name,
  name: helpful,
  mimetype: helpful,
  size: figure,
  duration_ms: figure,
  mode: helpful,
  url_private: helpful,
  url_private_download: helpful,
})
export type SharedFile = z.infer<typeof sharedFile>

export const message = z.object({
  type: z.literal('message'),
  ...origin,
  channel,
  channel_type: z.literal('im'),
  user,
  bot_id: z.string().nullish(),
  subtype: z.enum(['file_share', 'thread_broadcast']).optional(),
  text: text.default(''),
  ts: stamp,
  files: z.array(sharedFile).max(50).optional(),
  blocks: z.unknown().optional(),
})

export const changed = z.object({
  type: z.literal('message'),
  subtype: z.literal('message_changed'),
  channel,
  channel_type: z.literal('im'),
  message: z.object({
    ...origin,
    user,
    bot_id: z.string().nullish(),
    text: text.default(''),
    ts: stamp,
    /** A link that was unfolded changes a message, too, and nobody has written it anew. */
    edited: z.object({ user }),
    blocks: z.unknown().optional(),
  }),
  previous_message: z.object({ text: text.default('') }).optional(),
})

export const homeOpened = z.object({
  type: z.literal('app_home_opened'),
  user,
  channel: channel.optional(),
  tab: z.string(),
})
export const mention = z.object({
  type: z.literal('app_mention'),
  ...origin,
  user,
  channel,
  bot_id: z.string().nullish(),
})
export const revoked = z.object({
  type: z.literal('tokens_revoked'),
  tokens: z.object({ bot: z.array(z.string()).nullish() }),
})

const person = z.object({ id: user, team_id: z.string().nullish() })
const place = z.object({ id: team })
const option = z.object({ value: z.string() })

export const actions = z.object({
  type: z.literal('block_actions'),
  team: place,
  user: person,
  trigger_id: name,
  channel: z.object({ id: channel }).nullish(),
  actions: z
    .array(
      z.object({
        value: z.string().nullish(),
        selected_option: option.nullish(),
        text: z.object({ text: z.string() }).nullish(),
      }),
    )
    .min(1),
  message: z
    .object({
      blocks: z.array(
        z.looseObject({
          block_id: z.string().nullish(),
          elements: z.array(z.looseObject({ text: z.unknown().optional() })).nullish(),
        }),
      ),
    })
    .nullish(),
})

export const submission = z.object({
  type: z.literal('view_submission'),
  team: place,
  user: person,
  trigger_id: z.string().nullish(),
  view: z.object({
    id: name,
    hash: z.string().nullish(),
    callback_id: z.string(),
    private_metadata: z.string().default(''),
    app_installed_team_id: z.string().nullish(),
    blocks: z.array(z.object({ type: z.string(), block_id: z.string().default('') })).max(100),
    state: z.object({
      values: z.record(
        z.string(),
        z.record(
          z.string(),
          z.object({
            value: z.string().nullish(),
            selected_date: z.string().nullish(),
            selected_option: option.nullish(),
            selected_options: z.array(option).nullish(),
          }),
        ),
      ),
    }),
  }),
})

export const slash = z.object({
  command: z.string(),
  text: text.default(''),
  team_id: team,
  user_id: user,
  channel_id: channel,
  trigger_id: name,
})
