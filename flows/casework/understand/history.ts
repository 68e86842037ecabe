// What came before: how long it has been going on, and who was asked already (P14).
import { numerals } from './numerals.ts'

/** `grudgeYears` whole years at least; null when the text tells of no old quarrel. */
export type History = {
  grudgeYears: number | null
  before: boolean | null
  village: boolean
  police: boolean
  court: boolean
  arbitration: boolean
}

const CONFLICT =
  /吵|闹|扯|打(?!工|药)|争|矛盾|纠纷|积怨|有仇|结仇|结怨|不和|没给|不给|不还|没还|不退|没退|拖|欠|差我|没分|没得着落|没着落|占|过节|老问题|告/
const SETTLED = /赔(?:了|过)|和好|解决了|处理(?:了|好)|调解好|了结/
const SPAN_OF_WORK =
  /(?:干|做|住|用|种|租|上班|工作|合作|结婚|嫁|养|打工|借|买|修好|判决|判决书)[^,。!? ]{0,5}$/
const YEARS_AGO: readonly (readonly [RegExp, number])[] = [
  [/大前年/g, 3],
  [/(?<!大)前年/g, 2],
  [/去年|\blast year\b/g, 1],
]
const YEARS_AFTER = /^(?:多|来)?年(?!级|纪|轻|底|初|前.{0,2}借)(?:多|了|来|前)?/

const POLICE =
  /(?:报过|打过|报了|打了)(?:警|110)|(?:找|来|去)过[^,。 ]{0,4}派出所|派出所[^,。 ]{0,6}(?:来过|处理过|调解过|管过|出过警)|民警[^,。 ]{0,3}(?:来|处理|调解)过|上回来的[^,。]{0,4}民警|(?:找|去|报)过[^,。 ]{0,4}镇(?:上|政府)|(?:找|反映)(?:了|到)(?:派出所|镇(?:上|政府))/
const COURT = /法院|起诉|打官司|判决|判了|开庭|\bcourt\b|lawsuit/i
/** Court as a plan, a threat or a question is nothing that came before. */
const COURT_LATER =
  /(?:要|想|准备|打算|可不可以|能不能|只有|就|怎么|咋个|去)(?:去|到|上)?(?:法院|起诉|打官司)(?!判|在|受理|立案)(?![^。]{0,12}(?:判|开庭))/

/** Reads `readable` text. */
export function readHistory(text: string): History {
  return {
    grudgeYears: grudgeYears(text),
    before: /头一回|第一次|没找过|没反映过|从来没/.test(text)
      ? false
      : /以前[^,。]{0,6}(?:吵|闹|打|扯|反映|报)|(?:说|讲|报|反映|调解|找)(?:了|过)[^,。]{0,4}(?:好几|几|两|三|多)(?:次|回)|反映过|调解过|又来|多次|前年就|去年就|before\b/i.test(
            text,
          )
        ? true
        : null,
    village: /(?:找|给|跟|问|报)(?:过)?[^,。 ]{0,4}(?:村上|村委|村主任|村支书|支书|队长|组长)/.test(text),
    police: POLICE.test(text),
    court: COURT.test(text) && !COURT_LATER.test(text),
    arbitration: /仲裁|arbitration/i.test(text),
  }
}

function grudgeYears(text: string): number | null {
  const found: number[] = []
  for (const [pattern, years] of YEARS_AGO) {
    for (const { index } of text.matchAll(pattern)) if (tells(text, index, index + 2)) found.push(years)
  }
  for (const one of numerals(text)) {
    const rest = text.slice(one.end, one.end + 6)
    const after = YEARS_AFTER.exec(rest)
    if (!after || one.floor < 1 || one.floor > 90 || /^\d{4}$|^[零〇]/.test(one.said)) continue
    if (tells(text, one.start, one.end + after[0].length)) found.push(Math.floor(one.floor))
  }
  return found.length ? Math.max(...found) : null
}

/** The sentence round the time tells of a quarrel, not of an age, a job, or a matter long settled. */
function tells(text: string, start: number, end: number): boolean {
  const lead = text.slice(Math.max(0, start - 14), start)
  const tail = text.slice(end, end + 16)
  if (SPAN_OF_WORK.test(lead) || /^[^,。!? ]{0,3}(?:借|还有|都还有|租给|毕业|结婚|买)/.test(tail))
    return false
  if (SETTLED.test(text.slice(end, end + 26))) return false
  return CONFLICT.test(lead + tail)
}
