// 人工: somebody wants a person; whoever has their case is told, else who is on duty.
import type { Handler } from '../books.ts'
import { tellWish } from './shared/tell-wish.ts'

export const callHuman: Handler<'callHuman'> = async (books, { dispute }) => ({
  told: (await tellWish(books, dispute, 'human')) > 0,
})
