import type { WordsOf } from '../../core/flow.ts'
import type { revisit } from '../flow.ts'
import { goesOnLater, inDanger } from '../told.ts'

const RATHER_NOT = '不想说'
const NOT_SURE = '说不清'
const THANKS = '谢谢您。有事随时找我们，急事打110。'
const KEPT = {
  all: { label: '都做到了', hears: ['做到了', '做了', '都做了', '弄好了'] },
  part: { label: '做了一部分', hears: ['一部分', '做了些', '做了点'] },
  none: { label: '没做', hears: ['没有做', '没做到', '没得'] },
  notyet: { label: '还没到时间', hears: ['没到时间', '还没到'] },
}

export const zh: WordsOf<typeof revisit> = {
  opening: [],
  closing: (known) => {
    const { speaker, begin } = known
    if (speaker === 'other') return '好的，打扰您了。'
    if (begin === 'later') return '好，不急，过两天再问您。急事打110。'
    if (begin === 'call') return '好，民警会打电话给您。急事打110。'
    if (begin === 'no')
      return ['好，不打扰您了。您可以随时不谈，不会因此怪您。', '有事随时找我们，急事打110。']
    if (goesOnLater(known)) return '好，您先忙。没问完的过两天再问。急事打110。'
    if (inDanger(known)) return '谢谢您告诉我们。民警会尽快联系您。'
    const { law } = known.given
    return law ? `${THANKS}\n${law.zh}` : THANKS
  },
  quiet: () => THANKS,
  remarks: { danger: '先去安全的地方。对方再来，马上打110；不方便说话，发短信到12110。' },
  steps: {
    speaker: {
      say: '请问现在是您本人吗？',
      label: '是不是本人',
      choices: {
        self: { label: '是我本人', hears: ['是', '是的', '是我', '本人', '我是', '对', '嗯'] },
        other: {
          label: '我是别人',
          hears: ['不是', '不是本人', '不是我', '别人', '他不在', '她不在', '不在', '我是家里人'],
        },
      },
    },
    begin: {
      say: ({ given }) =>
        given.said
          ? '您好，派出所回访。上回没问完，再问您几句就好。'
          : '您好，派出所回访。上次那件事，想问您几句，一分钟就好。',
      label: '现在方便吗',
      choices: {
        now: { label: '方便', hears: ['可以', '好', '好的', '行', '要得', '你问', '问嘛', '嗯', '在'] },
        later: {
          label: '晚点',
          hears: ['忙', '在忙', '没空', '不方便', '等一下', '等会', '等会儿', '过几天', '明天', '改天'],
        },
        call: { label: '请打电话', hears: ['打电话', '电话', '电话说'] },
        no: { label: '不想回访', hears: ['不用', '不用了', '不要', '不想', '不需要'] },
      },
    },
    busy: { say: '没空吗？', label: '没空', choices: { yes: '没空' } },
    theirs: { say: '说好的事，对方做到了吗？', label: '对方做到没有', skip: RATHER_NOT, choices: KEPT },
    own: { say: '您答应的，做到了吗？', label: '您做到没有', skip: RATHER_NOT, choices: KEPT },
    reason: {
      say: '哪一样还没做？是什么原因？',
      label: '没做的原因',
      skip: RATHER_NOT,
      choices: {
        theywont: '对方不肯',
        wont: '我不想做',
        nomoney: '没钱',
        early: { label: '还没到时间', hears: ['没到时间', '还没到'] },
        waits: '等别的事',
        other: '其他',
      },
    },
    received: { say: '一共收到多少了？', label: '收到', skip: NOT_SURE },
    paid: { say: '一共付了多少了？', label: '付了', skip: NOT_SURE },
    trouble: {
      say: '这段时间，你们又闹过吗？',
      label: '又闹过吗',
      skip: RATHER_NOT,
      choices: {
        none: { label: '没有', hears: ['没闹', '没有闹', '没得', '没'] },
        quarrel: { label: '吵过', hears: ['吵了', '吵架', '吵过架'] },
        blows: { label: '动手了', hears: ['打了', '打架', '打架了', '打起来了'] },
        threat: { label: '被威胁', hears: ['威胁', '威胁我', '他威胁我'] },
      },
    },
    relation: {
      say: '现在见面怎么样？',
      label: '见面',
      skip: RATHER_NOT,
      choices: {
        greet: { label: '打招呼', hears: ['打个招呼', '说话', '好了'] },
        silent: { label: '不说话', hears: ['不讲话', '不打招呼'] },
        avoid: { label: '躲着走', hears: ['绕着走', '躲着'] },
        angry: { label: '还在生气', hears: ['生气', '还气', '气得很'] },
      },
    },
    fair: {
      say: '这样解决，您觉得公平吗？',
      label: '公平吗',
      skip: RATHER_NOT,
      choices: {
        fair: { label: '公平', hears: ['公道', '满意'] },
        acceptable: { label: '还行', hears: ['可以', '还可以', '一般', '行'] },
        notquite: { label: '不太公平', hears: ['不太公道', '不太满意'] },
        unfair: { label: '不公平', hears: ['不公道', '不满意'] },
      },
    },
    freely: {
      say: '当时签字，是您自己愿意的吗？',
      label: '自己愿意吗',
      skip: RATHER_NOT,
      choices: {
        yes: { label: '自己愿意', hears: ['是', '是的', '愿意', '自愿'] },
        reluctant: { label: '有点勉强', hears: ['勉强'] },
        pressed: { label: '被逼的', hears: ['被逼', '逼的', '逼我签的'] },
      },
    },
    safe: {
      say: '您现在觉得安全吗？',
      label: '安全吗',
      skip: RATHER_NOT,
      choices: {
        safe: { label: '安全', hears: ['不怕', '没事', '是'] },
        abit: { label: '有点怕', hears: ['有些怕', '有点'] },
        very: { label: '很怕', hears: ['怕', '好怕', '怕得很', '不安全'] },
      },
    },
    score: {
      say: '给这次调解打个分，1到5分，5分最好。',
      label: '打分',
      skip: RATHER_NOT,
      choices: { '1': '1分', '2': '2分', '3': '3分', '4': '4分', '5': '5分' },
    },
    help: { say: '还有难处要我们帮忙吗？没有就回“没有”。', label: '要帮忙吗', skip: '没有' },
    words: { say: '还想说什么？', label: '您还说了' },
  },
}
