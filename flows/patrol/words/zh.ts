import { wallClock } from '../../case.ts'
import { repeatName, roundLine, roundName } from '../../casework/patrol-text.ts'
import type { WordsOf } from '../../core/flow.ts'
import type { patrol } from '../flow.ts'

export const zh: WordsOf<typeof patrol> = {
  opening: [
    ({ given: { rounds, offset } }) =>
      rounds.length === 0 ? '' : rounds.map((one) => roundLine(one, offset, 'zh')).join('\n'),
  ],
  review: ({ which = 'new' }) => (which === 'new' ? '就这样去摸排，对吗？' : '就这样改，对吗？'),
  closing: ({ given: { offset, villages } }, planned) => {
    const { no, state, at, until, repeat, asked, nobody } = planned
    const clock = (then: number) => wallClock(then, offset, 'zh')
    const name = roundName(no, 'zh')
    const missing = nobody.map((code) => villages.find(({ id }) => id === code)?.label ?? code)
    const none = missing.length > 0 ? `没有人可问的村：${missing.join('、')}，请另外安排人去。` : ''
    const again = repeat === 'none' ? '' : `${repeatName(repeat, 'zh')}一轮。`
    switch (state) {
      case 'open':
        return `摸排${name}开始了，问${asked}人，${clock(until)}止。${again}${none}回“摸排进度”看。`
      case 'planned':
        return `摸排${name}定好了，${clock(at)}开始，${clock(until)}止。${again}${none}`
      case 'done':
        return `摸排${name}已经结束。${again || '以后不再重复。'}`
      default:
        return `摸排${name}取消了。`
    }
  },
  steps: {
    which: {
      say: '要看哪一轮，还是新开一轮？',
      label: '哪一轮',
      choices: { new: { label: '新开一轮', hears: ['新的', '新开', '再开一轮'] } },
    },
    deed: {
      say: '要怎么改？',
      label: '怎么改',
      choices: {
        until: { label: '改截止时间', hears: ['延长', '截止', '改时间'] },
        at: { label: '改开始时间', hears: ['开始时间', '提前', '推后'] },
        once: { label: '不再重复', hears: ['停止重复', '停', '不重复'] },
        cancel: { label: '取消这一轮', hears: ['取消这轮', '撤销', '不搞了'] },
      },
    },
    where: {
      say: ({ given }) => `去哪些村？您管的有${given.villages.length}个。`,
      label: '哪些村',
      choices: {
        all: { label: '都去', hears: ['全部', '所有', '都'] },
        some: { label: '选几个', hears: ['选', '挑几个'] },
      },
    },
    villages: { say: '选哪几个村？', label: '村' },
    method: {
      say: '怎么摸排？',
      label: '办法',
      choices: {
        chat: { label: '聊天问', hears: ['聊天', '群里问'] },
        visit: { label: '入户', hears: ['上门', '走访'] },
        call: { label: '打电话', hears: ['电话'] },
        meeting: { label: '座谈', hears: ['开会'] },
        data: { label: '看数据', hears: ['数据', '查台账'] },
      },
    },
    when: {
      say: '什么时候开始？点“现在”，或者打时间，比如 明天9点。',
      label: '开始',
      choices: { now: { label: '现在', hears: ['马上', '立刻', '今天'] } },
    },
    until: {
      say: '等到什么时候？可以打时间，比如 后天18点。',
      label: '等多久',
      choices: {
        day: { label: '一天', hears: ['1天', '24小时'] },
        two: { label: '两天', hears: ['2天', '二天'] },
        three: { label: '三天', hears: ['3天'] },
        week: { label: '一周', hears: ['7天', '七天', '一个星期'] },
      },
    },
    repeat: {
      say: '要重复吗？敏感时段可以每天零报告。',
      label: '重复',
      choices: {
        none: { label: '就这一次', hears: ['不', '不用', '不重复', '一次'] },
        daily: { label: '每天', hears: ['天天', '零报告', '日报'] },
        weekly: { label: '每周', hears: ['一周一次', '周报'] },
        'half-month': { label: '每半个月', hears: ['半月', '半个月'] },
        month: { label: '每月', hears: ['一个月', '月', '每个月'] },
      },
    },
  },
}
