// With whom: a name, a trade, a household, as the text puts it (P09).

/** Words that can follow whoever did something, or stand before whom it concerns. */
const DID =
  '(?:又|还|也|都|天天|就|已经|老是|昨天|昨晚|今天|现在|突然|一直|喝|说|不|没|把|在|拿|打|骂|掐|踢|推|欠|差|拖|占|修|砌|砍|撞|抢|赖|跑|给|只|垫|态度|追|堵|要|收|跟|放|偷|养|拒|凶|用|挖|唱|搡)'
const TRADES =
  '老板娘?|包工头|房东|司机|店主|甲方|总包|项目部|物业|合作社|采石场|砂石厂|施工队|开发商|学校|卫生院|医院|村主任|村支书|支书|村干部|厂头|公司|女方|男方|失主|主人|车主|房客|租客|亲家|邻居|辅警|交警|城管|主任|会计|酒店|养猪场'
const SURNAME =
  '[王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文]'
const KIN =
  '老公|男人|丈夫|前夫|前妻|婆娘|老婆|媳妇|爸爸|妈妈|后爸|后妈|继父|姐夫|妹夫|女婿|公公|婆婆|哥哥|弟弟|兄弟|姐姐|妹妹|大儿|二儿|儿子|女儿|男朋友|女朋友|舅子|叔叔|老汉|爸|妈'

const PATTERNS: readonly RegExp[] = [
  // The household next door, a household by name
  new RegExp(
    `((?:隔壁|邻居|楼上|楼下|对门|对面)[^,。!?\\s]{0,6}?家(?:男的|女的|婆娘|老婆|的男的)?)(?=${DID}|砌|的|那)`,
    'u',
  ),
  /(?:给|帮|跟|和|同)([\u4e00-\u9fff]{2,3}家)(?=挖|收|割|干|做|扯|吵|背|打)/u,
  /(?:借给|租给|卖给|借)(?:了)?(?:老同学|同学|朋友|亲戚|邻居)?((?!了|我|他|她|你|别|人)[\u4e00-\u9fff]{2,3}?)(?=\d|[一二三四五六七八九十两]|种|住|用|钱|$|[,。 ])/u,
  new RegExp(
    `(?:^|[,。!?\\s])(?:(?:三|二|一|四|\\d)组)?((?!我|他|她|你|两|别|人|大|哪|这|那|国|离|搬|回|在|亚|每|一)[\\u4e00-\\u9fff]{2,3}家(?:男的|婆娘|女的|老公|媳妇)?)(?=的|${DID})`,
    'u',
  ),
  /((?:那个|上回来的那个)?(?:民警|施工队))(?=态度|在|乱|不)/u,
  new RegExp(`(?:我)?((?:我)(?:${KIN})(?:他们)?)(?=[^,。!?\\s]{0,4}${DID}|$)`, 'u'),
  new RegExp(`(?:^|[,。!?\\s])((?:${KIN})(?:他们)?)(?=${DID}|分了)`, 'u'),
  new RegExp(`((?:小|老)${SURNAME})(?=${DID}|欠)`, 'u'),
  new RegExp(`(${SURNAME}(?:老板|师傅|主任|老师|队长|经理|总))`, 'u'),
  /((?:隔壁|楼下|楼上|旁边|对面)(?:那个)?(?:民宿|茶楼|饭馆|店|工地|客栈)(?:老板娘?)?)/u,
  /(?<!我们|我是|我们的)([\u4e00-\u9fff]{2}村)的(?:人|牛|羊|牲口)/u,
  /(?:^|[,。!?\s])((?!我|他|她|你|两|别|人)[\u4e00-\u9fff]{2,3})屋头(?=的|那|养|条)/u,
  /(他们村|隔壁乡|隔壁村|外村的人|[一二三四五六七八九十]组)(?=的|把|占|来|又|赶|人)/,
  new RegExp(`(${TRADES})(?=${DID}|[^,。!?\\s]{0,3}(?:电话|不|拖|欠|推|只|垫|说)|姓)`, 'u'),
  /(?:跟|和|与)(隔壁|邻居|亲戚|[^,。!?\s我他她]{2,4}?)(?=扯皮|打过?|吵|闹|发生|争)/u,
  /(?<=遭|被)((?:寝室|班上|隔壁)?[一二三四五六几]个同学)/,
  /((?:邻居|隔壁))(?=修|占|把|打|家|砌|说|又)/,
  new RegExp(`(${TRADES})(?=$|[,。!?\\s]|费|来)`, 'u'),
  /(屋头大人|他家大人|家长)(?=不|没|说|也|都)/u,
  new RegExp(`(?:和|跟|与)(我(?:${KIN}))(?=的|分|争|为)`, 'u'),
  /\b(my (?:husband|wife|boss|landlord|neighbou?r|boyfriend|girlfriend|employer|brother|colleague)|(?:the |my |our )?(?:boss|owner|driver|landlord|neighbou?r|employer|contractor))\b/i,
]
/** No one: somebody, people. */
const NOBODY = /^(?:有人|人家|大家|别个|哪个|他|她|他们|我们|自家|自己家|全家|成家|国家|老家|搬家|回家|离家)$/

/** Reads `readable` text; null when nobody is named. */
export function readCounterpart(text: string): string | null {
  for (const pattern of PATTERNS) {
    const said = pattern.exec(text)?.[1]?.trim()
    if (said && !NOBODY.test(said) && said.length <= 40) return said
  }
  return null
}
