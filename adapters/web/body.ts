// A request's body, read up to a limit and within a time.

/** `large`: more than `most` bytes. `late`: it did not wholly arrive within `within` milliseconds; it may be sent again. */
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
    // The sender hung up in the middle.
    return 'late'
  } finally {
    clearTimeout(bell)
  }
}

/** A JSON body; undefined when it is none. */
export function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    return undefined
  }
}
