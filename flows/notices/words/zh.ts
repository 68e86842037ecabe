import { wallClock, wallDay } from '../../case.ts'
import { levelInfo } from '../../casework/level.ts'
import { stateName } from '../../casework/life-cycle.ts'
import { moneyText } from '../../casework/money.ts'
import type { State } from '../../casework/tables/life-cycle.ts'
import { OUTCOMES, VERDICTS } from '../../casework/tables/outcome.ts'
import { remedyName } from '../../casework/tables/remedy.ts'
import type { Instant } from '../../core/event.ts'
import { platform } from '../channel-name.ts'
import { typedTwin } from '../does.ts'
import type { CaseFacts, GroupAlert, PhraseNews, Todo } from '../notice.ts'
import { isTriaged } from '../triaged.ts'
import type { NoticeWords } from '../words.ts'
import * as assessment from './assessment.ts'
import { zh as figures } from './figures.ts'
import { zh as law } from './law.ts'
import { zh as matters } from './matters.ts'
import { zh as patrol } from './patrol.ts'
import { zh as request } from './request.ts'
import { zh as together } from './together.ts'
import { byPhone, whyUnsent } from './unsent.ts'
import { zh as warning } from './warning.ts'

const SIDES = { A: '甲方', B: '乙方' }
const MODES = { call: '打电话', visit: '上门' }
const WANTS = {
  human: ['找民警', '想和民警说话，请联系。'],
  stop: ['不要再发', '不想再收到消息，请人工跟进。'],
  erasure: ['要求删除', '要求删除自己的信息，请核实后处理。'],
  call: ['请打电话', '请民警打电话。'],
} as const

const PHRASES: { readonly [P in PhraseNews]: readonly [title: string, what: string] } = {
  wrong: ['暗号不对', '有人回了消息，没有对上暗号，可能不是本人。'],
  again: ['又有人试', '同一个聊天里又有人回话，没有对上暗号。'],
  late: ['暗号对了，晚了', '后来回的暗号是对的，聊天没有再打开。可能是本人打错过一次，请另约。'],
  duress: ['紧急·求救暗号', '本人回了求救的话，可能正被人盯着、逼着。聊天里什么也没露。'],
  danger: ['紧急·险情', '没有对上暗号，但写了危险的话，不知道是谁写的。聊天里什么也没露。'],
  silent: ['一天没有回', '约好的话一天没有人回。不会再发，请想别的办法。'],
  left: ['没有说完', '暗号对了，后来没有说下去。'],
  unsaid: ['没有发', '按联系计划现在不能在聊天里问，请想别的办法。'],
}

const ALERTS: { readonly [A in GroupAlert]: string } = {
  newCase: '新纠纷',
  notAccepted: '未签收',
  emergency: '紧急',
  raised: '升级',
  contactLate: '首次联系超时',
  dutyOverdue: '到期未履行',
}
const ASKED = {
  village: '这两家最近怎么样？有没有听说什么？',
  closed: '这件事不托人打听，请您见面时自己了解。',
  nobody: '村里没有能问的人，请您自己问一问邻居、干部。',
  silent: '问过的人两天没回，请您自己问一问。',
} as const
const channelName = (channel: string): string =>
  ({ web: '网页', wechat: '微信' })[channel] ?? platform(channel)

const at = (instant: Instant, { offset }: { offset: number }) => wallClock(instant, offset, 'zh')
const day = (instant: Instant, { offset }: { offset: number }) => wallDay(instant, offset, 'zh')
const level = (facts: CaseFacts) => levelInfo(facts.level).zh
const what = ({ category, village }: CaseFacts) => [category.zh, village].filter(Boolean).join('｜')
const line = (facts: CaseFacts) => `${facts.number}｜${level(facts)}｜${what(facts)}`
const because = (reasons: { zh: string }[]) => reasons.map(({ zh }) => zh).join('；')
const why = (reasons: { zh: string }[]) =>
  reasons.length > 0 ? [{ label: '原因', value: because(reasons) }] : []

const SUPPLEMENT = {
  agreed: ['变更已同意', '双方都同意了，已经改好'],
  refused: ['变更没谈成', '没有都同意，还按原来说好的办'],
  silent: ['变更没回音', '没有都答复，还按原来说好的办'],
} as const
const ways = (remedies: readonly string[]) => remedies.map((code) => remedyName(code).zh).join('、')
const open = (remedies: readonly string[] = []) =>
  remedies.length > 0 ? [{ label: '可走的途径', value: ways(remedies) }] : []
const short = (left: number | undefined) => (left === undefined ? '' : `，还差${moneyText(left, 'zh')}`)

const ASKS_FOR: { readonly [T in Todo]: string } = {
  extraRound: '7天后已加一次回访',
  visitWithCadre: '3天内上门，请村干部或老人一起去',
  visitAlone: '3天内上门，只由民警去',
  supplement: '有计划就办书面变更，双方都要同意；没有就提醒',
  urge: '今天就去催，催了记下来',
  refused: '告诉该得的一方可以走的途径',
  consent: '请另一位调解员核对是不是自愿，责任领导安排',
  askAgain: '没访到的一方，明天换个办法再找',
  askVillage: '请村干部或网格员侧面了解',
}
const doing = (todo: readonly Todo[] = []) =>
  todo.length > 0 ? [{ label: '要做的', value: todo.map((one) => ASKS_FOR[one]).join('；') }] : []

export const zh: NoticeWords = {
  ...assessment.zh,
  ...figures,
  ...law,
  ...matters,
  ...request,
  ...patrol,
  ...together,
  ...warning,
  newCase: (notice) => ({
    text: `【${isTriaged(notice) ? '待分派' : '新纠纷'}·${level(notice.facts)}】${notice.facts.number}｜${what(notice.facts)}\n首次联系须在${at(notice.contactBy, notice)}前，请${isTriaged(notice) ? '' : '研判、'}分派。`,
    rows: [
      ...why(notice.reasons),
      ...(notice.suggested ? [{ label: '建议民警', value: notice.suggested }] : []),
    ],
  }),
  assigned: (notice) =>
    `【派单·${level(notice.facts)}】${notice.facts.number}｜${what(notice.facts)}\n首次联系须在${at(notice.due, notice)}前。请签收，不能办就转派并写理由。`,
  next: (notice) => ({
    text: `【下一步】${line(notice.facts)}\n现在是：${stateName(notice.state as State).zh}${notice.due === null ? '' : `，须在${at(notice.due, notice)}前`}。`,
  }),
  notAccepted: ({ facts, hours, leader }) =>
    `【催办】${facts.number}已超${hours}小时未签收${leader ? `，已抄送${leader}` : ''}。\n${level(facts)}｜${what(facts)}`,
  raised: ({ facts, from, reasons }) => ({
    text: `【升级】${facts.number}由${levelInfo(from).zh}升为${level(facts)}。请立即联系。\n${what(facts)}`,
    rows: why(reasons),
  }),
  emergency: ({ facts, reasons }) => ({
    text: `【紧急】${facts.number}｜${what(facts)}\n请马上处置，处置完登记险情解除。`,
    rows: why(reasons),
  }),
  contactLate: (notice) =>
    `【首次联系超时】${line(notice.facts)}\n应在${at(notice.due, notice)}前联系。请马上联系并记录。`,
  wants: ({ what: wish, facts }) => {
    const [title, words] = WANTS[wish]
    return facts ? `【${title}】${line(facts)}\n当事人或反映人${words}` : `【${title}】\n有一位居民${words}`
  },
  revisitDue: (notice) => {
    const { facts, sides, mode, why: reason, duties = [] } = notice
    const due = duties.map((one) => `第${one.no}项（${day(one.due, notice)}）`).join('、')
    return {
      text: `【回访到期】${facts.number}今天应访：${sides.map((side) => SIDES[side]).join('、')}。方式建议：${MODES[mode]}。\n${level(facts)}｜${what(facts)}。双方分开问。`,
      rows: [
        ...(reason ? [{ label: '原因', value: reason.zh }] : []),
        ...(due ? [{ label: '到期的事，要问', value: due }] : []),
      ],
    }
  },
  howAreThey: ({ facts, by }) => `【侧面了解】${line(facts)}\n${ASKED[by]}`,
  revisitAnswered: ({ facts, side }) =>
    `【不用再访】${facts.number}${SIDES[side]}已经在聊天里回答了，这一次不用再打电话或上门。\n${level(facts)}｜${what(facts)}。`,
  outcome: ({ facts, code, verdict, surface, reasons, todo, remedies }) => ({
    text: `【回访结果】${facts.number}：${VERDICTS.find((one) => one.code === verdict)?.zh ?? verdict}\n${level(facts)}｜${what(facts)}`,
    rows: [
      { label: '情形', value: `${code} ${OUTCOMES.find((one) => one.code === code)?.zh ?? ''}`.trim() },
      { label: '假性和解分', value: String(surface) },
      ...why(reasons),
      ...doing(todo),
      ...open(remedies),
    ],
  }),
  dutyOverdue: (notice) => ({
    text: `【到期未履行】${notice.facts.number}第${notice.duty}项应于${day(notice.due, notice)}履行，未见凭证。\n请督促并记录。${level(notice.facts)}｜${what(notice.facts)}`,
    rows: open(notice.remedies),
  }),
  supplement: ({ facts, duty, result }) => {
    const [title, words] = SUPPLEMENT[result]
    return `【${title}】${facts.number}第${duty}项：${words}。\n${level(facts)}｜${what(facts)}`
  },
  consentReview: ({ facts, mediated, suggested, byOfficer }) => ({
    text: `【核对自愿】${facts.number}有人说当时不是自愿，或者不公平。\n请另派一位${byOfficer ? '民警' : '调解员'}，分开问双方。${level(facts)}｜${what(facts)}`,
    rows: [
      { label: '谁去问', value: suggested ?? '请责任领导找一位没有参加过的' },
      ...(mediated.length > 0 ? [{ label: '原来调解的（不再派）', value: mediated.join('、') }] : []),
      { label: '问清以前', value: '先不办司法确认；不自愿的，重新调解' },
    ],
  }),
  mayClose: ({ facts }) => `【可以结案】${line(facts)}\n该做的回访做完了，没有没做完的事。请责任领导结案。`,
  phrase: ({ facts, why: news }) =>
    `【${PHRASES[news][0]}】${line(facts)}\n${PHRASES[news][1]}按联系计划办，不要照平常打电话、发消息。`,
  undelivered: ({ facts, why: reason }) => ({
    text: byPhone(reason)
      ? `【请打电话告诉】${facts ? line(facts) : '一件事'}\n这件事有进展，要告诉的人没有聊天。请打电话或当面说，注意安全。`
      : `【没有送到】${facts ? line(facts) : '一条消息'}\n有一条消息没有送到。请另想办法联系，注意安全。`,
    rows: [{ label: '原因', value: whyUnsent(reason, 'zh') }],
  }),
  voice: ({ facts }) => `【语音待听】${line(facts)}\n有语音要人听。听不懂就找懂藏语的同事。`,
  added: ({ facts, files }) =>
    `【有补充】${line(facts)}\n反映人补充了情况${files > 0 ? `，带${files}个文件` : ''}，请登录查看。`,
  alike: ({ facts, other, why = [] }) => ({
    text: `【可能重复】${facts.number}与${other}相似：同村、同类、同当事人。\n请人工确认是否并案。${level(facts)}｜${what(facts)}`,
    rows: why.length === 0 ? [] : [{ label: '像在', value: why.map(({ zh }) => zh).join('、') }],
  }),
  mergedIn: ({ facts, other }) =>
    `【并案】${other}并进了${line(facts)}\n是同一件事又有人反映，请一起办；发编号可以看那一份。`,
  merged: ({ number }) =>
    `您反映的事（编号${number}）派出所已经在办，合在一起办，不用再报一次。还是用这个编号查进度。急事打110。`,
  digest: ({ levels: { RED, ORANGE, YELLOW, BLUE }, overdue, breached, unvisited }) =>
    `【研判】本周待办${RED + ORANGE + YELLOW + BLUE}件：红${RED}橙${ORANGE}黄${YELLOW}蓝${BLUE}；\n超期${overdue}；逾期履行${breached}；应访未访${unvisited}。`,
  noProgress: ({ facts, days }) =>
    `【无进展】${facts.number}已${days}天无记录，请今天补一条。\n${level(facts)}｜${what(facts)}`,
  bound: ({ name, channel }) =>
    name === null
      ? `【账号绑定】您的账号刚在${channelName(channel)}上绑定。\n不是您本人，请马上告诉所长。`
      : `【账号绑定】${name}的账号刚在${channelName(channel)}上绑定。\n不是本人，请马上停用。`,
  groupAlert: (notice) => ({
    text: `【${ALERTS[notice.about]}·${level(notice.facts)}】${notice.facts.number}｜${what(notice.facts)}${notice.due === null ? '' : `\n期限：${at(notice.due, notice)}`}`,
    rows: [{ label: '要办，请私聊机器人发', value: typedTwin(notice.does, notice.facts.number, 'zh') }],
  }),

  linked: ({ channel }) =>
    `您在${channelName(channel)}上的聊天和这里接上了，两边都能查您的事。不是您本人，请马上回“人工”。`,
  taken: (notice) =>
    `您说的事（编号${notice.number}）有人办了${notice.officer ? `：${notice.officer}` : ''}。${notice.contactBy === null ? '' : `${at(notice.contactBy, notice)}前联系您。`}急事打110。`,
  emergencyTold: () => '我已经通知值班民警。',
  refusedCase: ({ number, reason }) =>
    `编号${number}：这件事派出所不能受理。原因：${reason}。有新情况随时再说，急事打110。`,
  referred: ({ number, unit, phone, due, offset }) =>
    `这件事不归我们管，请找${unit}${phone ? `，电话${phone}` : ''}。我已经记下，也会帮您转过去。${due === undefined ? '' : `${wallDay(due, offset, 'zh')}前应该有回音，没有我们去问。`}编号${number}。`,
  agreed: (notice) => {
    const list = (mine: boolean) =>
      notice.duties
        .filter((duty) => duty.mine === mine)
        .map(({ what: thing, due }) => `· ${thing}${due === null ? '' : `（${day(due, notice)}前）`}`)
    const [own, theirs] = [list(true), list(false)]
    return [
      `谈好了，编号${notice.number}。`,
      ...(own.length > 0 ? ['您要做的：', ...own] : []),
      ...(theirs.length > 0 ? ['对方要做的：', ...theirs] : []),
      '有困难请早点告诉我们。',
      ...(notice.law ? [notice.law.zh] : []),
    ].join('\n')
  },
  dutySoon: (notice) =>
    `提醒您：${day(notice.due, notice)}是说好“${notice.what}”的日子${short(notice.left)}。有困难请早点告诉我们。`,
  dutyLate: (notice) =>
    `说好${day(notice.due, notice)}办的事还没办${notice.left === undefined ? '' : '完'}${short(notice.left)}。请今天联系民警，电话${notice.phone}。`,
  confirmable: (notice) =>
    `签协议后30天内，双方可以一起去法院办“司法确认”，不收钱。办了以后，对方不做可以请法院强制执行。${day(notice.until, notice)}前都可以办，要帮忙就回“人工”。编号${notice.number}。`,
  notAgreed: ({ remedies }) =>
    `这次没谈成，不怪您。您还可以：${ways(remedies)}。这段时间请都不要动手，有事先找我们。`,
  notKept: ({ number, remedies }) =>
    `说好的事，到日子还没做到，编号${number}。您可以：${ways(remedies)}，也可以让我们接着催。请不要动手，有事先找我们。`,
  closed: ({ number }) => `编号${number}办完了，谢谢您。以后有事随时找我们，急事打110。`,
  willCall: () => '您不回也没关系，过几天民警会打电话问候您。',
  permission: ({ rounds }) =>
    `以后几个月想问您${rounds}次，请点允许，我们才能发给您。不点也没关系，民警会打电话或上门。`,
}
