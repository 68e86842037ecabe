// A request's body, read up to a limit and within a time.

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
      if (done) return late ? 'late' : Buffer.concat(parts)
      size += value.length
      if (size > most) {
        reader.cancel().catch(() => {})
        return 'large'
      }
      parts.push(value)
    }
  } catch {
    // The sender hung up in the middle.
    return 'late'
  } finally {
    clearTimeout(bell)
  }
}
