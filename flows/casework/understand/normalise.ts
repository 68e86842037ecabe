// What a person wrote, made safe to keep (cleanText) and even enough for the rules to read (readable).

const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g
/** Bidi controls, zero-width and invisible characters, annotation marks, tags. ZWJ (U+200D) is judged apart. */
const INVISIBLE =
  /[\u00ad\u061c\u180e\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|[\u{e0000}-\u{e007f}]/gu
const LOOSE_JOINER =
  /\u200d(?!\p{Extended_Pictographic})|(?<!(?:\p{Extended_Pictographic}|\p{Emoji_Modifier})\ufe0f?)\u200d/gu
const MARKS = /\p{M}{5,}/gu
const TIBETAN = /[\u0f00-\u0fff]/

/**
 * The text as it may be stored and shown (reliability 3.5): well formed, without NUL and control characters other than
 * \n and \t, NFC, without bidi controls, zero-width characters and tags, at most four combining marks in a row (eight
 * where Tibetan is stacked). Never throws; linear; clean text stays as it is.
 */
export function cleanText(raw: string): string {
  const visible = raw.toWellFormed().replace(/\r\n?/g, '\n').replace(CONTROLS, '').replace(INVISIBLE, '')
  // Marks are cut before NFC too: sorting a run of thousands of them would not be linear.
  return fewMarks(fewMarks(visible).replace(LOOSE_JOINER, '').normalize('NFC'))
}

const fewMarks = (text: string): string =>
  text.replace(MARKS, (run) => [...run].slice(0, TIBETAN.test(run) ? 8 : 4).join(''))

/** Traditional forms of the characters the rules look for. */
const TRADITIONAL =
  '殺槍錢買賣還欠給東車門頭們來過說話婦女兒媽親戶開關鄰牆樹場農藥燒點鎖綁騙強姦斷傷腫隻個萬塊幾歲鄉縣現誰這裡為與'
const SIMPLIFIED =
  '杀枪钱买卖还欠给东车门头们来过说话妇女儿妈亲户开关邻墙树场农药烧点锁绑骗强奸断伤肿只个万块几岁乡县现谁这里为与'
const simplified = new Map([...TRADITIONAL].map((from, at) => [from, [...SIMPLIFIED][at] ?? from]))
const ANY_TRADITIONAL = new RegExp(`[${TRADITIONAL}]`, 'g')

/** Characters typed one by one with spaces between them ("不 想 活 了") hide words from the rules. */
const SPACED = /(?<![\u4e00-\u9fff])[\u4e00-\u9fff](?: [\u4e00-\u9fff](?![\u4e00-\u9fff])){2,}/g

/**
 * The form the rules read: half width, plain digits (Tibetan ones too), single spaces, simplified characters.
 * Not for storing: cleanText is.
 */
export function readable(raw: string): string {
  return cleanText(raw)
    .normalize('NFKC')
    .replace(/[\u0f20-\u0f29]/g, (digit) => String(digit.charCodeAt(0) - 0x0f20))
    .replace(ANY_TRADITIONAL, (from) => simplified.get(from) ?? from)
    .replace(/[’‘`]/g, "'")
    .replace(/[^\S\n]+/g, ' ')
    .replace(SPACED, (run) => run.replaceAll(' ', ''))
    .trim()
}

/** Without the marks and the sounds a sentence trails off in. Counted from the end: no regular expression looks back. */
export function withoutEnd(text: string): string {
  let end = text.length
  while (end > 0 && '。.!,嘛哦啊呢哈 '.includes(text[end - 1] ?? '-')) end--
  return text.slice(0, end)
}
