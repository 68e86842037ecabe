// The 19 rows of the province's table of disputes (domain 1.1 b), and which of them a category belongs to.
import { category } from '../taxonomy.ts'
import type { SubCode } from './taxonomy.ts'

export const SICHUAN = [
  { row: 1, zh: '民族宗教', en: 'Ethnic and religious' },
  { row: 2, zh: '军转干部、复退军人安置', en: 'Placement of former soldiers' },
  { row: 3, zh: '征地拆迁安置', en: 'Land taking and resettlement' },
  { row: 4, zh: '建筑工程质量、物业管理', en: 'Building quality, property management' },
  { row: 5, zh: '土地矿产山林水利界限权属', en: 'Boundaries and title: land, minerals, forest, water' },
  { row: 6, zh: '经济活动', en: 'Economic activity' },
  { row: 7, zh: '劳资', en: 'Labour' },
  { row: 8, zh: '企业改制', en: 'Enterprises restructured' },
  { row: 9, zh: '环境污染、生态破坏', en: 'Pollution, damage to nature' },
  { row: 10, zh: '司法活动', en: 'Work of the courts' },
  { row: 11, zh: '行政执法活动', en: 'Administrative enforcement' },
  { row: 12, zh: '大中专院校、中小学校', en: 'Schools and colleges' },
  { row: 13, zh: '海事渔事', en: 'Sea and fishery' },
  { row: 14, zh: '干部作风', en: 'Conduct of officials' },
  { row: 15, zh: '村务管理', en: 'Village affairs' },
  { row: 16, zh: '农村土地承包、集体“三资”、农民负担', en: 'Contracted land, collective assets, burdens' },
  { row: 17, zh: '婚姻家庭邻里等民间纠纷', en: 'Family, neighbours and the like' },
  { row: 18, zh: '医患', en: 'Doctors and patients' },
  { row: 19, zh: '其他', en: 'Other' },
] as const

export type SichuanRow = (typeof SICHUAN)[number]['row']

/**
 * Where a top category is spread over several rows (5/16, 10/11, 14/15/16) its sub category decides. The form says nothing of
 * complaints about police; they stand with the conduct of officials. [D]
 */
const BY_SUB: { readonly [C in SubCode]?: SichuanRow } = {
  'LF-CL': 16,
  'VA-AF': 15,
  'VA-CA': 14,
  'VA-AS': 16,
  'VA-OT': 15,
  'AD-LW': 10,
  'AD-EN': 11,
  'AD-PO': 14,
}

/** Null for what is no dispute. */
export function sichuanRowOf(code: SubCode): SichuanRow | null {
  const own = BY_SUB[code]
  if (own) return own
  const listed = category(code).sichuanRow
  // Of `5/16` the first is what everything else belongs to.
  const first = listed === null ? null : Number(listed.split('/')[0])
  return SICHUAN.find(({ row }) => row === first)?.row ?? null
}
