// "I have no time just now", said in the middle of something: a whole message, so that a story with such a word in it stays one.

import type { Json } from '../core/event.ts'
import { lengthOf, plain } from '../core/hearing.ts'
import type { Question } from '../core/question.ts'

/** Longer than this is a story. */
const LONGEST = 24

const NOW = '(?:不好意思|对不起|抱歉)?(?:我)?(?:现在|这会儿?|这阵|正)?(?:在|要)?'
const DOING = '(?:忙|忙得很|很忙|开车|开会|上班|干活|做活路|吃饭|出门)'
const NO_TIME = '(?:没空|没得空|不得空|没时间|没得时间|不方便)'
const LATER = '(?:晚点儿?|晚些|晚上|等一?下儿?|等会儿?|等一会儿?|等一哈|等哈|待会儿?|一会儿?|回头|改天)'
const SOME_DAY = '(?:明天|后天|过几天|过两天|下次|以后|有空)'
const TALK = '(?:再?(?:说|聊|讲|问|回|谈|来))'
const END = '(?:呢|了|吧|嘛|哈|哦|啊|着)*'

/** What can only mean this talk. */
const SURE = [
  `${NOW}${DOING}${END}(?:${LATER}|${SOME_DAY})${TALK}${END}`,
  `(?:我|我现在|现在|我这会儿?)(?:在|正)?${DOING}${END}`,
  `(?:我)?现在${NO_TIME}${END}`,
  `(?:我)?在开车${END}`,
  `(?:${LATER}|${SOME_DAY})${TALK}${END}`,
  `先?(?:不说|不聊|不讲)了${TALK}?${END}`,
  `先(?:这样|说到这里?|到这里?)${END}`,
  '(?:sorry)?(?:im|iam)(?:busy|driving|atwork|inameeting)(?:now|rightnow)?',
  'busy(?:now|rightnow)',
  'notnow(?:please|sorry)?',
  '(?:ask|call|talk|write)(?:me|to|tome|toyou|you)?(?:later|anothertime|tomorrow)',
  '(?:maybe|some|another)(?:later|othertime|time)',
  '(?:i)?(?:have|got|gotta)(?:to)?go(?:now)?',
]
/** What also answers a question about something else, such as why a thing is not done. */
const LIKELY = [
  `${NOW}${DOING}${END}`,
  `(?:我)?${NO_TIME}${END}`,
  `${LATER}${END}`,
  'busy',
  'later',
  'ina(?:minute|bit|while)',
  '(?:notagoodtime|notime)(?:now)?',
]

const whole = (all: readonly string[]) => new RegExp(`^(?:${all.join('|')})$`, 'u')
const sure = whole(SURE)
const likely = whole([...SURE, ...LIKELY])

const is = (pattern: RegExp, said: string): boolean => lengthOf(said) <= LONGEST && pattern.test(plain(said))

export const isBusy = (said: string): boolean => is(likely, said)

/** A question that takes any words, but for those that put the talk off. */
export const unlessBusy = <V extends Json, C extends string>(question: Question<V, C>): Question<V, C> => ({
  ...question,
  read: (event, ask) =>
    event.kind === 'text' && is(sure, event.text)
      ? { kind: 'unclear', say: ask.words.noted }
      : question.read(event, ask),
})
