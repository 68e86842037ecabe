import { wallClock, wallDay } from '../../case.ts'
import { levelInfo } from '../../casework/level.ts'
import { stateName } from '../../casework/life-cycle.ts'
import type { State } from '../../casework/tables/life-cycle.ts'
import { OUTCOMES, VERDICTS } from '../../casework/tables/outcome.ts'
import type { Instant } from '../../core/event.ts'
import { platform } from '../channel-name.ts'
import { typedTwin } from '../does.ts'
import type { CaseFacts, GroupAlert } from '../notice.ts'
import { isTriaged } from '../triaged.ts'
import type { NoticeWords } from '../words.ts'

const SIDES = { A: 'party A', B: 'party B' }
const MODES = { call: 'by phone', visit: 'in person' }
const WANTS = {
  human: ['Wants an officer', 'would like to talk to an officer. Please contact them.'],
  stop: ['No more messages', 'wants no more messages. Please follow up in person.'],
  erasure: ['Asks for erasure', 'asks for their data to be deleted. Please check and act.'],
  call: ['Please phone', 'asks an officer to phone.'],
} as const

const ALERTS: { readonly [A in GroupAlert]: string } = {
  newCase: 'New case',
  notAccepted: 'Not accepted',
  emergency: 'EMERGENCY',
  raised: 'Raised',
  contactLate: 'First contact late',
  dutyOverdue: 'Duty overdue',
}
const channelName = (channel: string): string => (channel === 'web' ? 'the web page' : platform(channel))

const at = (instant: Instant, { offset }: { offset: number }) => wallClock(instant, offset, 'en')
const day = (instant: Instant, { offset }: { offset: number }) => wallDay(instant, offset, 'en')
const level = (facts: CaseFacts) => levelInfo(facts.level).en
const what = ({ category, village }: CaseFacts) => [category.en, village].filter(Boolean).join(' | ')
const line = (facts: CaseFacts) => `${facts.number} | ${level(facts)} | ${what(facts)}`
const because = (reasons: { en: string }[]) => reasons.map(({ en }) => en).join('; ')
const why = (reasons: { en: string }[]) =>
  reasons.length > 0 ? [{ label: 'Because', value: because(reasons) }] : []

export const en: NoticeWords = {
  newCase: (notice) => ({
    text: `[${isTriaged(notice) ? 'To assign' : 'New'} · ${level(notice.facts)}] ${notice.facts.number} | ${what(notice.facts)}\nFirst contact by ${at(notice.contactBy, notice)}. Please ${isTriaged(notice) ? 'assign' : 'triage and assign'}.`,
    rows: [
      ...why(notice.reasons),
      ...(notice.suggested ? [{ label: 'Proposed officer', value: notice.suggested }] : []),
    ],
  }),
  assigned: (notice) =>
    `[Assigned · ${level(notice.facts)}] ${notice.facts.number} | ${what(notice.facts)}\nFirst contact by ${at(notice.due, notice)}. Accept it, or hand it back with a reason.`,
  next: (notice) => ({
    text: `[Next] ${line(notice.facts)}\nNow: ${stateName(notice.state as State).en}${notice.due === null ? '' : `, by ${at(notice.due, notice)}`}.`,
  }),
  notAccepted: ({ facts, hours, leader }) =>
    `[Reminder] ${facts.number} not accepted for ${hours} hours${leader ? `; copied to ${leader}` : ''}.\n${level(facts)} | ${what(facts)}`,
  raised: ({ facts, from, reasons }) => ({
    text: `[Raised] ${facts.number} from ${levelInfo(from).en} to ${level(facts)}. Contact them at once.\n${what(facts)}`,
    rows: why(reasons),
  }),
  emergency: ({ facts, reasons }) => ({
    text: `[EMERGENCY] ${facts.number} | ${what(facts)}\nAct at once; record when the danger is over.`,
    rows: why(reasons),
  }),
  contactLate: (notice) =>
    `[First contact late] ${line(notice.facts)}\nDue by ${at(notice.due, notice)}. Contact them now and record it.`,
  wants: ({ what: wish, facts }) => {
    const [title, words] = WANTS[wish]
    return facts
      ? `[${title}] ${line(facts)}\nA party or the reporter ${words}`
      : `[${title}]\nA resident ${words}`
  },
  revisitDue: ({ facts, sides, mode, why: reason }) => ({
    text: `[Revisit due] ${facts.number} today: ${sides.map((side) => SIDES[side]).join(', ')}. Proposed: ${MODES[mode]}.\n${level(facts)} | ${what(facts)}. Ask each side alone.`,
    rows: reason ? [{ label: 'Because', value: reason.en }] : [],
  }),
  outcome: ({ facts, code, verdict, surface, reasons }) => ({
    text: `[Revisit result] ${facts.number}: ${VERDICTS.find((one) => one.code === verdict)?.en ?? verdict}\n${level(facts)} | ${what(facts)}`,
    rows: [
      { label: 'Outcome', value: `${code} ${OUTCOMES.find((one) => one.code === code)?.en ?? ''}`.trim() },
      { label: 'Surface score', value: String(surface) },
      ...why(reasons),
    ],
  }),
  dutyOverdue: (notice) =>
    `[Overdue] ${notice.facts.number}, item ${notice.duty} was due on ${day(notice.due, notice)}; no proof seen.\nUrge and record. ${level(notice.facts)} | ${what(notice.facts)}`,
  mayClose: ({ facts }) =>
    `[May be closed] ${line(facts)}\nThe revisits are made and nothing is left open. The responsible leader closes it.`,
  undelivered: ({ facts, why: reason }) => ({
    text: `[Not delivered] ${facts ? line(facts) : 'a message'}\nA message did not arrive. Please reach them another way, safely.`,
    rows: [{ label: 'Because', value: reason }],
  }),
  voice: ({ facts }) =>
    `[Voice to hear] ${line(facts)}\nA voice message needs a listener; ask a Tibetan speaker if need be.`,
  added: ({ facts, files }) =>
    `[Added] ${line(facts)}\nThe reporter added something${files > 0 ? `, with ${files} files` : ''}. Please sign in to read it.`,
  alike: ({ facts, other }) =>
    `[Maybe the same] ${facts.number} and ${other} are alike: village, kind, parties.\nPlease confirm by hand. ${level(facts)} | ${what(facts)}`,
  digest: ({ levels: { RED, ORANGE, YELLOW, BLUE }, overdue, breached, unvisited }) =>
    `[Review] This week ${RED + ORANGE + YELLOW + BLUE} open: red ${RED}, orange ${ORANGE}, yellow ${YELLOW}, blue ${BLUE};\nlate ${overdue}; in breach ${breached}; revisits missed ${unvisited}.`,
  noProgress: ({ facts, days }) =>
    `[No progress] ${facts.number}: nothing recorded for ${days} days. Add a record today.\n${level(facts)} | ${what(facts)}`,
  bound: ({ name, channel }) =>
    name === null
      ? `[Account bound] Your account was just bound on ${channelName(channel)}.\nIf that was not you, tell the chief at once.`
      : `[Account bound] The account of ${name} was just bound on ${channelName(channel)}.\nIf it was somebody else, revoke it at once.`,
  groupAlert: (notice) => ({
    text: `[${ALERTS[notice.about]} · ${level(notice.facts)}] ${notice.facts.number} | ${what(notice.facts)}${notice.due === null ? '' : `\nDue by ${at(notice.due, notice)}`}`,
    rows: [
      {
        label: 'To act, send this to the bot in private',
        value: typedTwin(notice.does, notice.facts.number, 'en'),
      },
    ],
  }),

  linked: ({ channel }) =>
    `Your chat on ${channelName(channel)} is joined to this one; you can ask about your matters in both. If that was not you, reply "officer" at once.`,
  taken: (notice) =>
    `What you told us (number ${notice.number}) has been taken up${notice.officer ? ` by ${notice.officer}` : ''}.${notice.contactBy === null ? '' : ` You will be contacted by ${at(notice.contactBy, notice)}.`} In an emergency call 110.`,
  emergencyTold: () => 'I have alerted the duty officer.',
  refusedCase: ({ number, reason }) =>
    `Number ${number}: the station cannot take this. Reason: ${reason}. Write any time if something changes; in an emergency call 110.`,
  referred: ({ number, unit, phone }) =>
    `This is handled by ${unit}${phone ? `, phone ${phone}` : ''}. I have noted it and will pass it on. Number ${number}.`,
  agreed: (notice) => {
    const list = (mine: boolean) =>
      notice.duties
        .filter((duty) => duty.mine === mine)
        .map(({ what: thing, due }) => `· ${thing}${due === null ? '' : ` (by ${day(due, notice)})`}`)
    const [own, theirs] = [list(true), list(false)]
    return [
      `Agreed, number ${notice.number}.`,
      ...(own.length > 0 ? ['What you do:', ...own] : []),
      ...(theirs.length > 0 ? ['What the other side does:', ...theirs] : []),
      'If there is difficulty, tell us early.',
    ].join('\n')
  },
  dutySoon: (notice) =>
    `Reminder: ${day(notice.due, notice)} is the day agreed for “${notice.what}”. If there is difficulty, tell us early.`,
  dutyLate: (notice) =>
    `What was agreed for ${day(notice.due, notice)} is not done. Please contact the officer today, ${notice.phone}.`,
  confirmable: (notice) =>
    `Within 30 days both sides may go to court together for judicial confirmation, free of charge. After that, if one side does not perform, the court can enforce. Possible until ${day(notice.until, notice)}; reply 'human' for help. Number ${notice.number}.`,
  notAgreed: ({ remedies }) =>
    `It was not settled; no one blames you. You may still: ${remedies.join(', ')}. Please, no one use force; come to us first.`,
  closed: ({ number }) =>
    `Number ${number} is finished, thank you. Contact us any time; in an emergency call 110.`,
  willCall: () => 'No need to reply; an officer will phone you in a few days.',
}
