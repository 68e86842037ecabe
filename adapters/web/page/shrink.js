// A large photo made smaller before it is kept and sent: a village line carries 300 kB, and not 8 MB.

/** Bytes; smaller photos go as they are. */
const LARGE = 400 * 1024
/** The longer side, in pixels: handwriting on a contract stays legible. */
const LONGEST_SIDE = 2_048
const QUALITY = 0.82

/**
 * The photo, smaller where that helps; whatever the browser cannot read stays as it is.
 * @param {File} file
 * @returns {Promise<{ blob: Blob, name: string, type: string }>}
 */
export async function shrunk(file) {
  const whole = { blob: file, name: file.name, type: file.type }
  if (!file.type.startsWith('image/') || file.size <= LARGE) return whole
  try {
    const small = await redrawn(file)
    if (!small || small.size >= file.size) return whole
    return { blob: small, name: file.name.replace(/(\.[^.]*)?$/, '.jpg'), type: small.type }
  } catch {
    return whole
  }
}

/** @param {File} file @returns {Promise<Blob | null>} */
async function redrawn(file) {
  const picture = await createImageBitmap(file)
  try {
    const scale = Math.min(1, LONGEST_SIDE / Math.max(picture.width, picture.height))
    const canvas = document.createElement('canvas')
    canvas.width = Math.max(1, Math.round(picture.width * scale))
    canvas.height = Math.max(1, Math.round(picture.height * scale))
    const pen = canvas.getContext('2d')
    if (!pen) return null
    // A transparent drawing becomes one on white paper, not on black.
    pen.fillStyle = '#fff'
    pen.fillRect(0, 0, canvas.width, canvas.height)
    pen.drawImage(picture, 0, 0, canvas.width, canvas.height)
    return await new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', QUALITY))
  } finally {
    picture.close()
  }
}
