// A request's body, and what is in it.

/** `large`: more than `most` bytes. `late`: it did not wholly arrive within `within` milliseconds. */
export async function readBody(
  request: Request,
  most: number,
  within: number,
): Promise<Uint8Array | 'large' | 'late'> {
  if (Number(request.headers.get('content-length') ?? 0) > most) return 'large'
  if (!request.body) return new Uint8Array()
  const reader = request.body.getReader()
  let late = false
  const bell = setTimeout(() => {
    late = true
    reader.cancel().catch(() => {})
  }, within)
  const parts: Uint8Array[] = []
  let size = 0
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) break
      size += value.length
      if (size > most) {
        reader.cancel().catch(() => {})
        return 'large'
      }
      parts.push(value)
    }
    return late ? 'late' : Buffer.concat(parts)
  } catch {
    return 'late'
  } finally {
    clearTimeout(bell)
  }
}

/** Events come as JSON, presses as JSON in a form, commands as a form. Null when it is none of these. */
export function contentOf(body: Uint8Array, type: string): Record<string, unknown> | null {
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(body)
  } catch {
    return null
  }
  if (type.startsWith('application/json')) return objectIn(text)
  if (!type.startsWith('application/x-www-form-urlencoded')) return null
  const form = new URLSearchParams(text)
  const payload = form.get('payload')
  return payload === null ? Object.fromEntries(form) : objectIn(payload)
}

function objectIn(text: string): Record<string, unknown> | null {
  try {
    const found: unknown = JSON.parse(text)
    return typeof found === 'object' && found !== null && !Array.isArray(found) ? { ...found } : null
  } catch {
    return null
  }
}
