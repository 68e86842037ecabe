import { caseLine, wallClock } from '../../case.ts'
import type { WordsOf } from '../../core/flow.ts'
import type { Choice } from '../../core/reply.ts'
import type { assignment } from '../flow.ts'

const named = (people: readonly Choice[], id: string | null) =>
  people.find((person) => person.id === id)?.label ?? '—'

export const zh: WordsOf<typeof assignment> = {
  opening: [({ given }) => `分派：${caseLine(given, 'zh')}`],
  closing: ({ given }, { number, officer, acceptBy }) =>
    `已把${number}派给${named(given.officers, officer)}，须在${wallClock(acceptBy, given.offset, 'zh')}前签收。`,
  steps: {
    suggested: {
      say: ({ given: { leaders, officers, suggested } }) =>
        [
          `建议：责任领导${named(leaders, suggested.leader)}，责任民警${named(officers, suggested.officer)}。`,
          ...(suggested.reasons.length > 0 ? [`理由：${suggested.reasons.join('；')}。`] : []),
          '就这样派吗？',
        ].join('\n'),
      label: '按建议',
      choices: {
        yes: { label: '就这样派', hears: ['是', '对', '好', '可以', '行'] },
        no: { label: '另外选人', hears: ['不', '不行', '换', '换人'] },
      },
    },
    leader: { say: '责任领导是谁？', label: '责任领导' },
    officer: { say: '责任民警是谁？', label: '责任民警' },
    helpers: { say: '请谁一起帮忙？可以选几个。', label: '联系人', skip: '不用' },
    handover: { say: '为什么换人？', label: '换人理由' },
    reason: { say: '为什么这样派？', label: '理由', skip: '不写' },
  },
}
