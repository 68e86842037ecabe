// What staff do with a difficulty: take it, read it, answer it, pass it on, say why it takes longer.
import { dayOf, instantAt, isWorkingDay } from '../../flows/casework/calendar.ts'
import { isRefused, type Refused, refuse } from '../../flows/casework/refusal.ts'
import type { Books, Handler } from '../books.ts'
import { offsetOf } from './shared/facts-shown.ts'
import {
  answersOf,
  type Difficulty,
  type Given,
  handledRequest,
  isOpenRequest,
  openRequest,
  requestFacts,
  requestMoved,
  requestSubject,
  saveRequest,
  sealAnswers,
  wordsOf,
} from './shared/request.ts'
import { awaitPromise } from './shared/request-new.ts'
import { noteTold, requestKey, settleRequest, tellAsker } from './shared/request-tell.ts'

/** 接: whoever comes first has it. */
export const takeRequest: Handler<'takeRequest'> = async (books, { request }) => {
  // Whoever comes second is told who has it, and not that something changed.
  const found = await openRequest(books, request, null)
  if (isRefused(found)) return found
  const { r, person } = found
  if (r.row.ownerId === person.id) return requestMoved(r)
  if (r.row.state === 'taken') return takenBy(books, r)
  await saveRequest(books, r, { state: 'taken', ownerId: person.id, acceptedAt: books.now })
  await books.cancel(requestKey(r, 'accept'))
  books.audit('request-taken', requestSubject(r), { by: person.id })
  await tellAsker(books, r, 'taken')
  return requestMoved(r)
}

async function takenBy(books: Books, { row }: Difficulty): Promise<Refused> {
  const name = row.ownerId === null ? '' : ((await books.person(row.ownerId))?.name ?? '')
  return refuse('taken', `${row.number}已由${name}接办。`, `${row.number} has been taken by ${name}.`)
}

/** 看. Every reading is written down. */
export const showRequest: Handler<'showRequest'> = async (books, { request }) => {
  const found = await handledRequest(books, request, null)
  if (isRefused(found)) return found
  const { row, vault } = found.r
  const { text, files, how } = wordsOf(found.r)
  const { what, village } = requestFacts(books, row)
  const phone = vault.open('requests.phone', row.id, row.phone)
  books.audit('read-request', requestSubject(found.r))
  return {
    request: row.id,
    number: row.number,
    kind: what,
    village,
    state: row.state,
    promisedBy: row.promisedBy,
    owner: row.ownerId === null ? null : ((await books.person(row.ownerId))?.name ?? null),
    name: vault.open('requests.name', row.id, row.name),
    phone: [phone, how].filter(Boolean).join(' ') || null,
    words: text,
    files: files.length,
    offset: offsetOf(books),
  }
}

export const answerRequest: Handler<'answerRequest'> = async (books, given) => {
  const found = await handledRequest(books, given.request, given.rev)
  if (isRefused(found)) return found
  const { r, person } = found
  // Answered already and not told yet: an officer comes back to say that it has been said.
  const again = !isOpenRequest(r.row) && r.row.toldAt === null && r.row.disputeId === null
  if (!isOpenRequest(r.row) && !again)
    return refuse('ended', `${r.row.number}已经办结。`, `${r.row.number} has ended already.`)
  const text = given.text.trim()
  if (text === '') return refuse('guard', '要写明答复。', 'A written answer is needed.')
  await keepAnswer(books, r, person.id, { what: given.result, text, unit: null })
  const solved = given.told === 'solved'
  const state = given.result === 'cannot' ? 'declined' : solved ? 'solved' : 'answered'
  await end(books, r, state, person.id)
  await tellOrNote(books, r, given.told, 'answered')
  return requestMoved(r)
}

export const passRequest: Handler<'passRequest'> = async (books, given) => {
  const found = await openRequest(books, given.request, given.rev)
  if (isRefused(found)) return found
  const { r, person } = found
  const unit = given.unit.trim()
  if (unit === '') return refuse('guard', '要写明转给谁。', 'It must be written to whom it goes.')
  await keepAnswer(books, r, person.id, { what: 'passed', text: given.text?.trim() ?? '', unit })
  await end(books, r, 'passed-on', person.id)
  await tellOrNote(books, r, given.told, 'passed')
  return requestMoved(r)
}

const keepAnswer = (
  books: Books,
  r: Difficulty,
  by: string,
  one: Pick<Given, 'what' | 'text' | 'unit'>,
): Promise<void> =>
  saveRequest(
    books,
    r,
    { answer: sealAnswers(r, [...answersOf(r), { at: books.now, by, unsolved: false, ...one }]) },
    { quiet: true },
  )

/** Whoever answers has taken it, whether or not they pressed the button for it. */
async function end(
  books: Books,
  r: Difficulty,
  state: Difficulty['row']['state'],
  by: string,
): Promise<void> {
  await saveRequest(books, r, {
    state,
    ownerId: r.row.ownerId ?? by,
    acceptedAt: r.row.acceptedAt ?? books.now,
    answeredAt: books.now,
    toldAt: null,
  })
  await settleRequest(books, r)
}

async function tellOrNote(
  books: Books,
  r: Difficulty,
  told: 'solved' | 'told' | 'notyet' | null,
  what: 'answered' | 'passed',
): Promise<void> {
  if (told === 'solved' || told === 'told') return noteTold(books, r)
  await tellAsker(books, r, what)
}

/** 说明原因: the last hour of work of that day is the new promise. */
export const putOffRequest: Handler<'putOffRequest'> = async (books, { request, rev, reason, until }) => {
  const found = await openRequest(books, request, rev)
  if (isRefused(found)) return found
  const { r, person } = found
  const { calendar } = books.station.rulebook
  const text = reason.trim()
  if (text === '') return refuse('guard', '要写明原因。', 'A written reason is needed.')
  const promisedBy = instantAt(until, calendar.work.to, calendar)
  if (until < dayOf(books.now, calendar) || promisedBy <= books.now)
    return refuse('past', '这个日期已经过去。', 'That day has passed already.')
  if (!isWorkingDay(until, calendar))
    return refuse(
      'not-worked',
      '那天不上班，请换一个工作日。',
      'Nobody works on that day; choose a working day.',
    )
  await saveRequest(books, r, {
    state: 'taken',
    ownerId: r.row.ownerId ?? person.id,
    acceptedAt: r.row.acceptedAt ?? books.now,
    reason: r.vault.seal('requests.reason', r.row.id, text),
    reasonAt: books.now,
    promisedBy,
  })
  await books.cancel(requestKey(r, 'accept'))
  await awaitPromise(books, r)
  books.audit('request-put-off', requestSubject(r), { by: person.id, promisedBy })
  await tellAsker(books, r, 'later')
  return { ...requestMoved(r), promisedBy }
}
