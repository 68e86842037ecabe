import { caseLine, type Side, wallClock } from '../../case.ts'
import type { WordsOf } from '../../core/flow.ts'
import type { Coming } from '../../invitation/commands.ts'
import type { Planned } from '../commands.ts'
import type { joint } from '../flow.ts'

const SIDES: { readonly [S in Side]: string } = { A: '甲方', B: '乙方' }
const COMING: { readonly [C in Coming]: string } = {
  coming: '来',
  cannot: '来不了',
  'other-time': '想换时间',
}

/** Who said what, with their words: only those who handle the case see this. */
const answered = ({ answers }: Planned): string =>
  answers
    .map(({ who, answer, words }) =>
      [`${who}：${answer === null ? '还没回' : COMING[answer]}`, words].filter(Boolean).join('，'),
    )
    .join('\n')

export const zh: WordsOf<typeof joint> = {
  opening: [
    ({ given }) => `联合调解：${caseLine(given, 'zh')}`,
    ({ given: { planned, offset } }) =>
      planned === null
        ? '三调联动：民警、干部、调解员一起。'
        : `已经定了：${wallClock(planned.at, offset, 'zh')}，${planned.place}。\n${answered(planned)}`,
  ],
  review: '是下面这样，对吗？',
  closing: ({ given, what }, { at, told, phone }) => {
    if (what === 'answer') return '记下了。'
    const call =
      phone.length > 0 ? `聊天里联系不上${phone.map((side) => SIDES[side]).join('、')}，请打电话。` : ''
    if (what === 'cancel') return `取消了，已经告诉${told}人。${call}`
    return `定在${wallClock(at, given.offset, 'zh')}，已经问了${told}人能不能来。谁来，我会告诉主持人。${call}`
  },
  remarks: {
    unwanted: '请外面的人，要双方都同意（人民调解法第20条）。没有都同意的，这次先不请，谢谢理解。',
  },
  steps: {
    what: {
      say: '要怎么改？',
      label: '要办的',
      choices: {
        answer: { label: '记电话里的答复', hears: ['答复', '打过电话了'] },
        move: { label: '改时间', hears: ['换时间', '改期'] },
        cancel: { label: '不开了', hears: ['取消这次', '不谈了'] },
      },
    },
    who: { say: '谁的答复？', label: '谁' },
    answer: {
      say: '怎么说的？',
      label: '答复',
      choices: {
        coming: { label: '来', hears: ['能来'] },
        cannot: { label: '来不了', hears: ['不来'] },
        'other-time': { label: '想换时间', hears: ['换时间'] },
      },
    },
    police: { say: '请哪些民警？可以选几个。', label: '警力', skip: '不请民警' },
    cadres: { say: '请哪些干部？', label: '干部', skip: '不请干部' },
    people: { say: '请哪些调解员？', label: '民力', skip: '不请调解员' },
    why: { say: '警力、干部、民力没有凑齐，为什么？', label: '没凑齐的原因' },
    more: {
      say: '还要请长辈、亲戚、德高望重的人吗？',
      label: '请外面的人',
      choices: {
        yes: { label: '要请', hears: ['是', '要', '请'] },
        no: { label: '不请', hears: ['否', '不要', '不用'] },
      },
    },
    guests: {
      say: '请谁？',
      label: '请来的人',
      another: '还有一位',
      parts: {
        name: { say: '怎么称呼？', label: '称呼' },
        relation: {
          say: '是什么人？',
          label: '关系',
          choices: {
            elder: { label: '长辈、老人', hears: ['长辈', '老人'] },
            relative: { label: '亲戚', hears: ['亲属'] },
            respected: { label: '德高望重的人', hears: ['有威望的人'] },
          },
        },
        A: {
          say: '甲方同意请他来吗？',
          label: '甲方同意',
          choices: {
            yes: { label: '同意', hears: ['是'] },
            no: { label: '没同意', hears: ['否', '还没问'] },
          },
        },
        B: {
          say: '乙方同意请他来吗？',
          label: '乙方同意',
          choices: {
            yes: { label: '同意', hears: ['是'] },
            no: { label: '没同意', hears: ['否', '还没问'] },
          },
        },
      },
    },
    host: { say: '谁主持？', label: '主持人' },
    day: { say: '哪天？', label: '日期' },
    time: { say: '几点？', label: '时间' },
    place: { say: '在哪里？', label: '地点' },
    elsewhere: { say: '地点改吗？改就写新的。', label: '地点', skip: '不改' },
    language: {
      say: '说什么话？',
      label: '语言',
      choices: {
        zh: { label: '汉语', hears: ['汉话'] },
        bo: { label: '藏语', hears: ['藏话'] },
        both: { label: '汉语和藏语', hears: ['都有', '两种'] },
      },
    },
    interpreter: { say: '谁翻译？', label: '翻译' },
    reason: { say: '为什么不开了？不会发给别人。', label: '原因' },
  },
}
