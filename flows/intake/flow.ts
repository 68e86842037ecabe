import { DAY, HOUR, MINUTE } from '../casework/calendar.ts'
import { countIn, goesOn, moneyIn, phoneIn, villageIn } from '../casework/understand/index.ts'
import { whenIn } from '../casework/understand/when.ts'
import type { Refused } from '../core/command.ts'
import type { Answers } from '../core/conversation.ts'
import type { CallHuman, RaiseEmergency } from '../core/desk-commands.ts'
import { flow } from '../core/flow.ts'
import { choose } from '../core/questions/choose.ts'
import { files } from '../core/questions/files.ts'
import { money } from '../core/questions/money.ts'
import { oneOf } from '../core/questions/one-of.ts'
import { place } from '../core/questions/place.ts'
import { story } from '../core/questions/story.ts'
import { text } from '../core/questions/text.ts'
import type { FileRequest } from '../difficulty/commands.ts'
import type { AddToReport, Behalf, FileDispute, Filed, IntakeGiven, UpdateReport } from './commands.ts'
import { isAmong, isStory, isViolent, kindOf, needOf } from './kind.ts'
import { crowd } from './questions/crowd.ts'
import { moment } from './questions/moment.ts'
import { reach } from './questions/reach.ts'
import { role } from './questions/role.ts'
import {
  answeredDanger,
  codes,
  gentle,
  isHard,
  isNeed,
  isNew,
  isReport,
  isUrgent,
  kind,
  readsAsNeed,
  reportOf,
  riskKey,
  type Told,
} from './told.ts'
import { volunteered } from './volunteered.ts'

/** Quarrels on paper: where nothing else was said, nobody has to be asked whether they are safe. */
const ON_PAPER = ['LB', 'CT', 'CS', 'PY', 'EX', 'EN', 'VA', 'AD', 'HS', 'MD', 'PB'] as const
const ABOUT_MONEY = ['LB', 'CT', 'CS', 'PB', 'TD', 'EX', 'MD', 'TA', 'PY', 'MF-BP', 'HS-RT', 'HS-BU'] as const
const OF_MANY = ['LF', 'LB', 'EX', 'EN', 'VA', 'RL'] as const
const WITH_PAPERS = ['LB', 'CT', 'CS', 'PB', 'TD', 'EX', 'HS', 'NB-WL', 'MF-BP', 'TA'] as const

const calm = (told: Told) => !isUrgent(told)
/** Not where people need care more than a form. */
const plain = (told: Told) => calm(told) && !gentle(told)
const among = (told: Told, list: Parameters<typeof isAmong>[1]) => isAmong(kind(told).category, list)
/** Hands may have been raised: not where only papers are at issue and nothing of the sort was said. */
const bodily = (told: Told) => calm(told) && (!among(told, ON_PAPER) || isViolent(codes(told)))
const withMoney = (told: Told) => plain(told) && among(told, ABOUT_MONEY)
const pictured = ({ narrative }: Told) =>
  narrative?.files.some(({ type }) => !type.startsWith('audio/')) ?? false

/** Asked first, unless the words show danger already or plainly none. */
function maySafetyMatter(told: Told, all: Answers): boolean {
  if (isHard(told)) return false
  const { narrative, sort } = all
  if (isStory(narrative) && sort !== 'quarrel' && needOf(narrative) !== null) return false
  if (!isStory(narrative) || narrative.text === '' || isViolent(told.signals.codes)) return true
  const { category, unsure } = kindOf(narrative, told.given.villages)
  return unsure.length > 0 || !isAmong(category, ON_PAPER)
}

/** Whether this is a new matter is known, or does not matter any more. */
const isSettled = (told: Told, quiet: boolean) =>
  told.given.matters.length === 0 || told.matter !== undefined || quiet || isUrgent(told)

const disputeOf = ({ results, matter }: Told): string | null =>
  results.filed?.dispute ?? results.raised?.dispute ?? (matter && matter !== 'new' ? matter : null)

/** 受理: what happened, as far as people want to tell it; filed as soon as there is enough to act on (domain 2.2-2.4). */
export const intake = flow<IntakeGiven>('intake', {
  version: 2,
  idle: { nudge: 10 * MINUTE, expire: DAY, resume: 6 * HOUR },
  most: 8,
  reserve: ['injury', 'weapon', 'reach'],
  aside: 'narrative',
  volunteered,
  prefilled: ({ village, villages, behalf }: IntakeGiven): Answers => ({
    ...(villages.some(({ id }) => id === village) ? { place: { village: village!, text: null } } : {}),
    ...(behalf ? tellerOf(behalf) : {}),
  }),
  quietly: (told: Told) => (disputeOf(told) !== null && told.narrative !== undefined) || isNeed(told),
})
  .offer('safety', oneOf(['safe', 'unsafe', 'other']), maySafetyMatter)
  .ask('narrative', story({ max: 6000 }))
  .offerIf(
    ({ given }) => given.matters.length > 0,
    'matter',
    ({ given }) =>
      choose(
        given.matters.map(({ dispute, number }) => ({ id: dispute, label: number })),
        ['new'],
      ),
    calm,
  )
  // A difficulty that is no quarrel has a promise of its own, and less to be asked.
  .offerIf(readsAsNeed, 'sort', oneOf(['need', 'quarrel']))
  .askIf(isNew, 'place', ({ given }) =>
    place(
      given.villages.map(({ id, label }) => ({ id, label })),
      (said) => villageIn(said, given.villages),
    ),
  )
  .offerIf(isReport, 'moment', moment({ goesOn, whenIn }), calm)
  .offerIf(isReport, 'role', role(), calm)
  .offerIf(isReport, 'counterpart', text({ max: 60 }), plain)
  .offerIf(isReport, 'injury', oneOf(['none', 'minor', 'serious']), bodily)
  .offerIf(isReport, 'weapon', oneOf(['no', 'yes', 'unsure']), bodily)
  .offerIf(isReport, 'headcount', crowd(countIn), (told) => plain(told) && among(told, OF_MANY))
  .offerIf(
    isReport,
    'amount',
    money((said) => {
      const sum = moneyIn(said)
      return sum && { yuan: sum.fen / 100, approx: sum.approx }
    }),
    withMoney,
  )
  .offerIf(isReport, 'history', oneOf(['first', 'village', 'police', 'court']), plain)
  .offerIf(isReport, 'wish', text({ max: 500 }), plain)
  .offerIf(
    isReport,
    'evidence',
    files({ max: 9 }),
    (told) => plain(told) && among(told, WITH_PAPERS) && !pictured(told),
  )
  .offerIf(isNew, 'reach', reach(phoneIn), calm)
  .offerIf(isReport, 'vulnerable', oneOf(['no', 'yes']), bodily)
  .offerIf(isNew, 'name', text({ max: 30 }), calm)
  .offerIf(isReport, 'willing', oneOf(['yes', 'no', 'thinking']), plain)
  .milestone('raised', {
    key: (told) =>
      answeredDanger(told)
        .filter((code) => !told.signals.codes.includes(code))
        .join(' ') || null,
    do: (told): RaiseEmergency => ({
      do: 'raiseEmergency',
      with: {
        conversation: told.conversation,
        flow: 'intake',
        dispute: disputeOf(told),
        codes: answeredDanger(told),
        text: told.narrative?.text ?? '',
        answers: answersOf(told),
      },
    }),
  })
  .milestone('filed', {
    key(told, quiet) {
      if (told.keys.filed !== undefined) return told.keys.filed
      if (!told.narrative || !isReport(told) || !isSettled(told, quiet)) return null
      // Which of the two it is comes first, as long as somebody is there to say it.
      if (readsAsNeed(told) && told.sort === undefined && !quiet) return null
      // Whoever needs care is not kept waiting for the name of a village.
      return told.place || quiet || isUrgent(told) || gentle(told) ? riskKey(told) : null
    },
    do: (told, quiet): FileDispute => ({
      do: 'fileDispute',
      with: { conversation: told.conversation, report: reportOf(told), quiet },
    }),
  })
  .milestone('updated', {
    key(told) {
      if (!told.results.filed || !isReport(told)) return null
      const now = riskKey(told)
      return now === (told.keys.updated ?? told.keys.filed) ? (told.keys.updated ?? null) : now
    },
    do: (told): UpdateReport => ({
      do: 'updateReport',
      with: { dispute: told.results.filed.dispute, report: reportOf(told), complete: false },
    }),
  })
  // Words that may mean despair are for a person to hear (domain 3.3).
  .milestone('human', {
    key: (told) => (disputeOf(told) !== null && kind(told).unsure.length > 0 ? 'unsure' : null),
    do: (told): CallHuman => ({ do: 'callHuman', with: { dispute: disputeOf(told) } }),
  })
  .remark('voice', ({ narrative }) => narrative?.files.some(({ type }) => type.startsWith('audio/')) ?? false)
  .remark('violence', (told) => isAmong(kind(told).category, ['MF-DV']) || codes(told).includes('A11'))
  .remark('child', ({ role: who }) => who === 'CHILD')
  .remark('minor', (told) => told.role !== 'CHILD' && isChildCase(told))
  .remark('duty', (told) => isChildCase(told) && mustReport(told) && Boolean(told.results.filed))
  .remark('wages', (told) => isAmong(kind(told).category, ['LB-WG']))
  .remark('land', (told) => isAmong(kind(told).category, ['LF-GR', 'LF-CC', 'LF-BD', 'LF-FO']))
  .remark(
    'thanks',
    ({ given, role: who }) =>
      !given.behalf && (who === 'WITNESS' || who === 'GRID' || who === 'CADRE' || who === 'ANON'),
  )
  .review()
  .done<Filed | { dispute: string; number: string } | NonNullable<FileRequest['result']> | Refused>(
    (told): UpdateReport | FileDispute | AddToReport | FileRequest => {
      const { narrative, results, matter, conversation } = told
      if (matter && !isNew(told))
        return { do: 'addToReport', with: { dispute: matter, story: narrative, danger: codes(told) } }
      if (isNeed(told)) return requestOf(told)
      const report = reportOf(told)
      return results.filed
        ? { do: 'updateReport', with: { dispute: results.filed.dispute, report, complete: true } }
        : { do: 'fileDispute', with: { conversation, report, quiet: false } }
    },
  )

/** The same words under a promise of their own. */
const requestOf = ({ conversation, narrative, place: where, reach: how, name }: Told): FileRequest => ({
  do: 'fileRequest',
  with: {
    conversation,
    story: narrative ?? { text: '', files: [] },
    kind: narrative ? needOf(narrative) : null,
    place: where ?? null,
    phone: how?.phone ?? null,
    how: how?.how ?? null,
    name: name ?? null,
  },
})

/** What the colleague knows of whoever told it is not asked again. */
const tellerOf = ({ name, phone, part }: Behalf): Answers => ({
  ...(name === null ? {} : { name }),
  ...(phone === null ? {} : { reach: { phone, how: null } }),
  ...(part === null ? {} : { role: part }),
})

const isChildCase = (told: Told) => isAmong(kind(told).category, ['SC']) || codes(told).includes('B04')
const mustReport = ({ role: who }: Told) => who === 'GRID' || who === 'CADRE' || who === 'TEACHER'

/** The answers as they stand, for a case that has to be made from them. */
function answersOf(told: Told): Answers {
  const report = Object.entries(reportOf(told)).filter(([, value]) => value !== null)
  return Object.fromEntries(report) as Answers
}
