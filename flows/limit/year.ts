// The year a moment falls in at the station: a limit may end years from now.

import type { Instant } from '../core/event.ts'
import { dayAt } from '../core/questions/date.ts'

export const yearOf = (at: Instant, offset: number): string => dayAt(at, offset).slice(0, 4)
