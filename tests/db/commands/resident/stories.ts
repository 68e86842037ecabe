// What the people of the scenarios told, as the flow of the report hands it over.
import type { Report } from '../../../../flows/intake/commands.ts'

const told = (text: string, more: Partial<Report>): Report => ({
  narrative: { text, files: [] },
  place: { village: 'jia', text: '甲村' },
  category: null,
  danger: [],
  grudgeYears: null,
  crossVillage: false,
  crossTownship: false,
  ...more,
})

/** S01 */
export const violence = (more: Partial<Report> = {}): Report =>
  told('我老公又打我了 喝了酒打的 脸肿了 流鼻血 娃娃吓哭了 这是第三次了', {
    role: 'PARTY',
    safety: 'safe',
    injury: 'minor',
    category: 'MF-DV',
    danger: ['A08', 'A11', 'A12', 'B01', 'B07'],
    safeContact: '仅微信文字，09:00-11:00',
    counterpart: '乙方',
    ...more,
  })

/** S04, before the knife. */
export const fungus = (more: Partial<Report> = {}): Report =>
  told('垭口那边两个村的人吵起来了 为了挖虫草的地界 两边加起来十几个人 现在就是吵 没动手', {
    role: 'GRID',
    headcount: 10,
    category: 'LF-CC',
    danger: ['D02', 'D06'],
    crossVillage: true,
    ...more,
  })

/** S06 */
export const noise = (more: Partial<Report> = {}): Report =>
  told('隔壁民宿天天唱歌到半夜 娃娃睡不着 说过一次 不听', {
    role: 'PARTY',
    category: 'NB-NO',
    counterpart: '乙方',
    ...more,
  })

/** S08 */
export const bullying = (more: Partial<Report> = {}): Report =>
  told('我女儿12岁 在学校被几个人打 打了三回了 脸上有伤 不敢去学校', {
    role: 'RELATIVE',
    injury: 'minor',
    category: 'SC-BU',
    danger: ['A08', 'B04'],
    ...more,
  })
