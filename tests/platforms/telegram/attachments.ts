// What people attach, as a message carries it.
import type { Files } from './files.ts'
import type { Written } from './world.ts'

/** `size` is what the platform says of a file, where it is to be something else than its length. */
export type Attached = { bytes: Uint8Array; size?: number }
export type Item = Attached & {
  kind?: 'photo' | 'video' | 'document'
  caption?: string
  name?: string
  type?: string
}
export type Content = Partial<Omit<Written, 'message_id' | 'chat' | 'from' | 'date'>>

/** A picture comes in several sizes; only the largest one is the picture itself. */
export function photo(files: Files, { bytes, size }: Attached): Content {
  const small = files.keep(bytes.subarray(0, Math.ceil(bytes.length / 8)), 'photos', 'jpg')
  return {
    photo: [
      { ...small, width: 90, height: 67 },
      { ...files.keep(bytes, 'photos', 'jpg', size), width: 1280, height: 960 },
    ],
  }
}

export function video(files: Files, { bytes, size }: Attached): Content {
  const kept = files.keep(bytes, 'videos', 'mp4', size)
  return { video: { ...kept, width: 640, height: 480, duration: 3, mime_type: 'video/mp4' } }
}

export function voice(files: Files, { bytes, size }: Attached, seconds: number): Content {
  return { voice: { ...files.keep(bytes, 'voice', 'oga', size), duration: seconds, mime_type: 'audio/ogg' } }
}

export function document(
  files: Files,
  { bytes, size, name = 'file.pdf', type = 'application/pdf' }: Item,
): Content {
  const ending = name.includes('.') ? (name.split('.').at(-1) ?? 'bin') : 'bin'
  return { document: { ...files.keep(bytes, 'documents', ending, size), file_name: name, mime_type: type } }
}

export function sticker(files: Files, bytes: Uint8Array): Content {
  const kept = files.keep(bytes, 'stickers', 'webp')
  const looks = {
    type: 'regular',
    width: 512,
    height: 512,
    is_animated: false,
    is_video: false,
    emoji: '👍',
  } as const
  return { sticker: { ...kept, ...looks } }
}

export function item(files: Files, one: Item): Content {
  const { kind = 'photo', caption } = one
  const content =
    kind === 'photo' ? photo(files, one) : kind === 'video' ? video(files, one) : document(files, one)
  return caption === undefined ? content : { ...content, caption }
}
