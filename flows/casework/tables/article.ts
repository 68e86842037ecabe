// The article's own five figures (domain 7.3), as it states them. They are public words of their time: never added up, for the
// article does not say whether they overlap, and never mixed with what the books count.
import type { Said } from '../said.ts'

/** “余” is "more than": then `min` is all that is known, and there is no value. */
export type ArticleFigure = {
  name: Said
  /** What the article says before the number, such as 共 or 共计. */
  lead: string
  amount: { min: number; qualifier: '余' } | { value: number }
  unit: Said
  /** Since when, in the article's own words. */
  since: Said
}

export const ARTICLE_LABEL: Said = {
  zh: '文章公开数据（2024年1—9月初）',
  en: 'Public figures of the article (January to early September 2024)',
}

const YEAR: Said = { zh: '今年以来', en: 'this year' }
const BEGIN: Said = { zh: '年初以来', en: 'since the beginning of the year' }

export const ARTICLE: readonly ArticleFigure[] = [
  {
    name: { zh: '摸排调处各类矛盾纠纷', en: 'Disputes of every kind found and settled' },
    lead: '',
    amount: { min: 10, qualifier: '余' },
    unit: { zh: '起', en: 'disputes' },
    since: YEAR,
  },
  {
    name: { zh: '挽回群众经济损失', en: 'Losses recovered for residents' },
    lead: '',
    amount: { min: 15_000, qualifier: '余' },
    unit: { zh: '元', en: 'yuan' },
    since: YEAR,
  },
  {
    name: { zh: '组织群众调解员化解简易纠纷', en: 'Simple disputes settled by community mediators' },
    lead: '共',
    amount: { min: 20, qualifier: '余' },
    unit: { zh: '起', en: 'disputes' },
    since: BEGIN,
  },
  {
    name: { zh: '与镇党委政府协作化解矛盾纠纷', en: 'Disputes settled together with the township' },
    lead: '',
    amount: { value: 4 },
    unit: { zh: '起', en: 'disputes' },
    since: BEGIN,
  },
  {
    name: { zh: '解决群众困难诉求问题', en: 'Difficulties of residents solved' },
    lead: '共计',
    amount: { min: 30, qualifier: '余' },
    unit: { zh: '次', en: 'times' },
    since: BEGIN,
  },
]

/** `10余起`, `共20余起`, `4起`; in English `more than 10 disputes`, `4 disputes`. */
export function articleValue({ lead, amount, unit }: ArticleFigure): Said {
  if ('value' in amount) return { zh: `${lead}${amount.value}${unit.zh}`, en: `${amount.value} ${unit.en}` }
  const { min, qualifier } = amount
  return { zh: `${lead}${min}${qualifier}${unit.zh}`, en: `more than ${grouped(min)} ${unit.en}` }
}

const grouped = (n: number): string => String(n).replace(/\B(?=(\d{3})+$)/g, ',')
