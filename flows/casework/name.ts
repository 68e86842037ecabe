// Whether words name somebody. "My neighbour" and "the boss" say who somebody is to the speaker, and fit thousands.

const RELATION =
  /邻居|隔壁|老板|工头|包工|老公|老婆|丈夫|妻子|男人|女人|男的|女的|婆婆|公公|媳妇|儿子|女儿|[父母爸妈哥弟姐妹叔伯舅]|亲戚|对方|别人|人家|那家|那个|[他她]们|有人|不知道|不晓得|不清楚|同学|老师|村民|民宿|两个村|村上|村里|公司|工地|neighbou?r|boss|husband|wife|\bson\b|daughter|father|mother|landlord|employer|classmate|teacher|\bthey\b|some(?:one|body)|unknown/i

/** Only a name may be looked for in other cases: two reports about "my neighbour" are not of one matter by that. */
export const isName = (words: string): boolean => words.trim().length > 1 && !RELATION.test(words)
