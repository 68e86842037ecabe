// Despair: words and acts of taking one's life (A05), and having nothing to live on (B06).
// Whoever is not sure about A05 is to believe it; only a plain denial of the very word takes it back.
import { gap, POISON, reach } from './lexicon.ts'
import type { Sign } from './sign.ts'

const DONE_AND_GONE =
  /(?:年前|去年|前年|以前|当年|早就)[^,。!?]{0,8}(?:自杀|跳河|跳楼|上吊|喝[^,。 ]{0,3}药|喝药)[^,。!? ]{0,6}(?:死|走|没)了?|(?:自杀|跳河|跳楼|上吊|喝[^,。 ]{0,3}药)(?:过世|去世|死了|走了|死的|没了)(?!算)/

const CLIFF = '河|江|楼|岩|崖|桥|水库|井|湖|塔吊|天台|房顶|山|坎|水头|海子'

export const DESPAIR: readonly Sign[] = [
  {
    code: 'A05',
    undeniable: true,
    pattern: new RegExp(
      [
        `(?:不想|没心|不愿|没法|不要)(?:再|得)?活(?!动|路|干)(?:了|下去|着|起)?|活(?:着|起|到|得)?(?:都|也|还|真的)?(?:没得?|没有|莫得|无|有啥子|有什么|干啥|做啥)${gap(2)}(?:意思|意义|劲|盼头|味道|子|么|$)|活够|活腻|活起遭罪|没(?:得)?活头|过不下去了?${reach(6)}(?:睡|死|走|醒)`,
        '死了(?:算|好|干净|一了|省心)|一了百了|一死了之|不如死|还不如死|宁愿死|让我死|死给(?:你|他|我)|(?:我|就|只有|不如)(?:就|也|要|只有)?死在(?:你|他|她|派出所|村|镇|这|这里|门口)|(?:想|要|去|只有|只想)(?:去)?死(?=$|[,。!?;\\s]|了$|了[,。\\s]|的心|算)(?!我)',
        '撑不下去了?|(?:不想|再也不|不再|再不)醒|睡过去|下辈子(?:再|还|见|报)|来世再|来生|永别|(?:给|替)我收尸|(?:给我|我的|交代)(?:办)?后事|没(?:得)?活下去|不想在(?:这|这个)?(?:世|人世|世上|人间)|不想拖累|(?:走|算)了算球|走了算了',
        `对不起(?:爸|妈|娃|儿|女|父母|孩)${reach(12)}(?:带好|照顾|保重|养大)|(?:帮|替)我(?:把)?${gap(3)}(?:娃|孩|爸|妈|儿|女)${gap(3)}(?:带好|带大|照顾好|养大)|(?:发|说)${reach(6)}再见${reach(8)}(?:关机|不接|联系不|找不)`,
        `(?:熬|坚持|撑|挺)不(?:住|下去)了?(?![^,。 ]{0,4}(?:墙|房|梁))|活下去的(?:勇气|理由|动力)|我?不活了|活不成了|活个啥|生不如死|(?:死|轻生)的(?:念头|心)|(?:你们|大家|爸妈|孩子|娃)${gap(3)}保重|忘了我(?:吧|$)|原谅我(?:先走|走了|$)|最后(?:一次|跟你们|一面|的话)${gap(4)}(?:说|发|联系|见|消息)|留(?:了|下)${gap(4)}(?:信|纸条|字条)${reach(10)}(?:不见|走了|关机|找不)`,
        '遗书|遗言|药都?买(?:好|起|了|到)|我(?:今晚上?|明天|先)?就?走了?[\\s,]{0,2}下辈子|想不开(?!口)',
      ].join('|'),
      'g',
    ),
    unless: /(?:骂|喊|叫|咒)[^,。 ]{0,4}去死|没(?:有|得)?想不开|(?:生意|店|厂|公司|墙|桥|房子)[^,。 ]{0,4}(?:撑|坚持|熬|挺)不/,
  },
  {
    code: 'A05',
    pattern: new RegExp(
      [
        `自杀|轻生|寻死|寻短见|自残|自尽|自焚|割(?:了|自己)?(?:的)?(?:腕|脉|手腕|手杆)|割[^,。 ]{0,3}手腕|上吊(?!扇|灯|车)|吊死|(?:手腕|手杆|胳膊|手臂|自己)${gap(4)}划${gap(5)}(?:口子|刀|道|血)|绳子${gap(4)}(?:套|挂|拴)${gap(4)}(?:颈|脖|梁)`,
        `跳(?:了)?(?:河|江|楼|岩|崖|桥|水库|井|湖|悬崖|下去)|(?:从|往)${gap(10)}跳(?:下|下去|下来)(?!的)`,
        `(?:喝|吃|吞|灌|咽|藏|端起|抱到|抱起|拿起|捏起)(?:了|过|起)?${gap(5)}(?:${POISON})|(?:${POISON})(?:瓶子|瓶|盖)?(?:都|也|就)?${gap(2)}(?:喝|吃了|吞|拧开|打开|端起|抱起|灌)|吞药|吃(?:了)?(?:一瓶|一把|好多|半瓶|很多|几十)${gap(3)}(?:药|片)|(?:头|脑壳)${gap(2)}撞墙|绝食|喝药(?:水)?(?:了|自|死|要|$)`,
        `了结(?:自己|生命|一切|算)|结束(?:自己|生命|这一切)|(?:求个|寻个)?解脱(?:了|算|$)|(?:站|坐|爬|蹲)(?:在|到|上)(?:了)?${gap(6)}(?:楼顶|房顶|桥上|桥边|塔吊|铁塔|广告牌|高压|天台|崖边|岩边|河边|水库边)|(?:要|想|准备|说)(?:去)?跳(?=$|[,。\\s]|了)|在(?:${CLIFF})(?:边|上|头|边上)${reach(8)}(?:空落|心头|不想|想不开|活|死|解脱|走了)`,
      ].join('|'),
      'g',
    ),
    unless:
      /(?:牛|羊|猪|鸡|狗|蜂子?|鱼)[^,。]{0,8}(?:喝|吃)[^,。]{0,4}药|(?:喝|吃)了?[^,。 ]{0,4}药(?:的|死了)?[^,。 ]{0,3}(?:草|牛|羊|猪|鸡)|(?:打|喷)(?:了)?农药|吊牌|吊车|桥下|塔吊司机|跳(?:石头|过去|水节)|农药店|药店|(?:修|补|捡)瓦|修(?:房|屋|线)|钓鱼|耍|照相|拍照|洗衣/,
    never: DONE_AND_GONE,
  },
  {
    code: 'A05',
    undeniable: true,
    pattern:
      /\b(?:want(?:s|ed)? to die|wanna die|kill(?:ing)? (?:my|him|her)self|end(?:ing)? (?:my|his|her|it all)(?: life)?|suicid\w*|(?:don'?t|does ?n'?t|do not|no longer) want to (?:live|be alive)|no (?:reason|point)(?: to live| (?:in )?living)|can'?t go on (?:living|anymore|any more)|jump(?:ing)? off (?:the|a) (?:bridge|roof|building|cliff)|overdose\w*|hang(?:ing)? (?:my|him|her)self|cut(?:ting)? (?:my|her|his) wrists?|better off dead|(?:hurt|harm)(?:ing)? (?:my|her|him)self|(?:swallow|drank|drunk|drink)\w* (?:\w+ )?(?:pesticide|poison|pills)|pills in my hand|going to jump|(?:take|taking|took) (?:my|his|her) own life|(?:do not|don't) want to be here any ?more|can'?t take (?:it|this) any ?more|not worth living|tired of (?:living|life)|standing on the (?:bridge|roof|edge)|say(?:ing)? goodbye forever|wrote a suicide)\b/gi,
  },
  {
    code: 'A05',
    undeniable: true,
    pattern: /活不(?:下去|成了|起了)|活不了|走投无路|没得活路|没有活路/g,
    // With money or food in the same breath it is want, not yet this; want itself is B06.
    never: /钱|工资|米|吃|穿|房租|学费|低保|医药费|债|账/,
  },
  {
    code: 'B06',
    undeniable: true,
    pattern:
      /活不(?:下去|成|起)|没(?:得|有)?(?:吃的|米|粮|饭吃|钱吃饭|活路)|没得米|断(?:了)?(?:粮|顿)|揭不开锅|走投无路|吃了上顿|过不(?:了|到|起)年|(?:过年|年)[^,。 ]{0,4}(?:不晓得|不知道|不知)[^,。 ]{0,4}过|饿(?:肚子|饭|起)|吃不起饭|没法活|日子(?:过不下去|没法过)|绝望|nothing to eat|no food|starving|desperate|can'?t survive/gi,
    unless: /气得[^,。 ]{0,3}饭|牛|羊/,
  },
]
