// Harm done: serious and minor injury (A06, A08), sexual violence, abduction, confinement (A07), things smashed (A13).
import { BODY, gap, KIN, reach } from './lexicon.ts'
import type { Sign } from './sign.ts'

/** Someone's hand in it, as against a fall, a car, a machine, a dog, a needle. */
const BY_HAND =
  /打(?!〼)|砍|捅|刺|踢|踹|揍|捶|锤|扇|掐|卡[^,。]{0,4}(?:颈|脖|喉)|殴|把[我他她].{0,5}推|(?:遭|被)[^,。]{0,4}推|推[我他她]|敲|他(?:给)?扭|咬[掉断]|抓(?:扯|伤|了|破)|皮带|砖头|欺负|hit|beat|stab|punch|kick|strangl|chok|push|attack/i
const BY_ACCIDENT =
  /车|摩托|撞|挂倒|摔|跌|绊|滚|机器|架子|脚手架|高处|工伤|工地|狗|藏獒|牛|马|体育课|打针|发烧|手术|医生|卫生院|烫|电到|磕|滑倒|碰到|滑梯|病|truck|car|bike|machine|dog|yak|fell|fall|accident|surgery/i

/** Nothing hard is drawn from an accident that no hand had a part in. */
export const accident = (masked: string): boolean => BY_ACCIDENT.test(masked) && !BY_HAND.test(masked)

export const SERIOUS: readonly Sign[] = [
  {
    code: 'A06',
    pattern: new RegExp(
      [
        `掐${gap(5)}(?:脖|颈|喉)|掐(?:我|他|她)(?:得|到|住)|卡${gap(3)}(?:脖|颈|喉)|勒${gap(4)}(?:脖|颈|喉)|锁喉|出不(?:到|了)气|喘不(?:过|到)气|背过气|闭过气`,
        `血(?:流)?(?:都|就)?(?:流|止)不(?:止|住|到)|大出血|吐血|下身(?:出|流)血|流产|流${gap(3)}(?:好多|很多|一地|一滩|满地|不少)${gap(2)}血|(?:满|一|浑|全)(?:地|身|脸|头)(?:都是|的|是)?血|血淋淋|头破血流|开了?瓢|打开花|打(?:得|来|到)${gap(5)}(?:半死|起不|动不|站不|不成人|奄奄|医院|快死|没气|抽)|快不行了|病危|小产|血(?:一直|还在)?流(?!感)|失血`,
        `昏(?:过去|倒|迷|死)|晕(?:过去|倒|死)|打(?:晕|昏|瞎|残|聋|穿|成重伤)|不省人事|喊不(?:答应|醒)|(?:还没|没有|没|醒不)(?:有)?(?:醒(?!来找)|过来)(?=$|[,。s]|了|过来)|没得?反应|没气了|断气|休克|抽搐|当场${gap(3)}倒|肠子`,
        `(?:砍|捅|戳|刺)(?:伤|穿|了${gap(3)}(?:刀|下))|打死了?(?:人|一个)|把人打死|出人命|(?:遭|被)${gap(5)}(?:捅|刺|戳)|咬(?:掉|断)`,
        `动不得了?|起不来了?(?!床的)|瘫(?:了|起|在地)|打${gap(4)}(?:躺|倒)在?地|(?:已经|都|人)(?:躺|倒)起了|从${gap(8)}推(?:下|下来|下去|倒)`,
      ].join('|'),
      'g',
    ),
    unless: /〽|(?:办|证|手续)/,
  },
  {
    code: 'A06',
    pattern: new RegExp(
      `骨折|脱臼|错位|缝(?:了|合)?${gap(5)}针|(?:打|砍|踢|敲|踹|扭|砸)断(?!我?(?:说|讲)话)|(?:${BODY})(?:杆|骨|梁|骨头)?(?:都)?断|断了${gap(3)}(?:根|条|只|匹)?${gap(2)}(?:肋|骨|手|腿|指)|脑震荡|重伤|抢救|内出血|破裂|穿孔|住(?:了)?${gap(4)}院|进(?:了)?医院|送(?:到|去|往)?${gap(3)}医院|转院|要动手术|粉碎性|内伤|脾脏|(?:眼睛|耳朵)${gap(3)}(?:看不|听不|瞎|聋)|(?:砍|剁|切)掉${gap(4)}(?:指|手)|烧伤|生命危险|人(?:就)?(?:死了|没了)|死了(?:一|两|几)?个人|打落${gap(4)}牙|牙${gap(4)}打落`,
      'g',
    ),
    needs: BY_HAND,
    // "He will break your leg" is a threat, not yet an injury.
    unless: /(?:要|说|敢|来|就|会|再)[^,。 ]{0,6}(?:打|砍)断(?!了)/,
  },
  {
    code: 'A06',
    pattern:
      /\b(?:strangl(?:ed|ing)|chok(?:ed|ing) (?:me|her|him|my)|(?:passed|knocked) out|unconscious|could not breathe|can'?t breathe|bleeding (?:badly|heavily|a lot)|lots? of blood|stabbed|shot (?:me|him|her|my)|broke (?:my|his|her) (?:\w+ )?(?:arm|leg|nose|rib|ribs|hand|jaw|bone)|fractured?)\b/gi,
  },
]

export const MINOR: readonly Sign[] = [
  {
    code: 'A08',
    pattern: new RegExp(
      [
        `(?:${BODY}|${KIN}|身上|额头)${gap(5)}(?:肿|青|紫|破|出血|流血|有伤|受伤|淤|乌|红了|抓|划)|肿(?:了|起|得)|红肿|淤青|乌青|青(?:一块|印|了)|红印|(?:两|几|一)道(?:印|口)`,
        `鼻血|流血|出血|破(?:了)?(?:点)?皮|皮(?:都)?破|(?:抓|划|挠|咬|打|踢|扎|刮)(?:伤|破|出血|烂(?=了?(?:${BODY})))|(?:轻|皮外)伤|伤口|挂彩|(?:受|有)(?:了|点)?(?:轻)?伤|青印子|红印子|(?:包|疙瘩)都?打`,
      ].join('|'),
      'g',
    ),
    unless: /没(?:有|得)?伤到/,
  },
  {
    code: 'A08',
    pattern:
      /\b(?:bruis\w*|swollen|nosebleed|nose (?:bled|is bleeding)|black eye|scratch(?:ed|es) (?:my|his|her)|bleeding|minor injur\w*|(?:is|was|got|am) hurt)\b/gi,
  },
]

const LOCKED_OUT =
  /门外|外头(?:进|冷)|进不去|看守所|派出所|拘留所|监狱|电梯|(?:牛|羊|猪|马|狗|鸡)[^,。]{0,5}(?:关|锁|扣)|(?:关|锁|扣)[^,。]{0,6}(?:牛|羊|猪|马|狗|鸡)|低保|(?:医生|护士)/
const YOUNG_AGE = '(?:十[一二三四五六七]|1[0-7])岁|未成年|小学|初中|初[一二三]'
export const CAPTIVE: readonly Sign[] = [
  {
    code: 'A07',
    pattern: new RegExp(
      [
        '强奸|强暴|猥亵|迷奸|奸污|性侵|性骚扰|糟蹋了?(?:我|她)|非礼|耍流氓|下流动作|(?:按|压|推)(?:在|到|倒)[^,。 ]{0,3}床上',
        `强吻|强行?(?:抱|亲)|动手动脚|毛手毛脚|揩油|抱住(?:我|她)${gap(3)}(?:亲|摸|不放)|裸照|下体|私处|隐私部位|睡了(?:我|她)(?:女儿|妹|姐|$)|强迫${gap(4)}(?:睡|发生关系|同房|陪)|逼${gap(3)}(?:跟他睡|陪他睡|卖淫)|跟(?:他|我)睡${gap(3)}(?:不|逼)|(?:${YOUNG_AGE})${reach(14)}(?:睡了|睡觉|发生关系|怀孕|同居)`,
        `摸(?:了)?(?:我|她|他|${KIN})${gap(4)}(?:胸|奶|屁股|下面|下身|大腿|身上|身子|隐私|私处|腿)|摸(?:了|过)?(?:我|她)(?=$|[,。!?;\\s]|好几)|摸(?:大腿|胸|屁股|下身)|(?:亲|抱|摸)(?:我|她)(?:亲|抱|摸)(?:我|她)`,
        `脱(?:了|光)?(?:我|她|他|${KIN})${gap(3)}(?:裤|衣)|脱(?:我|她)|扯(?:烂|开|脱)?(?:了)?(?:我|她)${gap(3)}(?:裤|衣)|衣服${gap(3)}(?:扯|撕|脱)${gap(4)}|衣服(?:都)?没穿|裤(?:子|头)?${gap(3)}(?:伸手|摸)|(?:水|酒|饭|茶)(?:头|里)?${gap(3)}放了?药`,
      ].join('|'),
      'g',
    ),
    unless: /医生|护士|体检|奶牛|给娃娃?脱|给孩子脱|帮(?:他|她)脱|洗衣|晾/,
  },
  {
    code: 'A07',
    pattern: new RegExp(
      [
        `(?:把|将)(?:我|我们|他|她|他们|人|娃|女儿|儿子|男人|老婆|${KIN})${gap(5)}(?:关|锁|反锁|绑|捆|囚|软禁|扣)(?:在|到|起|住|走|进)`,
        `(?:把|将)(?:我|他|她|人|娃|${KIN})${gap(5)}(?:架|拖|拉|抬|推|塞|带|抱|拐)(?:上|进|到)?${gap(2)}(?:车|走)`,
        `(?:关|锁|反锁|绑|捆|扣)(?:在|到|起|进|住)${reach(12)}(?:不让|不准|出不|不放|出来|不给)|不(?:还钱|给钱|赔|赔钱)不放人`,
        `(?:遭|被)${gap(6)}(?:关|锁|绑|捆|反锁|拘)(?:在|到|起|了|住|走)`,
        `绑架|绑起走|绑走|非法拘禁|拘禁|囚禁|软禁|拐(?:卖|骗|走|起走|起跑|跑了?(?:娃|女|儿|孩))|(?:遭|被)${gap(4)}拐|人贩子|(?:抢|牵|抱|哄|骗|拉)(?:起|到|走|了)?(?:我|我家|我们)?(?:娃|孩子|小孩|女儿|儿子)${gap(3)}(?:就)?(?:走|跑)|(?:娃|孩子|女儿|儿子)[^,。 ]{0,4}(?:抱走|抢走|骗走|哄走|带走)`,
        `(?:我|他|她|人|${KIN})${gap(4)}(?:关|锁|扣|绑)(?:了|在|到)${gap(6)}(?:两|三|几|一|好多|\\d+)(?:天|夜|个小时|晚上)|(?:遭|被)${gap(4)}卖(?:到|给|了)|骗(?:到|去)${gap(4)}(?:缅甸|外省|传销)|传销${gap(6)}(?:关|不让|出不来)`,
        `(?:娃娃?|娃儿|孩子|女儿|儿子|小孩|孙子|孙女|妹妹|弟弟)(?:都|已经|从昨天|今天|昨天|昨晚|突然)*(?:就)?(?:不见了|失踪|走丢|走失|找不到了)`,
        `(?:扣|收)了?${gap(4)}(?:身份证|护照|证件)${gap(6)}(?:不准走|不让走|关)`,
      ].join('|'),
      'g',
    ),
    unless: LOCKED_OUT,
  },
  {
    code: 'A07',
    pattern:
      /\b(?:rap(?:ed|e|ing)|molest\w*|sexual(?:ly)? (?:assault\w*|harass\w*|abus\w*)|grop(?:ed|ing)|touch(?:ed|es|ing) (?:me|my (?:breast|body|private)\w*)(?= and|$|[.,!]| when| at)|forc(?:e|ed|ing) (?:me|her|him) to (?:sleep|have sex|undress)|sleep with (?:him|her) or|kidnap\w*|abduct\w*|(?:locked|locks|locking|shut) (?:me|us|her|him) (?:in|up|inside)|(?:keep|kept|keeping|hold|held|holding) (?:\w+ ){1,2}(?:locked|captive|against)|won'?t let (?:me|us|her) (?:leave|out)|not allowed to leave|drugged (?:me|my|her|him)|(?:child|son|daughter|kid) (?:is|has gone|went) missing|touched my (?:daughter|son|sister|child))\b/gi,
    unless: /locked (?:me|us) out/i,
  },
]

export const SMASHED: readonly Sign[] = [
  {
    code: 'A13',
    pattern: new RegExp(
      [
        `砸(?:了|烂|坏|开|碎|我|他|她)?${gap(4)}(?:门|窗|玻璃|车|店|摊|锅|碗|东西|家|屋|电视|手机|墙|房|瓦|灶|招牌|棚)|踹门|踢门|撞门|砸门`,
        `(?:打|砸|甩|摔|踢|敲|掀|搞|弄)(?:烂|碎|翻|坏)(?!了?(?:${BODY}))|摔(?:了)?(?:东西|碗|手机|锅|酒瓶)|掀(?:了)?(?:桌|摊|锅|棚)|把${gap(6)}(?:门|窗|车|玻璃|墙|东西|锅|桌|摊|碗|摩托|手机)${gap(3)}(?:砸|踢|打烂|推倒|掀|剪|戳|放气)`,
        `划(?:了|烂|花)${gap(4)}车|(?:剪|扯|割)断${gap(5)}(?:电线|水管|网线|铁丝)|故意毁|毁了${gap(4)}(?:门|车|棚|庄稼|青苗)|推倒${gap(4)}(?:墙|棚|门)`,
      ].join('|'),
      'g',
    ),
    unless: /不小心|自己(?:打|摔|掉)|〽|打烂仗/,
  },
  {
    code: 'A13',
    pattern:
      /\b(?:smash(?:ed|ing|es)|vandali[sz]\w*|broke (?:down )?(?:my|our|the) (?:door|window|windows|car|phone)|kick(?:ed|ing) (?:down |in )?(?:my|our|the) door)\b/gi,
  },
]
