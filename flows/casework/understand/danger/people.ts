// Who is harmed (B04, B05), how many and from where (D05-D07), online (E04), temple and government (C08, C09).
import { gap } from './lexicon.ts'
import type { Sign } from './sign.ts'

const CHILD = '女儿|儿子|娃|孩子|学生|同学|女生|男生|小朋友|侄女|侄儿|孙女|孙子|妹妹|弟弟|未成年'
/** A young person struck, robbed, shut out or touched. `needs` keeps adults' children out. */
export const YOUNG: readonly Sign[] = [
  {
    code: 'B04',
    pattern: new RegExp(
      [
        `(?<!怀起?|怀了)(?:${CHILD})[^。!?;]{0,18}(?:遭|被)${gap(10)}(?:打|扇|欺负|踢|揍|孤立|堵|逼|骂|摸|关|抢|霸凌|欺凌)`,
        `(?:打|扇|欺负|揍|霸凌|欺凌|孤立)(?:了|我|他|她|的|我家|我们)?${gap(3)}(?:娃|女儿|儿子|孩子|同学|学生|女生)`,
        `(?:天天|老是|每天|经常|又)?(?:喊|逼|叫|问|找)我${gap(4)}(?:零花钱|生活费|保护费)|藏我书包|(?:厕所|校门|巷子)${gap(3)}堵(?:我|她|他)`,
        '(?:欺凌|霸凌|校园暴力|收保护费)',
        `(?:学生|娃|女儿|儿子|孩子|女生|男生)[^。!?;]{0,24}(?:说)?(?:是)?${gap(3)}(?:爸|妈|后爸|后妈|继父|老师|校长|亲戚|叔)${gap(6)}(?:打|摸|掐|皮带|踢)`,
        `(?:${CHILD})${gap(6)}(?:\\d{1,2}|十[一二三四五六七]?|[五六七八九])岁[^。!?;]{0,14}(?:打|欺负|摸|堵|扇)`,
        `我(?:今年)?(?:\\d{1,2}|十[一二三四五六七]?|[六七八九])岁[^。!?;]{0,16}(?:打我|骂我|欺负|摸我)`,
      ].join('|'),
      'g',
    ),
    unless: /针|疫苗|没(?:有|得)?打|玩耍|狗/,
  },
  {
    code: 'B04',
    pattern:
      /\b(?:my|the|her|his) (?:\d{1,2}[- ]year[- ]old |little |young )?(?:son|daughter|child|kid|boy|girl|student)\b[^.!?]{0,30}\b(?:bull\w+|beaten|hit|abused|touched|attacked|hurt by)\b|\bbull(?:ied|ying)\b/gi,
  },
]

export const CROWDS: readonly Sign[] = [
  {
    code: 'D05',
    pattern: new RegExp(
      [
        `(?:我们|大家|他们|工人|村民|一群人|群众|好多人|个人|人)(?:都|就|要|再|一起|全部|又|准备|把)*(?:去|来|到|在)?(?:把)?${gap(6)}(?:堵路|堵(?:在|到|起|了)?${gap(3)}(?:路|桥|大门|门口|工地|村委|镇政府)|拦(?:路|车)|封路)`,
        '(?:去|要|就|准备|一起|敢|组织|喊人)(?:去|来|把)?(?:堵路|堵门|堵桥|堵工地|封路|拦车|堵大门|堵公路)|堵(?:路|门|工地)(?:讨|要)|堵(?:在|到)(?:路口|工地门口|大门|镇政府|村委会)',
        `(?:围|堵)(?:了|在|到|起)?${gap(4)}(?:个人|十人|百人|群人|好多人)|(?:人|村民|工人|群众)${gap(4)}(?:围|聚集|聚|堵)(?:在|到|起|了|拢)|围起来|围车|围(?:到|住|了)${gap(2)}车|不(?:给钱|赔钱)?不准(?:走|车走|开走)`,
        `上访|拉横幅|打横幅|静坐|聚众|集会|集体(?:去|到)|到?${gap(3)}(?:镇政府|县政府|乡政府|派出所|村委会|公司|工地)(?:大)?(?:门口|大门)?${gap(3)}(?:去)?(?:坐起|闹|讨说法|睡|堵|跪)`,
        '(?:喊|叫|组织|召集|邀)(?:起|了|上|齐)?[^,。 ]{0,6}(?:几十|上百|好多|一帮|全村|一车)[^,。 ]{0,3}(?:人|村民|工人)?',
        '\\b(?:block(?:ing|ed)? the (?:road|gate|bridge|entrance)|road block|protest\\w*|petition|gather(?:ed|ing) (?:at|in front|outside)|surround(?:ed|ing) (?:the|our|my) (?:car|office|truck))\\b',
      ].join('|'),
      'gi',
    ),
    unless: /水渠|水沟|堵水|厕所|blocked me on/i,
  },
]

const COUNTY = '云南|西藏|青海|甘肃|迪庆|德钦|香格里拉|中甸|理塘|稻城|巴塘|得荣|木里|雅江'
export const ACROSS: readonly Sign[] = [
  {
    code: 'D07',
    pattern: new RegExp(
      `(?:隔壁|邻|外|别的|另外一个|旁边)(?:乡|镇|县|省)|跨(?:乡|镇|县|省)|(?:两|几)个(?:乡|镇|县|省)|(?:${COUNTY})(?:县|省)?(?:那边|那面|那头|的人(?:来|也|又|跑|占|挖|上来)|的(?:牛|牛群|村)|上来|过来|人来)|\\b(?:from|with) (?:yunnan|tibet|another (?:county|township|province))\\b`,
      'gi',
    ),
    unless: /是外(?:县|省)人|嫁到/,
  },
  {
    code: 'D06',
    pattern:
      /(?:两|几|三)个(?:村|组|队|寨)|(?:他们|隔壁|邻|外|别的|旁边|上头|下头)(?:那个)?(?:村|寨)(?!主任|支书|口|头)|外村|邻村|跨(?:村|组)|(?:两|几)个?村(?:子|的人|民)?|(?:上头|下头|隔壁)那?个?组|\b(?:two|neighbou?ring|the other|another|next) villages?\b/gi,
    unless: /嫁到|我们隔壁村主任/,
  },
]
const GROUP = /([一二三四五六七八九十\d]{1,2})[组社队](?!长|织|合|团|伍)/g
const NAMED_VILLAGE = /([\u4e00-\u9fff]{2,4})村(?!主任|支书|委|上|头|口|民|里|小|医|干)/g
const NO_NAME = /(?:他们|我们|隔壁|别个|两个|哪个|我是|全|本|邻|外|新农|这个|那个|每个|几个|各)$/

/** Two groups, or two villages, named in one story. */
export function twoPlaces(text: string): boolean {
  const groups = new Set(Array.from(text.matchAll(GROUP), ([, name]) => name))
  if (groups.size > 1) return true
  const villages = new Set<string>()
  for (const [, name = ''] of text.matchAll(NAMED_VILLAGE))
    if (!NO_NAME.test(name)) villages.add(name.slice(-2))
  return villages.size > 1
}

export const OTHER: readonly Sign[] = [
  {
    code: 'E04',
    pattern:
      /(?:发|传|拍)(?:了)?(?:到|上|在|个|成)?[^,。 ]{0,6}(?:抖音|快手|网上|朋友圈|微博|微信群|群里|群头|短视频|直播)|(?:拍|发)(?:了)?视频[^,。 ]{0,4}(?:发|传|上网|到网)|发(?:抖音|视频|群)|网上(?:发|骂|传|曝光)|曝光|直播|煽动|串联|\b(?:posted (?:it|a video|online|on)|on (?:tiktok|douyin|the internet)|went viral)\b/gi,
  },
  {
    code: 'C08',
    pattern:
      /寺庙|庙上|庙里|喇嘛|活佛|神山|圣山|圣湖|转经|经堂|经幡(?!处)|玛尼堆|佛塔|白塔|煨桑|天葬|宗教|民族(?:习惯|矛盾|歧视)|风俗|\b(?:temple|monastery|monks?|holy mountain|sacred|lama)\b/gi,
  },
  {
    code: 'C09',
    pattern:
      /征地|拆迁|征收|征用|补偿款|补偿标准|安置房|安置费|扩路|(?:修|扩)(?:路|公路|电站|水电站)占|草补|草奖|惠民|低保(?:名单|名额|评)|公益岗|危房改造|易地搬迁|政府占|\b(?:land (?:taking|acquisition)|expropriat\w+|resettlement|relocation compensation)\b/gi,
  },
]

const PREGNANT = /怀孕|怀起|怀了|孕妇|有身孕|大肚子|肚(?:子|皮)(?:头|里)?[^,。]{0,6}(?:娃|孩)|\bpregnant\b/i
const FRAIL =
  /残疾|残废|瘫痪|偏瘫|聋哑|盲人|眼睛(?:看不到|瞎)|坐轮椅|智障|癌|尿毒症|重病|白血病|卧床|躺在床上|心脏病|脑梗|中风|\b(?:disabled|wheelchair|cancer|paraly[sz]ed|bedridden)\b/i
const AGE =
  /([二三四五六七八九]十[一二三四五六七八九几多]?|百|(?<!\d)\d{2,3}(?!\d))\s?(?:多)?(?:岁|(?=了(?:$|[,。!\s]))|(?=$|[,。!\s]))|(?:years? old)/g
const AGED_WORD = '我|妈|爸|爹|爷|奶|婆|老人|老汉|母亲|父亲|公|阿妈|阿爸|她|今年|老母亲|老父亲'

export type Vulnerable = 'pregnant' | 'aged' | 'child' | 'disabled'

/** 70 or older as said of the reporter's side; ages of the other side cannot be told apart and count too. */
function aged(text: string): boolean {
  for (const match of text.matchAll(AGE)) {
    const age = ageOf(match[1] ?? '')
    const lead = text.slice(Math.max(0, match.index - 8), match.index)
    const sure = /岁/.test(match[0])
    if (age >= 70 && age <= 120 && (sure || new RegExp(`(?:${AGED_WORD})(?:今年|都|已经|快)?$`).test(lead)))
      return true
  }
  return /[七八九]十(?:多|几)?岁|(?:[7-9]\d|1[01]\d)[- ]year[- ]old/.test(text)
}

const TENS = '零一二三四五六七八九'
function ageOf(said: string): number {
  if (/^\d+$/.test(said)) return Number(said)
  if (said === '百') return 100
  const [tens = '', , ones = ''] = [...said]
  return TENS.indexOf(tens) * 10 + Math.max(0, TENS.indexOf(ones))
}

/** Whom the story calls weak (P15, B05). `child` says only that a child is in it. */
export function vulnerableIn(text: string): Vulnerable[] {
  const all: Vulnerable[] = []
  if (PREGNANT.test(text)) all.push('pregnant')
  if (aged(text)) all.push('aged')
  if (/娃|孩子|女儿[^,。]{0,4}岁|小孩|学生|\bchild(?:ren)?\b|\bkids?\b/i.test(text)) all.push('child')
  if (FRAIL.test(text)) all.push('disabled')
  return all
}
