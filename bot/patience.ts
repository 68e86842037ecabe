/** Waiting no longer than so many milliseconds for something that goes on by itself. */

/** Tells "too late" from every value that the work may give. */
export const LATE = Symbol('late')

/** The work goes on after it is late; its failure is then nobody's. */
export async function within<T>(ms: number, work: Promise<T>): Promise<T | typeof LATE> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<typeof LATE>((resolve) => {
    timer = setTimeout(() => resolve(LATE), ms)
  })
  work.catch(() => {})
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}
