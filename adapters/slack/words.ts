// The few sentences that the channel itself says: labels of its own buttons, and hints where the desk cannot be asked.
import type { Locale } from '../../flows/core/event.ts'

const zh = {
  message: '您有一条新消息。',
  card: '您有一条工作通知。',
  back: '上一步',
  choose: '请选',
  typeInstead: '打字也行：',
  notTaken: (twin: string | null) =>
    twin ? `没有收到，请再按一次，或者打字：${twin}` : '没有收到，请再按一次，或者打字说。',
  private: '我在私聊里回您。',
  alerts: '结果我在私聊里回您。如果我还不在这个频道里，请先把我加进来。',
  alertsWhere: '请到要收提醒的那个频道里打这条命令。',
  called: '有事请私聊我：点我的名字，再点“消息”。',
  level: { RED: '🔴 红色', ORANGE: '🟠 橙色', YELLOW: '🟡 黄色', BLUE: '🔵 蓝色' },
  form: { title: '一次填完', send: '提交', close: '先不填', or: '也可以点一个' },
  home: {
    mine: '我的案件',
    none: '现在没有您负责的案件。',
    overdue: '别人负责、已经超期的',
    greeting: '您好。有纠纷、有事情要说，点上面的“消息”，直接打字或者发照片、语音。急事打110。',
    late: '超期',
    due: '办理期限',
    show: '看看',
    more: (count: number) => `还有${count}件，打 /case 看全部。`,
  },
}

type Words = typeof zh

const en: Words = {
  message: 'You have a new message.',
  card: 'You have a work notice.',
  back: 'Back',
  choose: 'Please choose',
  typeInstead: 'Or type:',
  notTaken: (twin) =>
    twin
      ? `That was not received. Please press again, or type: ${twin}`
      : 'That was not received. Please press again, or type it.',
  private: 'I answer you in our direct messages.',
  alerts: 'I answer you in our direct messages. If I am not in this channel yet, please add me first.',
  alertsWhere: 'Please type this command in the channel that is to get the alerts.',
  called: 'Please write to me directly: press my name, then “Message”.',
  level: { RED: '🔴 Red', ORANGE: '🟠 Orange', YELLOW: '🟡 Yellow', BLUE: '🔵 Blue' },
  form: {
    title: 'All at once',
    send: 'Send',
    close: 'Not now',
    or: 'Or choose one',
  },
  home: {
    mine: 'My cases',
    none: 'No case is yours at the moment.',
    overdue: 'Overdue with others',
    greeting:
      'Hello. To tell of a dispute or anything else, press “Messages” above and write, or send photos or a voice message. In an emergency call 110.',
    late: 'overdue',
    due: 'due',
    show: 'Show',
    more: (count) => `${count} more: type /case to see all.`,
  },
}

export const wordsIn = (locale: Locale): Words => (locale === 'en' ? en : zh)
