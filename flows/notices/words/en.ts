import { wallClock, wallDay } from '../../case.ts'
import { levelInfo } from '../../casework/level.ts'
import { stateName } from '../../casework/life-cycle.ts'
import { moneyText } from '../../casework/money.ts'
import type { State } from '../../casework/tables/life-cycle.ts'
import { OUTCOMES, VERDICTS } from '../../casework/tables/outcome.ts'
import { remedyName } from '../../casework/tables/remedy.ts'
import { unitSaid } from '../../casework/units.ts'
import type { Instant } from '../../core/event.ts'
import { platform } from '../channel-name.ts'
import { typedTwin } from '../does.ts'
import type { CaseFacts, GroupAlert, PhraseNews, Todo } from '../notice.ts'
import { isTriaged } from '../triaged.ts'
import type { NoticeWords } from '../words.ts'
import * as assessment from './assessment.ts'
import { en as figures } from './figures.ts'
import { en as law } from './law.ts'
import { en as matters } from './matters.ts'
import { en as patrol } from './patrol.ts'
import { en as request } from './request.ts'
import { en as together } from './together.ts'
import { byPhone, whyUnsent } from './unsent.ts'
import { en as warning } from './warning.ts'

const SIDES = { A: 'party A', B: 'party B' }
const MODES = { call: 'by phone', visit: 'in person' }
const WANTS = {
  human: ['Wants an officer', 'would like to talk to an officer. Please contact them.'],
  stop: ['No more messages', 'wants no more messages. Please follow up in person.'],
  erasure: ['Asks for erasure', 'asks for their data to be deleted. Please check and act.'],
  call: ['Please phone', 'asks an officer to phone.'],
} as const

const PHRASES: { readonly [P in PhraseNews]: readonly [title: string, what: string] } = {
  wrong: ['Wrong phrase', 'Somebody answered, not with the phrase; it may not be the person.'],
  again: ['Tried again', 'Somebody wrote again in the same chat, not with the phrase.'],
  late: [
    'Phrase right, but late',
    'A later answer was the phrase; the chat stayed closed. Perhaps a slip: arrange anew.',
  ],
  duress: [
    'URGENT: call for help',
    'The person used the words for help and may be watched or forced. The chat shows nothing.',
  ],
  danger: [
    'URGENT: danger',
    'Words of danger without the phrase; who wrote them is not known. The chat shows nothing.',
  ],
  silent: [
    'No answer for a day',
    'Nobody answered the arranged line. Nothing more is sent; find another way.',
  ],
  left: ['Broken off', 'The phrase was right, and then nothing followed.'],
  unsaid: ['Not sent', 'By the contact plan the chat cannot be used now; find another way.'],
}

const ALERTS: { readonly [A in GroupAlert]: string } = {
  newCase: 'New case',
  notAccepted: 'Not accepted',
  emergency: 'EMERGENCY',
  raised: 'Raised',
  contactLate: 'First contact late',
  dutyOverdue: 'Duty overdue',
}
const ASKED = {
  village: 'How have the two been lately? Have you heard anything?',
  closed: 'Nobody else is asked about this one. Please see for yourself when you meet them.',
  nobody: 'There is nobody in the village to ask. Please ask neighbours or cadres yourself.',
  silent: 'Whoever was asked has not answered in two days. Please ask yourself.',
} as const
const channelName = (channel: string): string => (channel === 'web' ? 'the web page' : platform(channel))

const at = (instant: Instant, { offset }: { offset: number }) => wallClock(instant, offset, 'en')
const day = (instant: Instant, { offset }: { offset: number }) => wallDay(instant, offset, 'en')
const level = (facts: CaseFacts) => levelInfo(facts.level).en
const what = ({ category, village }: CaseFacts) => [category.en, village].filter(Boolean).join(' | ')
const line = (facts: CaseFacts) => `${facts.number} | ${level(facts)} | ${what(facts)}`
const because = (reasons: { en: string }[]) => reasons.map(({ en }) => en).join('; ')
const why = (reasons: { en: string }[]) =>
  reasons.length > 0 ? [{ label: 'Because', value: because(reasons) }] : []

const SUPPLEMENT = {
  agreed: ['Change agreed', 'both sides agreed; it is changed'],
  refused: ['Change not agreed', 'not both agreed; what was agreed before stands'],
  silent: ['No answer on the change', 'not both answered; what was agreed before stands'],
} as const
const ways = (remedies: readonly string[]) => remedies.map((code) => remedyName(code).en).join(', ')
const open = (remedies: readonly string[] = []) =>
  remedies.length > 0 ? [{ label: 'Open to them', value: ways(remedies) }] : []
const short = (left: number | undefined) => (left === undefined ? '' : `; ${moneyText(left, 'en')} remaining`)

const ASKS_FOR: { readonly [T in Todo]: string } = {
  extraRound: 'one more revisit is planned in 7 days',
  visitWithCadre: 'go there within 3 days with a cadre or elder',
  visitAlone: 'an officer goes there within 3 days',
  supplement: 'where there is a plan, write a change that both sides agree to; else remind',
  urge: 'urge today, and record it',
  refused: 'tell the side that is owed which ways are open to it',
  consent: 'another mediator asks whether it was free will; the leader arranges it',
  askAgain: 'try the side that was not reached again tomorrow by other means',
  askVillage: 'ask a cadre or grid worker how the two get on',
}
const doing = (todo: readonly Todo[] = []) =>
  todo.length > 0 ? [{ label: 'To do', value: todo.map((one) => ASKS_FOR[one]).join('; ') }] : []

export const en: NoticeWords = {
  ...assessment.en,
  ...figures,
  ...law,
  ...matters,
  ...request,
  ...patrol,
  ...together,
  ...warning,
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
  revisitDue: (notice) => {
    const { facts, sides, mode, why: reason, duties = [] } = notice
    const due = duties.map((one) => `no. ${one.no} (${day(one.due, notice)})`).join(', ')
    return {
      text: `[Revisit due] ${facts.number} today: ${sides.map((side) => SIDES[side]).join(', ')}. Proposed: ${MODES[mode]}.\n${level(facts)} | ${what(facts)}. Ask each side alone.`,
      rows: [
        ...(reason ? [{ label: 'Because', value: reason.en }] : []),
        ...(due ? [{ label: 'Due, to ask about', value: due }] : []),
      ],
    }
  },
  howAreThey: ({ facts, by }) => `[Third party] ${line(facts)}\n${ASKED[by]}`,
  revisitAnswered: ({ facts, side }) =>
    `[No call needed] ${facts.number}: ${SIDES[side]} has answered in chat after all; no call or visit this time.\n${level(facts)} | ${what(facts)}.`,
  outcome: ({ facts, code, verdict, surface, reasons, todo, remedies }) => ({
    text: `[Revisit result] ${facts.number}: ${VERDICTS.find((one) => one.code === verdict)?.en ?? verdict}\n${level(facts)} | ${what(facts)}`,
    rows: [
      { label: 'Outcome', value: `${code} ${OUTCOMES.find((one) => one.code === code)?.en ?? ''}`.trim() },
      { label: 'Surface score', value: String(surface) },
      ...why(reasons),
      ...doing(todo),
      ...open(remedies),
    ],
  }),
  dutyOverdue: (notice) => ({
    text: `[Overdue] ${notice.facts.number}, item ${notice.duty} was due on ${day(notice.due, notice)}; no proof seen.\nUrge and record. ${level(notice.facts)} | ${what(notice.facts)}`,
    rows: open(notice.remedies),
  }),
  supplement: ({ facts, duty, result }) => {
    const [title, words] = SUPPLEMENT[result]
    return `[${title}] ${facts.number}, item ${duty}: ${words}.\n${level(facts)} | ${what(facts)}`
  },
  consentReview: ({ facts, mediated, suggested, byOfficer }) => ({
    text: `[Free will] ${facts.number}: somebody says that it was not free, or not fair.\nSend another ${byOfficer ? 'officer' : 'mediator'} to ask each side alone. ${level(facts)} | ${what(facts)}`,
    rows: [
      { label: 'Who asks', value: suggested ?? 'somebody who took no part; the leader finds them' },
      ...(mediated.length > 0 ? [{ label: 'Mediated before (not again)', value: mediated.join(', ') }] : []),
      { label: 'Until then', value: 'no judicial confirmation; if it was not free, mediate again' },
    ],
  }),
  mayClose: ({ facts }) =>
    `[May be closed] ${line(facts)}\nThe revisits are made and nothing is left open. The responsible leader closes it.`,
  phrase: ({ facts, why: news }) =>
    `[${PHRASES[news][0]}] ${line(facts)}\n${PHRASES[news][1]} Go by the contact plan; do not call or write as usual.`,
  undelivered: ({ facts, why: reason }) => ({
    text: byPhone(reason)
      ? `[Please phone] ${facts ? line(facts) : 'a matter'}\nIt has moved on, and whoever is to know is not in chat. Please tell them by phone or in person, safely.`
      : `[Not delivered] ${facts ? line(facts) : 'a message'}\nA message did not arrive. Please reach them another way, safely.`,
    rows: [{ label: 'Because', value: whyUnsent(reason, 'en') }],
  }),
  voice: ({ facts }) =>
    `[Voice to hear] ${line(facts)}\nA voice message needs a listener; ask a Tibetan speaker if need be.`,
  added: ({ facts, files }) =>
    `[Added] ${line(facts)}\nThe reporter added something${files > 0 ? `, with ${files} files` : ''}. Please sign in to read it.`,
  alike: ({ facts, other, why = [] }) => ({
    text: `[Maybe the same] ${facts.number} and ${other} are alike: village, kind, parties.\nPlease confirm by hand. ${level(facts)} | ${what(facts)}`,
    rows: why.length === 0 ? [] : [{ label: 'Alike in', value: why.map(({ en }) => en).join(', ') }],
  }),
  mergedIn: ({ facts, other }) =>
    `[Merged] ${other} now belongs to ${line(facts)}\nThe same matter was told again; please work on both together. Send that number to read it.`,
  merged: ({ number }) =>
    `What you told us (number ${number}) is being worked on already, and the two go together: there is no need to report it again. The number still tells you how it stands. In an emergency call 110.`,
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
  referred: ({ number, unit, phone, due, offset }) =>
    `This is handled by ${unitSaid(unit).en}${phone ? `, phone ${phone}` : ''}. I have noted it and will pass it on. ${due === undefined ? '' : `You should hear something by ${wallDay(due, offset, 'en')}; if not, we ask them. `}Number ${number}.`,
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
      ...(notice.law ? [notice.law.en] : []),
    ].join('\n')
  },
  dutySoon: (notice) =>
    `Reminder: ${day(notice.due, notice)} is the day agreed for “${notice.what}”${short(notice.left)}. If there is difficulty, tell us early.`,
  dutyLate: (notice) =>
    `What was agreed for ${day(notice.due, notice)} is not ${notice.left === undefined ? 'done' : 'wholly done'}${short(notice.left)}. Please contact the officer today, ${notice.phone}.`,
  confirmable: (notice) =>
    `Within 30 days both sides may go to court together for judicial confirmation, free of charge. After that, if one side does not perform, the court can enforce. Possible until ${day(notice.until, notice)}; reply 'human' for help. Number ${notice.number}.`,
  notAgreed: ({ remedies }) =>
    `It was not settled; no one blames you. You may still: ${ways(remedies)}. Please, no one use force; come to us first.`,
  notKept: ({ number, remedies }) =>
    `What was agreed was not done in time, number ${number}. You may: ${ways(remedies)}; or let us go on urging. Please, no one use force; come to us first.`,
  closed: ({ number }) =>
    `Number ${number} is finished, thank you. Contact us any time; in an emergency call 110.`,
  willCall: () => 'No need to reply; an officer will phone you in a few days.',
  permission: ({ rounds }) =>
    `We would like to ask you ${rounds === 1 ? 'once' : `${rounds} times`} over the next months. Please tap Allow, or we cannot write to you. If you do not, an officer will phone or come by.`,
}
