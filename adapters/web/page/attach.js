// Photos and papers chosen on this device, as something that can be sent.
import { words } from './words.js'

/** @typedef {import('./keep.js').Attached} Attached */

const LARGEST = 10 * 1024 * 1024
const MOST = 9

/**
 * @param {Iterable<File>} chosen
 * @returns {{ files: Attached[], label: string } | { problem: string }}
 */
export function attach(chosen) {
  const said = words()
  const files = [...chosen]
  if (files.length > MOST) return { problem: said.tooMany }
  if (files.some(({ size }) => size > LARGEST)) return { problem: said.tooLarge }
  return {
    files: files.map((file) => ({ blob: file, name: file.name, type: file.type })),
    label: files.map(({ name, type }) => `${kindOf(type)} ${name}`.trim()).join('\n'),
  }
}

/** @param {string} type */
export function kindOf(type) {
  const said = words()
  if (type.startsWith('image/')) return said.photoNote
  if (type.startsWith('audio/')) return said.voiceNote
  if (type.startsWith('video/')) return said.videoNote
  return said.fileNote
}

/** @param {number} seconds */
export const voiceLabel = (seconds) => `${words().voiceNote} ${seconds} ${words().seconds}`
