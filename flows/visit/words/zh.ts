import { caseLine } from '../../case.ts'
import type { WordsOf } from '../../core/flow.ts'
import type { visit } from '../flow.ts'
import { task } from '../task.ts'

const NOT_ASKED = '没问'
const KEPT = {
  all: { label: '都做到了', hears: ['做到了', '全部做到'] },
  part: { label: '做了一部分', hears: ['一部分', '部分'] },
  none: { label: '没做', hears: ['没有做'] },
  notyet: { label: '还没到时间', hears: ['没到时间', '没到期'] },
}

const TASK = {
  phone: (phone: string | null) => (phone === null ? '没有留电话' : `电话 ${phone}`),
  place: (place: string) => `地点 ${place}`,
  careful: '有安全联系约定，先看案件页，按约定联系',
  theirs: '问对方做到没有：',
  own: '问自己做到没有：',
  by: (day: string) => `${day}前`,
  left: (sum: string) => `还差${sum}`,
  between: '，',
}
const REASONS: { readonly [outcome: string]: string } = {
  declined: '本人怎么说的？',
  unavailable: '怎么没联系上？比如没人接、不在家。',
  uncooperative: '怎么不配合的？',
  nosuch: '哪里不对？比如空号、搬走了。',
}

export const zh: WordsOf<typeof visit> = {
  opening: [
    ({ given }) => `回访记录：${caseLine(given, 'zh')}`,
    ({ given }) => task(given, 'zh', TASK),
    '还要问：又闹过吗、见面怎么样、公平吗、自愿吗、安全吗、打几分、要帮忙吗。双方分开问，不要把一方的话告诉另一方。',
  ],
  review: '记的是下面这些，对吗？要补充，现在打字、发语音、发照片都行。',
  closing: (_, { number }) => `${number}这一次回访已记录。`,
  steps: {
    round: { say: '记哪一次、哪一方？', label: '哪一次' },
    mode: {
      say: '怎么回访的？',
      label: '方式',
      choices: { call: { label: '打电话', hears: ['电话'] }, visit: { label: '上门', hears: ['走访'] } },
    },
    outcome: {
      say: ({ given }) => (given.well ? '问到了吗？“都好”是：该做的都做了、没闹、安全。' : '问到了吗？'),
      label: '问到没有',
      choices: {
        answered: { label: '问到了', hears: ['接受回访', '谈了'] },
        well: { label: '问到了，都好', hears: ['都好'] },
        declined: { label: '本人不愿意', hears: ['不愿意', '不想说'] },
        unavailable: { label: '没联系上', hears: ['没人接', '不在家'] },
        uncooperative: { label: '不配合', hears: ['态度不好'] },
        unreached: { label: '还没去', hears: ['没去', '没打'] },
        nosuch: { label: '号码或地址不对', hears: ['空号', '找不到人'] },
      },
    },
    reason: { say: ({ outcome = '' }) => REASONS[outcome] ?? '为什么？', label: '原因', skip: '不写' },
    theirs: { say: '说好的事，对方做到了吗？', label: '对方履行', skip: NOT_ASKED, choices: KEPT },
    own: { say: '自己答应的，做到了吗？', label: '自己履行', skip: NOT_ASKED, choices: KEPT },
    why: {
      say: '哪一样没做？是什么原因？',
      label: '没做的原因',
      skip: NOT_ASKED,
      choices: {
        theywont: '对方不肯',
        wont: '自己不想做',
        nomoney: '没钱',
        early: { label: '还没到时间', hears: ['没到时间'] },
        waits: '等别的事',
        other: '其他',
      },
    },
    received: { say: '一共收到多少了？', label: '收到', skip: NOT_ASKED },
    paid: { say: '一共付了多少了？', label: '付了', skip: NOT_ASKED },
    trouble: {
      say: '这段时间又闹过吗？',
      label: '又闹过吗',
      skip: NOT_ASKED,
      choices: {
        none: { label: '没有', hears: ['没闹', '没得'] },
        quarrel: { label: '吵过', hears: ['吵了'] },
        blows: { label: '动手了', hears: ['打了', '打架了'] },
        threat: { label: '被威胁', hears: ['威胁了'] },
      },
    },
    relation: {
      say: '现在见面怎么样？',
      label: '见面',
      skip: NOT_ASKED,
      choices: {
        greet: { label: '打招呼', hears: ['说话'] },
        silent: { label: '不说话', hears: ['不打招呼'] },
        avoid: { label: '躲着走', hears: ['绕着走'] },
        angry: { label: '还在生气', hears: ['生气'] },
      },
    },
    fair: {
      say: '觉得这样解决公平吗？',
      label: '公平吗',
      skip: NOT_ASKED,
      choices: {
        fair: { label: '公平', hears: ['公道'] },
        acceptable: { label: '还行', hears: ['可以', '还可以'] },
        notquite: { label: '不太公平', hears: ['不太公道'] },
        unfair: { label: '不公平', hears: ['不公道'] },
      },
    },
    freely: {
      say: '签字是自己愿意的吗？',
      label: '自愿吗',
      skip: NOT_ASKED,
      choices: {
        yes: { label: '自己愿意', hears: ['愿意', '自愿'] },
        reluctant: { label: '有点勉强', hears: ['勉强'] },
        pressed: { label: '被逼的', hears: ['被逼'] },
      },
    },
    safe: {
      say: '现在觉得安全吗？',
      label: '安全吗',
      skip: NOT_ASKED,
      choices: {
        safe: { label: '安全', hears: ['不怕'] },
        abit: { label: '有点怕', hears: ['有些怕'] },
        very: { label: '很怕', hears: ['怕得很'] },
      },
    },
    score: {
      say: '给这次调解打几分？5分最好。',
      label: '打分',
      skip: NOT_ASKED,
      choices: { '1': '1分', '2': '2分', '3': '3分', '4': '4分', '5': '5分' },
    },
    help: { say: '还有难处要我们帮忙吗？', label: '要帮忙吗', skip: '没有' },
    words: {
      say: '还说了什么？您自己看到什么？打字、发语音、发照片都行。',
      label: '原话',
      skip: '没有',
    },
    more: { say: '还有吗？', label: '还记了' },
  },
}
