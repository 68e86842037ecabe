// What a text out of the blue is: trouble to be told, an opener, a question, thanks, or abuse of the desk.
import { readCategory } from './category.ts'
import { watch } from './danger.ts'
import { readable } from './normalise.ts'

export type Sense = 'trouble' | 'opener' | 'inquiry' | 'thanks' | 'abuse'

/** One greeting after the other; each is taken whole and never given back, so that a wall of them stays cheap. */
const GREETING =
  /^(?:(?:您|你)们?好[啊呀]?|有人(?:在吗|吗|嘛|没|不)?|在(?:不在|吗|嘛|不|么)?|喂+|嗨|哈喽|hello|hi\b|hey|good (?:morning|afternoon|evening)|警察(?:同志|叔叔)?|警官|民警(?:同志)?|同志|派出所(?:吗|嘛)?|早上好|下午好|晚上好|扎西德勒|བཀྲ་ཤིས་བདེ་ལེགས|请问|(?:我)?(?:有个?|有点)(?:事情|事|问题)|(?:我)?(?:想|要)(?:问|说|反映|咨询|报)(?:一?下|一个事|个事|点事|一件事|问)?(?:一个|一些|个|点)?(?:事情|事|问题|情况)?|(?:我)?(?:要|想)?报(?:个)?(?:警|案)|帮(?:个|下)?忙|(?:可以|能)(?:问|说)(?:一?下|个事)?|is (?:anyone|anybody|a police officer) there|are you there|test|测试|[\s,。.!?~、།་:;…]|[吗嘛啊呀呢哦])/iu

function onlyGreets(text: string): boolean {
  if (text.length > 200) return false
  let rest = text
  for (let said = GREETING.exec(rest); said; said = GREETING.exec(rest)) rest = rest.slice(said[0].length)
  return rest === ''
}

const THANKS = /(?:谢谢|感谢|多谢|谢了|谢谢你们|锦旗|表扬|辛苦了|感恩|卡卓|\bthank(?:s| you)\b|ཐུགས་རྗེ་ཆེ)/i
const SUGGEST = /(?:建议|提个建议)(?:你们|派出所|在)/
const SLURS =
  /瓜娃子|瓜批|龟儿子|狗日的|狗东西|废物|饭桶|吃干饭|杂种|傻[逼Xx叉bB]|妈的|他妈|你妈|滚蛋|滚开|放屁|脑残|蠢货|(?:死|破|烂|傻)机器|没用的(?:东西|机器)|垃圾(?:机器|派出所)|王八|日你|操你|笨蛋|混蛋|龟孙|\b(?:idiots?|stupid|fuck\w*|useless|bastards?|shit)\b/i
const AT_THE_DESK = /你们?|机器人|派出所|\b(?:you|bot|police)\b/i
const ADVERT =
  /加(?:V|微|vx|威|薇)信?|低息|秒到账|(?:贷款|兼职|刷单|代办|博彩|中奖)[^。]{0,14}(?:加|了解|联系|点击|日结)|点击链接|https?:\/\/\S+.{0,10}(?:领|抽)/i
const PRANK = /(?:哈哈){2,}|哈哈哈|嘿嘿嘿|外星人|奥特曼|开玩笑的|逗你(?:玩|们)/
const ASKS =
  /(?:要带(?:啥子|什么|哪些)|怎么办理|(?:怎么|咋个|如何)(?:办|弄|开|补|申请|查|去|联系)|(?:要|收)(?:好多钱|多少钱)|(?:好久|多久|几点)(?:上班|下班|能|办|开门|拿)|(?:几点|周末|星期天|今天)[^。]{0,4}上班|需要(?:什么|啥子|哪些)|在哪(?:里|点|儿)?办|可以(?:在网上|代)办|电话(?:是)?(?:多少|好多)|地址在哪|\b(?:do I (?:need|have) to|how (?:do|can|to|much|long)|where (?:is|can|do)|what (?:documents|time|is)|can I (?:apply|register|get))\b)/i
const PAPERS =
  /身份证|户口|居住证|暂住证|驾照|驾驶证|护照|边防证|无犯罪|证明|落户|上户|迁户|年审|营业执照|\b(?:register|registration|visa|permit|passport|id card|residence)\b/i
const PLIGHT =
  /欠|打(?:我|了|人)|骂我|不给|不还|扯皮|纠纷|矛盾|占|赔|偷|骗|抢|断粮|没得米|没吃的|没饭吃|投诉|举报/

/** Reads a message with which no conversation is under way. A danger is trouble whatever else it says. */
export function sense(raw: string): Sense {
  const text = readable(raw)
  if (onlyGreets(text)) return 'opener'
  if (!/[\p{L}\p{N}]/u.test(text)) return 'opener'
  const { codes, hard, unsure } = watch(raw)
  if (hard || unsure.length > 0) return 'trouble'
  const matter = readCategory(text)
  if (ADVERT.test(text)) return 'abuse'
  if (PRANK.test(text) && codes.length === 0) return 'abuse'
  if (THANKS.test(text) && !matter && codes.length === 0 && !PLIGHT.test(text)) return 'thanks'
  if (SUGGEST.test(text) && !matter && codes.length === 0) return 'thanks'
  if (
    SLURS.test(text) &&
    AT_THE_DESK.test(text) &&
    !matter &&
    codes.length === 0 &&
    text.length <= 80 &&
    !PLIGHT.test(text)
  )
    return 'abuse'
  if (ASKS.test(text) && codes.length === 0 && !PLIGHT.test(text) && (!matter || PAPERS.test(text)))
    return 'inquiry'
  return 'trouble'
}

/** True when a text begins a report. */
export const isTrouble = (raw: string): boolean => sense(raw) === 'trouble'
