import type { WordsOf } from '../../core/flow.ts'
import type { appointment } from '../flow.ts'

const RATHER_NOT = '不想说'
/** Byte for byte the same whenever it is said: after a wrong word, a silent alarm, or a good talk. */
const BLAND = '好的，打扰了，谢谢。'

export const zh: WordsOf<typeof appointment> = {
  opening: [],
  closing: (_known, result) => ('as' in result ? BLAND : ['收到了。前面这些现在就可以删掉。', BLAND]),
  // Nothing is sent to somebody who has gone silent.
  quiet: () => '',
  notes: { said: () => null },
  remarks: { danger: '先去安全的地方。对方再来，马上打110；不方便说话，发短信到12110。' },
  steps: {
    reply: {
      say: ({ given }) =>
        given.wording === 'open'
          ? '您好，派出所约好的回访，方便时请回复。'
          : '您好，之前预约的服务，方便时请回复。',
      label: '回复',
    },
    rest: { say: BLAND, label: '回复' },
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
    trouble: {
      say: '这段时间，又出过事吗？',
      label: '又出过事吗',
      skip: RATHER_NOT,
      choices: {
        none: { label: '没有', hears: ['没得', '没'] },
        quarrel: { label: '吵过', hears: ['吵了', '吵架', '骂了'] },
        blows: { label: '动手了', hears: ['打了', '打我了', '又打我了', '推了我'] },
        threat: { label: '被威胁', hears: ['威胁', '威胁我', '他威胁我'] },
      },
    },
    help: { say: '要我们帮忙，或者联系您吗？怎么联系合适，说一句就行。', label: '要帮忙吗', skip: '没有' },
    more: { say: '还有什么想说的？', label: '您还说了', skip: '没有了' },
    words: { say: '还想说什么？', label: '您还说了' },
  },
}
