// A hard trigger was heard: the emergency is opened on the case, or on one made from what was said so far.
import { isRefused } from '../../flows/casework/refusal.ts'
import type { State } from '../../flows/casework/tables/life-cycle.ts'
import type { Books, Handler, ResultOf } from '../books.ts'
import { type Case, codesOf, lockCase, lockMerged, stateOf } from './shared/case.ts'
import { alert, hearDanger, openEmergency } from './shared/emergency.ts'
import { entersIt } from './shared/entered.ts'
import { caseOfConversation, keepApart, keepReport, newCase, tellAdded } from './shared/filing.ts'
import { evaluate, tighten } from './shared/grading.ts'
import { reportFrom } from './shared/report.ts'
import { partOf, sightOf } from './shared/sight.ts'
import { ownCase, type Part } from './shared/told.ts'

export const raiseEmergency: Handler<'raiseEmergency'> = async (books, given, { of }) => {
  const { conversation, flow, dispute, codes, text, answers } = given
  const known = (await knownTo(books, dispute)) ?? (await madeIn(books, conversation, of))
  const report = reportFrom(answers, text, codes)
  const c = known?.c ?? (await newCase(books, conversation, report))
  const named = known?.named ?? c
  const before = codesOf(books, c.row)
  const running = stateOf(c.row) === 'EMERGENCY'
  if (!known) await keepReport(books, c, report)
  await hearDanger(books, c, known?.part ?? 'reporter', codes, text)
  const graded = await evaluate(books, c)
  await keepApart(books, c)
  if (graded.from !== graded.to) await tighten(books, c)
  if (running) {
    if (codesOf(books, c.row).some((code) => !before.includes(code))) await tellAdded(books, c, 0)
  } else await open(books, c, flow, text)
  return resultOf(named)
}

const resultOf = ({ row }: Case): ResultOf<'raiseEmergency'> => ({ dispute: row.id, number: row.number })

/** What a revisit finds opens the case again first; where no step leads there, the duty officer is told all the same. */
async function open(books: Books, c: Case, flow: string, text: string): Promise<void> {
  const found = flow === 'revisit' && FOLLOWED.includes(stateOf(c.row))
  const through: State[] | undefined = found ? ['REOPENED', 'EMERGENCY'] : undefined
  await openEmergency(books, c, { roles: ['bot'], text, promised: true, ...(through ? { through } : {}) })
  if (stateOf(c.row) !== 'EMERGENCY') await alert(books, c, 0, true)
}

const FOLLOWED: readonly State[] = ['PERFORMING', 'BREACHED', 'REVISITING']

type Known = { c: Case; named: Case; part: Part | null }

/** The case the talk is about, where it is theirs. */
async function knownTo(books: Books, dispute: string | null): Promise<Known | null> {
  if (dispute === null) return null
  const own = await ownCase(books, dispute)
  if (!isRefused(own)) return own
  const c = await lockCase(books, dispute)
  return c && (await sightOf(books, dispute))(c.row)
    ? { named: c, c: await lockMerged(books, c), part: null }
    : null
}

/** The same talk may have raised an alarm before. */
async function madeIn(books: Books, conversation: string, of: string): Promise<Known | null> {
  const id = await caseOfConversation(books, conversation)
  const c = id === null ? null : await lockCase(books, id)
  const part = c && (entersIt(books, c, of) ? 'reporter' : await partOf(books, c.row))
  return c && part ? { named: c, c: await lockMerged(books, c), part } : null
}
