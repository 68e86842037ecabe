// The words for cases that were passed on, and for sitting together.
import { wallClock, wallDay } from '../../case.ts'
import { forceName } from '../../casework/joint.ts'
import { levelInfo } from '../../casework/level.ts'
import { unitSaid } from '../../casework/units.ts'
import type { CaseFacts } from '../notice.ts'
import type { TogetherNotice } from '../together-notice.ts'
import type { NoticeWords } from '../words.ts'

type Mine = Pick<NoticeWords, TogetherNotice['kind']>
type Name = { zh: string; en: string }
type PhoneWhy = Extract<TogetherNotice, { kind: 'jointPhone' }>['why']

const lineZh = ({ number, level, category, village }: CaseFacts) =>
  [number, levelInfo(level).zh, category.zh, village].filter(Boolean).join('｜')
const lineEn = ({ number, level, category, village }: CaseFacts) =>
  [number, levelInfo(level).en, category.en, village].filter(Boolean).join(' | ')
const sidesZh = { A: '甲方', B: '乙方' }
const sidesEn = { A: 'party A', B: 'party B' }

const rowsOf = (rows: readonly (readonly [label: string, names: readonly string[]])[], comma: string) =>
  rows.flatMap(([label, names]) => (names.length > 0 ? [{ label, value: names.join(comma) }] : []))
const zhOf = (names: readonly Name[]) => names.map((name) => name.zh)
const enOf = (names: readonly Name[]) => names.map((name) => name.en)

const PHONE_ZH: { readonly [W in PhoneWhy]: string } = {
  asked: '请打电话告诉时间地点，问能不能来，再用“联调”记下。',
  moved: '时间改了，请打电话再问一次，再用“联调”记下。',
  off: '取消了，请打电话说一声。',
  eve: '请打电话提醒一声。',
}
const PHONE_EN: { readonly [W in PhoneWhy]: string } = {
  asked: 'Please phone them the time and place, ask whether they come, and note it by “joint”.',
  moved: 'The time has changed: please phone and ask again, and note it by “joint”.',
  off: 'It is off: please phone and say so.',
  eve: 'Please phone to remind them.',
}

export const zh: Mine = {
  referralLate: (notice) =>
    `【移交超期】${lineZh(notice.facts)}\n应在${wallDay(notice.due, notice.offset, 'zh')}前有结果，${notice.acknowledged ? '还没有结果' : '也还没有回执'}。请问一问对方，回“回执”记下。`,
  referralDone: ({ facts }) =>
    `【移交办结】${lineZh(facts)}\n对方已经办完，结果也记下了。请责任领导看过后结案。`,
  referralBack: ({ number }) =>
    `您的事（编号${number}）那边退回来了，现在还是我们办。有民警会再联系您，急事打110。`,
  referralResult: ({ number, unit, words }) => `您的事（编号${number}）${unit}有结果了：${words}`,
  jointInvited: ({ facts, at, place, moved, offset }) => ({
    text: `【${moved ? '联合调解改时间' : '请您参加联合调解'}】${lineZh(facts)}\n时间：${wallClock(at, offset, 'zh')}。请回能不能来。`,
    rows: [{ label: '地点', value: place }],
  }),
  jointReminder: ({ facts, at, place, offset }) => ({
    text: `【明天联合调解】${lineZh(facts)}\n时间：${wallClock(at, offset, 'zh')}。来不了请现在说。`,
    rows: [{ label: '地点', value: place }],
  }),
  jointCancelled: ({ facts, at, offset }) =>
    `【联合调解取消】${lineZh(facts)}\n${wallClock(at, offset, 'zh')}的不开了，不用来。`,
  jointWho: (notice) => ({
    text: `【联合调解·谁来】${lineZh(notice.facts)}\n时间：${wallClock(notice.at, notice.offset, 'zh')}。要改时间、取消，回“联调”。`,
    rows: rowsOf(
      [
        ['来', zhOf(notice.coming)],
        ['来不了', zhOf(notice.cannot)],
        ['想换时间', zhOf(notice.otherTime)],
        ['还没回', zhOf(notice.silent)],
        ['没有人的', notice.missing.map((force) => forceName(force).zh)],
      ],
      '、',
    ),
  }),
  jointPhone: ({ facts, at, sides, guests, why, offset }) => ({
    text: `【联合调解·打电话】${lineZh(facts)}\n时间：${wallClock(at, offset, 'zh')}。${PHONE_ZH[why]}`,
    rows: rowsOf(
      [['打给', [...sides.map((side) => sidesZh[side]), ...(guests > 0 ? [`请来的${guests}人`] : [])]]],
      '、',
    ),
  }),
  jointRecord: ({ facts, at, offset }) =>
    `【联调记录】${lineZh(facts)}\n${wallClock(at, offset, 'zh')}的联合调解还没有记录。请今天记：谁来了，谈得怎么样。`,
  jointSoon: ({ number, at, place, offset }) =>
    `提醒您：${wallClock(at, offset, 'zh')}在${place}坐下来谈，编号${number}。来不了请早点回“人工”。`,
  jointOff: ({ number, at, offset }) =>
    `${wallClock(at, offset, 'zh')}说好坐下来谈的，这次不谈了，编号${number}。以后定了时间再告诉您，急事打110。`,
}

export const en: Mine = {
  referralLate: (notice) =>
    `[Referral overdue] ${lineEn(notice.facts)}\nA result was due by ${wallDay(notice.due, notice.offset, 'en')}; there is ${notice.acknowledged ? 'none yet' : 'not even a receipt'}. Please ask them, and note it by “receipt”.`,
  referralDone: ({ facts }) =>
    `[Referral settled] ${lineEn(facts)}\nThe other body has settled it and the result is noted. The responsible leader may look at it and close it.`,
  referralBack: ({ number }) =>
    `Your matter (number ${number}) was sent back to us and is ours again. An officer will contact you; in an emergency call 110.`,
  referralResult: ({ number, unit, words }) =>
    `There is a result in your matter (number ${number}) from ${unitSaid(unit).en}: ${words}`,
  jointInvited: ({ facts, at, place, moved, offset }) => ({
    text: `[${moved ? 'Joint mediation: new time' : 'You are asked to a joint mediation'}] ${lineEn(facts)}\nTime: ${wallClock(at, offset, 'en')}. Please say whether you come.`,
    rows: [{ label: 'Place', value: place }],
  }),
  jointReminder: ({ facts, at, place, offset }) => ({
    text: `[Joint mediation tomorrow] ${lineEn(facts)}\nTime: ${wallClock(at, offset, 'en')}. If you cannot come, please say so now.`,
    rows: [{ label: 'Place', value: place }],
  }),
  jointCancelled: ({ facts, at, offset }) =>
    `[Joint mediation off] ${lineEn(facts)}\nIt will not be held at ${wallClock(at, offset, 'en')}; you need not come.`,
  jointWho: (notice) => ({
    text: `[Joint mediation: who comes] ${lineEn(notice.facts)}\nTime: ${wallClock(notice.at, notice.offset, 'en')}. To move or cancel it, reply “joint”.`,
    rows: rowsOf(
      [
        ['Coming', enOf(notice.coming)],
        ['Cannot', enOf(notice.cannot)],
        ['Another time', enOf(notice.otherTime)],
        ['Not answered', enOf(notice.silent)],
        ['Nobody of', notice.missing.map((force) => forceName(force).en)],
      ],
      ', ',
    ),
  }),
  jointPhone: ({ facts, at, sides, guests, why, offset }) => ({
    text: `[Joint mediation: to phone] ${lineEn(facts)}\nTime: ${wallClock(at, offset, 'en')}. ${PHONE_EN[why]}`,
    rows: rowsOf(
      [
        [
          'Phone',
          [
            ...sides.map((side) => sidesEn[side]),
            ...(guests > 0 ? [guests === 1 ? 'one guest' : `${guests} guests`] : []),
          ],
        ],
      ],
      ', ',
    ),
  }),
  jointRecord: ({ facts, at, offset }) =>
    `[Joint mediation: record] ${lineEn(facts)}\nNothing is written down of ${wallClock(at, offset, 'en')}. Please record today who came and what came of it.`,
  jointSoon: ({ number, at, place, offset }) =>
    `A reminder: you sit down to talk at ${wallClock(at, offset, 'en')}, ${place}; number ${number}. If you cannot come, please reply “human” early.`,
  jointOff: ({ number, at, offset }) =>
    `The talk at ${wallClock(at, offset, 'en')} will not be held; number ${number}. You will be told when there is another time. In an emergency call 110.`,
}
