// Begun on a case whose agreement is being followed: revisits, third parties, duties, closing.
import { dateText } from '../../../flows/casework/clock-text.ts'
import { transition } from '../../../flows/casework/life-cycle.ts'
import { refuse } from '../../../flows/casework/refusal.ts'
import type { Locale } from '../../../flows/casework/said.ts'
import type { State } from '../../../flows/casework/tables/life-cycle.ts'
import type { CloseGiven } from '../../../flows/close/commands.ts'
import type { Choice } from '../../../flows/core/reply.ts'
import type { DutyGiven } from '../../../flows/duty/commands.ts'
import type { ThirdPartyGiven } from '../../../flows/thirdparty/commands.ts'
import type { VisitGiven } from '../../../flows/visit/commands.ts'
import type { Books } from '../../books.ts'
import { type Case, officerLed } from '../../commands/shared/case.ts'
import { dutiesOf, type Held, ledger } from '../../commands/shared/duty-book.ts'
import { caseGiven } from '../../commands/shared/facts-shown.ts'
import { partiesOf } from '../../commands/shared/resident.ts'
import { isAwaited } from '../../commands/shared/round-of.ts'
import { halvesOf, judgedRounds, roundsOf } from '../../commands/shared/rounds.ts'
import { askableSides, askedOf, missing } from '../../commands/shared/supplements.ts'
import { toAsk } from '../../commands/shared/to-ask.ts'
import { whereOf } from '../../commands/shared/where.ts'
import { type CaseFlow, inStates } from './case-flow.ts'
import { localeOf } from './choices.ts'
import { sidesOf } from './sides.ts'

const FOLLOWED: readonly State[] = ['AGREED', 'PERFORMING', 'BREACHED', 'REVISITING']

export const visit: CaseFlow = {
  name: { zh: '记录回访', en: 'record a revisit' },
  role: 'mediator',
  fits: inStates(...FOLLOWED),
  async given(books, c) {
    const rounds = await halvesToRecord(books, c, await localeOf(books))
    if (rounds.length === 0)
      return refuse(
        'no-round',
        `${c.row.number}现在没有要做的回访。`,
        `${c.row.number} has no revisit to be made now.`,
      )
    return visitGiven(books, c, rounds)
  },
}

export const thirdparty: CaseFlow = {
  name: { zh: '侧面了解', en: 'what others say' },
  role: null,
  fits: inStates(...FOLLOWED, 'CLAIMED', 'MEDIATING', 'SUSPENDED', 'TERMINATED', 'REFERRED'),
  // Whoever is asked in the village is told which case it is, and nothing of the sides.
  async given(books, c): Promise<ThirdPartyGiven> {
    const [open] = await roundsOf(books, c, ['open'])
    const [half] = open ? await halvesOf(books, open.id) : []
    return { ...caseGiven(books, c.row), revisit: half?.id ?? null }
  },
}

/** The whole task: whom to ask, by which phone and where, and about what. */
async function visitGiven(books: Books, c: Case, rounds: Choice[]): Promise<VisitGiven> {
  const sides = (['A', 'B'] as const).filter((side) => rounds.some(({ id }) => id.endsWith(`:${side}`)))
  return {
    ...caseGiven(books, c.row),
    parties: await sidesOf(books, c),
    rounds,
    officerLed: officerLed(books, c.row),
    where: await whereOf(books, c, sides),
    ...(await toAsk(books, c, sides)),
  }
}

/** Those that are due or have begun, as `id:side`; where there are none, the next that is planned: an officer may be early. */
async function halvesToRecord(books: Books, c: Case, locale: Locale): Promise<Choice[]> {
  const rounds = await roundsOf(books, c, ['planned', 'open'])
  const now = rounds.filter(({ state, at }) => state === 'open' || at <= books.now)
  const parties = await partiesOf(books, c.row.id)
  const choices: Choice[] = []
  for (const { id, no, at } of now.length > 0 ? now : rounds.slice(0, 1)) {
    const day = dateText(at, books.station.rulebook.calendar, locale)
    for (const half of (await halvesOf(books, id)).filter(isAwaited)) {
      const label = parties.find(({ side }) => side === half.side)?.label ?? half.side
      const round = locale === 'en' ? `round ${no}` : `第${no}次`
      choices.push({ id: `${half.id}:${half.side}`, label: `${round}｜${label}｜${day}` })
    }
  }
  return choices
}

export const duty: CaseFlow = {
  name: { zh: '登记履行', en: 'record performance' },
  role: 'mediator',
  fits: inStates(...FOLLOWED),
  async given(books, c) {
    const open = (await dutiesOf(books, c)).filter(
      ({ row }) => row.state !== 'done' && row.state !== 'waived',
    )
    if (open.length === 0)
      return refuse(
        'no-duty',
        `${c.row.number}没有还没做完的事。`,
        `${c.row.number} has nothing left to be performed.`,
      )
    const duties: DutyGiven['duties'] = []
    for (const one of open) duties.push(await dutyToRecord(books, c, one))
    const given: DutyGiven = { ...caseGiven(books, c.row), duties }
    return given
  },
}

async function dutyToRecord(books: Books, c: Case, held: Held): Promise<DutyGiven['duties'][number]> {
  const { row, duty } = held
  const inChat = await askableSides(books, c, held)
  const asked = (await askedOf(books, c)).find(({ dutyId }) => dutyId === row.id)
  return {
    id: row.id,
    label: `${row.no}. ${duty.what}`,
    money: row.amountFen !== null,
    remainingFen: row.amountFen === null ? null : Math.max(0, row.amountFen - row.paidFen),
    askable: inChat.size > 0,
    unsigned: asked !== undefined && missing(asked).some((side) => !inChat.has(side)),
  }
}

export const close: CaseFlow = {
  name: { zh: '结案', en: 'close' },
  role: 'leader',
  fits: (state) => transition(state, 'CLOSED') !== undefined,
  given: async (books, c): Promise<CloseGiven> => ({
    ...caseGiven(books, c.row),
    roundsLeft: (await roundsOf(books, c, ['planned', 'open'])).length,
    dutiesOpen: ledger(books, await dutiesOf(books, c)).open.length,
    surface: (await judgedRounds(books, c))[0]?.surface ?? 0,
  }),
}
