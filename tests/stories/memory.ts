// A log that is kept in memory, so that a test can look for what must not stand in it.
import { Writable } from 'node:stream'

/** A stream that keeps every line. */
export const written = (lines: string[]): Writable =>
  new Writable({
    write(chunk, _encoding, done) {
      lines.push(String(chunk))
      done()
    },
  })
