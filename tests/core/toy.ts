// A small flow that has one of everything, and a desk that holds it: the engine's tests talk to it.
import type { Json } from '../../flows/core/event.ts'
import { flow, spoken, type WordsOf } from '../../flows/core/flow.ts'
import type { House, HouseWords } from '../../flows/core/house.ts'
import { date } from '../../flows/core/questions/date.ts'
import { files } from '../../flows/core/questions/files.ts'
import { list } from '../../flows/core/questions/list.ts'
import { manyOf } from '../../flows/core/questions/many-of.ts'
import { money } from '../../flows/core/questions/money.ts'
import { oneOf } from '../../flows/core/questions/one-of.ts'
import { phone } from '../../flows/core/questions/phone.ts'
import { place } from '../../flows/core/questions/place.ts'
import { story } from '../../flows/core/questions/story.ts'
import { text } from '../../flows/core/questions/text.ts'

export const HOUR = 3_600_000
const VILLAGES = [
  { id: 'v1', label: '一村' },
  { id: 'v2', label: '二村' },
]
const find = (said: string) => VILLAGES.find(({ label }) => said.includes(label))?.id ?? null

const worker = flow('worker', { version: 1 })
  .ask('name', text({ max: 20 }))
  .ask('paid', oneOf(['yes', 'no']))
  .askIf(({ paid }) => paid === 'no', 'owed', money())
  .direct()
  .done(() => ({ do: 'never', with: null }))

const built = flow<{ greeting: string; village?: string }>('report', {
  version: 1,
  idle: { nudge: HOUR / 6, expire: 24 * HOUR, resume: 6 * HOUR },
  most: 8,
  aside: 'story',
  prefilled: ({ village }): { [step: string]: Json } =>
    VILLAGES.some(({ id }) => id === village) ? { where: { village, text: null } } : {},
  quietly: ({ results }) => Boolean(results.filed),
  volunteered: (said, _known): { [step: string]: Json } => ({
    ...(find(said) ? { where: { village: find(said), text: null } } : {}),
    ...(/推了/.test(said) ? { hurt: 'no' } : {}),
  }),
})
  .offer('hurt', oneOf(['no', 'yes']))
  .ask('story', story({ max: 500 }))
  .askIf(({ signals }) => !signals.hard, 'where', place(VILLAGES, find))
  .askIf(({ hurt, signals }) => hurt === 'yes' && !signals.hard, 'badly', oneOf(['slight', 'hospital']))
  .offerIf(({ signals }) => !signals.hard, 'who', manyOf(['old', 'child', 'ill']))
  .offerIf(({ signals }) => !signals.hard, 'workers', list(worker, { max: 3 }))
  .offerIf(({ signals }) => !signals.hard, 'until', date())
  .offerIf(({ signals }) => !signals.hard, 'photos', files({ max: 2 }))
  .offerIf(({ signals }) => !signals.hard, 'phone', phone())
  .milestone('filed', {
    key: ({ story: told, where }, quiet) => (told && (where || quiet) ? 'filed' : null),
    do: ({ story: told, where }) => ({ do: 'file', with: { told, where: where ?? null } }),
  })
  .review()
  .done(({ story: told, results }) => ({
    do: 'update' as const,
    with: { told, filed: results.filed },
    result: { number: '' },
  }))

const zh: WordsOf<typeof built> = {
  opening: [({ given }) => given.greeting],
  review: '对吗？',
  closing: (_, { number }) => `收到，${number}。`,
  quiet: (_, { number }) => `先按您说的登记，${number}。`,
  notes: { filed: (_, filed) => `已登记 ${filed.number}` },
  steps: {
    hurt: {
      say: '有人受伤吗？',
      label: '受伤',
      skip: '不想说',
      choices: { no: { label: '没有', hears: ['没得'] }, yes: { label: '有', hears: ['有的'] } },
    },
    story: { say: '出了什么事？', label: '事由' },
    where: { say: '哪个村？', label: '地点', choices: { elsewhere: '别处' } },
    badly: { say: '伤得重吗？', label: '伤情', choices: { slight: '轻', hospital: '要去医院' } },
    who: {
      say: '有谁？',
      label: '谁',
      skip: '都没有',
      choices: { old: '老人', child: '孩子', ill: '病人' },
    },
    workers: {
      say: '有哪些人？',
      label: '工人',
      skip: '没有工人',
      another: '还有一个',
      parts: {
        name: { say: '叫什么？', label: '名字' },
        paid: { say: '付了吗？', label: '付了', choices: { yes: '付了', no: '没付' } },
        owed: { say: '差多少？', label: '差' },
      },
    },
    until: { say: '哪天？', label: '日期', skip: '没定' },
    photos: { say: '有照片吗？', label: '照片', skip: '没有照片' },
    phone: { say: '电话？', label: '电话', skip: '不留' },
  },
}
const en: WordsOf<typeof built> = { ...zh, review: 'Right?', opening: ['Hello'] }
export const report = spoken(built, { zh, en })

const checkIn = flow<{ dispute: string }>('checkIn', { version: 1 })
  .ask('settled', oneOf(['yes', 'no']))
  .direct()
  .done(({ settled, given }) => ({ do: 'noteCheckIn', with: { settled, given }, result: { ok: true } }))
const checkInWords: WordsOf<typeof checkIn> = {
  opening: ['回访'],
  closing: () => '谢谢',
  steps: { settled: { say: '做到了吗？', label: '做到', choices: { yes: '做到了', no: '没做' } } },
}
export const checkInFlow = spoken(checkIn, { zh: checkInWords, en: checkInWords })

/** Fields, some of which hang on others, and a list at the end. */
const paper = flow<{ dispute: string }>('paper', { version: 1 })
  .ask('kind', oneOf(['letter', 'bill']))
  .ask('sum', money())
  .offerIf(({ kind }) => kind !== 'letter', 'payer', text({ max: 20 }))
  .offer('day', date())
  .askIf(
    ({ kind }) => kind === 'bill',
    'bank',
    ({ sum }) => oneOf(sum.fen > 0 ? ['here', 'there'] : ['there', 'here']),
  )
  .offer('who', manyOf(['old', 'child', 'ill']))
  .offer('note', text({ min: 1, max: 20 }))
  .offer('sheets', list(worker, { max: 2 }))
  .offer('last', text({ max: 20 }))
  .review()
  .done(({ kind, given }) => ({ do: 'keepPaper', with: { kind, given }, result: { ok: true } }))
const paperWords: WordsOf<typeof paper> = {
  opening: [],
  review: '对吗？',
  closing: () => '收好了',
  steps: {
    kind: { say: '什么纸？', label: '纸', choices: { letter: '信', bill: '账单' } },
    sum: { say: '多少钱？', label: '钱' },
    payer: { say: ({ kind }) => (kind === 'bill' ? '谁付？' : '谁？'), label: '谁付', skip: '不知道' },
    day: { say: '哪天？', label: '日子', skip: '没写' },
    bank: { say: '哪里付？', label: '付款', choices: { here: '这里', there: '那里' } },
    who: { say: '有谁？', label: '谁', skip: '没有', choices: { old: '老人', child: '孩子', ill: '病人' } },
    note: { say: '备注？', label: '备注', skip: '没有' },
    sheets: { ...zh.steps.workers, say: '有哪些页？' },
    last: { say: '还有吗？', label: '还有', skip: '没有' },
  },
}
const paperFlow = spoken(paper, { zh: paperWords, en: paperWords })

const words: HouseWords = {
  hears: {
    help: ['帮助'],
    human: ['人工'],
    stop: ['停'],
    back: ['返回'],
    cancel: ['取消'],
    privacy: ['隐私'],
    erase: ['删除'],
    link: ['换聊天'],
    mine: ['我的案件'],
    zh: ['中文'],
    en: ['english'],
    bo: ['藏文'],
  },
  help: { resident: ['帮助：说就行'], staff: ['帮助：民警'] },
  human: '已经请民警联系您',
  stopped: '好，不打扰您',
  privacy: '隐私说明',
  erase: '已经转给民警',
  language: '好，说中文',
  inquiry: '请问窗口',
  thanks: '不客气',
  abuse: '请说事',
  nothingOpen: '没有问题开着',
  emergency: '请马上打110',
  emergencyTold: '已通知值班民警',
  unknownToStaff: '没听懂，回“帮助”',
  code: {
    hears: ['绑定', 'bind'],
    missing: '请连码一起发',
    wrong: '这个码用不了',
    staff: (name) => `您好，${name}`,
    joined: (numbers) => `是同一个人的了：${numbers.join('、')}`,
    made: ({ code, until, staff }) => [`${staff ? '绑定' : '接续'}，到 ${until}`, `绑定 ${code}`],
  },
  correction: { kept: (number) => `已补记到 ${number}`, sayAgain: '请重新发' },
  unreadable: { kind: '看不了', tooLarge: '太大', lost: '没收到', notOwnPhone: '不是自己的号码' },
  group: { on: '这个群会收到', off: '这个群不再收', unchanged: '没有变' },
  mine: (cases) => cases.map(({ number }) => number).join('\n') || '没有案件',
}
export const house: House = {
  flows: new Map([report, checkInFlow, paperFlow].map((one) => [one.name, one])),
  watch: (said) => ({ codes: said.includes('拿刀') ? ['A02'] : [], hard: said.includes('拿刀') }),
  reads: (said) => (said === '你好' ? 'opener' : said.includes('谢谢') ? 'thanks' : 'trouble'),
  report: { flow: 'report', given: ({ village }) => ({ greeting: '您好', ...(village ? { village } : {}) }) },
  openers: [{ flow: 'checkIn', who: 'staff', hears: { zh: ['回访'] } }],
  numberIn: (said) => {
    const found = /RD-\d{4}-\d{4}/i.exec(said)?.[0]
    return found ? { number: found.toUpperCase(), rest: said.replace(found, '') } : null
  },
  words: { zh: words, en: { ...words, language: 'English now' }, bo: words },
}
