// Files that people sent: getFile tells where one lies, and for an hour it can be fetched there.
import type { File } from 'grammy/types'
import { type Parameters, text } from './parameters.ts'
import { badRequest } from './refusal.ts'
import { HOUR, type Time } from './time.ts'

export type Files = {
  /** Keeps bytes; `size` is what the platform says of them, where it is to be something else. */
  keep(bytes: Uint8Array, folder: string, ending: string, size?: number): Kept
  get(given: Parameters): File
  /** Null where nothing lies, or no longer. */
  fetch(path: string): Uint8Array | null
}

/** How a message names a file. */
export type Kept = { file_id: string; file_unique_id: string; file_size: number }

const BIGGEST = 20 * 1024 * 1024

export function newFiles(time: Time, word: (length: number) => string): Files {
  const files = new Map<string, { kept: Kept; bytes: Uint8Array; path: string; until: number }>()
  const byPath = new Map<string, string>()
  return {
    keep(bytes, folder, ending, size = bytes.length) {
      const kept = { file_id: `AgACAgQ${word(60)}`, file_unique_id: `AQAD${word(12)}`, file_size: size }
      const path = `${folder}/file_${files.size}.${ending}`
      files.set(kept.file_id, { kept, bytes, path, until: 0 })
      byPath.set(path, kept.file_id)
      return kept
    },
    get(given) {
      const id = text(given, 'file_id') ?? ''
      if (id === '') throw badRequest('file_id not specified')
      const file = files.get(id)
      if (!file) throw badRequest('wrong file_id or the file is temporarily unavailable')
      if (file.kept.file_size > BIGGEST) throw badRequest('file is too big')
      file.until = time.now() + HOUR
      return { ...file.kept, file_path: file.path }
    },
    fetch(path) {
      const file = files.get(byPath.get(path) ?? '')
      return file && time.now() <= file.until ? file.bytes : null
    },
  }
}
