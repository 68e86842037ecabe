// Blows: violence going on now (A01) and pushing or hitting without injury (A09).
import { BLOW, gap, PERSON, reach, STRUCK } from './lexicon.ts'
import type { Sign } from './sign.ts'

const HITS = `(?:打${STRUCK}|(?:砍|捶|锤|揍|踢|踹|捅|戳|扇|殴打|擂|撵)(?=了?(?:${PERSON})|$|[,。!?;\\s]|了$)|(?:抽|揪|掐)(?=(?:${PERSON}))|砸门|踹门|踢门|踢车门|撞门|发疯打|乱打|打砸)`
const FIGHT = '打架|打捶|干仗|干架|打仗|掐架|打斗|斗殴|扭打|厮打|对打|火拼'

const GOING_ON: readonly string[] = [
  `(?:正在|还在|又在|一直在|一直|现在在?|正|就是在|真的在)[^,。!?;\\s不没]{0,8}${HITS}`,
  `在打(?=了?(?:${PERSON})|架|捶|起|$|[,。!\\s])`,
  `${HITS}${reach(12)}(?:还没停|没停|不停手|不歇|停不下|拦不住|拉不开|拉不住|劝不住|劝不开)`,
  `(?:打|干|整|砍|捶)(?:起来了|起架来|成一团|成一堆|成一片|做一堆|拢了|得(?:好)?(?:凶|惨|满地|不可开交|头破|血|乒|死去活来|哭|在地上))|(?:扭|抱|缠)(?:成|作|到)(?:一团|一堆|一坨|一起打)|动起手来?了|开打了|动刀动枪|石头乱飞|乱石|互相(?:甩|扔|丢|砸)石头`,
  '救命|救救(?:我|我们|他|她|娃)|救我|喊救',
  '(?:围殴|群殴|打群架|械斗|见人就打|见东西就砸|上门打砸|打上门)',
  `(?:几|一群|十|多|个|一屋|一家|帮)${gap(3)}人?${gap(6)}(?:打|围)(?:我|他|她|到他|到她|到我|一个|.{0,3}一个)${gap(6)}(?:打|$)|围(?:到|着|起|住)${gap(6)}打`,
  `按(?:到|在|倒|起)${gap(6)}(?:打|捶|踢|揍|锤)|(?:头发|脑壳|头)${gap(3)}往${gap(4)}(?:撞|磕|按)`,
  `(?:围|堵|困)(?:到|在|起|住|倒)${gap(8)}[\\s,]{0,2}${gap(6)}(?:不准|不让|出不|走不|脱不|跑不|打不开|一直在踢|踹)(?!车)`,
  `(?:遭|被)${reach(8)}(?:围|堵|困)(?:到|在|起|住|倒)${reach(10)}(?:出不|走不脱|不准出|不让出)`,
  `(?:躲|缩|藏(?!獒|刀|族|民|式|房|历|语|文|家|区|香|猪|袍)|蹲)(?:在|到|起|进)?${reach(22)}(?:砸|踹|踢|撞|到处找|找我|打门|撬|追|撵|在外头|在外面|在楼下|在下头|喊打)`,
  `(?:冲|闯|翻墙)(?:到|进|起来)?${reach(16)}(?:打|砸|砍|见人|不敢出|躲|缩)`,
  `(?:躺|倒)(?:在地上|起)?了${reach(6)}还在`,
  `(?:打|砸|踢|追|撵)${reach(16)}(?:现在|正|还)?躲(?:在|起)(?!我?(?:妈|娘|亲戚|朋友|外))|不敢出(?:去|来|声)${reach(10)}(?:外头|外面|门口|楼下|下头)`,
  `在(?:外头|外面|门口|楼下)?(?:砸|踢|踹|撞|撬)(?:我|我们)?(?:家|屋)?(?:的)?(?:大)?门`,
  `(?:打|砍|杀|抢)人了|动(?:起)?手了|动上手|交手了?|打上了|见人就(?:砍|杀|追)|要出人命|场面${gap(4)}(?:失控|控制不住)|控制不住了|快(?:要|被|遭)${gap(3)}打死`,
]
const CHASE = `(?:追|撵)(?:着|到|起|上来)?(?:村民.|${PERSON})?(?:打|砍|杀|捅)|(?:有|几个|.个)人(?:在)?${gap(4)}(?:追|撵)(?:我|她|他)|在?后(?:头|面|边)${gap(5)}(?:追|撵)(?:我|$|[,。\\s])`
const NOT_BLOWS = /打闹|打打闹闹|打(?:球|篮球)|闹着玩|比赛/
/** What happens often is not therefore happening now; "again" and "still" are part of the match itself. */
const OFTEN = /(?:经常|老是|总是|天天|爱|平时|动不动就|从前|以前)[^,。 ]{0,4}$/

export const FORCE: readonly Sign[] = [
  { code: 'A01', pattern: new RegExp(GOING_ON.join('|'), 'g'), now: true, unless: NOT_BLOWS, lead: OFTEN },
  {
    code: 'A01',
    pattern: new RegExp(CHASE, 'g'),
    now: true,
    unless: /狗|藏獒|牦牛|追(?:究|债|加|问|款|讨|求|回|尾)|要账/,
  },
  // "Fighting at the crossroads", told without a time, is going on.
  {
    code: 'A01',
    pattern: new RegExp(
      `(?:${FIGHT})(?!了|过|时|的|后|斗|罚|赔|受伤)|(?:${FIGHT})了?${reach(8)}(?:现在|快|你们来|来人)`,
      'g',
    ),
    now: true,
    lead: OFTEN,
    unless: /劝架|因为|娃(?:娃|儿)(?:之间)?打架|学生/,
  },
  {
    code: 'A01',
    pattern: new RegExp(`${HITS}|动手|砍人|打人|杀人|${FIGHT}`, 'g'),
    needs:
      /快(?:点|些)?来|快上来|快去|搞快|赶(?:快|紧)(?:过?来|派|出警)|快派|出警|来一趟|你们来没|派人|速来|马上来|快$|快快|come (?:quick|now|fast)|hurry|send (?:someone|police|help)/,
    now: true,
    unless: NOT_BLOWS,
  },
  {
    code: 'A01',
    pattern:
      /\b(?:is|are|am|'s|'re|keeps?|started|being|still)(?: \w+){0,2} (?:hitting|beating|attacking|punching|kicking|choking|stabbing|strangling|beaten|attacked|assaulted|smashing|chasing)\b|\b(?:are|is|they're) (?:still |now )?fighting\b(?! (?:over|about|for))|\bfight (?:going on|right now|broke out)|\bbroke(?:n)? into a fight\b|\b(?:throwing|threw) (?:stones|rocks|bottles)\b|\b(?:trapped|surrounded)\b (?:us|me|in|by|him|her)|\bhelp us\b.{0,20}\b(?:beat|attack)|\b(?:hiding|hid) (?:in|from|under|behind)\b|\bbroke into (?:my|our) (?:house|home|room)\b.{0,20}\b(?:now|here)|\bbreaking (?:down )?(?:my|our|the) door\b|\bchasing (?:me|us|him|her)\b|\bwon't stop (?:hitting|beating|kicking)\b|\bgetting (?:beaten|attacked)\b|\b(?:just )?attacked (?:me|us|him|her)\b|\bgang(?:ing|ed) up on\b/gi,
    now: true,
    lead: /\bdogs? (?:\w+ )?$/i,
  },
]

/** A hand laid on someone; whether they were hurt is told by other signs. */
export const HANDS: readonly Sign[] = [
  {
    code: 'A09',
    pattern: new RegExp(
      [
        `推(?:了|倒了?)?(?:${PERSON})|推搡|搡了|搡${gap(1)}(?:${PERSON})|把(?:${PERSON})${gap(2)}推`,
        `抓扯|撕扯|扭打|拉扯|揪(?:着|住|起)?${gap(3)}(?:头发|衣)|拽${gap(2)}(?:头发|${PERSON})`,
        `(?:打|扇|踢|踹|捶|锤|揍|铲)了?(?:${PERSON})${gap(3)}(?:耳光|巴掌|耳屎|一下|几下|一拳|一脚|一顿|两)`,
        `(?:打|扇|踢|捶|踹|揍)了(?:${PERSON})|动了手|动手打|打了一架|打过一架|打架了|打了架`,
      ].join('|'),
      'g',
    ),
    unless: /机器|刹车/,
  },
  {
    code: 'A09',
    pattern:
      /\b(?:pushed|shoved|slapped|hit|punched|kicked|grabbed) (?:me|him|her|us|my|the (?:old|man|woman))\b/gi,
  },
]

/** Any blow against a person, told as a fact; for home violence and for children. */
export const STRUCK_SOMEONE = new RegExp(
  [
    `(?:${BLOW})(?:了|过|死|伤|到)?(?:${PERSON})`,
    `(?:遭|被|给)${gap(8)}(?:打|扇|捶|锤|踢|踹|揍|掐|卡)`,
    `${FIGHT}|打的|打起来|打了(?=$|[,。\\s])|动手|扇耳光|耳光|耳屎|掐|卡[^,。]{0,3}(?:颈|脖)|推了|按[^,。]{0,5}地上|皮带`,
    '\\b(?:hit|hits|hitting|beat|beats|beaten|beating|slapped|slaps|punched|kicked|choked|strangled|pushed)\\b',
  ].join('|'),
  'gi',
)
