// W01: an emergency that nobody has taken yet is called out again, every two minutes.
import { z } from 'zod'
import { alert } from '../commands/shared/emergency.ts'
import { onCase } from './on-case.ts'

const shape = z.object({ times: z.number().int(), promised: z.boolean() })

export const emergency = onCase('emergency', shape, (books, c, { times, promised }) =>
  alert(books, c, times, promised),
)
