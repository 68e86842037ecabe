// Figures as a picture: handed to Slack as a file of the bot's own, which a message can show once Slack has looked at it.
// https://docs.slack.dev/reference/methods/files.getUploadURLExternal; it is ready some moments later (node-slack-sdk#1865).
import { setTimeout as pause } from 'node:timers/promises'
import type { Picture } from '../../flows/core/reply.ts'
import type { Room } from './room.ts'
import { faultOf } from './trouble.ts'

type By = Pick<Room, 'api' | 'ports' | 'pace' | 'fault'>

/** Milliseconds between looks at whether it is ready: a second and a half in all. */
const LOOKS = [0, 100, 200, 400, 800]

/** The id of the file; null where it cannot be shown, and the same is told in words. Nothing has been said by it yet. */
export async function uploaded(by: By, picture: Picture, alt: string): Promise<string | null> {
  try {
    const bytes = await by.ports.draw(picture)
    const begun = await by.api.files.getUploadURLExternal({
      filename: 'figures.png',
      length: bytes.length,
      alt_text: alt,
    })
    const { upload_url: url, file_id: id } = begun
    if (!url || !id) return null
    await put(url, bytes, by.pace.call)
    await by.api.files.completeUploadExternal({ files: [{ id, title: picture.title }] })
    return (await isReady(by, id)) ? id : null
  } catch (error) {
    by.fault(faultOf(error), 'picture')
    return null
  }
}

async function put(url: string, bytes: Uint8Array, patience: number): Promise<void> {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream' },
    body: Uint8Array.from(bytes),
    redirect: 'error',
    signal: AbortSignal.timeout(patience),
  })
  await answer.body?.cancel()
  if (!answer.ok) throw new Error(`slack: http_${answer.status} for a file`)
}

async function isReady({ api }: By, file: string): Promise<boolean> {
  for (const wait of LOOKS) {
    await pause(wait)
    if ((await api.files.info({ file })).file?.mimetype) return true
  }
  return false
}
