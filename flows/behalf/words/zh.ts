import type { WordsOf } from '../../core/flow.ts'
import type { behalf } from '../flow.ts'

export const zh: WordsOf<typeof behalf> = {
  opening: [],
  closing: ({ came }) => (came === 'self' ? '' : '好。下面照着问，记来人的原话。'),
  steps: {
    came: {
      say: '是自己看到、听到的，还是代别人登记？代别人的，怎么来的？',
      label: '怎么来的',
      choices: {
        self: { label: '自己的', hears: ['自己', '我自己', '我看到的', '自己看到的', '自己听到的'] },
        phone: { label: '电话', hears: ['打电话', '来电', '电话来报', '代别人'] },
        door: { label: '上门', hears: ['到所里', '来所', '上门来报', '窗口'] },
        '110': { label: '110警情', hears: ['110', '报警'] },
        court: { label: '法院', hears: ['法院委托', '法院移送'] },
        petition: { label: '信访', hears: ['信访移送', '信访局'] },
        '12345': { label: '12345热线', hears: ['12345', '热线'] },
        referred: { label: '别的单位', hears: ['其他单位', '单位移送', '移送'] },
      },
    },
    name: { say: '来人怎么称呼？', label: '称呼', skip: '不留名' },
    phone: { say: '来人的电话是多少？', label: '电话', skip: '不留' },
    part: {
      say: '来人是谁？',
      label: '来人是',
      skip: '不清楚',
      choices: {
        PARTY: { label: '当事人', hears: ['本人', '自己的事'] },
        RELATIVE: { label: '家里人', hears: ['家属', '亲戚', '家人'] },
        WITNESS: { label: '看到的人', hears: ['邻居', '路过', '看见的'] },
        CHILD: { label: '孩子本人', hears: ['孩子', '学生', '娃娃'] },
        ANON: { label: '不肯说', hears: ['匿名', '不想说', '保密'] },
      },
    },
    write: {
      say: '问一声来人：办到哪一步，可以在聊天里告诉他吗？怕被别人看到就不发。',
      label: '可以发消息',
      choices: {
        yes: { label: '可以', hears: ['行', '好', '要得', '愿意'] },
        no: { label: '不可以', hears: ['不行', '不要', '不用', '打电话', '没有手机'] },
      },
    },
  },
}
