// What each command of the table is given, and on which case: one that would let it succeed for somebody.
import { randomUUID } from 'node:crypto'
import { type SQL, sql } from 'drizzle-orm'
import { rows } from '../../db/database/database.ts'
import type { Commands } from '../../flows/commands.ts'
import type { Json } from '../../flows/core/event.ts'
import { report } from '../db/case.ts'
import { contact, paper } from '../db/commands/a-case.ts'
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

const joinCode = code(({ scene, about }) =>
  scene.here.does(scene.here.theirs.officer, (books) => books.joinCode(about.dispute, 'B', 30 * DAY)),
)
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
  screenDispute: {
    accept: {
      on: 'screening',
      with: (about) => ({ ...theCase(about), decision: 'accept', category: null, track: 'PM', reason: null }),
    },
    reject: {
      on: 'screening',
      with: (about) => ({
        ...theCase(about),
        decision: 'reject',
        category: null,
        track: null,
        reason: '不归这里管',
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
  moveDispute: {
    goesOn: { on: 'suspended', with: (about) => ({ ...theCase(about), ...moving, to: 'MEDIATING' }) },
    watched: { on: 'terminated', with: (about) => ({ ...theCase(about), ...moving, to: 'REVISITING' }) },
    danger: { on: 'claimed', with: (about) => ({ ...theCase(about), ...moving, to: 'EMERGENCY' }) },
  },
}
