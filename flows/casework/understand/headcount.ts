// How many people a dispute involves: the least number that was said, and the band when only households were counted.
import { readable, withoutEnd } from './normalise.ts'
import { type Numeral, numerals } from './numerals.ts'

export type HeadcountBand = '1-2' | '3-9' | '10-29' | '30-49' | '50+'
/** `people` is the floor of what was said; null when only a band is known. */
export type Headcount = { people: number | null; band: HeadcountBand | null }

const PEOPLE =
  /^\s?(?:多|来|余|几)?(?:个|名|位|口|号)?(?:外地|年轻|本地|农民|打工的?|女|男)?(?:人(?![家们民])|工人|民工|农民工|村民|同学|学生|小伙|大汉|男的|女的|师傅|弟兄|兄弟|老乡|群众|牧民|娃娃|娃儿|年轻人|劳力)/
const PEOPLE_ENGLISH =
  /^\s?(?:or so |more )?(?:\w+ )?(?:people|persons?|workers?|men|women|villagers?|students?|guys|of us|of them|colleagues)\b/i
const HOUSEHOLDS =
  /^\s?(?:多|来|余|几)?户(?!(?:人家?)?的(?:牛|羊|马|地|田|草))|^\s?(?:多|来)?家人(?:都|一起|联)/
/** Those who are counted for another reason: family size, wages per head, one of many, people to be sent. */
const NOT_THEM = /(?:每|另外|第|各派|派|一家|全家|只有我|就我|再来)$/
const KINSHIP = /^\s?(?:个)?(?:儿|女|娃儿?没|孙)(?!的)/

const WORDS: Readonly<Record<string, number>> = {
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  fifteen: 15,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  dozen: 12,
  dozens: 24,
}
const ENGLISH_COUNT = new RegExp(
  `\\b(?:about |around |over |more than |a )?(${Object.keys(WORDS).join('|')})(?= (?:of )?(?:\\w+ )?(?:people|persons|workers|men|women|villagers|students|guys|of us|of them)\\b)`,
  'gi',
)

/** Reads `readable` text. */
export function readHeadcount(text: string): Headcount {
  const all = numerals(text)
  const people = [
    ...all.filter((one) => countsPeople(text, one)).map(({ floor }) => floor),
    ...inEnglish(text),
  ].filter((count) => count >= 2 && count < 100_000)
  const households = all
    .filter(({ end, floor }) => floor >= 3 && HOUSEHOLDS.test(text.slice(end, end + 8)))
    .map(({ floor }) => floor)
  const most = people.length ? Math.max(...people) : null
  return { people: most, band: bandOf(Math.max(most ?? 0, ...households)) }
}

/** The Sichuan form's and the score table's bands. */
export function bandOf(people: number): HeadcountBand | null {
  if (people < 1) return null
  if (people < 3) return '1-2'
  if (people < 10) return '3-9'
  if (people < 30) return '10-29'
  return people < 50 ? '30-49' : '50+'
}

function countsPeople(text: string, one: Numeral): boolean {
  const next = text.slice(one.end, one.end + 12)
  if (KINSHIP.test(next)) return false
  if (!PEOPLE.test(next) && !PEOPLE_ENGLISH.test(text.slice(one.end, one.end + 30))) return false
  // "村民甲一人": one person is nobody's headcount, and a date or a class is no crowd.
  return !NOT_THEM.test(text.slice(Math.max(0, one.start - 3), one.start)) && Number.isInteger(one.floor)
}

const inEnglish = (text: string): number[] =>
  Array.from(text.matchAll(ENGLISH_COUNT), (match) => WORDS[match[1]?.toLowerCase() ?? ''] ?? 0)

const ALONE = /^(?:就|只有|只是)?(?:我|他|她)?(?:们)?(?:自己)?一个(?:人)?$|^just me$|^one$/i
const ABOUT = /^(?:大概|大约|差不多|可能|约|有|来了|一共|总共|加起来|我们|他们|至少|估计|about|around|\s)+/i
const AT_THE_END = /^\s?(?:个|位|名|口|左右|样子|吧|的样子|or so|\+|以上)*$/i

/** The number of people an answer names, a bare number too; null when none is said. */
export function countIn(raw: string): number | null {
  const text = withoutEnd(readable(raw))
  const read = readHeadcount(text).people
  if (read !== null) return read
  if (ALONE.test(text)) return 1
  const bare = text.slice(0, 40).replace(ABOUT, '')
  const [one] = numerals(bare)
  const fits = one && one.start === 0 && text.length <= 40 && AT_THE_END.test(bare.slice(one.end))
  return fits && Number.isInteger(one.floor) && one.floor >= 1 && one.floor < 100_000 ? one.floor : null
}
