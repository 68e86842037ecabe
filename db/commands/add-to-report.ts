// More words on a case that was told of before: kept, graded, shown to whoever has it; a case that had ended opens again.
import { DAY } from '../../flows/casework/calendar.ts'
import { isRefused } from '../../flows/casework/refusal.ts'
import type { Books, Handler } from '../books.ts'
import { type Case, codesOf, joinFacts, save, stateOf } from './shared/case.ts'
import { riskCodes } from './shared/emergency.ts'
import { keepApart, regardDanger, tellAdded, tellVoice } from './shared/filing.ts'
import { announceRaise, evaluate } from './shared/grading.ts'
import { addNote } from './shared/note.ts'
import { reopen } from './shared/reopen.ts'
import { ownCase } from './shared/told.ts'
import { waitFor } from './shared/waiting.ts'

export const addToReport: Handler<'addToReport'> = async (books, { dispute, story, danger }) => {
  const found = await ownCase(books, dispute)
  if (isRefused(found)) return found
  const { named, c, part } = found
  const before = { codes: codesOf(books, c.row), level: c.row.level }
  if (story.text.trim() !== '') await addNote(books, c, 'added', part, story.text)
  await books.attachFiles(story.files, { id: c.row.id, keyId: c.row.keyId }, 'evidence')
  const reports = toldAgain(books, c)
  await save(
    books,
    c,
    { facts: joinFacts(c.row.facts, { danger: riskCodes(danger), reports }) },
    { quiet: true },
  )
  books.audit('added', `dispute:${c.row.id}`, { by: part, files: story.files.length })
  const graded = await evaluate(books, c)
  await keepApart(books, c)
  const alarmed = await regardDanger(books, c, before)
  if (!alarmed && !(await again(books, c))) {
    await announceRaise(books, c, graded)
    if (graded.from === graded.to) await tellAdded(books, c, story.files.length)
  }
  await tellVoice(books, c, story.files)
  if (reports.length > 1) await waitFor(books, c, 'watch', books.now)
  return { dispute: named.row.id, number: named.row.number }
}

/** On another day it is another report of the same matter (E01, E02); within a day it is one telling. */
function toldAgain({ now }: Books, { row }: Case) {
  const reports = row.facts.reports ?? []
  const last = Math.max(...reports.map(({ at }) => at))
  return now - last < DAY ? reports : [...reports, { at: now }]
}

/** W16: told of again after it had ended, at any time. True when it was opened again. */
async function again(books: Books, c: Case): Promise<boolean> {
  const state = stateOf(c.row)
  if (state !== 'CLOSED' && state !== 'REJECTED') return false
  const refused = await reopen(books, c, {
    roles: ['bot'],
    facts: { samePartiesAndKind: true },
    reason: 'told-again',
  })
  return refused === null
}
