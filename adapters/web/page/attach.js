// Photos and papers chosen on this device, as something that can be sent.
import { shrunk } from './shrink.js'
import { words } from './words.js'

/** @typedef {import('./keep.js').Attached} Attached */

const LARGEST = 10 * 1024 * 1024
const MOST = 9

/**
 * @param {Iterable<File>} chosen
 * @returns {Promise<{ files: Attached[], label: string } | { problem: string }>}
 */
export async function attach(chosen) {
  const said = words()
  const all = [...chosen]
  if (all.length > MOST) return { problem: said.tooMany }
  /** @type {Attached[]} */
  const files = []
  // One after the other: nine photos at once may be more than an old phone can hold.
  for (const file of all) files.push(await shrunk(file))
  if (files.some(({ blob }) => blob.size > LARGEST)) return { problem: said.tooLarge }
  return {
    files,
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
