import { wallClock } from '../../case.ts'
import { isRefused } from '../../core/command.ts'
import type { WordsOf } from '../../core/flow.ts'
import type { Standing } from '../commands.ts'
import type { status } from '../flow.ts'

/** What a resident is told of each state, in plain words. */
const STATES: { [state: string]: string } = {
  DRAFT: '先记下了，还差一点情况',
  REPORTED: '已登记，正在看怎么办',
  EMERGENCY: '民警正在处理',
  SCREENING: '已登记，正在看怎么办',
  ACCEPTED: '已受理，正在安排民警',
  REJECTED: '不归这里办，理由已经告诉您',
  REFERRED: '已转给别的单位办',
  ASSIGNED: '已经派给民警',
  CLAIMED: '民警已经接手',
  MEDIATING: '正在谈',
  SUSPENDED: '先停一停，过些天接着谈',
  AGREED: '已经谈好了',
  FAILED: '这次没谈成',
  TERMINATED: '谈不下去了，还可以走别的路',
  PERFORMING: '谈好了，正在照着做',
  BREACHED: '有一件事到期没做，民警在催',
  REVISITING: '谈好了，我们还会来问几次',
  CLOSED: '办完了',
  REOPENED: '又重新在办',
  MERGED: '和另一件合在一起办',
  // Difficulties that are no dispute.
  'request-open': '已登记，正在安排人办',
  'request-taken': '有人在办',
  'request-answered': '已经答复您了',
  'request-solved': '办好了',
  'request-passed-on': '已转给别的单位办',
  'request-declined': '办不了，原因已经告诉您',
  'request-case': '按纠纷在办',
}
const NEXT = {
  contact: '民警会联系您',
  mediation: '接着谈',
  duty: '说好的事到期',
  revisit: '再来问您',
  answer: '给您答复',
  nothing: null,
}

function told({ number, state, next, officer }: Standing, offset: number): string {
  const what = NEXT[next.what]
  const by = next.at === null ? '' : `${wallClock(next.at, offset, 'zh')}前，`
  return [
    `编号${number}：${STATES[state] ?? '正在办'}。`,
    ...(officer ? [`经办：${officer}。`] : []),
    ...(what ? [`接下来：${by}${what}。`] : []),
  ].join('\n')
}

export const zh: WordsOf<typeof status> = {
  opening: [],
  notes: { standing: ({ given }, result) => (isRefused(result) ? null : told(result, given.offset)) },
  closing: ({ reached }) =>
    reached === 'no' ? '对不起，我再催一次。急事打110。' : '有事随时找我们，急事打110。',
  steps: {
    which: { say: '您问的是哪一件？', label: '哪一件' },
    reached: {
      say: '民警联系您了吗？',
      label: '联系了吗',
      choices: {
        yes: { label: '联系了', hears: ['是', '有', '来过了', '打过电话'] },
        no: { label: '还没有', hears: ['没有', '没', '没得', '没联系', '没人联系我'] },
      },
    },
  },
}
