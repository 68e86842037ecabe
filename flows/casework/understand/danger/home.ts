// Violence at home (A11), again and again (A12), drink (B01), children who see it (B07).
import { denied } from '../around.ts'
import { STRUCK_SOMEONE } from './force.ts'
import { FAMILY, gap } from './lexicon.ts'
import type { Read, Sign } from './sign.ts'

const STRIKES = '打|砍|捶|锤|揍|踢|踹|扇|掐|卡|推|砸|整|动手|拖|抽|按'
const NOT_HOME = '同学|老师|邻居|隔壁|老板|工头|外人|司机|舅子|村民|.方(?:家)?|他们村'

/** The family member is the one who does it, or both are. */
const AT_HOME: Sign = {
  code: 'A11',
  pattern: new RegExp(
    [
      `(?<!把|将|被|遭|跟|给|打|骂|找|向|对|欺负|为)(?:${FAMILY})(?:家)?(?!${gap(4)}(?:遭|被))[^。!?;]{0,14}(?:${STRIKES})(?:了|过|死|伤|得|到|住|起)?(?:我|她|人|妈|爸|娃|婆|老|孩|女|儿|架|的|$|[\\s,]|妹|奶|爷|起来|脖|颈|我们)`,
      `(?:打|揍|捶|锤|踢)(?:了|过)?(?:我)?(?:老婆|婆娘|媳妇|妻|娃儿|娃娃|孩子|女儿|儿子|老人|爹妈|父母|婆婆|妈)(?!${gap(4)}(?:预防|针|疫苗))`,
      `(?:遭|被|是)${gap(3)}(?:${FAMILY}|她男|他爸|她爸|屋头)${gap(6)}(?:打|掐|踢|皮带|捶|赶出|骂)`,
      `(?:爸爸妈妈|爸妈|两口子|夫妻|婆媳|父子|母子|公婆)${gap(6)}(?:打|动手|干架|捶)`,
      `(?:${FAMILY})[^。!?;]{0,14}(?:发疯|骂了?(?:我|她|娃)?${gap(2)}(?:一|几|整|天天|半)|锁起|关起|不准(?:我|她)?出门|不让(?:我|她)?出门|收了?${gap(3)}手机|手机${gap(2)}收|赶(?:我|她)?出|恐吓|威胁|跪|饿饭|不给饭)`,
      '家暴|家庭暴力|家庭暴',
    ].join('|'),
    'g',
  ),
  unless: /预防针|打工|〼{2}[^,。 ]{0,2}回来/,
}
const AT_HOME_ENGLISH: Sign = {
  code: 'A11',
  pattern:
    /\b(?:my|her|the) (?:husband|wife|boyfriend|father|dad|mother|mum|mom|son|ex|partner|stepfather|in-?laws?)\b[^.!?]{0,30}\b(?:hit|hits|hitting|beat|beats|beating|slap\w*|punch\w*|chok\w*|strangl\w*|kick\w*|threaten\w*|hurt\w*|lock\w*|abus\w*|push\w*|kill)\b|\bdomestic (?:violence|abuse)\b/gi,
}

export const DRINK: readonly Sign[] = [
  {
    code: 'B01',
    pattern:
      /喝(?:了|多|醉|麻|高)[^,。 ]{0,3}酒?|喝[^,。 ]{0,3}酒|酒(?:疯|后|醉|鬼)|醉(?:了|醺|酒|得|汉)|吸(?:毒|粉)|毒品|嗑药|打K|\b(?:drunk|drinking|drank|alcohol|drugs?)\b/gi,
    unless: /喝(?:了)?[^,。 ]{0,4}(?:药|敌敌畏|百草枯)|酒席|drug ?store|(?:欠|差)[^,。 ]{0,6}酒钱|酒钱/i,
  },
]

/** `again`: something that comes again; only with blows at home. */
const AGAIN = new RegExp(
  [
    `又(?:在|把我|来|给我|开始)?(?:${STRIKES})|第[二三四五六七八九十几\\d]+(?:次|回)|不(?:止|是|只)(?:一|头一|第一|头)(?:次|回)|(?:打|动手|掐|踢|捶|揍)[^,。]{0,6}(?:好几|几|两|三|四|五|多|无数|好多)(?:次|回|年)`,
    `(?:经常|天天|老是|总是|每次|每天|三天两头|隔三差五|长期|常年|一直|动不动|好几次|多次|回回|时不时|一喝酒就|喝(?:了|醉)酒?就|喝醉了?就|以前也|习惯)`,
    '\\b(?:again|every (?:day|night|week|time)|many times|several times|often|always|keeps?|(?:second|third|fourth) time|for years|years? of)\\b',
  ].join('|'),
  'i',
)
const NOT_AGAIN = /骂了|一直(?:不|推|拖|没)|天天(?:在外|打工)/

const CHILD_SEES: Sign = {
  code: 'B07',
  pattern: new RegExp(
    [
      `(?:娃|孩|儿子|女儿|妹妹|弟弟)${gap(6)}(?:吓|哭|看到|看见|在边|在场|在旁|在屋|躲|亲眼|抱到|发抖)`,
      '(?:当着|当到|当)[^,。 ]{0,4}(?:娃|孩|儿子|女儿)',
      '我(?:和|跟)(?:弟弟|妹妹|哥哥|姐姐)?[^,。 ]{0,6}躲',
      '\\b(?:kids?|child(?:ren)?|son|daughter|baby)\\b[^.!?]{0,20}\\b(?:saw|watch\\w*|cry\\w*|crie[sd]|scared|terrified|hiding|present|there)\\b|\\bin front of (?:the|my|our) (?:kids?|child(?:ren)?|son|daughter)\\b',
    ].join('|'),
    'gi',
  ),
}

export const HOME = { AT_HOME, AT_HOME_ENGLISH, CHILD_SEES } as const

/** Somebody else is the one who strikes: a teacher, a neighbour, a classmate. */
const BY_OTHERS = new RegExp(`(?:遭|被|是)?(?:${NOT_HOME})[^,。 ]{0,8}(?:打|踢|扇|揍|捶|推)(?!起来)`)

export const othersStrike = (masked: string): boolean =>
  BY_OTHERS.test(masked) && !/家暴|打老婆|打婆娘/.test(masked)

export const again = (masked: string): boolean =>
  AGAIN.test(masked) && !NOT_AGAIN.test(masked.match(AGAIN)?.[0] ?? '')

/** True when a blow against someone is told and not denied. */
export function struck({ masked }: Read): boolean {
  STRUCK_SOMEONE.lastIndex = 0
  for (let match = STRUCK_SOMEONE.exec(masked); match; match = STRUCK_SOMEONE.exec(masked)) {
    if (!denied(masked, match.index, match.index + match[0].length)) return true
  }
  return false
}
