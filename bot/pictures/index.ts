/** Pictures of figures; what draws them is loaded when the first one is wanted. */
import type { Picture } from '../../flows/core/reply.ts'

/** A PNG. */
export const draw = async (picture: Picture): Promise<Uint8Array> => (await import('./draw.ts')).draw(picture)
