// A simple dispute that was offered to mediators, and none of them took it in time.
import { z } from 'zod'
import { offerFailed } from '../commands/shared/offers.ts'
import { onCase } from './on-case.ts'

export const offer = onCase('offer', z.object({}), (books, c) => offerFailed(books, c, 'lapsed'))
