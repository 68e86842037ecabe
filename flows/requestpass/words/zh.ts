import { requestLine } from '../../casework/request.ts'
import type { WordsOf } from '../../core/flow.ts'
import type { requestpass } from '../flow.ts'

export const zh: WordsOf<typeof requestpass> = {
  opening: [({ given }) => `转交：${requestLine(given, 'zh')}`],
  closing: ({ unit, told, given }, { number }) =>
    told === 'notyet'
      ? `${number}转给${unit}，记下了。请告诉本人，告诉了再回“答复 ${number}”。`
      : `${number}转给${unit}，记下了${given.byHand ? '' : '，会告诉本人'}。`,
  steps: {
    unit: { say: '转给哪个单位？', label: '单位' },
    text: { say: '要告诉本人什么？比如找谁、带什么、电话多少。', label: '告诉本人', skip: '不用多说' },
    told: {
      say: '本人不方便在这里收消息。您亲口告诉了吗？',
      label: '告诉了吗',
      choices: {
        told: { label: '告诉了', hears: ['说了'] },
        notyet: { label: '还没有', hears: ['没有', '没'] },
      },
    },
  },
}
