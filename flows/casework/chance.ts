// A die that always falls the same way for the same seed, so that an irregular day can be explained and tested.

/** A whole number from 0 to below `sides`, settled by the seed (FNV-1a). */
export function roll(seed: string, sides: number): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < seed.length; i++) {
    hash ^= seed.charCodeAt(i)
    hash = Math.imul(hash, 0x01000193)
  }
  hash ^= hash >>> 16
  hash = Math.imul(hash, 0x45d9f3b)
  hash ^= hash >>> 16
  return (hash >>> 0) % sides
}
