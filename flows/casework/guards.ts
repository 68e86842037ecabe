// The rule behind each transition, as a check that says in one sentence what is missing (domain 4.3).
import type { GuardFacts } from './guard-facts.ts'
import { oneUp, rank } from './level.ts'
import { hasHardTrigger } from './risk.ts'
import type { Rulebook } from './rulebook.ts'
import type { Said } from './said.ts'
import type { Transition } from './tables/life-cycle.ts'

/** Null when nothing is in the way. */
export type Guard = (facts: GuardFacts, rulebook: Rulebook) => Said | null
type Pair<T> = T extends { from: infer F extends string; to: infer G extends string } ? `${F}>${G}` : never
export type TransitionKey = Pair<Transition>

const LAPSE_DAYS = 30
const PSM_SESSIONS = 2
const PSM_WORKING_DAYS = 7

const need = (met: boolean | undefined, zh: string, en: string): Said | null =>
  met === true ? null : { zh, en }
const written = (text: string | undefined): boolean => (text ?? '').trim() !== ''
const every =
  (...guards: Guard[]): Guard =>
  (facts, rulebook) => {
    for (const guard of guards) {
      const missing = guard(facts, rulebook)
      if (missing) return missing
    }
    return null
  }

const free: Guard = () => null

const danger: Guard = ({ codes = [], level }) =>
  need(
    hasHardTrigger(codes) || level === 'RED',
    '没有硬触发，也不是红级。',
    'There is no hard trigger and it is not RED.',
  )
const emergencyCall: Guard = every(danger, ({ told110 }) =>
  need(told110, '要先提示拨打110。', 'The person must be told to call 110 first.'),
)
const reasoned: Guard = ({ reason }) => need(written(reason), '要写明理由。', 'A written reason is needed.')
const disposed: Guard = ({ disposition }) =>
  need(disposition, '要写明处置结果。', 'What was done about the danger must be written down.')
const referred: Guard = ({ referral }) => {
  const complete =
    referral && written(referral.toUnit) && written(referral.toPerson) && referral.dueAt !== null
  if (!complete)
    return need(
      false,
      '移交要写接收单位、接收人和时限。',
      'A referral needs a unit, a person and a deadline.',
    )
  return need(referral.told, '要先告知反映人移交给了谁。', 'The reporter must be told where it goes.')
}
const remedies: Guard = ({ remediesTold }) =>
  need(
    remediesTold,
    '要先告知仲裁、行政、诉讼途径。',
    'The ways to arbitration, government and court must be explained first.',
  )
const bothWilling: Guard = ({ consent }) =>
  need(consent === 'both', '要双方都同意。', 'Both sides must agree.')
const proven: Guard = every(
  ({ openDuties }) => need(openDuties === 0, '还有没履行完的义务。', 'There are duties still open.'),
  ({ performance }) =>
    need(
      performance !== undefined,
      '要有凭证，或双方分别确认。',
      'It needs proof, or the separate word of both sides.',
    ),
)
const agreed: Guard = ({ agreement, level }) => {
  if (!agreement) return need(false, '还没有协议。', 'There is no agreement yet.')
  const { form, partiesSigned, mediatorSigned, sealed, contentRecorded } = agreement
  if (form === 'oral')
    return (
      need(contentRecorded, '口头协议要记下内容。', 'What was agreed by word must be recorded.') ??
      need(
        level !== 'RED' && level !== 'ORANGE',
        '红级、橙级要签书面协议。',
        'RED and ORANGE need a written agreement.',
      )
    )
  return (
    need(partiesSigned, '双方要签名或按手印。', 'Both sides must sign or fingerprint.') ??
    need(mediatorSigned, '调解员要签名。', 'The mediator must sign.') ??
    need(sealed || form === 'police', '要盖调委会印章。', "The committee's seal is missing.")
  )
}
const raised: Guard = ({ level, previousLevel }) =>
  need(
    level !== undefined && (!previousLevel || rank(level) >= rank(oneUp(previousLevel))),
    '重开后至少比原来高一级。',
    'A reopened case stands at least one level higher.',
  )
const troubled: Guard = ({ outcome, surfaceScore = 0 }, { surface }) =>
  need(
    outcome === 'R-RECUR' || outcome === 'R-NEWRISK' || surfaceScore >= surface.thresholds.reopen,
    '要有复发、新风险或高的假性和解分。',
    'It needs a recurrence, a new risk or a high surface score.',
  )
const psmAgain: Guard = ({ track, session = 1, workingDaysSinceFirst = 0 }) =>
  track === 'PSM'
    ? need(
        session <= PSM_SESSIONS && workingDaysSinceFirst <= PSM_WORKING_DAYS,
        '治安调解最多再调一次，要在7个工作日内。',
        'Police mediation allows one more session, within 7 working days.',
      )
    : null
const separately: Guard = ({ askedSeparately }) =>
  need(askedSeparately, '要分别问双方。', 'The two sides must be asked separately.')
const closable: Guard = every(
  ({ openRounds, acceptedReason }) =>
    need(
      openRounds === 0 || written(acceptedReason),
      '还有没做的回访。',
      'There are revisits still to be made.',
    ),
  separately,
  ({ openDuties }) => need(openDuties === 0, '还有没履行完的义务。', 'There are duties still open.'),
  ({ surfaceScore }, { surface }) =>
    need(
      surfaceScore !== undefined && surfaceScore < surface.thresholds.surface,
      '假性和解分太高，还不能结案。',
      'The surface score is too high to close.',
    ),
)

/** The compiler asks for a guard for every transition of the table. */
export const GUARDS: Record<TransitionKey, Guard> = {
  'DRAFT>REPORTED': ({ narrative, village, channel }) =>
    need(
      narrative && village && channel,
      '要有事由、村和联系渠道。',
      'It needs the story, the village and a way to answer.',
    ),
  'DRAFT>REJECTED': every(
    ({ draftIdleDays = 0 }) =>
      need(draftIdleDays >= LAPSE_DAYS, '草稿未满30天。', 'The draft is not 30 days old.'),
    ({ codes = [] }) =>
      need(!hasHardTrigger(codes), '有硬触发，不能作废。', 'With a hard trigger it cannot lapse.'),
    ({ summaryKept }) => need(summaryKept, '要留存摘要。', 'A summary must be kept.'),
  ),
  'DRAFT>EMERGENCY': emergencyCall,
  'REPORTED>EMERGENCY': emergencyCall,
  'EMERGENCY>SCREENING': disposed,
  'REPORTED>SCREENING': free,
  'SCREENING>MERGED': ({ sameDispute }) =>
    need(sameDispute, '要人工确认是同一纠纷。', 'A person must confirm that it is the same dispute.'),
  'SCREENING>REJECTED': every(reasoned, ({ reporterTold }) =>
    need(reporterTold, '要先告知反映人。', 'The reporter must be told first.'),
  ),
  'SCREENING>REFERRED': referred,
  'SCREENING>ACCEPTED': every(
    ({ elsewhere }) =>
      need(
        elsewhere !== true,
        '已在诉讼、仲裁或别处处理。',
        'It is before a court, in arbitration or dealt with elsewhere.',
      ),
    ({ refusedBySome }) => need(refusedBySome !== true, '有一方明确拒绝。', 'One side clearly refuses.'),
    ({ consent, ownMotion }) =>
      need(
        consent === 'one' || consent === 'both' || ownMotion,
        '要至少一方同意，或主动调解。',
        'One side must agree, or the committee acts on its own motion.',
      ),
  ),
  'ACCEPTED>ASSIGNED': ({ level, townContact }) =>
    need(
      (level !== 'RED' && level !== 'ORANGE') || townContact,
      '红级、橙级要有镇村联系人。',
      'RED and ORANGE need a contact in township or village.',
    ),
  'ASSIGNED>CLAIMED': free,
  'ASSIGNED>ASSIGNED': reasoned,
  'CLAIMED>MEDIATING': every(
    ({ rightsTold }) => need(rightsTold, '要先告知权利义务。', 'Rights and duties must be explained first.'),
    ({ contactRecorded }) => need(contactRecorded, '要记录首次联系。', 'The first contact must be recorded.'),
  ),
  'MEDIATING>MEDIATING': psmAgain,
  'MEDIATING>SUSPENDED': every(reasoned, ({ resumeAt = null }) =>
    need(resumeAt !== null, '要填恢复的日期。', 'The day of resuming must be given.'),
  ),
  'SUSPENDED>MEDIATING': free,
  'MEDIATING>AGREED': agreed,
  'MEDIATING>FAILED': ({ differences }) =>
    need(differences, '要填分歧点。', 'The points of difference must be written down.'),
  'MEDIATING>TERMINATED': ({ refusedBySome, mustNotMediate }) =>
    need(
      refusedBySome || mustNotMediate,
      '要有一方拒绝，或属不得调解。',
      'One side must refuse, or it must not be mediated.',
    ),
  'MEDIATING>EMERGENCY': danger,
  'MEDIATING>REFERRED': referred,
  'FAILED>TERMINATED': remedies,
  'FAILED>MEDIATING': every(bothWilling, ({ withinLimit }) =>
    need(withinLimit, '调解期限已过。', 'The time for mediation is over.'),
  ),
  'TERMINATED>REFERRED': referred,
  'TERMINATED>REVISITING': ({ level }) =>
    need(level !== undefined && level !== 'BLUE', '蓝级不用稳控回访。', 'BLUE needs no watching revisits.'),
  'TERMINATED>CLOSED': every(
    ({ level }) => need(level === 'BLUE', '只有蓝级可以这样结案。', 'Only BLUE may be closed like this.'),
    remedies,
  ),
  'AGREED>PERFORMING': ({ openDuties = 0 }) =>
    need(openDuties > 0, '没有未到期的义务。', 'There is no duty still to come.'),
  'AGREED>REVISITING': proven,
  'PERFORMING>BREACHED': ({ overdueDuties = 0 }) =>
    need(overdueDuties > 0, '没有逾期的义务。', 'No duty is overdue.'),
  'PERFORMING>REVISITING': proven,
  'BREACHED>PERFORMING': ({ supplement }) =>
    need(supplement, '要书面变更，双方确认。', 'It needs a written supplement that both sides confirm.'),
  'BREACHED>MEDIATING': bothWilling,
  'BREACHED>REFERRED': every(remedies, referred),
  'BREACHED>REVISITING': proven,
  'REVISITING>REVISITING': separately,
  'REVISITING>CLOSED': closable,
  'REVISITING>BREACHED': free,
  'REVISITING>REFERRED': every(referred, ({ receipt }) =>
    need(receipt, '要登记回执。', "The receiver's receipt must be registered."),
  ),
  'REVISITING>REOPENED': troubled,
  'REFERRED>SCREENING': ({ returnReason }) =>
    need(
      written(returnReason),
      '接收单位要写退回理由。',
      'The receiving unit must say why it sends it back.',
    ),
  'REFERRED>REVISITING': ({ level }) =>
    need(
      level === 'RED' || level === 'ORANGE',
      '只有红级、橙级由本所跟踪。',
      'Only RED and ORANGE are followed up here.',
    ),
  'REFERRED>CLOSED': every(
    ({ receipt }) => need(receipt, '要有接收回执。', "The receiver's receipt is missing."),
    ({ reporterTold }) => need(reporterTold, '要先告知反映人。', 'The reporter must be told first.'),
  ),
  'CLOSED>REOPENED': ({ samePartiesAndKind }) =>
    need(
      samePartiesAndKind,
      '要是同当事人、同类的事。',
      'It must be the same parties and the same kind of matter.',
    ),
  'REJECTED>REOPENED': free,
  'REOPENED>SCREENING': raised,
  'REOPENED>EMERGENCY': free,
  'SCREENING>EMERGENCY': emergencyCall,
  'ACCEPTED>EMERGENCY': emergencyCall,
  'ASSIGNED>EMERGENCY': emergencyCall,
  'CLAIMED>EMERGENCY': emergencyCall,
  'SUSPENDED>EMERGENCY': emergencyCall,
  'PERFORMING>EMERGENCY': emergencyCall,
  'BREACHED>EMERGENCY': emergencyCall,
  'TERMINATED>EMERGENCY': emergencyCall,
  'REFERRED>EMERGENCY': emergencyCall,
  'REVISITING>EMERGENCY': emergencyCall,
  'AGREED>EMERGENCY': emergencyCall,
  'FAILED>EMERGENCY': emergencyCall,
  'CLOSED>EMERGENCY': emergencyCall,
  'PERFORMING>PERFORMING': ({ changesDueDate }) =>
    need(
      changesDueDate !== true,
      '这里只记录，不能改到期日。',
      'This only records; the due date cannot change.',
    ),
  'PERFORMING>REOPENED': troubled,
  'BREACHED>REOPENED': troubled,
  'SCREENING>PERFORMING': every(
    ({ interrupted }) =>
      need(
        interrupted === 'PERFORMING' || interrupted === 'BREACHED' || interrupted === 'AGREED',
        '险情前不在履行中。',
        'It was not being performed before the emergency.',
      ),
    ({ openDuties = 0 }) => need(openDuties > 0, '没有未结的义务。', 'No duty is open.'),
  ),
  'SCREENING>REVISITING': every(
    ({ interrupted }) =>
      need(
        interrupted === 'REVISITING' || interrupted === 'TERMINATED' || interrupted === 'REFERRED',
        '险情前不在回访中。',
        'It was not being revisited before the emergency.',
      ),
    disposed,
    ({ extraRevisitPlanned }) =>
      need(extraRevisitPlanned, '要加一次回访。', 'An extra revisit must be planned.'),
  ),
  'MERGED>SCREENING': reasoned,
}
