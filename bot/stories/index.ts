/** The stories of the work, by their names. */
import { s01 } from './s01.ts'
import { s02 } from './s02.ts'
import { s03 } from './s03.ts'
import { s04 } from './s04.ts'
import { s06 } from './s06.ts'
import { s08 } from './s08.ts'
import type { Story } from './story.ts'

export const STORIES: readonly Story[] = [s01, s02, s03, s04, s06, s08]
