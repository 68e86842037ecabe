import { caseLine } from '../../case.ts'
import type { WordsOf } from '../../core/flow.ts'
import type { visit } from '../flow.ts'

const NOT_ASKED = '没问'
const KEPT = {
  all: { label: '都做到了', hears: ['做到了', '全部做到'] },
  part: { label: '做了一部分', hears: ['一部分', '部分'] },
  none: { label: '没做', hears: ['没有做'] },
  notyet: { label: '还没到时间', hears: ['没到时间', '没到期'] },
}

export const zh: WordsOf<typeof visit> = {
  opening: [({ given }) => `回访记录：${caseLine(given, 'zh')}`, '双方分开问，不要把一方的话告诉另一方。'],
  review: '记的是下面这些，对吗？',
  closing: (_, { number }) => `${number}这一次回访已记录。`,
  steps: {
    round: { say: '记哪一次、哪一方？', label: '哪一次' },
    mode: {
      say: '怎么回访的？',
      label: '方式',
      choices: { call: { label: '打电话', hears: ['电话'] }, visit: { label: '上门', hears: ['走访'] } },
    },
    outcome: {
      say: '问到了吗？',
      label: '问到没有',
      choices: {
        answered: { label: '问到了', hears: ['接受回访', '谈了'] },
        declined: { label: '本人不愿意', hears: ['不愿意', '不想说'] },
        unavailable: { label: '没联系上', hears: ['没人接', '不在家'] },
        uncooperative: { label: '不配合', hears: ['态度不好'] },
        unreached: { label: '还没去', hears: ['没去', '没打'] },
        nosuch: { label: '号码或地址不对', hears: ['空号', '找不到人'] },
      },
    },
    theirs: { say: '说好的事，对方做到了吗？', label: '对方履行', skip: NOT_ASKED, choices: KEPT },
    own: { say: '自己答应的，做到了吗？', label: '自己履行', skip: NOT_ASKED, choices: KEPT },
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
    words: { say: '还说了什么？您自己看到什么？', label: '原话', skip: '没有' },
  },
}
