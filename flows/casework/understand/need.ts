// Words that tell of a difficulty and of no quarrel (ND-HP). They are asked about before anything follows from them: nobody is
// turned away by a guess.
import { readCategory } from './category.ts'
import { readCounterpart } from './counterpart.ts'
import { watch } from './danger.ts'
import { readable } from './normalise.ts'

/** The codes of the kinds of difficulty that the rulebook starts from. */
const NEEDS: readonly { kind: string; pattern: RegExp }[] = [
  {
    kind: 'papers',
    pattern:
      /(?:身份证|户口|居住证|残疾证|老年证|社保卡|医保|证明|手续)[^。!?]{0,16}(?:掉了|丢了|遗失|办不(?:了|到|成)|没(?:有|得)|不会|帮)|(?:帮|请)[^。!?]{0,10}(?:办|补)[^。!?]{0,8}(?:身份证|户口|证明|证|手续)|\b(?:lost my (?:id|card|papers)|help (?:me )?(?:with|get) (?:an? )?(?:id|papers|certificate))\b/i,
  },
  {
    kind: 'livelihood',
    pattern:
      /(?:没得?|没有)(?:吃的|米|粮|衣服穿|钱(?:吃饭|过日子|买药))|断粮|揭不开锅|吃不(?:上|起)饭|过不下日子|生活(?:很|太|有|非常)?(?:困难|恼火|造孽)|(?:缺|没有|没得)(?:棉被|柴|煤|过冬)|\b(?:no food|nothing to eat|cannot make ends meet)\b/i,
  },
  {
    kind: 'utilities',
    pattern:
      /(?:停|断|没得?|没有)(?:了)?(?:电|水|信号|网)(?:了|$|[,。!?\s几一两三四五六七八九十好0-9])|(?:电|水管|电线|变压器)[^,。]{0,4}(?:坏|冻|爆)[^。]{0,10}(?:没人|修|帮)|\b(?:no (?:power|electricity|water)|power is out|water is off)\b/i,
  },
  {
    kind: 'road',
    pattern:
      /(?:路|桥)[^,。]{0,6}(?:断|塌|垮|冲|封|不通|结冰|滑坡)|(?:雪|山洪|泥石流)[^。!?]{0,10}(?:出不(?:去|来)|困在|车)|(?:车|摩托)[^,。]{0,4}(?:陷|抛锚|坏在)|\b(?:road is (?:blocked|washed out|closed)|stuck on the road)\b/i,
  },
  {
    kind: 'school',
    pattern:
      /(?:娃|孩子|女儿|儿子|学生)[^。!?]{0,12}(?:上不(?:了|起)学|没(?:有|得)学(?:上|费)|学费|入学|转学)|\b(?:cannot (?:go to|afford) school|school fees)\b/i,
  },
  {
    kind: 'medical',
    pattern:
      /(?:没(?:有|得)?钱|没法|没人)[^。!?]{0,6}(?:看病|治病|住院|送医|照顾|照料)|(?:老人|残疾|病人|阿妈|阿爸|爷爷|奶奶)[^。!?]{0,14}(?:没人(?:照顾|照料|管)|动不了|走不动|瘫)|\b(?:cannot afford (?:a |the )?(?:doctor|hospital|medicine)|nobody to look after)\b/i,
  },
  {
    kind: 'other',
    pattern:
      /(?:我|我家|我们)?(?:有|遇到)(?:了)?(?:点|个|些|很大的?)?(?:实际)?困难|(?:想|要|请)(?:你们|派出所|民警)?(?:帮|帮个|帮一个)忙|(?:走丢|走失|找不到)(?:了)?[^。!?]{0,8}(?:牛|羊|马|牲口|牦牛)|(?:牛|羊|马|牲口|牦牛)[^,。]{0,6}(?:走丢|走失|找不到|不见)|\bneed(?:s)? (?:some )?help with\b/i,
  },
]

/** Somebody else is in it: then it is told as any dispute is. */
const QUARREL =
  /吵|闹|打(?:我|他|人|架)|骂|欠|赖|抢|偷|骗|占|赔|纠纷|矛盾|扯皮|不让|不准|不给|不还|(?:掐|截|堵|断|挖|剪)(?:了|断)?(?:我|我家|我们)|邻居|隔壁|老板|包工头|对方|\b(?:quarrel|fight|owes?|stole|neighbou?r|refuses?)\b/i

/** Weather and mountain: words that else tell of a neighbour. */
const NOBODYS_DOING = /塌|垮|滑坡|山洪|泥石流|结冰|冻(?:爆|坏|住)|\b(?:landslide|flood|frozen)\b/i

/** Old, ill, without a living: what makes a difficulty and no danger. */
const NEEDY: readonly string[] = ['B05', 'B06']

/** The kind of difficulty, or null where it is none, or not clear. */
export function needIn(raw: string): string | null {
  const text = readable(raw).slice(0, 2_000).toWellFormed()
  const found = NEEDS.find(({ pattern }) => pattern.test(text))
  if (!found || QUARREL.test(text) || readCounterpart(text) !== null) return null
  if (readCategory(text) !== null && !NOBODYS_DOING.test(text)) return null
  const { codes, hard, unsure } = watch(raw)
  const grave = codes.some((code) => !NEEDY.includes(code))
  return hard || unsure.length > 0 || grave ? null : found.kind
}
