// What each command of the table is given, and on which case: one that would let it succeed for somebody.
import { randomUUID } from 'node:crypto'
import { type SQL, sql } from 'drizzle-orm'
import { rows } from '../../db/database/database.ts'
import type { Commands } from '../../flows/commands.ts'
import type { Json } from '../../flows/core/event.ts'
import { report } from '../db/case.ts'
import { contact, nothingInTheWay, paper } from '../db/commands/a-case.ts'
import { DAY } from '../db/station.ts'
import { type Actor, type House, type Known, type Scene, START, type State } from './scene.ts'
import type { table } from './table.ts'

type Do = Commands['do']
type With<C extends Do> = Extract<Commands, { do: C }>['with']

/** Where somebody stands to a case, or how good a code is. */
export type Standing = 'own' | 'other' | 'area' | 'station' | 'waiting' | 'good' | 'used' | 'old'
export type Trying = { scene: Scene; house: House; actor: Actor; standing: Standing; about: Known }
/** The case as the command names it. `token` is a button or a code that was made for it. */
export type About = Known & { rev: number; token: string; helpers: string[]; officer: string; leader: string }

export type Ask<C extends Do> = {
  on: State
  /** Nothing is written by it. */
  reads?: true
  /** What the case must be for it, beyond its state. */
  where?: SQL
  /** Made beforehand: a button or a code. */
  token?: (trying: Trying) => Promise<string>
  with: (about: About) => With<C>
  /** What an allowed one must have answered. */
  answers?: (result: Json, trying: Trying) => void
}

const officerLed = sql`category = 'MF-DV', facts = facts || '{"category": "MF-DV"}'`
const aboutPolice = sql`category = 'AD-PO', facts = facts || '{"category": "AD-PO"}'`

const theCase = ({ dispute, rev }: About) => ({ dispute, rev })
const people = ({ officer, leader, helpers }: About) => ({ officer, leader, helpers })
const alarm = { flow: 'intake', codes: ['A02'], text: '他拿刀了', answers: {} }
const session = { place: null, helpers: [], summary: '谈过', photos: null, remediesTold: null }
const refer = { toUnit: '县法院', toPerson: '接收人', phone: null, reason: '权属不清', due: '2026-12-20' }
const asPlanned = { change: 'keep', round: null, day: null, mode: null, reason: null } as const
const moving = { reason: '说清楚了', remediesTold: null, bothAgree: null }
const answers = {
  theirs: 'notyet',
  own: 'notyet',
  received: null,
  paid: null,
  reason: null,
  trouble: 'none',
  relation: 'greet',
  fair: 'fair',
  freely: 'yes',
  safe: 'safe',
  score: 4,
  help: null,
  words: null,
} as const

/** A code of the station here, as good as it is said to be. */
const code =
  (make: (trying: Trying) => Promise<string>) =>
  async (trying: Trying): Promise<string> => {
    const made = await make(trying)
    const { scene, standing } = trying
    if (standing === 'used')
      await rows(scene.database.orm, sql`update codes set used_at = ${START}, used_by = 'somebody'`)
    if (standing === 'old') await rows(scene.database.orm, sql`update codes set expires_at = ${START}`)
    return made
  }

const contactPlan = {
  way: 'none',
  hours: null,
  wording: null,
  phrase: null,
  duress: null,
  phone: null,
  trusted: null,
} as const
/** The other side is at risk. */
async function atRisk({ scene, about }: Trying): Promise<string> {
  const set = sql`update parties set at_risk = true where dispute_id = ${about.dispute} and side = 'B'`
  await rows(scene.database.orm, set)
  return ''
}

/** A difficulty told by somebody else's resident, as it stands to whoever tries it. */
const aRequest =
  (state: 'open' | 'taken' | 'answered') =>
  async ({ scene, actor, standing }: Trying): Promise<string> => {
    const { here } = scene
    const told = await here.gives(here.theirs.reporter, {
      do: 'fileRequest',
      with: { ...need, place: { village: standing === 'area' ? 'yi' : 'jia', text: null } },
    })
    const { request } = told as { request: string }
    const own = standing === 'own'
    const owner = own && state !== 'open' ? actor.person : null
    const mine = actor.who === 'joined' ? here.actors.reporter.address : actor.address
    // Whoever was proposed as its leader elsewhere is somebody else.
    const leader = standing === 'area' ? null : sql`leader_id`
    const asked = own && ['reporter', 'joined'].includes(actor.who) ? mine : here.theirs.reporter.address
    await rows(
      scene.database.orm,
      sql`update requests set state = ${state}, owner_id = ${owner}, leader_id = ${leader}, reporter_address = ${asked} where id = ${request}`,
    )
    return request
  }

/** A simple dispute was offered to whoever tries it, where it is theirs to take. */
async function anOffer({ scene, actor, standing, about }: Trying): Promise<string> {
  const to = standing === 'own' ? (actor.person ?? randomUUID()) : randomUUID()
  await rows(
    scene.database.orm,
    sql`insert into offers (station_id, id, dispute_id, person_id, at, until)
      values (${scene.here.name}, ${randomUUID()}, ${about.dispute}, ${to}, ${START}, ${START + DAY})`,
  )
  return ''
}

const need = {
  conversation: 'talk-of-a-difficulty',
  story: { text: '停电三天了', files: [] },
  kind: null,
  place: null,
  phone: null,
  how: null,
  name: null,
}

/** A sitting of the case at that time, which the leader hosts. */
const sitting =
  (held: number) =>
  async ({ scene, about }: Trying): Promise<string> => {
    const id = randomUUID()
    const host = scene.here.theirs.leader.person
    await rows(
      scene.database.orm,
      sql`insert into joint_meetings (station_id, id, dispute_id, no, at, by, host_id, place, language, state, created_at)
        values (${scene.here.name}, ${id}, ${about.dispute}, 1, ${held}, ${host}, ${host}, '', 'zh', 'planned', ${START})`,
    )
    return id
  }

/** Somebody who was asked to a sitting tomorrow. */
const invited =
  (who: (trying: Trying) => { person: string | null; side: 'A' | 'B' | null }) =>
  async (trying: Trying): Promise<string> => {
    const { scene, about } = trying
    const meeting = await sitting(START + DAY)(trying)
    const { person, side } = who(trying)
    const [id, slot] = [randomUUID(), side === null ? 'people' : 'party']
    await rows(
      scene.database.orm,
      sql`insert into joint_invitations (station_id, id, meeting_id, dispute_id, slot, person_id, side, consents, asked_at)
        values (${scene.here.name}, ${id}, ${meeting}, ${about.dispute}, ${slot}, ${person}, ${side}, '[]'::jsonb, ${START})`,
    )
    return id
  }

const joinCode = code(({ scene, about }) =>
  scene.here.does(scene.here.theirs.officer, (books) => books.joinCode(about.dispute, 'B', 30 * DAY)),
)
const reporterCode = code(({ scene, about }) =>
  scene.here.does(scene.here.theirs.officer, (books) => books.joinCode(about.dispute, null, 30 * DAY)),
)
/** A round that runs, in the village they look after or in another; their own where it is. */
async function aPatrol({ scene, actor, standing }: Trying): Promise<string> {
  const { here } = scene
  const id = randomUUID()
  const by = standing === 'own' ? actor.person : here.theirs.leader.person
  const village = standing === 'area' || standing === 'own' ? 'yi' : 'jia'
  await rows(
    scene.database.orm,
    sql`insert into patrols (station_id, id, no, at, until, by, villages, method, state, repeat, opened_at)
      values (${here.name}, ${id}, 20269000, ${START}, ${START + DAY}, ${by}, ${JSON.stringify([village])}::jsonb, 'chat', 'open', 'none', ${START})`,
  )
  return id
}
/** Asked in such a round: whoever tries it, or the mediator whose case it is. */
async function anAsk(trying: Trying): Promise<string> {
  const { scene, actor, standing } = trying
  const patrol = await aPatrol(trying)
  const id = randomUUID()
  const person = standing === 'own' ? actor.person : scene.here.theirs.mediator.person
  await rows(
    scene.database.orm,
    sql`insert into patrol_asks (station_id, id, patrol_id, person_id, village, asked_at, disputes)
      values (${scene.here.name}, ${id}, ${patrol}, ${person}, 'jia', ${START}, '[]')`,
  )
  return id
}
const staffCode = code(
  async ({ scene }) =>
    (await scene.here.store.admin.staffCode(scene.here.theirs.officer.person!, START)).code,
)
const linkCode = code(async ({ scene }) => {
  const made = (await scene.here.gives(scene.here.actors.resident, { do: 'makeCode', with: {} })) as {
    code: string
  }
  return made.code
})

/** The case on the list of a meeting that whoever tries it chairs. */
async function assessed(
  { scene, actor, about, house }: Trying,
  { state, owner }: { state: 'open' | 'decided'; owner: string | null },
): Promise<string> {
  const [meeting, entry] = [randomUUID(), randomUUID()]
  const { orm } = scene.database
  const station = scene.here.name
  await rows(
    orm,
    sql`insert into assessments (station_id, id, no, at, kind, chair_id, attendees, state, trends, opened_at)
      values (${station}, ${meeting}, 9000, ${START}, 'called', ${house === scene.here ? actor.person : null}, '[]', 'open', '{}', ${START})`,
  )
  await rows(
    orm,
    sql`insert into assessed_cases (station_id, id, assessment_id, dispute_id, no, why, level_before, owner_id, due_at, state)
      values (${station}, ${entry}, ${meeting}, ${about.dispute}, 1, '["review"]', 'YELLOW', ${owner}, ${START + DAY}, ${state})`,
  )
  return entry
}

/** Somebody is uneasy, and the plan is not written yet. */
async function owedPlan({ scene, about }: Trying): Promise<string> {
  const plan = randomUUID()
  const { name, theirs } = scene.here
  await rows(
    scene.database.orm,
    sql`insert into work_plans (station_id, id, dispute_id, at, by, why, owner_id, due_at)
      values (${name}, ${plan}, ${about.dispute}, ${START}, ${theirs.officer.person}, 'uneasy', ${theirs.officer.person}, ${START + DAY})`,
  )
  return plan
}

/** By the officer: nobody decides on their own word. */
async function notedPrevention({ scene, about }: Trying): Promise<string> {
  const { name } = scene.here
  const prevention = randomUUID()
  await rows(
    scene.database.orm,
    sql`insert into preventions (station_id, id, dispute_id, kind, people, at, by, reason)
      values (${name}, ${prevention}, ${about.dispute}, 'fight', 4, ${START}, 'somebody', '')`,
  )
  return prevention
}

const lastMonth = { period: '2026-10', table: 'A', village: null, edition: 'inside' } as const

export const asks: {
  [C in Do]: { [V in keyof (typeof table)[C]]: Ask<C> }
} = {
  open: {
    contact: { on: 'mediating', reads: true, with: ({ number }) => ({ flow: 'contact', number }) },
    visit: { on: 'performing', reads: true, with: ({ number }) => ({ flow: 'visit', number }) },
    thirdparty: { on: 'performing', reads: true, with: ({ number }) => ({ flow: 'thirdparty', number }) },
    close: { on: 'terminated', reads: true, with: ({ number }) => ({ flow: 'close', number }) },
    screening: { on: 'screening', reads: true, with: ({ number }) => ({ flow: 'screening', number }) },
    status: { on: 'mediating', reads: true, with: ({ number }) => ({ flow: 'status', number }) },
  },
  press: {
    card: {
      on: 'mediating',
      async token({ scene, actor, standing, about }) {
        const { here } = scene
        const person = (standing === 'own' ? actor : here.theirs.officer).person!
        const rev = 1
        return here.does(here.theirs.officer, (books) =>
          books.button('contact', { person }, { dispute: about.dispute, rev, ttl: 7 * DAY }),
        )
      },
      with: ({ token }) => ({ button: token }),
    },
    link: { on: 'performing', token: joinCode, with: ({ token }) => ({ button: token }) },
  },
  raiseEmergency: {
    heard: {
      on: 'mediating',
      with: ({ dispute }) => ({ ...alarm, conversation: 'talk-of-the-test', dispute }),
    },
  },
  callHuman: { asked: { on: 'claimed', with: ({ dispute }) => ({ dispute }) } },
  stopMessages: { asked: { on: 'claimed', with: ({ dispute }) => ({ dispute }) } },
  requestErasure: { asked: { on: 'claimed', with: ({ dispute }) => ({ dispute }) } },
  keepCorrection: {
    kept: { on: 'claimed', with: ({ dispute }) => ({ dispute, was: '一尺', text: '两尺' }) },
  },
  useCode: {
    staff: { on: 'claimed', token: staffCode, with: ({ token }) => ({ code: token }) },
    link: { on: 'claimed', token: linkCode, with: ({ token }) => ({ code: token }) },
    join: { on: 'performing', token: joinCode, with: ({ token }) => ({ code: token }) },
    reporter: {
      on: 'claimed',
      where: sql`reporter_address = null, source = 'phone'`,
      token: reporterCode,
      with: ({ token }) => ({ code: token }),
    },
  },
  makeCode: {
    asked: {
      on: 'claimed',
      with: () => ({}),
      answers(result, { actor }) {
        const { staff } = result as { staff: boolean }
        const works = actor.person !== null && actor.who !== 'revoked'
        if (staff !== works) throw new Error(`a code ${staff ? 'of staff' : 'of a resident'}`)
      },
    },
  },
  noteReach: { lost: { on: 'claimed', with: () => ({ reachable: false }) } },
  setGroup: {
    begun: { on: 'claimed', with: () => ({ group: 'station-here/alerts', alerts: true }) },
    ended: {
      on: 'claimed',
      async token({ scene }) {
        const { here } = scene
        await here.gives(here.theirs.leader, {
          do: 'setGroup',
          with: { group: 'station-here/alerts', alerts: true },
        })
        return ''
      },
      with: () => ({ group: 'station-here/alerts', alerts: false }),
    },
  },
  listMine: {
    asked: {
      on: 'mediating',
      reads: true,
      with: () => ({}),
      answers(result, { about, standing, actor }) {
        const { cases } = result as { cases: { number: string }[] }
        const listed = cases.some(({ number }) => number === about.number)
        const handles = ['mediator', 'officer', 'duty', 'leader', 'chief'].includes(actor.who)
        if (standing === 'own' ? handles && !listed : listed)
          throw new Error(listed ? 'is listed' : 'is missing')
      },
    },
  },
  showWarnings: { asked: { on: 'claimed', reads: true, with: () => ({}) } },
  showReport: {
    asked: { on: 'performing', reads: true, with: () => ({ ...lastMonth, what: 'table', row: null }) },
  },
  handInReport: { over: { on: 'performing', with: () => ({ view: lastMonth }) } },
  showCoverage: {
    asked: {
      on: 'performing',
      reads: true,
      // One side of it was due yesterday.
      async token({ scene, about }) {
        const due = sql`update revisits set at = ${START - DAY} where id = ${about.halves.A}`
        await rows(scene.database.orm, due)
        return ''
      },
      with: () => ({ period: 'all' }),
      answers(result, { about, standing, actor }) {
        const { due } = result as { due: { cases: string[] } }
        const leads = standing === 'other' && actor.who === 'leader'
        const heads = (standing === 'other' || standing === 'area') && actor.who === 'chief'
        if (due.cases.includes(about.number) !== (standing === 'own' || leads || heads))
          throw new Error(`counted: ${due.cases.join()}`)
      },
    },
  },
  planPatrol: {
    now: {
      on: 'claimed',
      with: () => ({ villages: ['jia'], method: 'chat', at: null, wait: { days: 1 }, repeat: 'none' }),
    },
  },
  changePatrol: {
    called: {
      on: 'claimed',
      token: aPatrol,
      with: ({ token }) => ({ patrol: token, change: { to: 'cancel' } }),
    },
  },
  showPatrol: {
    asked: { on: 'claimed', reads: true, token: aPatrol, with: ({ token }) => ({ patrol: token }) },
  },
  answerPatrol: {
    zero: {
      on: 'claimed',
      token: anAsk,
      with: ({ token }) => ({ asks: [token], what: 'zero', households: null }),
    },
  },
  fileLead: {
    told: {
      on: 'claimed',
      token: anAsk,
      with: ({ token }) => ({
        conversation: 'talk-of-a-lead',
        ask: token,
        story: { text: '两家为水渠吵了几天。', files: [] },
        danger: [],
      }),
    },
  },
  beginBehalf: {
    begun: {
      on: 'claimed',
      with: () => ({ came: 'phone', name: '甲某', phone: null, part: 'PARTY', mayWrite: 'yes' }),
    },
  },
  fileDispute: {
    again: {
      on: 'claimed',
      with: ({ conversation }) => ({ conversation, report: report({ wish: '把墙退回去' }), quiet: false }),
    },
  },
  updateReport: {
    told: {
      on: 'claimed',
      with: ({ dispute }) => ({ dispute, report: report({ headcount: 3 }), complete: true }),
    },
  },
  addToReport: {
    told: {
      on: 'claimed',
      with: ({ dispute }) => ({ dispute, story: { text: '今天又吵了。', files: [] }, danger: [] }),
    },
  },
  tellStatus: {
    asked: { on: 'claimed', reads: true, with: ({ number }) => ({ number }) },
    officerLed: { on: 'claimed', reads: true, where: officerLed, with: ({ number }) => ({ number }) },
  },
  remindOfficer: { asked: { on: 'claimed', with: ({ number }) => ({ number }) } },
  noteJoined: { asB: { on: 'performing', with: ({ dispute }) => ({ dispute, side: 'B' }) } },
  fileRequest: { told: { on: 'claimed', with: () => need } },
  showRequest: {
    asked: { on: 'claimed', token: aRequest('taken'), with: ({ token }) => ({ request: token }) },
  },
  takeRequest: {
    first: { on: 'claimed', token: aRequest('open'), with: ({ token }) => ({ request: token, rev: 1 }) },
  },
  answerRequest: {
    done: {
      on: 'claimed',
      token: aRequest('taken'),
      with: ({ token }) => ({ request: token, rev: 1, result: 'done', text: '来电了', told: null }),
    },
  },
  passRequest: {
    passed: {
      on: 'claimed',
      token: aRequest('taken'),
      with: ({ token }) => ({ request: token, rev: 1, unit: '供电所', text: null, told: null }),
    },
  },
  putOffRequest: {
    later: {
      on: 'claimed',
      token: aRequest('taken'),
      with: ({ token }) => ({ request: token, rev: 1, reason: '等材料', until: '2026-12-04' }),
    },
  },
  requestToCase: {
    turned: { on: 'claimed', token: aRequest('taken'), with: ({ token }) => ({ request: token, rev: 1 }) },
  },
  rateRequest: {
    said: {
      on: 'claimed',
      token: aRequest('answered'),
      with: ({ token }) => ({ request: token, solved: 'yes' }),
    },
  },
  caseToRequest: { turned: { on: 'screening', with: (about) => ({ ...theCase(about), kind: 'utilities' }) } },
  takeOffer: { first: { on: 'accepted', token: anOffer, with: ({ dispute }) => ({ dispute }) } },
  declineOffer: { first: { on: 'accepted', token: anOffer, with: ({ dispute }) => ({ dispute }) } },
  markHard: { marked: { on: 'mediating', with: (about) => ({ ...theCase(about), reason: '两村都牵进来' }) } },
  screenDispute: {
    accept: {
      on: 'screening',
      with: (about) => ({
        ...theCase(about),
        decision: 'accept',
        category: null,
        track: 'PM',
        reason: null,
        answers: nothingInTheWay(),
      }),
    },
    reject: {
      on: 'screening',
      with: (about) => ({
        ...theCase(about),
        decision: 'reject',
        category: null,
        track: null,
        reason: '不归这里管',
        answers: {},
      }),
    },
    officerLed: {
      on: 'screening',
      where: officerLed,
      with: (about) => ({
        ...theCase(about),
        decision: 'reject',
        category: null,
        track: null,
        reason: '不归这里管',
        answers: {},
      }),
    },
    aboutPolice: {
      on: 'screening',
      where: aboutPolice,
      with: (about) => ({
        ...theCase(about),
        decision: 'reject',
        category: null,
        track: null,
        reason: '不归这里管',
        answers: {},
      }),
    },
  },
  mergeDispute: {
    looked: {
      on: 'screening',
      with: (about) => ({
        ...theCase(about),
        other: null,
        otherNumber: null,
        decision: 'unsure',
        reason: '',
      }),
    },
  },
  assignDispute: {
    first: { on: 'accepted', with: (about) => ({ ...theCase(about), ...people(about), reason: null }) },
    handOver: { on: 'mediating', with: (about) => ({ ...theCase(about), ...people(about), reason: '休假' }) },
  },
  showCase: { asked: { on: 'mediating', with: ({ dispute }) => ({ dispute }) } },
  claimDispute: {
    inTime: { on: 'assigned', with: theCase },
    late: { on: 'assigned', where: sql`accept_by = ${START - 1}`, with: theCase },
    emergency: { on: 'emergency', with: theCase },
  },
  declineDispute: {
    handedBack: { on: 'assigned', with: (about) => ({ ...theCase(about), reason: '要回避' }) },
  },
  recordContact: {
    first: { on: 'claimed', with: (about) => ({ ...theCase(about), ...contact() }) },
    early: { on: 'screening', with: (about) => ({ ...theCase(about), ...contact() }) },
  },
  recordMediation: {
    again: {
      on: 'mediating',
      with: (about) => ({ ...theCase(about), ...session, result: 'again', reason: null, resumeOn: null }),
    },
    paused: {
      on: 'mediating',
      with: (about) => ({
        ...theCase(about),
        ...session,
        result: 'paused',
        reason: '外出',
        resumeOn: '2026-12-20',
      }),
    },
  },
  recordAgreement: { written: { on: 'mediating', with: (about) => ({ ...theCase(about), ...paper() }) } },
  recordConfirmation: {
    asked: { on: 'performing', with: (about) => ({ ...theCase(about), what: 'asked', day: null }) },
  },
  recordLimit: {
    longer: {
      on: 'mediating',
      with: (about) => ({ ...theCase(about), what: 'longer', code: null, day: null }),
    },
  },
  recordDuty: {
    done: {
      on: 'performing',
      with: (about) => ({
        ...theCase(about),
        duty: about.duty,
        what: 'done',
        amount: null,
        proof: 'seen',
        evidence: null,
        newDue: null,
        reason: null,
      }),
    },
  },
  confirmSupplement: {
    agreed: {
      on: 'performing',
      // Both sides were asked whether the first duty may be done a month later.
      async token({ scene, house, about }) {
        const id = randomUUID()
        await rows(
          scene.database.orm,
          sql`insert into supplements (station_id, id, dispute_id, duty_id, at, by, new_due_at, state)
            values (${scene.here.name}, ${id}, ${about.dispute}, ${about.duty}, ${START}, ${house.name}, ${START + 60 * DAY}, 'asked')`,
        )
        return id
      },
      with: ({ token }) => ({ supplement: token, agree: 'yes' }),
    },
  },
  recordRevisit: {
    chat: {
      on: 'performing',
      with: ({ halves }) => ({
        revisit: halves.B,
        side: 'B',
        mode: 'chat',
        outcome: 'answered',
        answers,
        danger: [],
      }),
    },
    call: {
      on: 'performing',
      with: ({ halves }) => ({
        revisit: halves.B,
        side: 'B',
        mode: 'call',
        outcome: 'answered',
        answers,
        danger: [],
      }),
    },
  },
  recordContactPlan: {
    said: {
      on: 'performing',
      token: atRisk,
      with: ({ dispute }) => ({ dispute, rev: null, side: 'B', plan: contactPlan }),
    },
  },
  notePhrase: {
    said: {
      on: 'performing',
      token: atRisk,
      with: ({ dispute, halves }) => ({
        dispute,
        revisit: halves.B,
        side: 'B',
        what: 'said',
        text: '什么服务',
        again: false,
        danger: { codes: [], hard: false },
      }),
    },
  },
  putOffRevisit: {
    later: { on: 'performing', with: ({ halves }) => ({ revisit: halves.B, side: 'B', wish: 'later' }) },
  },
  recordThirdParty: {
    heard: {
      on: 'performing',
      with: ({ dispute }) => ({ dispute, revisit: null, tense: 'yes', words: '两家还是不说话' }),
    },
  },
  markFlag: {
    wrong: {
      on: 'performing',
      async token({ scene, about }) {
        const signals = JSON.stringify([{ code: 'SR2', points: 20, by: ['B'] }])
        const [round] = await rows(
          scene.database.orm,
          sql`update rounds set state = 'done', surface = 20, signals = ${signals}::jsonb
            where dispute_id = ${about.dispute} and no = 1 returning id`,
        )
        return String(round?.id)
      },
      with: (about) => ({ ...theCase(about), round: about.token, right: false, note: '已经和好了' }),
    },
  },
  referDispute: {
    first: { on: 'screening', with: (about) => ({ ...theCase(about), ...refer }) },
    mediated: { on: 'mediating', with: (about) => ({ ...theCase(about), ...refer }) },
  },
  recordReceipt: {
    returned: {
      on: 'claimed',
      where: sql`state = 'REFERRED'`,
      async token({ scene, house, about }) {
        const id = randomUUID()
        await rows(
          scene.database.orm,
          sql`insert into referrals (station_id, id, dispute_id, at, by, to_unit, details, due_at)
            values (${scene.here.name}, ${id}, ${about.dispute}, ${START - DAY}, ${house.name}, '县法院', '', ${START + DAY})`,
        )
        return id
      },
      with: (about) => ({
        ...theCase(about),
        what: 'returned',
        who: null,
        day: null,
        words: '说不归他们管',
        told: null,
        next: null,
      }),
    },
  },
  planJoint: {
    planned: {
      on: 'mediating',
      with: (about) => ({
        ...theCase(about),
        police: [about.leader],
        cadres: [],
        people: about.helpers,
        why: '干部外出',
        guests: [],
        host: about.leader,
        day: '2026-12-01',
        time: '10:00',
        place: '村委会',
        language: 'zh',
        interpreter: null,
      }),
    },
  },
  changeJoint: {
    off: {
      on: 'mediating',
      token: sitting(START + DAY),
      with: (about) => ({
        ...theCase(about),
        meeting: about.token,
        change: 'cancel',
        day: null,
        time: null,
        place: null,
        reason: '有人住院',
      }),
    },
  },
  answerInvitation: {
    asked: {
      on: 'mediating',
      token: invited(({ actor, standing, scene }) => ({
        person: standing === 'own' ? actor.person : scene.here.theirs.mediator.person,
        side: null,
      })),
      with: ({ token }) => ({ invitation: token, asked: null, answer: 'cannot', words: null }),
    },
    side: {
      on: 'mediating',
      token: invited(() => ({ person: null, side: 'B' })),
      with: ({ token }) => ({ invitation: token, asked: null, answer: 'coming', words: null }),
    },
  },
  recordJoint: {
    absent: {
      on: 'mediating',
      token: sitting(START - DAY),
      with: (about) => ({
        ...theCase(about),
        meeting: about.token,
        came: [],
        sides: [],
        result: 'absent',
        summary: null,
        reason: null,
        remediesTold: null,
        photos: null,
      }),
    },
  },
  endEmergency: {
    calm: { on: 'emergency', with: (about) => ({ ...theCase(about), done: '到场劝开了', injured: 'none' }) },
  },
  changePlan: {
    looked: { on: 'performing', reads: true, with: (about) => ({ ...theCase(about), ...asPlanned }) },
    added: {
      on: 'performing',
      with: (about) => ({
        ...theCase(about),
        ...asPlanned,
        change: 'add',
        day: '2027-12-15',
        mode: 'visit',
        reason: '不放心',
      }),
    },
    waived: {
      on: 'performing',
      with: (about) => ({
        ...theCase(about),
        ...asPlanned,
        change: 'waive',
        round: about.round,
        reason: '双方都满意',
      }),
    },
  },
  closeDispute: {
    notAgreed: {
      on: 'terminated',
      where: sql`level = 'BLUE'`,
      with: (about) => ({ ...theCase(about), reason: '告知了途径', waiveRounds: null }),
    },
  },
  recordPrevention: {
    said: {
      on: 'claimed',
      with: (about) => ({ ...theCase(about), kind: 'fight', people: 4, reason: '双方约了人，当场劝开' }),
    },
  },
  decidePrevention: {
    approved: {
      on: 'claimed',
      token: notedPrevention,
      with: ({ token, dispute }) => ({ dispute, prevention: token, approve: true }),
    },
  },
  noteCriminal: { today: { on: 'claimed', with: (about) => ({ ...theCase(about), day: '2026-11-25' }) } },
  adjustLevel: {
    raise: { on: 'claimed', with: (about) => ({ ...theCase(about), direction: 'raise', reason: '不放心' }) },
    lowerOrange: {
      on: 'claimed',
      where: sql`level = 'ORANGE', level_at = ${START - 90 * DAY}`,
      with: (about) => ({ ...theCase(about), direction: 'lower', reason: '平静了' }),
    },
    lowerRed: {
      on: 'claimed',
      where: sql`level = 'RED', level_at = ${START - 90 * DAY}`,
      with: (about) => ({ ...theCase(about), direction: 'lower', reason: '平静了' }),
    },
  },
  beginAssessment: {
    called: { on: 'emergency', with: () => ({ assessment: null, attendees: [] }) },
  },
  assessCase: {
    kept: {
      on: 'claimed',
      token: (trying) => assessed(trying, { state: 'open', owner: null }),
      with: ({ token, rev, officer }) => ({
        entry: token,
        rev,
        what: 'keep',
        reason: null,
        decision: '上门一趟',
        owner: officer,
        due: '2026-12-20',
        ease: null,
      }),
    },
  },
  carryOutDecision: {
    done: {
      on: 'claimed',
      token: (trying) =>
        assessed(trying, { state: 'decided', owner: trying.standing === 'own' ? trying.actor.person : null }),
      with: ({ token }) => ({ entry: token, words: '办好了' }),
    },
  },
  voiceUnease: { said: { on: 'claimed', with: (about) => ({ ...theCase(about), reason: '不放心' }) } },
  settleUnease: {
    said: {
      on: 'claimed',
      where: sql`uneasy_at = ${START}`,
      with: (about) => ({ ...theCase(about), reason: '放心了' }),
    },
  },
  writeWorkPlan: {
    written: {
      on: 'claimed',
      where: sql`uneasy_at = ${START}`,
      token: owedPlan,
      with: ({ token, dispute }) => ({
        plan: token,
        dispute,
        what: '每天上门一次',
        who: '责任民警',
        until: '2026-12-20',
      }),
    },
  },
  moveDispute: {
    goesOn: { on: 'suspended', with: (about) => ({ ...theCase(about), ...moving, to: 'MEDIATING' }) },
    watched: { on: 'terminated', with: (about) => ({ ...theCase(about), ...moving, to: 'REVISITING' }) },
    danger: { on: 'claimed', with: (about) => ({ ...theCase(about), ...moving, to: 'EMERGENCY' }) },
  },
}
