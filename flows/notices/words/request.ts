// The words for difficulties, for offers to mediators, and for hard cases.
import { wallClock } from '../../case.ts'
import { levelInfo } from '../../casework/level.ts'
import type { CaseFacts } from '../notice.ts'
import type { RequestFacts, RequestWhy } from '../request-notice.ts'
import type { NoticeWords } from '../words.ts'

type Mine = Pick<NoticeWords, 'request' | 'requestNews' | 'offer' | 'offerTaken' | 'hardCase'>

const line = ({ number, what, village }: RequestFacts, locale: 'zh' | 'en') =>
  [number, what[locale], village].filter(Boolean).join('｜')
const caseOf = ({ number, level, category, village }: CaseFacts, locale: 'zh' | 'en') =>
  [number, levelInfo(level)[locale], category[locale], village].filter(Boolean).join('｜')

const ZH: { readonly [W in RequestWhy]: readonly [title: string, then: string] } = {
  new: ['困难诉求', '请接办。'],
  notTaken: ['困难没人接', '请马上接办。'],
  soon: ['困难快到期', '请答复，办不完就说明原因。'],
  late: ['困难超期', '没有答复也没有说明原因，请马上办。'],
  again: ['没解决', '本人说没解决，请再办。'],
  unsolved: ['几次没解决', '本人几次说没解决，请领导过问。'],
  tellThem: ['请告诉本人', '不方便在聊天里告诉，请亲口告诉。'],
}
const EN: { readonly [W in RequestWhy]: readonly [title: string, then: string] } = {
  new: ['Difficulty', 'Please take it.'],
  notTaken: ['Nobody has taken it', 'Please take it now.'],
  soon: ['Answer owed soon', 'Please answer, or say why it takes longer.'],
  late: ['Answer overdue', 'There is neither an answer nor a reason; please see to it.'],
  again: ['Not solved', 'They say it is not solved; please go on.'],
  unsolved: ['Not solved again', 'They have said so several times; please look at it yourself.'],
  tellThem: ['Please tell them', 'They cannot be told in chat; please say it yourself.'],
}

export const zh: Mine = {
  request: ({ why, about, due, offset }) =>
    `【${ZH[why][0]}】${line(about, 'zh')}\n最迟${wallClock(due, offset, 'zh')}答复。${ZH[why][1]}`,
  requestNews({ what, number, by, who, words, unit, offset }) {
    const at = wallClock(by, offset, 'zh')
    switch (what) {
      case 'taken':
        return `您的困难（${number}）${who ? `${who}` : '民警'}接办了，最迟${at}给您答复。`
      case 'answered':
        return `您的困难（${number}）有答复了：\n${words ?? ''}`
      case 'passed':
        return `您的困难（${number}）转给${unit ?? ''}办了。${words ? `\n${words}` : ''}`
      case 'later':
        return `您的困难（${number}）要晚一点，最迟${at}给您答复。\n${words ?? ''}`
      case 'broken':
        return `对不起，您的困难（${number}）说好的时间到了，还没办好。已经告诉所里领导，我们没有忘。`
      case 'opened':
        return `您说的事我们按困难来办，编号${number}，最迟${at}给您答复。不用再说一遍。`
      case 'case':
        return `您说的事（${number}）我们按纠纷来办，民警会联系您。不用再说一遍。`
    }
  },
  offer: ({ facts, until, offset }) =>
    `【简易纠纷】${caseOf(facts, 'zh')}\n请您来调解吗？${wallClock(until, offset, 'zh')}前回话，先接的人办。`,
  offerTaken: ({ facts, mediator, due, offset }) =>
    `【调解员接了】${caseOf(facts, 'zh')}\n由${mediator}调解，您是责任人。请签收；${wallClock(due, offset, 'zh')}前要联系双方。`,
  hardCase: ({ facts, reasons }) => ({
    text: `【难案】${caseOf(facts, 'zh')}\n建议三调联动：民警、干部、群众一起调解。`,
    rows: reasons.length > 0 ? [{ label: '原因', value: reasons.map((one) => one.zh).join('；') }] : [],
  }),
}

export const en: Mine = {
  request: ({ why, about, due, offset }) =>
    `[${EN[why][0]}] ${line(about, 'en')}\nAnswer by ${wallClock(due, offset, 'en')}. ${EN[why][1]}`,
  requestNews({ what, number, by, who, words, unit, offset }) {
    const at = wallClock(by, offset, 'en')
    switch (what) {
      case 'taken':
        return `${who ?? 'An officer'} sees to your difficulty (${number}). You get an answer by ${at}.`
      case 'answered':
        return `There is an answer to your difficulty (${number}):\n${words ?? ''}`
      case 'passed':
        return `Your difficulty (${number}) is now with ${unit ?? ''}.${words ? `\n${words}` : ''}`
      case 'later':
        return `Your difficulty (${number}) takes longer; you get an answer by ${at}.\n${words ?? ''}`
      case 'broken':
        return `Sorry: the time we gave for your difficulty (${number}) is over and it is not done. The head of the station knows; it is not forgotten.`
      case 'opened':
        return `We see to what you told us as a difficulty, number ${number}. You get an answer by ${at}. You need not tell it again.`
      case 'case':
        return `We see to what you told us (${number}) as a dispute; an officer will contact you. You need not tell it again.`
    }
  },
  offer: ({ facts, until, offset }) =>
    `[Simple dispute] ${caseOf(facts, 'en')}\nWill you mediate it? Please answer by ${wallClock(until, offset, 'en')}; the first who takes it has it.`,
  offerTaken: ({ facts, mediator, due, offset }) =>
    `[A mediator has it] ${caseOf(facts, 'en')}\n${mediator} mediates; you answer for it. Please accept; both sides are to be contacted by ${wallClock(due, offset, 'en')}.`,
  hardCase: ({ facts, reasons }) => ({
    text: `[Hard case] ${caseOf(facts, 'en')}\nBetter mediated together: police, cadres and people.`,
    rows: reasons.length > 0 ? [{ label: 'Why', value: reasons.map((one) => one.en).join('; ') }] : [],
  }),
}
