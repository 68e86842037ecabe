// 解决了吗: what the person says of an answer. "Not solved" gives it back to whoever had it, so many times; then a leader decides.
import { refuse } from '../../flows/casework/refusal.ts'
import type { Books, Handler } from '../books.ts'
import { ownAddresses } from './shared/own-addresses.ts'
import { noSuchCase } from './shared/refusal.ts'
import {
  answersOf,
  type Difficulty,
  lockRequest,
  requestMoved,
  requestSubject,
  saveRequest,
  sealAnswers,
} from './shared/request.ts'
import { awaitPromise, promiseFrom } from './shared/request-new.ts'
import { doesWith, tellOfRequest } from './shared/request-tell.ts'

export const rateRequest: Handler<'rateRequest'> = async (books, { request, solved }) => {
  const r = await ownRequest(books, request)
  if (!r) return noSuchCase()
  if (r.row.state !== 'answered')
    return refuse('moved-on', '这件事已经有了变化，谢谢您。', 'This has moved on already, thank you.')
  if (solved === 'yes') {
    await saveRequest(books, r, { state: 'solved' })
    books.audit('request-solved', requestSubject(r))
    return { ...requestMoved(r), promisedBy: null }
  }
  const answers = answersOf(r).map((one, at, all) =>
    at === all.length - 1 ? { ...one, unsolved: true } : one,
  )
  const times = answers.filter(({ unsolved }) => unsolved).length
  const again = times <= books.station.rulebook.difficulty.reopenings
  books.audit('request-unsolved', requestSubject(r), { times, again })
  await saveRequest(books, r, {
    answer: sealAnswers(r, answers),
    ...(again
      ? { state: 'taken' as const, promisedBy: promiseFrom(books), answeredAt: null, toldAt: null }
      : {}),
  })
  if (again) await awaitPromise(books, r)
  const people = again ? [r.row.ownerId] : [r.row.leaderId]
  await tellOfRequest(books, r, { people }, again ? 'again' : 'unsolved', again ? doesWith(r) : [])
  return { ...requestMoved(r), promisedBy: again ? r.row.promisedBy : null }
}

/** Of whoever acts, from whichever of their chats. */
export async function ownRequest(books: Books, id: string): Promise<Difficulty | null> {
  const r = await lockRequest(books, id)
  const own = r === null ? [] : await ownAddresses(books)
  const { reporterAddress = null } = r?.row ?? {}
  return r && reporterAddress !== null && own.includes(reporterAddress) ? r : null
}
