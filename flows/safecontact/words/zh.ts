import type { WordsOf } from '../../core/flow.ts'
import type { SafeContactGiven } from '../commands.ts'
import type { safecontact } from '../flow.ts'

const SKIP = '跳过'
const BLAND = '好的，打扰了，谢谢。'
const byStaff = ({ given }: { given: SafeContactGiven }): boolean => given.staff
/** An officer is told what to write down; the person themselves is asked. */
const either =
  (staff: string, own: string) =>
  (known: { given: SafeContactGiven }): string =>
    byStaff(known) ? staff : own

export const zh: WordsOf<typeof safecontact> = {
  opening: [
    ({ given }) =>
      given.proof
        ? ''
        : given.staff
          ? '当面问过本人再记。没说的就跳过，原来的不变。'
          : '别人可能看到您的手机。再问您几句，好让我们只用您觉得安全的办法联系您。哪一句都可以跳过。',
  ],
  closing: ({ given, way, phrase }) => {
    if (given.staff) return '联系计划记好了。暗号只有本人知道，这里不再显示。'
    const chat = way === 'chat' && !phrase ? ['没有约好的话，我们就不在这里找您，会想别的办法。'] : []
    const later = way ? ['记好了。以后要改，在这里发“改联系方式”。'] : ['好，我们不会主动给您发消息。']
    // The last line is the one that stands on the screen.
    return [...chat, ...later, '这里的聊天，您现在就可以删掉。', BLAND]
  },
  quiet: () => '',
  notes: { said: () => null },
  steps: {
    reply: { say: '您好，之前预约的服务，方便时请回复。', label: '回复' },
    rest: { say: BLAND, label: '回复' },
    side: { say: '哪一方的联系计划？', label: '哪一方' },
    way: {
      say: either('本人希望怎么联系？', '怎么找您安全？'),
      label: '怎么联系',
      skip: SKIP,
      choices: {
        chat: { label: '就在这里发消息', hears: ['这里', '在这里', '发消息', '打字', '就在这里'] },
        phone: { label: '打一个安全的电话', hears: ['电话', '打电话'] },
        trusted: { label: '找我信得过的人', hears: ['找别人', '信得过的人', '找我家里人'] },
        none: { label: '别找我，我自己来', hears: ['别找我', '不要联系', '别联系我', '我自己来', '都不要'] },
      },
    },
    number: { say: '打哪个号码？', label: '电话', skip: SKIP },
    trusted: { say: '找谁？怎么称呼，怎么找得到？', label: '信得过的人', skip: SKIP },
    times: {
      say: '什么时候安全？',
      label: '什么时候',
      skip: SKIP,
      choices: {
        morning: { label: '上午', hears: ['早上'] },
        day: { label: '白天', hears: ['白天都行'] },
        evening: { label: '傍晚到九点前', hears: ['傍晚', '晚上'] },
        own: { label: '我说几点到几点', hears: ['几点到几点'] },
      },
    },
    own: { say: '从几点到几点？比如 9点到11点。', label: '几点到几点', skip: SKIP },
    night: {
      say: '这里面有晚上九点以后、早上八点以前的时间。那时候也可以吗？',
      label: '夜里也可以',
      skip: SKIP,
      choices: {
        yes: { label: '可以', hears: ['是', '行', '可以的'] },
        no: { label: '不可以', hears: ['不', '不行'] },
      },
    },
    days: {
      say: '哪几天？',
      label: '哪几天',
      skip: SKIP,
      choices: {
        any: { label: '每天都行', hears: ['每天', '天天', '都行'] },
        work: { label: '周一到周五', hears: ['工作日'] },
        weekend: { label: '周末', hears: ['周六周日', '星期六星期天'] },
      },
    },
    wording: {
      say: '第一句怎么写？',
      label: '第一句',
      skip: SKIP,
      choices: {
        neutral: { label: '看不出是谁', hears: ['看不出', '普通的'] },
        open: { label: '可以说是派出所', hears: ['可以说', '直说'] },
      },
    },
    phrase: {
      say: either(
        '本人定的暗号是什么？两个字以上，别人想不到的。',
        '请定一句只有您和我们知道的话，两个字以上。我们先发一句普通的话，您回这一句，我们才说事；别人回的，什么也看不到。',
      ),
      label: '约好的话',
      skip: SKIP,
    },
    duress: {
      say: either(
        '本人定的求救的话是什么？要和暗号不同。',
        '再定一句：旁边有人盯着、逼着您的时候回这一句。我们表面上不问，马上叫人。不要就跳过。',
      ),
      label: '求救的话',
      skip: SKIP,
    },
  },
}
