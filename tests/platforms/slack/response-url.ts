// Answers to a press or a command by the address that came with it: at most five within half an hour.
import { keptBlocks } from './blocks-kept.ts'
import { parsed, textOf, wireOf } from './json.ts'
import type { Workspace } from './workspace.ts'

const MOST = 5
const LIFE_MS = 30 * 60_000

/** The error, or null when it was taken. */
export function respond(workspace: Workspace, path: string, body: string): string | null {
  const url = workspace.responseUrls.get(path)
  if (!url) return 'invalid_url'
  if (workspace.stamps.now() - url.at > LIFE_MS) return 'expired_url'
  if (url.uses >= MOST) return 'used_url'
  url.uses += 1
  const given = wireOf(parsed(body))
  const message = url.message === null ? undefined : workspace.post(url.channel, url.message)
  const text = textOf(given.text)
  const blocks = keptBlocks(given.blocks, workspace.stamps)
  if (message && given.delete_original === true) workspace.removePost(message)
  else if (message && given.replace_original === true) Object.assign(message, { text, blocks })
  else
    workspace.addPost({
      channel: url.channel,
      user: workspace.bot.id,
      text,
      blocks,
      bot: workspace.botId,
      app: workspace.app,
      given,
      only: given.response_type === 'in_channel' ? null : url.user,
    })
  return null
}
