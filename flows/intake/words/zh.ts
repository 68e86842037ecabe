import { wallClock } from '../../case.ts'
import type { WordsOf } from '../../core/flow.ts'
import type { Filed } from '../commands.ts'
import type { intake } from '../flow.ts'
import { isViolent } from '../kind.ts'
import { lawSaid } from '../law.ts'
import { codes, gentle, isNeed, isNew, isUrgent, type Told } from '../told.ts'

const RATHER_NOT = '不想说'

/** The station's own number, where it is another than the one for emergencies. */
const phoned = ({ name, phone }: { name: string; phone: string }) =>
  phone === '110' ? '' : `${name}电话${phone}。`

export const zh: WordsOf<typeof intake> = {
  opening: [
    ({ signals, given }) =>
      given.behalf
        ? ''
        : signals.hard
          ? '我是派出所的自动回复助手，不是民警。'
          : '您好，我是派出所的自动回复助手，不是民警。有纠纷可以跟我说，打字、发语音都行。正在打人、有人受伤，请马上打110。',
    ({ signals, given }) =>
      signals.hard || given.matters.length > 0 || given.behalf
        ? ''
        : '您说的事，只给办这件事的人看；法律要求转的，会转给有关部门。不想说的可以不说。回“隐私”看说明，回“删除”可要求删除。',
  ],
  review: (told) =>
    isUrgent(told)
      ? '您说的我都记下了，已经登记。还有要说的，接着发就行。'
      : isNew(told)
        ? '我记的是下面这些。对吗？'
        : '我把这些补进去。对吗？',
  closing: (told, result) =>
    told.given.behalf
      ? closedFor(told, result as Partial<Filed>)
      : isNeed(told)
        ? promised(told, result as Promised)
        : `${closed(told, result as Partial<Filed>)}${lawSaid(told, 'zh')}`,
  // Somebody at risk who has gone silent is sent nothing: another may hold the phone by now.
  quiet: (told, result) =>
    told.given.behalf
      ? closedFor(told, result as Partial<Filed>)
      : isNeed(told)
        ? promised(told, result as Promised)
        : gentle(told)
          ? ''
          : `${isUrgent(told) ? '' : '不急，先按您说的登记。'}${closed(told, result as Partial<Filed>)}`,
  notes: {
    filed: (told, { number }: Filed) =>
      isUrgent(told) ? `已登记，编号${number}。` : `已登记，编号${number}。再问您几句，好让民警早点帮上忙。`,
    updated: () => null,
    raised: () => null,
    human: () => '您的难处我听到了。我请民警跟您说说话。',
  },
  remarks: {
    voice: '语音收到了，会有人听。您也可以打几个字。',
    violence:
      '打人不是家务事。值班民警会看到您的消息。您可以报警，可以向法院申请保护令，妇联也能帮您（12338）。',
    child: '你没有做错。身边有没有信得过的大人？我会请一位民警来帮你，我们会小心保密。',
    minor: '民警会按保护孩子的规定办。问孩子的时候家长在场，尽量只问一次。',
    duty: '这属于必须报告的事，我已转民警。',
    wages: '工资的事由人社部门管，可以打12333。我们也会帮您联系。请不要堵路堵门。',
    land: '草场、土地归谁，要由政府定。定下来之前，请双方都不要动。民警会先帮你们稳住。',
    thanks: '谢谢您告诉我们。我们不会说是谁反映的。',
  },
  steps: {
    safety: {
      say: (told) =>
        isViolent(codes(told)) ? '您现在安全吗？不安全就打110；不方便说话，发短信到12110。' : '现在安全吗？',
      label: '安全',
      skip: RATHER_NOT,
      choices: {
        safe: {
          label: '安全',
          hears: ['安全的', '是', '是的', '嗯', '没事', '没得事', '没危险', '现在安全', '还好', '对'],
        },
        unsafe: {
          label: '不安全',
          hears: ['不', '不是', '危险', '有危险', '害怕', '怕', '很怕', '怕得很', '我怕', '不太安全'],
        },
        other: { label: '别人有危险', hears: ['别人', '别人危险', '他有危险', '她有危险', '人家有危险'] },
      },
    },
    narrative: { say: '出了什么事？慢慢说，一两句就行。', label: '事情' },
    matter: {
      say: '说的是以前那件，还是新的事？',
      label: '哪一件',
      skip: '说不准',
      choices: { new: { label: '新的事', hears: ['新的', '不是', '另一件', '别的事'] } },
    },
    sort: {
      say: '是要帮忙的困难，还是跟谁闹了矛盾？',
      label: '是什么事',
      skip: '说不准',
      choices: {
        need: {
          label: '是困难，要帮忙',
          hears: ['困难', '要帮忙', '帮忙', '没跟谁闹', '没有矛盾', '是困难'],
        },
        quarrel: { label: '是跟人有矛盾', hears: ['矛盾', '纠纷', '闹矛盾', '跟人闹了', '有矛盾'] },
      },
    },
    place: {
      say: '在哪个村？哪个地方？可以发位置。',
      label: '地点',
      choices: {
        elsewhere: { label: '都不是', hears: ['不在这些村', '别的地方', '不知道', '不晓得', '不清楚'] },
      },
    },
    moment: {
      say: '什么时候的事？现在还在闹吗？',
      label: '时间',
      skip: RATHER_NOT,
      choices: {
        yes: { label: '还在闹', hears: ['还在', '在闹', '没停', '是', '嗯', '天天'] },
        no: { label: '已经停了', hears: ['停了', '没闹了', '不闹了', '过去了'] },
      },
    },
    role: {
      say: '您是哪一位？',
      label: '您是',
      skip: '跳过',
      choices: {
        PARTY: { label: '当事人', hears: ['我自己', '本人', '就是我', '我的事', '自己'] },
        RELATIVE: { label: '家里人', hears: ['家人', '亲戚', '家属', '我家里人'] },
        WITNESS: { label: '看到的人', hears: ['看到的', '路过', '邻居', '看见的'] },
        GRID: { label: '网格员或村干部', hears: ['网格员', '村干部', '干部', '辅警'] },
        ANON: { label: '不想说', hears: ['匿名', '不说', '保密'] },
        CADRE: '村里干部',
        TEACHER: '老师',
        CHILD: '孩子本人',
      },
    },
    counterpart: {
      say: '跟谁闹的？说名字、外号、哪一家都行。不知道就回“不知道”。',
      label: '对方',
      skip: '不知道',
    },
    injury: {
      say: '有人受伤吗？',
      label: '受伤',
      skip: '不清楚',
      choices: {
        none: { label: '没有', hears: ['没得', '没受伤', '没伤', '没事', '都没有', '没'] },
        minor: { label: '轻伤', hears: ['一点点', '破皮', '擦伤', '有一点', '不重'] },
        serious: { label: '要去医院', hears: ['去医院', '医院', '重', '很重', '伤得重', '送医院'] },
      },
    },
    weapon: {
      say: '对方有没有拿刀、棍，或者说要打人、杀人？',
      label: '刀棍、威胁',
      skip: RATHER_NOT,
      choices: {
        no: { label: '没有', hears: ['没得', '没拿', '没说', '没'] },
        yes: { label: '有', hears: ['拿了', '有的', '说了', '是'] },
        unsure: { label: '不清楚', hears: ['不知道', '不晓得', '没看清'] },
      },
    },
    headcount: {
      say: '大概几个人？',
      label: '人数',
      skip: '不清楚',
      choices: {
        two: { label: '两个人', hears: ['就两个', '两个', '我和他'] },
        few: { label: '三到九个', hears: ['几个', '几个人', '三五个'] },
        many: { label: '十个以上', hears: ['十几个', '很多人', '一群人'] },
        crowd: { label: '五十个以上', hears: ['上百人', '几十上百'] },
      },
    },
    amount: {
      say: '牵涉到钱吗？大概多少？没有就回“没有”。',
      label: '钱数',
      skip: '没有',
    },
    history: {
      say: '以前为这事闹过吗？找过谁？',
      label: '以前',
      skip: RATHER_NOT,
      choices: {
        first: { label: '头一回', hears: ['第一次', '没有', '没得', '没闹过', '没找过'] },
        village: { label: '找过村上', hears: ['村上', '找过村里', '村干部', '村委会'] },
        police: { label: '找过派出所或镇上', hears: ['派出所', '镇上', '找过派出所', '报过警', '找过镇上'] },
        court: { label: '在打官司或仲裁', hears: ['法院', '打官司', '仲裁', '起诉了'] },
      },
    },
    wish: { say: '您希望怎么解决？', label: '想怎么解决', skip: '没想好' },
    evidence: {
      say: '有照片、欠条、聊天记录，可以发来。没有也不要紧。',
      label: '照片、凭证',
      skip: '没有',
    },
    reach: {
      say: '您的电话是多少？什么时候方便接？不方便接就回“只打字”。',
      label: '怎么联系',
      skip: '不留',
      choices: { text: { label: '只打字', hears: ['打字', '不打电话', '不方便接', '别打电话'] } },
    },
    vulnerable: {
      say: '有没有老人、孕妇、娃娃受影响？',
      label: '老人、孕妇、娃娃',
      skip: RATHER_NOT,
      choices: {
        no: { label: '没有', hears: ['没得', '没'] },
        yes: { label: '有', hears: ['有的', '有娃娃', '有老人', '是'] },
      },
    },
    name: { say: '怎么称呼您？可以只说姓。不留名也可以。', label: '称呼', skip: '不留名' },
    willing: {
      say: '村上和派出所的人帮你们坐下来谈，您愿意吗？不愿意也没关系，还可以走法院等办法。',
      label: '愿意谈吗',
      skip: RATHER_NOT,
      choices: {
        yes: { label: '愿意', hears: ['可以', '行', '好', '要得', '是'] },
        no: { label: '不愿意', hears: ['不', '不想', '不谈', '不行'] },
        thinking: { label: '想一想', hears: ['考虑一下', '再说', '看看'] },
      },
    },
  },
}

type Promised = { number: string; promisedBy: number }

/** A difficulty: by when they get an answer. */
const promised = ({ given }: Told, { number, promisedBy }: Promised): string =>
  `收到了，编号${number}。最迟${wallClock(promisedBy, given.offset, 'zh')}给您答复。回“进度”可以查。急事打110。`

/** To the colleague who entered it: what to read out, and by what the person goes on in a chat of their own. */
function closedFor({ given }: Told, { number = '', contactBy, link }: Partial<Filed>): string[] {
  const by = contactBy === undefined ? '' : `民警会在${wallClock(contactBy, given.offset, 'zh')}前联系。`
  const first = `登记好了。请读给来人听：编号${number}。${by}急事打110。`
  if (!link) return [first, '来人没有聊天，办到哪一步由民警打电话告诉。']
  const { url, telegram, code, until } = link
  const ways = [url, telegram].filter((one) => one !== null)
  return [
    first,
    `来人想在聊天里看进度，${ways.length > 0 ? '就打开下面的链接，或者' : '就'}在聊天里发最后一行。只能用一次，${wallClock(until, given.offset, 'zh')}前有效，只给来人。`,
    ...(ways.length > 0 ? [ways.join('\n')] : []),
    `接续 ${code}`,
  ]
}

function closed(told: Parameters<typeof isNew>[0], { number, contactBy }: Partial<Filed>): string {
  if (!isNew(told)) return `这件事已经有人在办，编号${number}。您说的我补进去了。急事打110。`
  const { given, reach } = told
  const by = contactBy === undefined ? '' : `民警会在${wallClock(contactBy, given.offset, 'zh')}前联系您。`
  const how = reach?.how ? '会按您说的方式联系。' : ''
  return `收到了，编号${number}。${by}${how}急事打110。${phoned(given.station)}`
}
