// What people may do with a case, by chance: the commands themselves, on real books, whether they are refused or not.
import type { Handler, ResultOf } from '../../../db/books.ts'
import { addToReport } from '../../../db/commands/add-to-report.ts'
import { adjustLevel } from '../../../db/commands/adjust-level.ts'
import { assignDispute } from '../../../db/commands/assign-dispute.ts'
import { claimDispute } from '../../../db/commands/claim-dispute.ts'
import { closeDispute } from '../../../db/commands/close-dispute.ts'
import { declineDispute } from '../../../db/commands/decline-dispute.ts'
import { endEmergency } from '../../../db/commands/end-emergency.ts'
import { mergeDispute } from '../../../db/commands/merge-dispute.ts'
import { moveDispute } from '../../../db/commands/move-dispute.ts'
import { recordAgreement } from '../../../db/commands/record-agreement.ts'
import { recordContact } from '../../../db/commands/record-contact.ts'
import { recordDuty } from '../../../db/commands/record-duty.ts'
import { recordMediation } from '../../../db/commands/record-mediation.ts'
import { recordRevisit } from '../../../db/commands/record-revisit.ts'
import { referDispute } from '../../../db/commands/refer-dispute.ts'
import { screenDispute } from '../../../db/commands/screen-dispute.ts'
import { dayOf, defaultCalendar, shiftDay } from '../../../flows/casework/calendar.ts'
import { nextStates } from '../../../flows/casework/life-cycle.ts'
import type { State } from '../../../flows/casework/tables/life-cycle.ts'
import type { Commands } from '../../../flows/commands.ts'
import type { Instant } from '../../../flows/core/event.ts'
import type { Address } from '../../../flows/core/ports.ts'
import { about, act, caseRow, contact, duty, nothingInTheWay, paper } from '../commands/a-case.ts'
import { answers } from '../commands/resident/a-round.ts'
import type { Colleague, Station } from '../station.ts'

export type Dice = { pick(n: number): number }

export type Scene = {
  station: Station
  dice: Dice
  id: string
  /** Another case of the same station, to merge with. */
  other: string
  reporter: Address
  now: Instant
  /** Who leads and who works here now: people leave. */
  leaders: Colleague[]
  officers: Colleague[]
}

type Name = Commands['do']
type Given<N extends Name> = Parameters<Handler<N>>[1]

const oneOf = <T>({ dice }: Pick<Scene, 'dice'>, all: readonly T[]): T => {
  const one = all[dice.pick(all.length)]
  if (one === undefined) throw new Error('nothing to pick from')
  return one
}
const day = ({ now }: Scene, later: number): string => shiftDay(dayOf(now, defaultCalendar), later)

/** Whoever it is, mostly the one who may. */
const someone = (scene: Scene): Colleague =>
  oneOf(scene, [...scene.leaders, ...scene.officers, ...scene.officers])

async function gives<N extends Name>(
  scene: Scene,
  who: Colleague | Address,
  handler: Handler<N>,
  given: Given<N>,
): Promise<ResultOf<N>> {
  return act(scene.station, who, scene.now, handler, given)
}

type Deed = (scene: Scene) => Promise<unknown>

const known = ({ station, id }: Scene) => about(station, id)

const screen: Deed = async (scene) =>
  gives(scene, oneOf(scene, scene.officers), screenDispute, {
    ...(await known(scene)),
    decision: oneOf(scene, ['accept', 'accept', 'accept', 'reject', 'emergency'] as const),
    category: null,
    track: 'PM',
    reason: '不归我们管',
    answers: nothingInTheWay(),
  })

const assign: Deed = async (scene) =>
  gives(scene, oneOf(scene, scene.leaders), assignDispute, {
    ...(await known(scene)),
    officer: oneOf(scene, scene.officers).person,
    leader: oneOf(scene, scene.leaders).person,
    helpers: [scene.station.grid.person],
    reason: '换人',
  })

/** Mostly whoever is named. */
const named = async (scene: Scene): Promise<Colleague> => {
  const { officer_id } = await caseRow(scene.station, scene.id)
  return scene.officers.find(({ person }) => person === officer_id) ?? someone(scene)
}

const claim: Deed = async (scene) => gives(scene, await named(scene), claimDispute, await known(scene))

const decline: Deed = async (scene) =>
  gives(scene, await named(scene), declineDispute, { ...(await known(scene)), reason: '在外面办案' })

const talk: Deed = async (scene) =>
  gives(scene, await named(scene), recordContact, {
    ...(await known(scene)),
    ...contact({ rightsRead: oneOf(scene, ['yes', 'yes', 'no'] as const) }),
  })

const mediate: Deed = async (scene) =>
  gives(scene, await named(scene), recordMediation, {
    ...(await known(scene)),
    result: oneOf(scene, ['agreed', 'again', 'failed', 'ended', 'paused', 'paused'] as const),
    place: null,
    helpers: [],
    summary: '谈了一次。',
    reason: '谈不拢',
    resumeOn: day(scene, 1 + scene.dice.pick(20)),
    remediesTold: oneOf(scene, ['yes', 'no'] as const),
    photos: null,
  })

const agree: Deed = async (scene) =>
  gives(scene, await named(scene), recordAgreement, {
    ...(await known(scene)),
    ...paper({
      duties: [
        duty({ due: day(scene, 1 + scene.dice.pick(40)) }),
        duty({ debtor: 'both', kind: 'stop', what: '不再提旧事', due: null }),
      ].slice(scene.dice.pick(2)),
      onTheSpot: oneOf(scene, ['no', 'no', 'yes'] as const),
    }),
  })

const perform: Deed = async (scene) => {
  const owed = (await scene.station.rows('duties')).filter((one) => one.dispute_id === scene.id)
  if (owed.length === 0) return
  await gives(scene, await named(scene), recordDuty, {
    ...(await known(scene)),
    duty: String(oneOf(scene, owed).id),
    what: oneOf(scene, ['done', 'done', 'not', 'extended'] as const),
    amount: null,
    proof: 'seen',
    evidence: null,
    newDue: day(scene, 1 + scene.dice.pick(20)),
    how: 'paper',
    reason: '天冷',
  })
}

const revisit: Deed = async (scene) => {
  const halves = (await scene.station.rows('revisits')).filter(
    (one) => one.dispute_id === scene.id && (one.state === 'open' || one.state === 'planned'),
  )
  if (halves.length === 0) return
  const half = oneOf(scene, halves)
  const bad = scene.dice.pick(6) === 0
  await gives(scene, await named(scene), recordRevisit, {
    revisit: String(half.id),
    side: half.side === 'A' ? 'A' : 'B',
    mode: oneOf(scene, ['call', 'visit'] as const),
    outcome: oneOf(scene, ['answered', 'answered', 'declined'] as const),
    answers: answers(bad ? { trouble: 'blows', relation: 'angry', safe: 'abit', score: 1 } : {}),
    danger: [],
  })
}

const refer: Deed = async (scene) =>
  gives(scene, someone(scene), referDispute, {
    ...(await known(scene)),
    toUnit: '示例司法所',
    toPerson: '所长',
    phone: null,
    reason: '归他们管',
    due: day(scene, 3 + scene.dice.pick(20)),
  })

const move: Deed = async (scene) => {
  const { state } = await caseRow(scene.station, scene.id)
  const to = nextStates(state as State)
  if (to.length === 0) return
  await gives(scene, someone(scene), moveDispute, {
    ...(await known(scene)),
    to: oneOf(scene, to),
    reason: '情况变了',
    remediesTold: 'yes',
    bothAgree: oneOf(scene, ['yes', 'no'] as const),
  })
}

const close: Deed = async (scene) =>
  gives(scene, oneOf(scene, scene.leaders), closeDispute, {
    ...(await known(scene)),
    reason: '都办好了',
    waiveRounds: oneOf(scene, ['yes', 'no'] as const),
  })

const calm: Deed = async (scene) => {
  const by = someone(scene)
  await gives(scene, by, claimDispute, await known(scene))
  if (scene.dice.pick(2) === 0) return
  await gives(scene, by, endEmergency, { ...(await known(scene)), done: '已经劝开', injured: 'none' })
}

const level: Deed = async (scene) =>
  gives(scene, someone(scene), adjustLevel, {
    ...(await known(scene)),
    direction: oneOf(scene, ['raise', 'lower'] as const),
    reason: '再看看',
  })

/** The reporter says more; now and then that somebody has a knife. */
const more: Deed = async (scene) =>
  gives(scene, scene.reporter, addToReport, {
    dispute: scene.id,
    story: { text: '又吵了一次', files: [] },
    danger: scene.dice.pick(5) === 0 ? ['A02'] : [],
  })

const merge: Deed = async (scene) =>
  gives(scene, oneOf(scene, scene.officers), mergeDispute, {
    ...(await known(scene)),
    decision: 'same',
    other: scene.other,
    otherNumber: null,
    reason: '同一件事',
  })

/** Somebody leaves the station, and somebody new takes up work. */
const leave: Deed = async (scene) => {
  const list = scene.dice.pick(2) === 0 ? scene.leaders : scene.officers
  const [gone] = list.splice(scene.dice.pick(list.length), 1)
  if (!gone) return
  const role = list === scene.leaders ? 'leader' : 'officer'
  list.push(await scene.station.hires(`示例新人${scene.now}-${scene.dice.pick(1_000_000)}`, [role]))
  await scene.station.store.admin.revoke(gone.person, scene.now)
}

/** What is likely in a state comes more often than what is not. */
const LIKELY: { readonly [S in State]?: readonly Deed[] } = {
  SCREENING: [screen, screen, merge, move],
  ACCEPTED: [assign, assign],
  ASSIGNED: [claim, claim, decline],
  CLAIMED: [talk, talk, decline],
  MEDIATING: [mediate, agree, agree],
  SUSPENDED: [move],
  FAILED: [move],
  TERMINATED: [move, refer],
  REFERRED: [move, close],
  PERFORMING: [perform, revisit],
  BREACHED: [perform, move],
  REVISITING: [revisit, revisit, close],
  EMERGENCY: [calm, calm],
  CLOSED: [more, move],
  REJECTED: [more],
  MERGED: [move, move],
}
const ANY: readonly Deed[] = [
  screen,
  assign,
  claim,
  decline,
  talk,
  mediate,
  agree,
  perform,
  revisit,
  refer,
  move,
  close,
  calm,
  level,
  more,
  leave,
]

export async function happens(scene: Scene): Promise<string> {
  const { state } = await caseRow(scene.station, scene.id)
  const likely = LIKELY[state as State] ?? []
  const deed = scene.dice.pick(4) > 0 && likely.length > 0 ? oneOf(scene, likely) : oneOf(scene, ANY)
  await deed(scene)
  return deed.name
}
