// What becomes of a guarded talk that a person has to go on with: a card with no word of it, the revisit by other means, and
// where somebody called for help, everything that an emergency has, and nothing to be seen in the chat.
import { and, eq, gte } from 'drizzle-orm'
import { DAY, dayOf, MINUTE } from '../../../flows/casework/calendar.ts'
import { phraseText } from '../../../flows/casework/contact-plan.ts'
import type { State } from '../../../flows/casework/tables/life-cycle.ts'
import type { Does, PhraseNews } from '../../../flows/notices/notice.ts'
import type { Books } from '../../books.ts'
import { addresses, heard, warnings } from '../../schema/index.ts'
import { type Case, save, stateOf, subjectOf } from './case.ts'
import { alert, openEmergency } from './emergency.ts'
import { makeTask } from './officer-task.ts'
import { withChatTry } from './question-sent.ts'
import { type RevisitRow, setRevisit } from './rounds.ts'
import { forgetAppointment } from './safe-contact.ts'
import { responsible, tellStaff } from './tell.ts'

/** Where an agreement or a decision is followed; elsewhere the case is in other hands for the moment. */
export const FOLLOWED: readonly State[] = ['AGREED', 'PERFORMING', 'BREACHED', 'REVISITING']
const REOPENS: readonly State[] = ['PERFORMING', 'BREACHED', 'REVISITING']

const URGENT = 40

/** To those who answer for the case; with `urgent` to whoever is on duty and the chief as well. */
export async function tellPhrase(books: Books, c: Case, why: PhraseNews): Promise<void> {
  const urgent = why === 'duress' || why === 'danger'
  const does: Does[] = ['visit', 'contact']
  await tellStaff(
    books,
    c,
    { people: responsible(c), roles: urgent ? ['duty', 'chief'] : [] },
    (about) => ({ kind: 'phrase', why, urgent, ...about }),
    does,
    urgent ? { priority: URGENT } : {},
  )
  books.audit('phrase', subjectOf(c), { why })
}

const WARNING = 'PHRASE'

/** As `tellPhrase`, but no more than once a day for the same side: whoever plays with the phone makes no flood of cards. */
export async function tellPhraseDaily(books: Books, c: Case, party: string, why: PhraseNews): Promise<void> {
  const about = `${party}:${why}:${dayOf(books.now, books.station.rulebook.calendar)}`
  const mine = and(
    eq(warnings.stationId, books.station.id),
    eq(warnings.disputeId, c.row.id),
    eq(warnings.code, WARNING),
    eq(warnings.about, about),
  )
  const known = await books.tx.select({ id: warnings.id }).from(warnings).where(mine).limit(1)
  if (known.length > 0) return
  const row = { stationId: books.station.id, id: books.newId(), disputeId: c.row.id, about }
  await books.tx.insert(warnings).values({ ...row, code: WARNING, at: books.now })
  await tellPhrase(books, c, why)
}

/** A person asks this side from now on; nothing more is sent to the chat. */
export async function byPerson(books: Books, c: Case, half: RevisitRow): Promise<void> {
  await forgetAppointment(books, c, half.id)
  const row = await setRevisit(books, half, { attempts: await withChatTry(books, half) })
  await makeTask(books, c, row, 'call')
}

/** Who took an emergency a moment ago is on the way; later a new call is a new one. */
const SAME_CALL = 10 * MINUTE

/**
 * W01 as for any emergency: again and again until somebody takes it. One that somebody took before this call is called out anew.
 * Nothing of it is promised or shown to whoever holds the phone.
 */
export async function soundAlarm(books: Books, c: Case): Promise<void> {
  const state = stateOf(c.row)
  const through: State[] | undefined = REOPENS.includes(state) ? ['REOPENED', 'EMERGENCY'] : undefined
  if (state === 'EMERGENCY') {
    const since = books.now - (c.row.emergencyAt ?? 0)
    if (since > SAME_CALL) await save(books, c, { emergencyAt: books.now }, { quiet: true })
    await alert(books, c, 0, false)
    return
  }
  await openEmergency(books, c, { roles: ['bot'], promised: false, ...(through ? { through } : {}) })
  if (stateOf(c.row) !== 'EMERGENCY') await alert(books, c, 0, false)
}

/** The transcript keeps that something was said, and not the phrase. */
export async function forgetSaid(books: Books, address: string, phrases: readonly string[]): Promise<void> {
  const secret = new Set(phrases.map(phraseText).filter((one) => one !== ''))
  if (secret.size === 0) return
  const [own] = await books.tx
    .select({ keyId: addresses.keyId })
    .from(addresses)
    .where(and(eq(addresses.stationId, books.station.id), eq(addresses.id, address)))
  if (!own) return
  const vault = await books.vault(own.keyId)
  const mine = and(eq(heard.stationId, books.station.id), eq(heard.addressId, address))
  const rows = await books.tx
    .select()
    .from(heard)
    .where(and(mine, gte(heard.at, books.now - DAY)))
  for (const row of rows) {
    const opened = vault.open('heard.content', row.inbound, row.content)
    const said = opened === null ? null : (JSON.parse(opened) as { kind: string; text?: unknown })
    if (typeof said?.text !== 'string' || !secret.has(phraseText(said.text))) continue
    const content = vault.seal('heard.content', row.inbound, JSON.stringify({ kind: 'text', text: '••' }))
    await books.tx
      .update(heard)
      .set({ content })
      .where(and(mine, eq(heard.inbound, row.inbound)))
  }
}
