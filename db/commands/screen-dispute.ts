// 研判分流: the station takes a case on a track, does not take it, or finds that it is an emergency.
import { z } from 'zod'
import { caseFacts, indicators } from '../../flows/casework/facts.ts'
import { legalGate } from '../../flows/casework/legal-gate.ts'
import { deadlines } from '../../flows/casework/level.ts'
import { step, towardsEmergency } from '../../flows/casework/life-cycle.ts'
import { isRefused, type Refused, refuse } from '../../flows/casework/refusal.ts'
import type { Role } from '../../flows/casework/roles.ts'
import type { RiskCode } from '../../flows/casework/tables/risk.ts'
import {
  type SubCode,
  subCodeSchema,
  type TrackCode,
  trackCodeSchema,
} from '../../flows/casework/tables/taxonomy.ts'
import { isDispute, isOfficerLed } from '../../flows/casework/taxonomy.ts'
import type { ScreenDispute } from '../../flows/screening/commands.ts'
import type { Books, Handler } from '../books.ts'
import { advance, guardFacts } from './shared/advance.ts'
import { type Case, codesOf, save, stateOf } from './shared/case.ts'
import { openEmergency } from './shared/emergency.ts'
import { keepApart, regardDanger } from './shared/filing.ts'
import { evaluate, tighten } from './shared/grading.ts'
import { moved } from './shared/moved.ts'
import { announce } from './shared/new-case.ts'
import { notesOf } from './shared/note.ts'
import { partiesOf, tellReporter } from './shared/resident.ts'
import { recorded } from './shared/sight.ts'
import { awaitTarget } from './shared/waiting.ts'

type Screening = ScreenDispute['with']

export const screenDispute: Handler<'screenDispute'> = async (books, given) => {
  const found = await recorded(books, given.dispute, given.rev)
  if (isRefused(found)) return found
  const { c, roles } = found
  const refused = await DECIDE[given.decision](books, c, roles, given)
  return refused ?? moved(c)
}

type Decide = (books: Books, c: Case, roles: Role[], given: Screening) => Promise<Refused | null>

/** On these tracks somebody sits down with both sides. */
const MEDIATED: readonly TrackCode[] = ['PM', 'PSM', 'TRM', 'JOINT']

const accept: Decide = async (books, c, roles, given) => {
  const category = subCodeSchema.safeParse(given.category ?? c.row.category).data
  const track = trackCodeSchema.safeParse(given.track).data
  if (!category || !track || track === 'NONE')
    return refuse('unknown', '没有这个类别或渠道。', 'There is no such category or track.')
  if (!isDispute(category))
    return refuse(
      'not-a-dispute',
      '这一类不是纠纷，请改类别，或者不予受理。',
      'This is no dispute: correct the category, or do not accept it.',
    )
  const known = { ...c.row.facts, category }
  const codes = indicators(caseFacts(known), books.now, books.station.rulebook)
  const barred = MEDIATED.includes(track) ? await notToMediate(books, c, category, codes) : null
  if (barred) return barred
  const before = { codes: codesOf(books, c.row), level: c.row.level }
  const refused = await advance(books, c, 'ACCEPTED', {
    roles,
    facts: { category, codes, track, ownMotion: true },
    change: { category, track, facts: known, emergencyFrom: null },
  })
  if (refused) return refused
  // The category that the officer corrected may be one in which no message is sent of our own accord.
  await keepApart(books, c)
  const { from, to } = await evaluate(books, c)
  if (from !== to) await tighten(books, c)
  await save(books, c, { targetAt: deadlines(to, books.now, books.station.rulebook).target })
  await awaitTarget(books, c)
  if (!(await regardDanger(books, c, before))) await announce(books, c)
  return null
}

/** Why nobody may offer to mediate this; null where nothing stands against it. */
async function notToMediate(
  books: Books,
  c: Case,
  category: SubCode,
  codes: readonly RiskCode[],
): Promise<Refused | null> {
  const elsewhere = await isElsewhere(books, c)
  const refusedBySome = (await partiesOf(books, c.row.id)).some(({ willing }) => willing === 'no')
  const { limits } = legalGate({ category, codes, elsewhere, refusedBySome })
  const barred = limits.find(({ mediate }) => mediate === 'never')
  if (barred) return refuse(barred.code, `${barred.zh}。`, `${barred.en}.`)
  return isOfficerLed(category, codes)
    ? refuse(
        'officer-led',
        '这类事由民警办，不交给调解。',
        'Officers handle a matter of this kind; it is not sent to mediation.',
      )
    : null
}

const toldHistory = z.object({ history: z.string().nullish() })

/** In court or in arbitration, as the reporter last told it. */
async function isElsewhere(books: Books, c: Case): Promise<boolean> {
  const last = (await notesOf(books, c, ['report'])).at(-1)?.text
  return last ? toldHistory.safeParse(JSON.parse(last)).data?.history === 'court' : false
}

const reject: Decide = async (books, c, roles, { reason }) => {
  const text = reason ?? ''
  const prank = c.row.category === 'ND-FK'
  const refused = await advance(books, c, 'REJECTED', {
    roles,
    // The reporter is told in this transaction, or an officer is asked to tell them.
    facts: { reason: text, reporterTold: true },
    reason: 'not-accepted',
    text,
    change: { endReason: prank ? 'prank' : 'not-accepted', prank },
  })
  if (refused) return refused
  await tellReporter(books, c, 'refusedCase')
  return null
}

const emergency: Decide = async (books, c, roles, { reason }) => {
  const from = stateOf(c.row)
  if (from === 'EMERGENCY' || !towardsEmergency(from)) {
    const refused = step(from, 'EMERGENCY', { actor: roles, facts: guardFacts(books, c) })
    if (isRefused(refused)) return refused
  }
  await openEmergency(books, c, { roles, ...(reason ? { text: reason } : {}) })
  return null
}

const DECIDE: { [D in Screening['decision']]: Decide } = { accept, reject, emergency }
