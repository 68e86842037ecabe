import { caseLine } from '../../case.ts'
import { stateName } from '../../casework/life-cycle.ts'
import type { State } from '../../casework/tables/life-cycle.ts'
import type { WordsOf } from '../../core/flow.ts'
import type { screening } from '../flow.ts'
import { gateTold } from '../told.ts'

export const zh: WordsOf<typeof screening> = {
  opening: [({ given }) => `研判：${caseLine(given, 'zh')}`],
  closing: (_, { number, state }) =>
    state === 'SCREENING'
      ? `记下了。${number}不属本所管辖，24小时内要移交，请回“移交 ${number}”。`
      : `记下了。${number}现在是：${stateName(state as State).zh}。`,
  steps: {
    decision: {
      say: '这件事怎么办？要转给别的单位，请取消后回“移交”。',
      label: '研判',
      choices: {
        accept: { label: '受理', hears: ['收', '接'] },
        reject: { label: '不予受理', hears: ['不受理', '不收'] },
        emergency: { label: '是紧急警情', hears: ['紧急', '紧急警情'] },
      },
    },
    category: {
      say: ({ given }) => `类别是“${given.categoryName.zh}”。要改就选一个。`,
      label: '类别',
      skip: '不改',
      choices: { other: '别的类别' },
    },
    group: { say: '属于哪一大类？', label: '大类', skip: '不改' },
    kind: { say: '是哪一种？', label: '小类', skip: '不改' },
    bars: {
      say: '有没有下面的情形？没有就选“都没有”。',
      label: '有无障碍',
      choices: {
        none: { label: '都没有', hears: ['没有', '无', '没得'] },
        crime: { label: '涉嫌犯罪', hears: ['犯罪'] },
        court: { label: '法院已受理', hears: ['法院', '打官司'] },
        arbitration: { label: '正在仲裁', hears: ['仲裁'] },
        body: { label: '别的机关在办或办完了', hears: ['别的机关', '别的单位'] },
        petition: { label: '信访事项', hears: ['信访'] },
        refused: { label: '一方明确不愿意谈', hears: ['不愿意', '不愿意谈'] },
        special: { label: '只能法院、民政定（婚姻效力、亲子）', hears: ['民政', '亲子'] },
      },
    },
    home: {
      say: '家里有没有打骂、恐吓、不准出门？',
      label: '家庭暴力',
      choices: {
        none: { label: '没有家庭暴力', hears: ['没有', '没得', '无'] },
        violence: { label: '有家庭暴力', hears: ['有', '打过'] },
      },
    },
    act: {
      say: '有没有违反治安管理的行为？情节较轻，又没有后面的情形，才能治安调解。',
      label: '治安情节',
      choices: {
        none: { label: '没有违法行为', hears: ['没有', '无', '没得'] },
        minor: { label: '有，情节较轻', hears: ['较轻', '轻'] },
        serious: { label: '情节不轻', hears: ['不轻', '重'] },
        hired: { label: '雇凶', hears: ['雇人'] },
        gang: { label: '结伙斗殴、寻衅滋事', hears: ['结伙', '寻衅'] },
        repeat: { label: '多次违法', hears: ['多次'] },
        unwilling: { label: '一方不愿治安调解', hears: ['不愿'] },
        during: { label: '调解中又违法', hears: ['又违法'] },
        fled: { label: '嫌疑人逃跑', hears: ['跑了', '逃跑'] },
        other: { label: '其他不宜调解的', hears: ['其他'] },
      },
    },
    guardian: {
      say: '有没有未满18岁的？监护人能到场吗？',
      label: '监护人',
      choices: {
        adults: { label: '都是成年人', hears: ['没有', '成年'] },
        present: { label: '有，监护人到场', hears: ['到场', '在'] },
        absent: { label: '有，监护人没到', hears: ['没到', '不在'] },
      },
    },
    title: {
      say: '争的是什么？',
      label: '权属',
      choices: {
        use: { label: '只争使用、通行、补偿', hears: ['使用', '通行', '补偿'] },
        both: { label: '归谁也争，先谈临时界线', hears: ['都争', '临时'] },
        title: { label: '就争归谁', hears: ['归谁', '权属'] },
      },
    },
    taking: {
      say: '争的是怎么分，还是补偿标准、程序？',
      label: '征地',
      choices: {
        share: { label: '村组、家庭内部怎么分', hears: ['怎么分', '分配'] },
        price: { label: '补偿标准、程序', hears: ['标准', '程序'] },
      },
    },
    workers: {
      say: '有没有十个人以上？',
      label: '人数',
      choices: {
        few: { label: '不到十人', hears: ['没有', '不到'] },
        ten: { label: '十人以上', hears: ['有', '以上'] },
      },
    },
    job: {
      say: '人还在那里干活吗？',
      label: '在职',
      choices: {
        still: { label: '还在干', hears: ['在', '在职'] },
        left: { label: '已经离开', hears: ['离开', '离职', '不在'] },
      },
    },
    ordered: {
      say: '人社责令支付以后还是不付吗？',
      label: '责令支付',
      choices: {
        no: { label: '没有责令过', hears: ['没有', '不是'] },
        unpaid: { label: '责令了还不付', hears: ['是', '不付'] },
      },
    },
    finding: {
      say: '双方收到事故认定书了吗？',
      label: '认定书',
      choices: {
        waiting: { label: '还没出', hears: ['没有', '没出'] },
        within: { label: '收到不到十天', hears: ['收到'] },
        over: { label: '收到过了十天', hears: ['过了'] },
      },
    },
    wish: {
      say: '要的东西里有没有不合法的？',
      label: '诉求合法',
      choices: {
        lawful: { label: '没有不合法的', hears: ['没有', '合法'] },
        usury: { label: '高利贷', hears: ['高利'] },
        gambling: { label: '赌债', hears: ['赌'] },
        blood: { label: '“赔命价”', hears: ['赔命价', '命价'] },
        arranged: { label: '包办婚姻', hears: ['包办'] },
      },
    },
    track: {
      say: (known) => `${gateTold(known, 'zh')}\n走哪条路？`,
      label: '渠道',
      choices: {
        PM: '人民调解',
        JOINT: '三调联动',
        PSM: '治安调解',
        TRM: '交通事故调解',
        ADM: '行政处理',
        LAB: '劳动监察、仲裁',
        CASE: '案件办理',
        COURT: '法院',
        NONE: '不进入调解',
      },
    },
    reason: { say: '为什么不受理？这句话会告诉反映人。', label: '理由' },
  },
}
