// 侧面了解: what a grid worker or cadre says of the two households; it belongs to a round and may turn its judgement.
import { isRefused } from '../../flows/casework/refusal.ts'
import type { Handler } from '../books.ts'
import { thirdParties } from '../schema/index.ts'
import { save, subjectOf } from './shared/case.ts'
import { tellAdded } from './shared/filing.ts'
import { judgeThirdParty } from './shared/judge-round.ts'
import { moved } from './shared/moved.ts'
import { revisitById } from './shared/rounds.ts'
import { keepWith } from './shared/said-so-far.ts'
import { handled } from './shared/sight.ts'
import { forget } from './shared/waiting.ts'

export const recordThirdParty: Handler<'recordThirdParty'> = async (
  books,
  { dispute, revisit, tense, words, files },
) => {
  const found = await handled(books, dispute, null)
  if (isRefused(found)) return found
  const { c, person, roles } = found
  const half = revisit === null ? null : await revisitById(books, revisit)
  const about = half?.disputeId === c.row.id ? half.id : null
  const id = books.newId()
  await books.tx.insert(thirdParties).values({
    stationId: books.station.id,
    id,
    disputeId: c.row.id,
    revisitId: about,
    at: books.now,
    by: person.id,
    tense: tense === 'yes',
    words: c.vault.seal('third_parties.words', id, words),
  })
  await keepWith(books, c, files)
  await save(books, c, {}, { quiet: true })
  // `nothing` heard is told from calm here: it says nothing either way.
  books.audit('third-party', subjectOf(c), { tense })
  await forget(books, c, 'thirdparty')
  const judged = await judgeThirdParty(books, c, about, roles)
  // A judgement tells those who answer for the case by itself.
  if (judged === null && tense === 'yes') await tellAdded(books, c, 0)
  return moved(c)
}
