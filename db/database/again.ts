// Trying a transaction again that stood in another's way.
import { collided } from '../errors.ts'

const most = 5

/** Runs the work again, up to five times in all, while it fails only because of a collision. */
export async function again<T>(work: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await work()
    } catch (error) {
      if (tries >= most || !collided(error)) throw error
    }
  }
}
