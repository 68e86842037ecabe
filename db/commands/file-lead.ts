// A lead from a round becomes a case by the usual way; a voice note stays a draft until somebody has listened to it.
import { and, eq } from 'drizzle-orm'
import { graver, type PatrolAnswer } from '../../flows/casework/patrol.ts'
import { subCodeSchema } from '../../flows/casework/tables/taxonomy.ts'
import { among } from '../../flows/casework/taxonomy.ts'
import { reconcile, understandAll } from '../../flows/casework/understand/index.ts'
import type { Report } from '../../flows/intake/commands.ts'
import type { FileLead, LeadFiled } from '../../flows/lookout/commands.ts'
import type { Books, Handler } from '../books.ts'
import { patrolAsks } from '../schema/index.ts'
import { askedOf } from './answer-patrol.ts'
import { type Case, categoryOf, codesOf, lockCase } from './shared/case.ts'
import { caseOfConversation, keepReport, newCase, register, tellVoice } from './shared/filing.ts'
import type { Ask } from './shared/patrol-book.ts'
import { noSuchCase } from './shared/refusal.ts'
import { tellAlike } from './shared/tell-alike.ts'

export const fileLead: Handler<'fileLead'> = async (books, given, { of }) => {
  const [ask] = await askedOf(books, [given.ask])
  if (!ask) return noSuchCase()
  const known = await madeBefore(books, ask, given.conversation)
  if (known) return filed(books, known, given)
  const report = reportOf(books, ask, given)
  // The talk's own name, where it is the talk that asks: a lead that is told again is not filed again.
  const conversation = of === given.conversation ? of : books.newId()
  const c = await newCase(books, conversation, report)
  await keepReport(books, c, report)
  // What nobody has heard yet is neither a report nor a zero: a person listens first.
  if (!isVoice(given)) await register(books, c, report, true)
  await tellAlike(books, c)
  await tellVoice(books, c, given.story.files)
  await note(books, ask, c, isVoice(given) ? 'voice' : 'lead')
  return filed(books, c, given)
}

async function madeBefore(books: Books, ask: Ask, conversation: string): Promise<Case | null> {
  const id = await caseOfConversation(books, conversation)
  return id !== null && ask.disputes.includes(id) ? lockCase(books, id) : null
}

const isVoice = ({ story: { text, files } }: FileLead['with']): boolean =>
  text.trim() === '' && files.some(({ type }) => type.startsWith('audio/'))

/** What the words say, read as every inbound text is; the village is the one that was asked about, unless they name another. */
function reportOf(books: Books, ask: Ask, { story, danger }: FileLead['with']): Report {
  const villages = books.station.villages.map(({ code, name, names }) => ({ id: code, label: name, names }))
  const told = understandAll(story.text.split('\n').filter(Boolean), { villages })
  return {
    narrative: story,
    source: 'patrol',
    place: { village: told.village ?? ask.village, text: null },
    when: told.when,
    ongoing: told.ongoing,
    role: books.actor.person?.roles.includes('grid') ? 'GRID' : 'CADRE',
    counterpart: told.counterpart,
    injury: told.injury,
    weapon: told.weapon,
    headcount: told.headcount,
    amount: told.amount === null ? null : { fen: told.amount.fen, approx: told.amount.approx },
    history: told.history,
    vulnerable: told.vulnerable,
    wish: told.wish,
    category: told.category,
    danger: reconcile([...danger, ...told.danger]),
    grudgeYears: told.grudgeYears,
    crossVillage: told.crossVillage,
    crossTownship: told.crossTownship,
  }
}

async function note(books: Books, ask: Ask, c: Case, answer: PatrolAnswer): Promise<void> {
  await books.tx
    .update(patrolAsks)
    .set({
      answer: graver(ask.answer, answer),
      answeredAt: ask.answeredAt ?? books.now,
      disputes: [...ask.disputes, c.row.id],
    })
    .where(and(eq(patrolAsks.stationId, books.station.id), eq(patrolAsks.id, ask.id)))
  books.audit('patrol-lead', `patrol:${ask.patrolId}`, { dispute: c.row.id, answer })
}

const filed = (books: Books, c: Case, given: FileLead['with']): LeadFiled => ({
  dispute: c.row.id,
  number: c.row.number,
  at: c.row.filedAt,
  voice: isVoice(given),
  must: mustReport(books, c),
  urgent: c.row.state === 'EMERGENCY',
})

/** Violence in the family, and harm to a child: whoever works in the village has to report it (domain 2.3). */
const mustReport = (books: Books, c: Case): boolean =>
  among(subCodeSchema.parse(categoryOf(c.row)), ['SC', 'MF-DV']) ||
  codesOf(books, c.row).some((code) => code === 'B04' || code === 'A11')
