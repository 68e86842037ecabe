// A model of one case in the books, without a database: the production life cycle, limits and kinds of waiting, and beside them
// what the handlers schedule. A habit that is broken leaves out one thing the books do.
import { addDays, DAY, HOUR, MINUTE } from '../../../flows/casework/calendar.ts'
import type { GuardFacts } from '../../../flows/casework/guard-facts.ts'
import type { DisputeMatter, Waiting } from '../../../flows/casework/invariant/matter.ts'
import { deadlines } from '../../../flows/casework/level.ts'
import { isOpen, nextStates, step, towardsEmergency, transition } from '../../../flows/casework/life-cycle.ts'
import { isRefused } from '../../../flows/casework/refusal.ts'
import type { Role } from '../../../flows/casework/roles.ts'
import { LEVEL_CODES, type Level } from '../../../flows/casework/tables/level.ts'
import type { State } from '../../../flows/casework/tables/life-cycle.ts'
import { type Kind, WAITS, waits } from '../../../flows/casework/waiting.ts'

/** What the books always do, each of which a test leaves out once. */
export const HABITS = [
  'look again every so often',
  'wait for the receipt and the day of a referral',
  'wait for the day to go on',
  'wait for the day of each duty',
  'wait for the hour of each part of a round',
  'tell why it is not accepted',
  'tell that it is closed',
  'tell that it is merged',
  'tell that a lead has lapsed',
  'tell in the morning what was not told at night',
  'call for an emergency again and again',
  'call for somebody after the first contact',
  'call on when the ladder is at its end',
  'call for a case that was handed over under way',
  'call for an ended case that is opened again',
  'take up what a case waited for that was merged by mistake',
  'put somebody in the place of a leader who leaves',
  'call for the case of an officer who leaves',
] as const
export type Habit = (typeof HABITS)[number]

const CODES = Object.keys(WAITS) as Kind[]
const FOLLOWED: readonly State[] = ['AGREED', 'PERFORMING', 'BREACHED', 'REVISITING']
const UNDER_WAY: readonly State[] = [
  'CLAIMED',
  'MEDIATING',
  'SUSPENDED',
  'FAILED',
  'TERMINATED',
  'REFERRED',
  ...FOLLOWED,
]
const EVERYBODY: readonly Role[] = [
  'chief',
  'leader',
  'duty',
  'officer',
  'mediator',
  'bot',
  'system',
  'external',
]
const PEOPLE = ['p1', 'p2', 'p3', 'p4', 'p5'] as const

type Half = { at: number; open: boolean }

/** Numbers that decide what happens next, one after the other. */
export type Dice = { pick(n: number): number }

export class ModelCase {
  state: State = 'DRAFT'
  level: Level = 'BLUE'
  readonly due = new Map<string, Waiting>()
  private officer: string | null = null
  private leader: string | null = null
  /** The assignment in force; null where there is none. */
  private assigned: { officer: string; accepted: boolean } | null = null
  private acceptFrom = 0
  private acceptBy = 0
  private contacted = false
  private taker: string | null = null
  private before: State | null = null
  private referral: { finished: boolean; told: boolean; dueAt: number } | null = null
  private targetAt = 0
  private duties = new Map<number, { at: number; overdue: boolean }>()
  private halves = new Map<number, Half>()
  private told = false
  private made = 0
  private staff: string[] = [...PEOPLE]
  private readonly dice: Dice
  private readonly broken: Habit | null
  now: number

  constructor(now: number, dice: Dice, broken: Habit | null) {
    this.now = now
    this.dice = dice
    this.broken = broken
    this.level = LEVEL_CODES[dice.pick(4)]!
    this.awaitReview()
    this.wait('lead', now + 15 * MINUTE)
    this.wait('lapse', addDays(now, 30))
    this.wait('contact', this.limits().firstContact)
  }

  matter(): DisputeMatter {
    const { state, officer, assigned, leader, told, referral } = this
    const here = (one: string | null) => one !== null && this.staff.includes(one)
    return {
      kind: 'dispute',
      id: 'case',
      number: 'RD-2026-0001',
      state,
      owned:
        state === 'EMERGENCY'
          ? here(this.taker)
          : here(officer) && assigned?.officer === officer && assigned.accepted,
      led: here(leader),
      waits: [...this.due.values()],
      reporter: true,
      told,
      referral,
      duties: [...this.duties.values()].filter(({ overdue }) => !overdue).length,
      rounds: this.halves.size,
    }
  }

  /** Something that people do, or that happens to the case; nothing where the life cycle does not allow it. */
  happens() {
    const roll = this.dice.pick(10)
    if (roll < 6) this.moves()
    else if (roll < 9) this.works()
    else this.staffChanges()
  }

  // What comes due

  /** The first row that is due until then; the clock stands at its time. */
  next(until: number): [key: string, row: Waiting] | null {
    let first: [string, Waiting] | null = null
    for (const entry of this.due)
      if (entry[1].at <= until && (first === null || entry[1].at < first[1].at)) first = entry
    return first
  }

  comesDue(key: string, { kind, at }: Waiting) {
    this.now = Math.max(this.now, at)
    this.due.delete(key)
    if (!(kind in WAITS) || !waits(kind as Kind, this.state)) return
    this.acts(kind as Kind, key)
  }

  private acts(kind: Kind, key: string) {
    const about = Number(key.split(':')[1])
    switch (kind) {
      case 'lapse':
        return this.lapses()
      case 'emergency':
        return this.alarm()
      case 'contact':
        if (!this.contacted) this.wait('contact', this.now + DAY)
        return
      case 'accept':
        return this.notAccepted(about)
      case 'owner':
        return this.callForOwner(this.now + DAY)
      case 'target':
        return this.awaitTarget()
      case 'resume':
        this.advance('MEDIATING', ['system'])
        return this.awaitTarget()
      case 'receipt':
        return this.wait('receipt', this.now + DAY)
      case 'referral':
        return this.wait('referral', this.now + DAY)
      case 'review':
        return this.awaitReview()
      case 'night':
        if (this.state === 'PERFORMING' && this.overdue() > 0) this.advance('BREACHED', ['system'])
        return this.wait('night', this.now + DAY)
      case 'breach':
        return this.breaks(about)
      case 'revisit':
        return this.asks(about)
      case 'unanswered':
        return this.wait(`unanswered:${about}`, this.now + DAY)
      case 'tell':
        this.told = true
        return
      default:
        return
    }
  }

  private lapses() {
    const idle = { draftIdleDays: this.dice.pick(4) === 0 ? 3 : 30, summaryKept: true }
    if (this.advance('REJECTED', ['system'], idle)) return this.tellEnd('tell that a lead has lapsed')
    this.awaitOwner()
    this.wait('lapse', addDays(this.now, 30))
  }

  private notAccepted(rung: number) {
    if (rung < 3) return this.awaitAccept(rung + 1)
    if (this.keeps('call on when the ladder is at its end')) this.callForOwner(this.now + DAY)
  }

  private breaks(no: number) {
    const duty = this.duties.get(no)
    if (!duty) return
    duty.overdue = true
    if (this.state === 'PERFORMING' || this.state === 'REVISITING')
      this.advance('BREACHED', ['bot', 'system'])
  }

  private asks(no: number) {
    const half = this.halves.get(no)
    if (!half) return
    if (!FOLLOWED.includes(this.state)) return this.wait(`revisit:${no}`, this.now + DAY)
    half.open = true
    this.wait(`unanswered:${no}`, this.now + DAY)
  }

  // What people do

  private moves() {
    const to = nextStates(this.state)
    if (to.length === 0) return
    const from = this.state
    const aim = to[this.dice.pick(to.length)]!
    if (aim === 'EMERGENCY') return this.emergency()
    if (aim === 'REOPENED') return this.reopen()
    const facts = this.factsFor(from, aim)
    // What the books do by themselves is done by nobody's hand.
    if (transition(from, aim)?.by.every((role: Role) => role === 'system')) return
    this.prepare(aim)
    if (!this.advance(aim, EVERYBODY, facts)) return
    this.after(from, aim)
  }

  private factsFor(from: State, to: State): GuardFacts {
    return {
      narrative: true,
      village: true,
      channel: true,
      disposition: true,
      reason: 'x',
      reporterTold: true,
      sameDispute: true,
      consent: this.dice.pick(5) === 0 ? 'none' : 'both',
      townContact: true,
      rightsTold: true,
      contactRecorded: true,
      withinLimit: true,
      resumeAt: this.now + DAY,
      differences: true,
      refusedBySome: to === 'TERMINATED',
      remediesTold: this.dice.pick(4) > 0,
      referral: { toUnit: 'x', toPerson: 'x', phone: '', dueAt: this.now + DAY, told: true },
      receipt: true,
      returnReason: 'x',
      supplement: this.dice.pick(2) === 0,
      askedSeparately: true,
      openRounds: to === 'CLOSED' ? this.halves.size : 0,
      ...(this.dice.pick(3) === 0 ? { acceptedReason: 'x' } : {}),
      surfaceScore: this.dice.pick(4) === 0 ? 70 : 0,
      extraRevisitPlanned: true,
      agreement: {
        form: 'written',
        partiesSigned: true,
        mediatorSigned: true,
        sealed: true,
        contentRecorded: true,
      },
      previousLevel: from === 'REOPENED' ? null : this.level,
    }
  }

  /** Whom the step names. */
  private prepare(to: State) {
    if (to === 'ASSIGNED') this.name()
    // Whoever refers a case that nobody has answers for it.
    if (to === 'REFERRED') this.answersFor()
  }

  private name() {
    const officer = this.someone()
    this.officer = officer
    this.leader = this.someoneElse(officer)
  }

  private after(from: State, to: State) {
    // What an emergency interrupted is taken up again, or it begins anew.
    if (to === 'ACCEPTED' || to === 'PERFORMING' || to === 'REVISITING') this.before = null
    switch (to) {
      case 'REPORTED':
        this.advance('SCREENING', ['system'])
        return this.backToTriage()
      case 'SCREENING':
        if (from === 'EMERGENCY') return this.calm()
        if (from === 'MERGED') this.takeUp()
        return this.backToTriage()
      case 'REJECTED':
        return this.tellEnd('tell why it is not accepted')
      case 'MERGED':
        return this.tellEnd('tell that it is merged')
      case 'CLOSED':
        if (this.referral) this.referral.finished = true
        this.supersede()
        this.assigned = null
        return this.tellEnd('tell that it is closed')
      case 'ACCEPTED':
        this.targetAt = this.limits().target
        return this.awaitTarget()
      case 'ASSIGNED':
        return this.assign()
      case 'CLAIMED':
        if (this.assigned) this.assigned.accepted = true
        return
      case 'MEDIATING':
        if (!this.contacted) this.contact()
        return this.awaitTarget()
      case 'SUSPENDED':
        if (this.keeps('wait for the day to go on'))
          this.wait('resume', this.now + (1 + this.dice.pick(40)) * DAY)
        return
      case 'AGREED':
        return this.agree()
      case 'REFERRED':
        return this.refer(from)
      case 'REVISITING':
        if (this.referral && from === 'REFERRED') this.referral.finished = true
        if (['TERMINATED', 'REFERRED', 'SCREENING'].includes(from)) this.plan()
        return
      case 'PERFORMING':
        if (from === 'BREACHED') for (const no of this.duties.keys()) this.owe(no)
        if (from === 'SCREENING' && this.overdue() > 0) this.advance('BREACHED', ['system'])
        return
      default:
        return
    }
  }

  private assign() {
    this.assigned = { officer: this.officer!, accepted: false }
    this.acceptFrom = this.now
    this.acceptBy = this.limits().accept
    this.awaitAccept(0)
  }

  private agree() {
    this.duties.clear()
    const n = this.dice.pick(4)
    for (let i = 0; i < n; i++) this.owe(this.made++)
    if (n > 0) this.advance('PERFORMING', ['system'])
    else this.advance('REVISITING', EVERYBODY)
    this.plan()
  }

  private owe(no: number) {
    const at = this.now + (1 + this.dice.pick(60)) * DAY
    this.duties.set(no, { at, overdue: false })
    if (this.keeps('wait for the day of each duty')) this.wait(`breach:${no}`, at)
  }

  private plan() {
    this.supersede()
    for (let i = this.dice.pick(4) * 2; i > 0; i--) {
      const no = this.made++
      const at = this.now + (1 + this.dice.pick(30)) * DAY + i * HOUR
      this.halves.set(no, { at, open: false })
      if (this.keeps('wait for the hour of each part of a round')) this.wait(`revisit:${no}`, at)
    }
  }

  private refer(from: State) {
    const dueAt = this.now + (1 + this.dice.pick(30)) * DAY
    this.referral = { finished: false, told: true, dueAt }
    if (from === 'REVISITING') this.supersede()
    if (!this.keeps('wait for the receipt and the day of a referral')) return
    if (from !== 'REVISITING') this.wait('receipt', this.now + 3 * DAY)
    this.wait('referral', dueAt)
  }

  private reopen() {
    const facts = { outcome: 'R-RECUR', samePartiesAndKind: true, surfaceScore: 70 }
    if (!this.advance('REOPENED', EVERYBODY, facts)) return
    this.supersede()
    const previous = this.level
    this.level = LEVEL_CODES[Math.max(0, LEVEL_CODES.indexOf(previous) - 1)]!
    this.advance('SCREENING', ['system'], { previousLevel: previous })
    this.contacted = false
    this.before = null
    this.wait('contact', this.limits().firstContact)
    this.awaitReview()
  }

  private emergency() {
    const steps = towardsEmergency(this.state)
    if (!steps || steps.length === 0) return
    const before = this.state
    this.level = 'RED'
    for (const to of steps)
      this.advance(to, ['bot', 'system', 'officer'], {
        told110: true,
        outcome: 'R-NEWRISK',
        samePartiesAndKind: true,
      })
    if (this.state !== 'EMERGENCY') return
    this.before = before
    this.taker = null
    this.alarm()
  }

  private alarm() {
    if (this.taker !== null && this.staff.includes(this.taker)) return
    if (this.keeps('call for an emergency again and again')) this.wait('emergency', this.now + 2 * MINUTE)
  }

  private calm() {
    this.contacted = true
    this.forget('contact')
    this.answersFor()
    this.awaitOwner()
  }

  /** Whoever takes a case that nobody has answers for it; those who answer for it already keep it. */
  private answersFor() {
    const officer = this.officer ?? this.someoneElse(this.leader ?? '')
    const leader = this.leader ?? this.someoneElse(officer)
    if (officer === this.officer && leader === this.leader) return
    this.officer = officer
    this.leader = leader
    this.assigned = { officer, accepted: true }
  }

  private takeUp() {
    if (!this.keeps('take up what a case waited for that was merged by mistake')) return
    for (const [no, duty] of this.duties) {
      duty.overdue ||= duty.at < this.now
      if (!duty.overdue) this.wait(`breach:${no}`, duty.at)
    }
    for (const [no, { at, open }] of this.halves) this.wait(open ? `unanswered:${no}` : `revisit:${no}`, at)
  }

  private backToTriage() {
    if (!this.contacted) this.wait('contact', this.limits().firstContact)
    this.awaitReview()
  }

  private works() {
    const { state } = this
    if (!isOpen(state)) return
    switch (this.dice.pick(8)) {
      case 0:
        if (!this.contacted) this.contact()
        return
      case 1:
        if (state === 'EMERGENCY' && this.taker === null) {
          this.taker = this.someone()
          this.answersFor()
          this.forget('emergency')
        }
        return
      case 2:
        this.performs()
        return
      case 3:
        this.answers()
        return
      case 4:
        // Handed back; the officer answers for it until a leader has named somebody else.
        if ((state === 'ASSIGNED' || state === 'CLAIMED') && this.assigned) {
          this.assigned = null
          this.awaitOwner()
        }
        return
      case 5:
        if (UNDER_WAY.includes(state) && state !== 'REFERRED') this.handOver()
        return
      case 6:
        if (state === 'REFERRED' && this.referral) this.forget('receipt')
        return
      default:
        this.raise()
    }
  }

  private contact() {
    this.contacted = true
    this.forget('contact')
    if (this.keeps('call for somebody after the first contact')) this.awaitOwner()
  }

  private performs() {
    const [no] = [...this.duties.keys()]
    if (no === undefined) return
    this.duties.delete(no)
    this.forget(`breach:${no}`)
    if (this.duties.size === 0) this.advance('REVISITING', EVERYBODY)
  }

  private answers() {
    const open = [...this.halves].find(([, half]) => half.open)
    if (!open) return
    this.halves.delete(open[0])
    this.forget(`unanswered:${open[0]}`)
  }

  private handOver() {
    this.name()
    this.assigned = { officer: this.officer!, accepted: false }
    if (this.keeps('call for a case that was handed over under way')) this.awaitOwner()
  }

  private raise() {
    const i = LEVEL_CODES.indexOf(this.level)
    if (i === 0) return
    this.level = LEVEL_CODES[i - 1]!
    if (!this.contacted && this.state !== 'EMERGENCY') this.wait('contact', this.limits().firstContact)
    if (this.state === 'ASSIGNED') {
      this.acceptBy = Math.min(this.acceptBy, this.limits().accept)
      this.acceptFrom = this.now
      this.awaitAccept(0)
    }
    this.awaitReview()
  }

  /** Somebody leaves the station, and somebody new comes. */
  private staffChanges() {
    const gone = this.staff.shift()!
    this.staff.push(`p${PEOPLE.length + ++this.made}`)
    if (!isOpen(this.state)) return
    if (this.leader === gone && this.keeps('put somebody in the place of a leader who leaves'))
      this.leader = this.someoneElse(this.officer ?? '')
    if (
      (this.officer === gone || this.taker === gone) &&
      this.keeps('call for the case of an officer who leaves')
    ) {
      if (this.state === 'EMERGENCY') this.alarm()
      this.awaitOwner()
    }
  }

  // What the books do beneath

  private advance(to: State, actor: readonly Role[], facts: GuardFacts = {}): boolean {
    const from = this.state
    const { leader, officer, level } = this
    const open = [...this.duties.values()]
    const known: GuardFacts = {
      category: 'NB-WL',
      codes: from === 'DRAFT' || to === 'EMERGENCY' ? ['A02'] : [],
      level,
      leader,
      officer,
      openDuties: open.length,
      overdueDuties: this.overdue(),
      ...(open.length === 0 ? { performance: 'proof' as const } : {}),
      ...(this.before ? { interrupted: this.before } : {}),
    }
    if (to === 'REJECTED') known.codes = []
    if (isRefused(step(from, to, { actor, facts: { ...known, ...facts } }))) return false
    this.state = to
    for (const [key, { kind }] of this.due)
      if (CODES.includes(kind as Kind) && !waits(kind as Kind, to)) this.due.delete(key)
    if (!isOpen(from) && isOpen(to)) {
      this.told = false
      // Who has left meanwhile answers for it no more.
      if (this.officer !== null && !this.staff.includes(this.officer)) this.officer = null
      if (this.leader !== null && !this.staff.includes(this.leader)) this.leader = null
      if (this.keeps('call for an ended case that is opened again')) {
        this.awaitReview()
        this.wait('owner', this.limits().accept)
      }
    }
    return true
  }

  /** By night nobody is told: then it waits for the morning. */
  private tellEnd(habit: Habit) {
    if (!this.keeps(habit)) return
    const night = this.dice.pick(3) === 0
    if (!night) this.told = true
    else if (this.keeps('tell in the morning what was not told at night'))
      this.wait('tell', this.now + 8 * HOUR)
  }

  private awaitOwner() {
    this.callForOwner(this.limits().accept)
  }

  private callForOwner(at: number) {
    const { owned, led } = this.matter()
    if (!owned || !led) this.wait('owner', at)
  }

  private awaitReview() {
    this.wait('night', this.now + DAY)
    if (this.keeps('look again every so often')) this.wait('review', this.limits().review)
  }

  private awaitAccept(rung: number) {
    const factor = [1, 1.5, 2, 3][rung] ?? 3
    this.wait(`accept:${rung}`, this.acceptFrom + Math.max(0, this.acceptBy - this.acceptFrom) * factor)
    for (let other = 0; other < 4; other++) if (other !== rung) this.forget(`accept:${other}`)
  }

  private awaitTarget() {
    const at = [5, 1, 0].map((left) => this.targetAt - left * DAY).find((one) => one > this.now)
    if (at !== undefined) this.wait('target', at)
  }

  private supersede() {
    for (const no of this.halves.keys()) {
      this.forget(`revisit:${no}`)
      this.forget(`unanswered:${no}`)
    }
    this.halves.clear()
  }

  private overdue(): number {
    let n = 0
    for (const { overdue } of this.duties.values()) if (overdue) n++
    return n
  }

  private limits() {
    return deadlines(this.level, this.now)
  }

  private someone(): string {
    return this.staff[this.dice.pick(this.staff.length)]!
  }

  private someoneElse(than: string): string {
    const others = this.staff.filter((one) => one !== than)
    return others[this.dice.pick(others.length)]!
  }

  private keeps(habit: Habit): boolean {
    return this.broken !== habit
  }

  private wait(key: string, at: number) {
    this.due.set(key, { kind: key.split(':')[0]!, at: Math.max(at, this.now) })
  }

  private forget(key: string) {
    this.due.delete(key)
  }
}
