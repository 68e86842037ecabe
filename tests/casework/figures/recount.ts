// The figures counted a second time, the plain way: loops over the rows of the year, with nothing borrowed from how the tables do it.
import type { PatrolFact, RequestFact } from '../../../flows/casework/figures/facts.ts'
import type { Raw } from './raw.ts'

export type Recount = { [id: string]: number | [number, number] }
type Span = { from: number; to: number }

const DAY = 24 * 60 * 60 * 1000
const FIFTEEN = ['MF', 'NB', 'HS', 'CT', 'PB', 'TD', 'LF', 'EX', 'EN', 'LB', 'CS', 'MD', 'TA', 'PY', 'OT']
const OF_NINETEEN: { [top: string]: number } = {
  MF: 17,
  NB: 17,
  LB: 7,
  HS: 17,
  CT: 6,
  PB: 6,
  TD: 17,
  LF: 5,
  EX: 3,
  EN: 9,
  CS: 6,
  MD: 18,
  TA: 17,
  PY: 4,
  SC: 12,
  RL: 1,
  VA: 15,
  AD: 11,
  OT: 19,
}
const OF_NINETEEN_BY_SUB: { [sub: string]: number } = {
  'LF-CL': 16,
  'VA-CA': 14,
  'VA-AS': 16,
  'AD-LW': 10,
  'AD-PO': 14,
}
const DEFAULT_PM = ['MF', 'NB', 'HS', 'CT', 'PB', 'TD', 'PY', 'OT']
const ORDER = ['BLUE', 'YELLOW', 'ORANGE', 'RED']

export function recount(
  { raws, requests, patrols }: { raws: Raw[]; requests: RequestFact[]; patrols: PatrolFact[] },
  villages: string[],
  { from, to }: Span,
): Recount {
  const out: { [id: string]: number } = {}
  const add = (id: string, n = 1): void => {
    out[id] = (out[id] ?? 0) + n
  }
  const inside = (at: number | null | undefined): boolean => typeof at === 'number' && at >= from && at <= to
  for (const raw of raws) {
    let state = 'DRAFT'
    let registered: number | null = null
    let accepted: number | null = null
    let ended = false
    let dealt = false
    let failed = false
    let lastClosed: number | null = null
    let back = false
    let backSoon = false
    let closedNow = false
    const agreedAt: number[] = []
    let firstAgreement: number | null = null
    for (const { at, from: was, to: is } of raw.steps) {
      if (at > to) break
      state = is
      if (registered === null && was === 'DRAFT' && is !== 'REJECTED') registered = at
      if (accepted === null && is === 'ACCEPTED') accepted = at
      const none = is === 'FAILED' || (was === 'MEDIATING' && is === 'TERMINATED')
      if (inside(at)) {
        if (is === 'AGREED') {
          agreedAt.push(at)
          firstAgreement ??= at
        }
        if (none) failed = true
        if (is === 'AGREED' || none || (was === 'REFERRED' && is === 'CLOSED' && !ended)) dealt = true
        if (is === 'CLOSED') closedNow = true
        if (was === 'CLOSED' && lastClosed !== null) {
          back = true
          if (at - lastClosed <= 90 * DAY) backSoon = true
        }
      }
      if (is === 'AGREED' || none) ended = true
      if (is === 'CLOSED') lastClosed = at
    }
    const top = raw.category.slice(0, 2)
    const real = top !== 'ND' && !raw.prank && state !== 'MERGED' && state !== 'REJECTED'
    const found = real && inside(registered)
    const settled = real && agreedAt.length > 0
    const dealtWith = real && dealt
    const track = raw.track ?? (DEFAULT_PM.includes(top) ? 'PM' : 'other')
    const committee = track === 'PM' || track === 'JOINT'

    // Table A
    if (committee && real && inside(accepted)) {
      add('A1')
      add(`A${4 + (FIFTEEN.includes(top) ? FIFTEEN.indexOf(top) : 14)}`)
      if (raw.source === 'patrol') add('A19')
      else if (['chat', 'desk', 'phone', 'door'].includes(raw.source)) add('A20')
      else add('A21')
    }
    if (committee && settled) add('A2')
    if (committee && real && failed && !settled) add('A29')
    for (const one of raw.agreements) {
      const replaced = one.replacedAt !== null && one.replacedAt <= to
      const own = raw.duties.filter(({ agreement }) => agreement === one.id)
      if (inside(one.at) && !replaced && committee) {
        for (const { amountFen } of own) if (amountFen !== null) add('A22', amountFen)
        add(one.form === 'written' ? 'A23' : 'A24')
      }
      if (inside(one.confirmedAt) && committee) add('A28')
      if (replaced) continue
      let last: number | null = null
      let allDone = true
      for (const duty of own) {
        if (duty.waivedAt !== null && duty.waivedAt <= to) continue
        const day = duty.dueAt ?? duty.doneAt
        if (day === null) continue
        const isDone = duty.doneAt !== null && duty.doneAt <= to
        if (!isDone) allDone = false
        if (last === null || day > last) last = day
        if (inside(day)) {
          add('C18/')
          if (isDone) add('C18')
          else add('C20')
        }
      }
      if (last === null || !inside(last)) continue
      add('C19/')
      if (committee) add('A25')
      if (allDone) {
        add('C19')
        if (committee) add('A26')
      }
    }
    for (const { kind, people, approvedAt } of raw.preventions) {
      if (!inside(approvedAt)) continue
      const at = 30 + 2 * ['crime', 'petition', 'suicide', 'fight'].indexOf(kind)
      add(`A${at}`)
      add(`A${at + 1}`, people)
    }

    // Table B
    const row = OF_NINETEEN_BY_SUB[raw.category] ?? OF_NINETEEN[top] ?? 0
    const people = raw.headcount ?? 0
    const levels = raw.gradings.filter(({ at }) => at <= to).map(({ level }) => level)
    const grave = levels.includes('RED') || people >= 100
    if (found) {
      add('B1')
      add(`B${4 + 2 * row}`)
      add(people < 50 ? 'B44' : people < 100 ? 'B45' : people < 500 ? 'B46' : 'B47')
      if (grave) add('B48')
    }
    if (dealtWith) {
      add('B2')
      add(`B${5 + 2 * row}`)
      if (grave) add('B49')
    }
    if (settled) {
      add('B4')
      if (grave) add('B50')
    }

    // Table C
    if (found) {
      add('C2')
      if (raw.source === 'patrol') add('C3')
      const first = raw.contacts[0] ?? raw.contactedAt
      if (first !== null && first <= to) add('C4')
      add(`C${29 + 3 - ORDER.indexOf(levels.at(-1) ?? raw.level)}`)
      const at = raw.crossVillage || raw.village === null ? -1 : villages.indexOf(raw.village)
      add(`C${35 + (at < 0 ? villages.length : at)}`)
    }
    if (real && inside(raw.contactBy)) {
      add('C5/')
      if (raw.contactedAt !== null && raw.contactBy !== null && raw.contactedAt <= raw.contactBy) add('C5')
    }
    if (settled) {
      add('C6')
      const all = [...raw.sessions.flatMap(({ by, helpers }) => [by, ...helpers]), ...raw.came]
      if (raw.difficulty === 'simple' && all.includes('mediator')) add('C7')
      if (all.includes('township') || all.includes('cadre')) add('C8')
      if (firstAgreement !== null && registered !== null)
        add('C11', Math.floor((firstAgreement - registered) / DAY))
    }
    for (const { kind, events } of raw.duties)
      for (const { at, what, amountFen, proof } of events)
        if (inside(at) && (what === 'done' || what === 'part') && amountFen !== null && proof !== null)
          if (kind === 'return' || (kind === 'pay' && proof !== 'seen')) add('C9', amountFen)
    for (const { heldAt } of raw.joints) if (inside(heldAt)) add('C10')
    if (real && raw.targetAt !== null && inside(raw.targetAt)) {
      let open = true
      for (const step of raw.steps) {
        if (step.at > raw.targetAt) break
        if (step.to === 'REOPENED') open = true
        if (['AGREED', 'FAILED', 'TERMINATED', 'REFERRED', 'CLOSED'].includes(step.to)) open = false
      }
      if (open) add('C12')
    }
    for (const { at, result, resultAt } of raw.referrals) {
      if (inside(at)) add('C16')
      if (result === 'finished' && inside(resultAt)) add('C17')
    }
    for (const { at, endedAt, state: how, score } of raw.halves) {
      const answered = how === 'answered' && endedAt !== null
      if (answered && score !== null && inside(endedAt)) {
        add('C24', score)
        add('C24/')
      }
      if (how === 'waived' || !inside(endedAt !== null && endedAt < at ? endedAt : at)) continue
      add('C21')
      if (answered && endedAt <= to) add('C22')
    }
    if (real) {
      if (back) add('C25')
      if (backSoon) add('C26')
      if (closedNow) add('C26/')
      const tellings = raw.reports.filter(({ prank }) => !prank).map(({ at }) => at)
      const first = Math.min(...tellings)
      for (const at of tellings) if (at > first && inside(at)) add('C27')
      for (let i = 1; i < raw.gradings.length; i++) {
        const before = raw.gradings[i - 1]
        const now = raw.gradings[i]
        if (!before || !now || !inside(now.at)) continue
        const change = ORDER.indexOf(now.level) - ORDER.indexOf(before.level)
        // A case counts as often as its level moved.
        if (change > 0) add('C33')
        if (change < 0) add('C34')
      }
    }
    if (inside(raw.criminalAt) && raw.criminalAt !== null && registeredEver(raw) !== null)
      if (raw.criminalAt - (registeredEver(raw) ?? 0) <= 365 * DAY) add('C28')
  }
  for (const { openedAt } of patrols)
    if (inside(openedAt)) {
      add('B52')
      add('C1')
    }
  for (const { at, state, answeredAt } of requests) {
    if (inside(at)) add('C13')
    if (inside(answeredAt)) add('C14')
    if (state === 'solved' && inside(answeredAt)) add('C15')
  }

  const n = (id: string): number => out[id] ?? 0
  const whole: Recount = {}
  const rows = { A: 37, B: 52, C: 35 + villages.length }
  for (const [table, count] of Object.entries(rows))
    for (let row = 1; row <= count; row++) whole[`${table}${row}`] = n(`${table}${row}`)
  return {
    ...whole,
    A3: [n('A2'), n('A1')],
    A27: [n('A26'), n('A25')],
    B3: [n('B2'), n('B1')],
    B5: [n('B4'), n('B2')],
    B51: [n('B50'), n('B49')],
    C4: [n('C4'), n('C2')],
    C5: [n('C5'), n('C5/')],
    C11: [n('C11'), n('C6')],
    C18: [n('C18'), n('C18/')],
    C19: [n('C19'), n('C19/')],
    C23: [n('C22'), n('C21')],
    C24: [n('C24'), n('C24/')],
    C26: [n('C26'), n('C26/')],
  }
}

const registeredEver = ({ steps }: Raw): number | null => {
  const first = steps[0]
  return first && first.to !== 'REJECTED' ? first.at : null
}
