// Weapons held or used against people (A02). Goods, tools at work and broken windows are not meant.
import { BARE_BLADE, BLUNT, BODY, gap, PERSON, reach, SHARP, WIELD } from './lexicon.ts'
import type { Sign } from './sign.ts'

/** Bought, sold, lent, stolen, mended: goods. */
const GOODS_BEFORE =
  /(?:没(?:有|得)(?:刀|枪|棍|棒)+|(?:祖传|买|卖|借|偷|修|磨|打造|收|退|丢|捡|还|送|做|订|铁匠|店|生产|用|一套|差我|欠我)[^,。 ]{0,8})$/
const GOODS_AFTER =
  /^(?:子|头)?(?:打(?:野|鸟|兔|猎|麂)|[^,。 ]{0,8}(?:抵账|抵债)|的钱|店|铺|柄|鞘|套|生意|卖|没给钱|不给钱|没付钱|的质量|质量|丢了|不见了|(?:拿|借|带)?[^,。 ]{0,4}(?:不还|没还)|〼|[^〼。]{0,12}〽)/

const STRIKES = '打|砸|敲|挖|捶|戳|捅|甩|丢|扔|抡|夯|爆|挥|劈|抽|杵|铲|撬|朝|下去|过来'

export const WEAPONS: readonly Sign[] = [
  {
    code: 'A02',
    pattern: new RegExp(`(?:${WIELD})${gap(7)}(?:${SHARP})`, 'g'),
    tail: GOODS_AFTER,
  },
  // A knife or a gun in a quarrel is a danger until it is told what it is for.
  { code: 'A02', pattern: new RegExp(BARE_BLADE, 'g'), lead: GOODS_BEFORE, tail: GOODS_AFTER },
  {
    code: 'A02',
    pattern: new RegExp(
      [
        `(?:${SHARP})${gap(4)}(?:架|比|指|对|砍|捅|戳|杀|刺|劈|抵|顶|划|挖|敲|打|追|威胁|吓|逼)(?:到|着|在|了|起|死|伤)?${gap(3)}(?:${PERSON}|${BODY})`,
        `(?:${SHARP})(?:子|头)?(?:都|也|就|已经)?(?:抽|拔|亮|拿|掏|举|提|摸)(?:出|起|了)`,
        `(?:手头|手里|手上|手中|身上|腰上|腰杆上|怀里)(?:都|也|还)?(?:有|是|捏|拿|提|别|揣|带)${gap(4)}(?:${SHARP}|${BLUNT}|钢管|铁)`,
        // "No knife yesterday, but today": denied and then not.
        `没(?:有|得)?(?:拿|带)?(?:${SHARP})[\\s,]{1,2}(?:但|可|今天|这回|这次|现在|后来)${gap(4)}(?:拿|带|有)(?:了|得有|$)`,
        `带(?:了|的|得有)?凶器|动刀|(?:抄|带|拿)(?:起|了|上)?家伙|放狗咬(?:我|人|他|她)|(?:泼|倒|浇)${gap(3)}开水|开水${gap(4)}(?:泼|倒|浇)|(?:砍|捅|戳)了?(?:${PERSON})?${gap(2)}(?:一|两|几|三|好多)刀|(?:挨|遭)了?${gap(2)}刀`,
      ].join('|'),
      'g',
    ),
    tail: /^(?:没给钱|不退|质量)/,
  },
  {
    code: 'A02',
    pattern: new RegExp(
      [
        `(?:${WIELD}|用|丢|扔|搬)${gap(8)}(?:${BLUNT})(?:子|头)?${gap(6)}(?:${STRIKES})(?:过来|到|了|伤|死|在)?${gap(3)}(?:${PERSON}|${BODY}|挥|打|$)`,
        `(?:${WIELD}|用)${gap(6)}(?:${BLUNT})(?:头)?${gap(2)}把(?:${PERSON})`,
        `(?:${WIELD})${gap(6)}(?:${BLUNT})${reach(8)}(?:冲|围|追|撵|对到|对峙|要打|要来打|打架|站到|站在|威胁|吓|你过来|试试)`,
        `一(?:${BLUNT})(?:子|头)?${gap(3)}(?:${STRIKES})|(?:${BLUNT})(?:头)?(?:打|砸|敲)(?:到|在|了)?(?:${PERSON}|${BODY})`,
        `遭${gap(4)}(?:${BLUNT})(?:打|砸|敲|甩)(?:到|了|伤)?(?:我|他|她|${BODY})`,
        `(?:提|拿|端|泼|倒|浇|抱|带)${gap(5)}(?:汽油|硫酸)${reach(10)}(?:浇|泼|点|烧|身上|门口|打火机|冲|过来|来找|威胁|吓|往)`,
        '泼(?:了|起)?(?:汽油|硫酸)|(?:开(?:起)?车|车子)(?:来|故意|朝|直接|就)?(?:来|朝|往|对到)?(?:我|人|他|她)?(?:来)?撞(?:我|过来|人)|(?:故意|朝我|往我|对到我)[^,。 ]{0,4}撞',
      ].join('|'),
      'g',
    ),
    lead: /(?:不小心|倒车|会车|超车|昨天|上个月)[^,。 ]{0,6}$/,
    tail: /^[^〼。]{0,10}〽/,
  },
  {
    code: 'A02',
    pattern:
      /\b(?:has|have|had|holding|holds|with|pull(?:s|ed)(?: out)?|drew|draws|grabbed|took out|carrying|waving|brought|came (?:at \w+ )?with|swinging|threaten\w* (?:\w+ ){1,2}with|attack\w* (?:\w+ ){1,2}with|hit (?:\w+ ){1,2}with)(?: (?:a|an|the|his|her|their|some|big|long|up))* (?:knife|knives|gun|rifle|pistol|axe|machete|sword|weapons?|petrol|gasoline|iron bar|metal pipe|pipe|hammer|stick|club|shovel|bottle|brick)\b/gi,
    unless: /\b(?:kitchen|rusty|refund|shop|selling|sells|warranty|stole)\b/i,
  },
  {
    code: 'A02',
    pattern: /\b(?:knife|knives|machete|rifle|pistol|gun)\b/gi,
    unless: /\b(?:kitchen|rusty|refund|shop|sell\w*|sold|buy\w*|bought|warranty|stole\w*|borrow\w*|lent)\b/i,
  },
]
