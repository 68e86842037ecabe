// The file that a message carries, as Telegram describes it. Pure.
import type { Message } from 'grammy/types'

/** Telegram gives bots no larger ones. */
export const LARGEST_FILE = 20 * 1024 * 1024

/** A file that can be asked for. `called` is what Telegram says of its type: a hint, never a fact. */
export type Wanted = {
  file: string
  /** The same for the same file, whoever sends it and however often. */
  key: string
  called: string
  name: string | null
  size: number
  /** How long a sound is. */
  seconds: number | null
}

type Sent = {
  file_id: string
  file_unique_id: string
  file_size?: number
  mime_type?: string
  file_name?: string
  duration?: number
}

export function attachmentOf(message: Message): Wanted | null {
  const { photo, voice, audio, video, video_note: note, animation, document } = message
  const largest = photo?.toSorted((a, b) => b.width * b.height - a.width * a.height)[0]
  if (largest) return wanted(largest, 'image/jpeg')
  if (voice) return wanted(voice, 'audio/ogg', voice.duration)
  if (audio) return wanted(audio, 'audio/mpeg', audio.duration)
  if (video) return wanted(video, 'video/mp4')
  if (note) return wanted(note, 'video/mp4')
  // An animation is told of as a document, too.
  if (animation) return wanted(animation, 'video/mp4')
  return document ? wanted(document, 'application/octet-stream') : null
}

const wanted = (sent: Sent, otherwise: string, seconds: number | null = null): Wanted => ({
  file: sent.file_id,
  key: sent.file_unique_id,
  called: sent.mime_type ?? otherwise,
  name: sent.file_name ?? null,
  size: sent.file_size ?? 0,
  seconds,
})
