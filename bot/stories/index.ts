/** The stories of the work, by their names. */
import { s03 } from './s03.ts'
import type { Story } from './story.ts'

export const STORIES: readonly Story[] = [s03]
