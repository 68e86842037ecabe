// Words that the danger signs share: people, kin, bodies, tools, poisons.

/** Inside a clause: no comma, full stop or space; gaps are always bounded. */
export const gap = (most: number): string => `[^,。!?;\\s]{0,${most}}`
/** Inside a sentence: people leave a space where they breathe. */
export const reach = (most: number): string => `[^。!?;\\n]{0,${most}}`

export const KIN =
  '妈|爸|爹|爷|奶|婆|公公|哥|弟|姐|妹|儿|女|娃|孩|媳妇|老公|男人|老汉|老人|舅|姑|姨|叔|伯|侄|孙|丈夫|妻|父亲|母亲|阿妈|阿爸|阿爷'

/** A person as the one struck or threatened; never a thing of theirs. */
const THING =
  '家|屋|车|门|窗|地|的|房|店|摩托|手机|电视|墙|玻璃|果|树|牛|羊|猪|狗|鸡|水|田|圈|庄稼|草|货|摊|锅|碗|铺|棚|厂|东西|招牌|电话'
export const PERSON = `(?:[我你他她咱](?!们?(?:${THING}))|人(?!家的)|女的|男的|老(?:婆|公|汉|人|师|头|太)|${KIN}|村民|.方(?=$|[^面便向])|邻居|同学|学生|工人|民警|司机|全家|一家)`
export const BODY = '脑壳|脑袋|头|脸|颈|脖|肚|胸|背|手|腿|脚|腰|肋|眼|鼻|嘴|耳|牙|骨|胳膊'

export const BLOW = '打|砍|捶|锤|揍|踢|踹|捅|戳|扇|殴|铲|擂|整|抽'
/** What may follow 打 when someone is struck. */
export const STRUCK = `(?=了?(?:${PERSON})|架|捶|锤|起来|成一|得|个不|$|[,。!?;\\s]|了$|了[,。!?;\\s]|嘛|啊|哦|呢)`

export const SHARP = '(?<!指甲|铅笔|刨|铣|绞|刀)刀(?!具|郎|叉|功|架)|匕首|斧|枪(?!手|毙|证)|长矛|弓弩'
/** Knives that nobody carries for work in the fields. */
export const BARE_BLADE =
  '(?<!指甲|铅笔|刨|铣|绞|镰|柴|剪|割草|刀)刀(?!具|郎|叉|功|架|片|法)|匕首|(?<!打)枪(?!手|毙|声|证)|弓弩'
export const BLUNT =
  '棍|棒(?!棒糖|球)|锄头|铁锹|铲子|铁铲|钢管|钢筋|石头|石块|石板|砖|酒瓶|瓶子|扁担|板凳|凳子|铁锤|锤子|榔头|扳手|铁链|钢钎|洋镐|十字镐|耙|椅子|烟灰缸|擀面杖|火钳|铁叉|粪叉|撬棍|鞭'
export const WIELD = '拿|提|持|抽|拔|举|挥|掏|摸|亮|扛|操|捏|抓|带|背|别|揣|抡|端|舞|握|拎|甩|杵|插|藏|捡|抄'

export const POISON = '农药|敌敌畏|百草枯|耗子药|老鼠药|毒鼠强|毒药|安眠药|除草剂|硫酸'

/** Family and those who live together (Anti-Domestic-Violence Law, articles 2 and 37). */
export const FAMILY =
  '老公|男人|我男的|家男的|屋头男的|丈夫|当家的|前夫|前妻|婆娘|老婆|媳妇|妻子|爸|老汉|爹|妈|公公|婆婆|女婿|我儿|我哥|我弟|我姐|我妹|哥哥|兄弟|后爸|后妈|继父|继母|同居|男朋友|女朋友|两口子|姐夫|嫂|婆家'
