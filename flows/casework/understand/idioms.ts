// Harmless words that contain a danger word: 打工, 打死也不, 气死, 砍树, 放炮. They are blanked before the rules look.

const THINGS =
  '工|麻将|牌|针|预防针|疫苗|狂犬|电话|不通|欠条|借条|白条|收条|条子|官司|招呼|听|算|扰|发时|扫|理|印|车回|的士|卡|折|包|水|井|桩|眼(?!睛)|洞|灰浆|灰|地基|地坪|墙|围墙|院墙|谷|粮|青稞|酥油|茶|农药|药|虫|球|篮球|游戏|字|湿|气|米|油|不燃|燃|雷|闪|霜|烊|滚|瞌睡|呵欠|喷嚏|鼾|摆子|望|平伙|主意|报告|小报告|转|水漂|假|款|钱|点滴|底|样|赌|猎|鱼|柴|猪草|草|洋芋|核桃|板栗|扮|磨|交道|比方|招牌|广告|马虎|哈哈|烂账|散|零工|短工|临工|杂工|小工|杂|酒|饭|包票|埋伏|烂仗|岔|断.{0,3}(?:说话|讲话)|断一下|了?.{0,2}针|了?.{0,3}(?:欠条|借条|白条|收条|药|洞|电话|招呼)|给我(?:的|了)?(?:款|钱)|到(?:卡|账|账户)'
const CREATURES =
  '牛|羊|猪(?!刀)|鸡|狗(?!日|东西|杂种|屎)|马(?!上|路|虎)|鸭|鱼|虫(?!草)|蜂|猫|兔|驴|骡|鹅|老鼠'
const PLANTS = '树|柴|草|松|竹|菜|洋芋|青稞|枝|木|杉|柏|桃|苹果|核桃|花椒|玉米|苗|庄稼|藤'
const OWNER =
  '(?:(?:我|他|她|我们|他们|村民.|.方)(?:家|屋|屋头|的|们的|集体|村|那边)?)?(?:的|里|头|那|自留山|林子|山上)*'

const FIGURES: readonly string[] = [
  `打(?:${THINGS})`,
  `打[我他她你](?:们)?(?:家|屋|屋头|家里)?(?:的|头的|个)?(?:${CREATURES}|电话|手机|微信|主意|核桃|果子|树|玉米|小报告|旗号)`,
  // "打死也不", "打死我都不信"
  '打死[我他她]?(?:我都|他都|都|也)?(?:不|莫)',
  '(?:娃娃|娃儿|小孩|孩子|小朋友|闹着玩)[^,。 ]{0,3}打闹',
  // Dying of anger, cold, noise; and dead things
  '(?:累|气|笑|吵|冷|热|饿|急|烦|臭|痛|疼|痒|渴|困|忙|酸|怕|羞|愁|晒|胀|堵|钉|卡|冻|贵|难|干得要|冷得要|累得要|气得要|怕得要|吵得要|热得要|急得要|恨|爱|羡慕)死(?:我|人|个人|个|了|你了|他了|们了)*',
  '得要死(?:不活)?|要死不活|死活|死要面子|死皮赖脸|死赖|死路|死角|死机|死心|死板|死守|死缠|死猪|死鱼|死老鼠|死胡同|死账|该死|找死|送死',
  '自杀式|秒杀|抹杀|杀熟|杀价|杀虫|杀毒|杀菌|杀青',
  '砍脑壳(?:的|死的)?|挨刀的|挨千刀的?|千刀万剐|刀子嘴|一刀两断|两面三刀|一刀切',
  '(?:剪|剃|刮|手术|瓦|切纸)刀(?:店|片盒|布)|开刀|刀削面|刀架(?=.{0,4}(?:质量|卖|买|坏))|刀口|磨刀|刀鞘|刀具店',
  '(?:水|喷|焊|油|加油|加气|胶|筋膜|额温|玩具|钉|射钉|打钉|喷漆|洗车)枪|当枪使',
  '爆炸头|爆炸性|放炮|放鞭炮|放火炮',
  '烧(?:火做饭|火|柴|水|香|纸|烤|酒|菜|秸秆|荒|枯草|草坡|田坎|地边|炭|砖|电焊|饭|桑|灰|垃圾)',
  '拐(?:弯|角|杖|枣|进|到|过|上)|转拐|拐棍',
  '摸(?:底|一下底|排|索|不透|不清|黑|鱼|奖)|摸到[我他她][家屋]',
  '跳(?:楼价|楼大|水耍|河里洗|河里耍|槽|绳|舞|广场|锅庄|闸|过|票|档)',
  '想死(?:你|我|他|她)们?了|想死你们',
  '救命(?:钱|恩人|药|之恩|稻草)',
  '(?:没有|没得|无)生命危险',
  '(?:买|卖|打制|收藏|定做|定制|订)(?:了|的)?[^,。 ]{0,5}(?:藏刀|刀)',
  '刀[^,。 ]{0,3}(?:生锈|卷口|缺口|不快|质量|退货)',
  '喝(?:喜酒|满月酒|水|茶|汤|粥|奶|西北风)',
  '推(?:土机|脱|迟|给|到明天|三阻四|销|荐|掉|磨|广|了又推|来推去|卸|不脱|辞|选)',
  '扯皮|扯筋|扯平|扯远|扯谎|扯把子|扯不清|扯了好久|扯清',
  '围(?:墙|栏|巾|裙|棋|挡|绕|网)',
  '(?:dying to|to die for|killing time|dead battery|phone (?:died|is dead)|battery died)',
  '(?:shot|shoot(?:ing)?) (?:a |the |some )?(?:video|photo|film|picture)s?',
  '(?:knife|knives|gun) (?:i|we|he|she) (?:bought|sold|ordered)|(?:bought|sold|ordered) (?:a|the|this) (?:\\w+ )?(?:knife|knives|gun)',
  'choked on (?:food|a bone)|heart attack|hit (?:a|the|my|his) (?:yak|cow|car|dog|wall|tree|truck)',
]

/** Slaughter, wood cutting, blasting: a tool held for it is no weapon. */
const WORK: readonly string[] = [
  `(?:咬|撞|压|碾|电|淹|药|毒|踩|打|弄|砍|杀|炸|病|枯|晒|冻)死(?:了|掉)?(?:[我他她]们?)?(?:家|屋)?(?:的)?[^,。 ]{0,4}(?:${CREATURES}|${PLANTS})`,
  `杀(?:了|死)?(?:[我他她]们?(?:家|屋|的))?(?:一|两|三|\\d{1,3})?(?:只|头|条|个)?(?:年|藏)?(?:${CREATURES})`,
  `(?:砍|劈|剁|切|割|锯|挖|伐|偷砍)(?:了|倒|断|光|掉|走|到)?${OWNER}[^,。 我他她你人]{0,6}(?:${PLANTS})`,
  `(?:${PLANTS})[^,。 我他]{0,3}(?:砍|锯|伐|割)(?:了|倒|断|光|掉|走)`,
  '(?:割|剁|切)肉|赶(?:牛|羊|猪|马)',
  '炸(?:洋芋|土豆|油条|鱼|山|石头|路基|岩|隧道)|炸开',
  '(?:kill|killed|killing) (?:my|his|her|our|their|the|a|\\d+|two|three)? ?(?:dog|yak|cow|sheep|goat|chicken|pig|horse|hen|cat)s?',
]

const HARMLESS = new RegExp(FIGURES.join('|'), 'gi')
const AT_WORK = new RegExp(WORK.join('|'), 'gi')

/** Fillers of the same length, so that places in the text stay true. */
const FIGURE_FILLER = '〼'
export const WORK_FILLER = '〽'

/** The text with harmless look-alikes blanked. Linear; same length. */
export const withoutIdioms = (text: string): string =>
  text
    .replace(HARMLESS, (idiom) => FIGURE_FILLER.repeat(idiom.length))
    .replace(AT_WORK, (idiom) => WORK_FILLER.repeat(idiom.length))
