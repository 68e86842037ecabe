import { wallClock } from '../../case.ts'
import { levelInfo } from '../../casework/level.ts'
import type { MyCase } from '../../core/desk-commands.ts'
import type { HouseWords } from '../../core/house.ts'
import type { DeskStation } from '../station.ts'

/** `RD-2026-0001｜黄｜调解中｜首次联系 11月27日 10:12前｜已超期` */
const mineLine = ({ number, level, state, due, overdue }: MyCase, offset: number): string =>
  [
    number,
    levelInfo(level).zh,
    state.zh,
    due ? `${due.what.zh} ${wallClock(due.at, offset, 'zh')}前` : '',
    overdue ? '已超期' : '',
  ]
    .filter(Boolean)
    .join('｜')

export const zh = ({ name, phone, retention, contact }: DeskStation): HouseWords => ({
  hears: {
    help: ['帮助', '怎么用', '咋个用', '你能做什么', '有什么功能'],
    human: ['人工', '转人工', '人工服务', '找民警', '我要找民警', '找人', '找真人', '叫民警来'],
    stop: ['停', '停止', '退订', '不要再发', '不要再发了', '别再发', '别再发了', '别发了', '不要发了'],
    back: ['返回', '上一题', '上一步', '退回', '回到上一题'],
    cancel: ['取消', '不说了', '退出', '不报了'],
    privacy: ['隐私', '隐私说明', '隐私政策'],
    erase: ['删除', '要求删除', '删除我的信息', '删掉我的信息'],
    link: ['换聊天', '换手机', '我的码', '要码', '接续码', '合并聊天'],
    mine: ['我的案件', '我的案子', '我的', '我手上的案件'],
    zh: ['中文', '汉语', '汉文', '普通话', '说汉语'],
    en: ['英文', '英语'],
    bo: ['藏语', '藏文', '说藏语', 'བོད་ཡིག', 'བོད་སྐད'],
  },
  help: {
    resident: [
      '有纠纷就直接说，打字、发语音、发照片都行。说藏语可以发语音，有懂藏语的人听。',
      '回“进度”看办到哪里，回“补充”加情况，回“返回”改上一题，回“取消”先不说。',
      '回“人工”找民警，回“停”不再收消息，回“隐私”看说明，回“English”换英文。急事打110。',
      '换手机、换聊天软件，回“换聊天”。',
    ],
    staff: [
      '带上编号：研判、分派、签收、转派、联系、调解、协议、履行、记录、侧面、核对、级别、移交、回执、联调、联调记录、流转、解除、防止、结案。比如“签收 编号”。',
      '只发编号：看这件事现在怎样、能做什么。',
      '不带编号：我的案件、应访尽访、报表（也可以连着打：报表 上月、报表 2026-10 C2）、登记（记一件新纠纷，也能代别人登记）、摸排、零报告、报苗头、换聊天、返回、取消、English。',
    ],
  },
  human: '好，我请民警联系您。急事打110。',
  stopped: '好，不再主动给您发消息。想说随时找我，急事打110。',
  privacy: [
    `我们是${name}。收集您说的事、地点、联系方式，只为处理纠纷、防止伤人。`,
    '给看的人：办事民警、责任领导、您同意参加的调解员；依法需要时转给有关部门，会告诉您。',
    '您可以不说名字，可以查、改、要求删；依法必须存档的除外。',
    `保存多久：${retention?.zh ?? '按规定，可以问我们'}。联系人：${contact ?? `${name}，电话${phone}`}。`,
    '不满14岁，请让家长一起看；有危险可以直接找我们。',
  ].join(''),
  erase: '好，您要删除信息的事我转给民警，核实后回您。依法必须存档的除外。',
  language: '好，说汉语。有什么事，慢慢说。',
  inquiry: `办证、户口这些，请到窗口问，或打${name}电话${phone}。有纠纷就直接跟我说。`,
  thanks: '不客气。有事随时找我们，急事打110。',
  abuse: '我在这里，是为了帮大家解决纠纷。有事请说事。',
  nothingOpen: '现在没有在问的问题。有事直接说就行。',
  emergency: '请马上打110。不方便说话，发短信到12110，写清地方和事情。先躲到安全的地方。',
  emergencyTold: '我已经通知值班民警。',
  unknownToStaff: '没听明白。回“帮助”看能做什么，回“登记”记一件新纠纷。',
  code: {
    hears: ['绑定', '接续'],
    missing: '请连码一起发：先写“绑定”，空一格，再写码。没有码，就在原来的聊天里回“换聊天”。',
    wrong: '这个码用不了：可能打错了，用过了，或者过了时间。请要一个新的码再试。',
    staff: (name) => `您好，${name}。这个聊天已经绑定到您名下，可以办案了。`,
    joined: (numbers) =>
      `这两个聊天现在是同一个人的了。${numbers.length === 0 ? '' : `${numbers.join('、')}在这里也能查、能补充。`}`,
    made: ({ code, until, staff, offset }) => [
      staff
        ? `下面这一行，请在您要绑定的另一个聊天里发给我。只能用一次，${wallClock(until, offset, 'zh')}前有效。不要给别人，拿到的人就能用您的名义办案。`
        : `下面这一行，请在您的另一个聊天里发给我，那边就能接着说。只能用一次，${wallClock(until, offset, 'zh')}前有效。不要给别人，拿到的人能看到您说的事。`,
      `绑定 ${code}`,
    ],
  },
  correction: {
    kept: (number) => `您改的话已补记到${number}，原来的话也留着。`,
    sayAgain: '改过的那条我看到了，可是不知道是说哪件事。请重新发一条新消息。',
  },
  unreadable: {
    kind: '这种消息我看不了。请打字，或者发语音、照片、位置。',
    tooLarge: '这个文件太大，我收不下。请发小一点的，或者分几次发。',
    lost: '这个文件没有收到。请再发一次。',
    notOwnPhone: '这不是您自己的号码，我没有记。请分享您自己的号码，或者直接打出来。',
  },
  group: {
    on: '好，这个群以后会收到案情提醒。提醒里没有名字和事情经过。',
    off: '好，这个群不再收案情提醒。',
    unchanged: '这个群本来就是这样，没有变。',
  },
  mine: (cases, offset) =>
    cases.length === 0 ? '您手上现在没有案件。' : cases.map((one) => mineLine(one, offset)).join('\n'),
})

/** The slot for Tibetan: Chinese sentences until a native speaker has reviewed others; a voice finds a listener. */
export const bo = (station: DeskStation): HouseWords => ({
  ...zh(station),
  language: '藏文的句子还在审，我先用汉语回您。您可以用藏语发语音，有懂藏语的人听。',
})
