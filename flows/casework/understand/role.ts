// Who is telling: a party, kin, a witness, somebody whose work it is (P08).
import type { Role } from './understood.ts'

const BY_WORK: readonly (readonly [Role, RegExp])[] = [
  [
    'ANON',
    /不想说我是(?:哪个|谁)|不(?:想|愿|方便)(?:透露|说)(?:姓名|身份|名字)|匿名|(?:不要|莫|别)问我是(?:哪个|谁)|\banonymous(?:ly)?\b/i,
  ],
  [
    'GRID',
    /我是[^,。 ]{0,12}(?:网格员|辅警|网格长)|^(?:网格员|辅警)|\bI(?:'m| am) (?:a |the )?grid worker\b/i,
  ],
  [
    'CADRE',
    /我是[^,。 ]{0,12}(?:村主任|支书|村长|村干部|会计|文书|驻村|组长|队长|妇联主席|妇女主任|调解员|村委)(?!家|的|屋)/,
  ],
  [
    'TEACHER',
    /我是[^,。 ]{0,10}(?:班主任|老师|校长|教师)(?!家|的)|\bI(?:'m| am) (?:a |the |his |her )?(?:teacher|headmaster)\b/i,
  ],
]

const CHILD =
  /(?:警察)?(?:叔叔|阿姨)[^。!?]{0,4}(?:我|快)[^。!?]{0,4}(?:爸爸|妈妈)|我(?:今年)?(?:[6-9]|1[0-7]|[六七八九]|十[一二三四五六七]?)岁|我(?:在)?(?:读|上)(?:小学|初[一二三中]|高[一二]|[一二三四五六]年级)|藏我(?:的)?书包|(?:喊|叫|逼)我拿零花钱|我不敢(?:给|跟|和)(?:爸爸|妈妈|老师)说|\bI(?:'m| am) (?:[6-9]|1[0-7])(?: years old)?\b/i
const WITNESS =
  /过路(?:的?(?:人|看到|看见)|$|[,。 ])|我(?:是|只是)?(?:路过|看到|看见|亲眼|听到)|(?:听到|看到)(?:隔壁|邻居|楼上|楼下|他们)|我是(?:他们|他家|她家|他|她)?(?:的)?(?:邻居|隔壁)|\bI (?:saw|heard|witnessed)\b|\bpassing by\b/i
const KIN =
  '妈|爸|阿妈|阿爸|爷爷|奶奶|婆婆|公公|外公|外婆|老汉|母亲|父亲|儿子|女儿|儿|娃儿?|娃娃|孩子|孙子|孙女|哥哥?|弟弟?|姐姐?|妹妹?|男的|男人|老公|老婆|婆娘|儿媳妇?|媳妇|嫂子?|女婿|侄儿|侄女|舅舅|叔叔|姨'
/** Something happened to kin: struck, bitten, hit by a car, hurt at work, at school. */
const OF_KIN = new RegExp(
  [
    `我(?:家|屋|的|们)?(?:头)?(?:${KIN})[^,。!?]{0,12}(?:遭|被)`,
    `把我(?:家|屋|的)?(?:${KIN})[^,。!?]{0,6}(?:咬|打|撞|推|砍|挂|骂|抢|顶|踢|烫|砸|弄伤|骗)`,
    `打(?:了)?我(?:${KIN})`,
    `我(?:家)?(?:儿子|女儿|娃儿?|娃娃|孩子|孙子|孙女)说`,
    `我(?:家)?(?:${KIN})[^,。!?我]{0,10}(?:上班|骑摩托|开车|上学|在学校|在工地|住院|发烧|读书)`,
    `(?:^|[,。 ])(?:娃儿?|娃娃|儿子|女儿|孩子|儿媳妇?|老汉|老妈)[^,。!?]{0,4}(?:在学校|在幼儿园|定了?亲|遭|被)`,
    `(?:医院|医生|手术)[^。!?]{0,14}我(?:${KIN})`,
  ].join('|'),
)
const KIN_ENGLISH =
  /\bmy (?:son|daughter|mother|father|brother|sister|husband|wife|child|kid|uncle|aunt)\b[^.!?]{0,24}\b(?:was|is being|got|has been)\b|\b(?:bit|hit|beat|pushed|attacked|injured|hurt) my (?:son|daughter|mother|father|brother|sister|husband|wife|child|kid)\b/i
/** The speaker's own person, purse, house, land stand in the matter. */
const OWN =
  /我(?:家|屋|们(?:家|屋|村|组|[一二三四五六七八九十]组|班|的|入|\d)?|的|这边|男人|男的|老公|婆娘|老婆)?|欠我|\b(?:I|me|my|we|us|our)\b|ང་ལ|ངའི/i
const OTHERS = /他们|两家人?|村支书|隔壁/

/** Reads `readable` text; null when it does not show. */
export function readRole(text: string): Role | null {
  for (const [role, pattern] of BY_WORK) if (pattern.test(text)) return role
  if (CHILD.test(text)) return 'CHILD'
  if (WITNESS.test(text) && !/(?:打|骂|欠|推|搡|咬|追|占|撞)(?:了)?我/.test(text)) return 'WITNESS'
  if (OF_KIN.test(text) || KIN_ENGLISH.test(text)) return 'RELATIVE'
  const othersOnly = !text.includes('我') && OTHERS.test(text)
  return !othersOnly && party(text) ? 'PARTY' : null
}

/** "Me" as one who suffers, owns or wants, not "we heard" or "let me ask". */
function party(text: string): boolean {
  const bare = text.replace(
    /我(?:想问|问一下|看到|听到|晓得|觉得|给你们说|跟你们说|不是要)|\b(?:let me|I want to ask|do I need)\b/gi,
    '',
  )
  return OWN.test(bare)
}
