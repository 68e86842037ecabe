// When it happened, in the person's own words, and whether it still goes on (P07).
import { readable, withoutEnd } from './normalise.ts'

const NUMBER = '[一二三四五六七八九十两\\d]{1,3}'
const PART = '(?:一大早|大清早|清早|清晨|早上|早晨|上午|中午|下午|傍晚|晚上|夜里|半夜|凌晨|晚)'
const MONTH_DAY = `${NUMBER}月(?:份)?(?:${NUMBER}[号日]|初[一二三四五六七八九十]|[上中下]旬|底|初)?`
const WORDS = [
  `(?:20\\d\\d[-/.年])\\d{1,2}(?:[-/.月]\\d{1,2}[号日]?)?`,
  `(?:今年|去年|前年|大前年)(?:${MONTH_DAY}|(?:腊|正|冬)月(?:${NUMBER}|初${NUMBER})?|春天|夏天|秋天|冬天|年底|年初|过年|挖虫草的时候|捡松茸的时候)?(?:${PART})?`,
  `(?:腊|正|冬)月(?:二?十?[一二三四五六七八九十]|初[一二三四五六七八九十])?`,
  `上个?月(?:${NUMBER}[号日]|初[一二三四五六七八九十]|[上中下]旬|底|初)?`,
  `(?:上个?|这个?)(?:星期|周|礼拜)(?:[一二三四五六天日])?(?:${PART})?`,
  `(?:大前天|前天|昨天|昨日|今天|今日)(?:${PART})?(?:${NUMBER}点(?:半|多|钟)*)?`,
  '(?:昨|前|今)(?:晚上?|夜)|今早上?|刚才|刚刚|上回|上次|前几天|前两天|前段时间|前阵子|这两天|这几天|那天晚上',
  `${MONTH_DAY}`,
  `(?<![\\d组])${NUMBER}号(?=那天|晚|早|下午|上午|中午|$|[,。 ])`,
  `${NUMBER}(?:天|个?星期|个月)(?:以)?前`,
  '\\b(?:this|yesterday|last) (?:morning|afternoon|evening|night|week|month|year)|\\byesterday\\b|\\btoday\\b|\\btonight\\b|\\b(?:two|three|a few|\\d{1,2}) (?:days|weeks|months) ago\\b',
  'ཁ་སང་?|དེ་རིང་?',
]
const WHEN = new RegExp(WORDS.join('|'), 'gi')

/** Of an age, of a span, of what still came before, of what may come. */
const NOT_THE_DAY =
  /^(?:(?:都)?[\d一二三四五六七八九十]{2,4}(?:岁|了)|(?:都)?还有的|怕|再不|必须|之前必|以前必)/
const LATER = /(?:再不|明天|等到|说好|每年|每个?)$/
const OLD = /^(?:大?前年|去年)/
const NEW = /^(?:今年|今天|昨|前天|上个?月|这[两几]天)/
const CAME_BEFORE = /^(?:就|也|都)+(?:吵|闹|扯|打|骂)过/
const DONE_WITH = /赔(?:了|过)|和好|解决了|调解好|了结/

/** The time a text tells of, in its own words. An old matter that was settled gives way to the new one. */
export function whenIn(raw: string): string | null {
  const text = readable(raw)
  const found = Array.from(text.matchAll(WHEN), (match) => ({
    said: match[0],
    start: match.index,
    end: match.index + match[0].length,
  })).filter(
    ({ start, end }) =>
      !NOT_THE_DAY.test(text.slice(end, end + 8)) && !LATER.test(text.slice(Math.max(0, start - 4), start)),
  )
  const [first] = found
  if (!first) return null
  if (OLD.test(first.said)) {
    const next = found.find(({ said }) => NEW.test(said))
    if (next && DONE_WITH.test(text.slice(first.end, next.start))) return next.said
    // "前年就吵过" tells what came before, not when this happened.
    if (CAME_BEFORE.test(text.slice(first.end, first.end + 6))) return next?.said ?? null
  }
  return first.said
}

const STILL =
  /(?:现在|这会儿?|这阵|目前)?(?:都|也)?还在(?:闹|打|吵|骂|堵|砸|响|唱|扯|挖|占|修|哭|追|喊|门口|外头|对|放|烧|下面|屋头)|正在(?:闹|打|吵|骂|堵|砸|挖|修|扯)|(?:没|没有)停(?:下|过|$|[,。 ])|又在(?:闹|打|吵|骂|砸|追)|天天|每天|每晚|一直(?:在|都|不|没)|到现在(?:还|都|也)?[没不]|拖到现在|还[没不](?:给|还|退|赔|付|拿|停)|打起来了|吵起来了|对到起|\bstill\b|\bright now\b|\bevery (?:day|night)\b/i
const OVER =
  /已经(?:停|散|走|过去|结束|不闹|没闹|完)|(?:停|散|走|消停|平息|结束)了(?:$|[,。 ])|(?:现在)?(?:没|没有|不)(?:再)?(?:闹|吵|打)了|(?:他|人|对方)(?:们)?(?:现在|已经)?(?:睡了|睡着了|走了|跑了|回去了)|过去了|\b(?:it (?:has )?stopped|is over|they left|he left|not any ?more|no longer)\b/i
const BARE_YES = /^(?:1|一|壹|还在闹?|还在|在闹|在|是的?|嗯+|对的?|没停|yes|y|still)$/i
const BARE_NO = /^(?:2|二|两|已经停了|停了|没有?了?|没在闹?|没闹|不在|不是|莫得|没得|no|n|stopped)$/i

/** Whether the trouble still goes on; null when the text does not say. */
export function goesOn(raw: string): 'yes' | 'no' | null {
  const text = withoutEnd(readable(raw))
  if (BARE_YES.test(text)) return 'yes'
  if (BARE_NO.test(text)) return 'no'
  if (OVER.test(text)) return 'no'
  return STILL.test(text) ? 'yes' : null
}
