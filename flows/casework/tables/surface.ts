// The ten signals of a reconciliation that is only on the surface, and the words that give them away.
// Source: domain 6.4; points are proposals, phrases beyond the quoted ones are plain variants of them.
import { z } from 'zod'

export const SURFACE_SIGNALS = [
  {
    code: 'SR1',
    points: 30,
    zh: '双方对“是否履行”回答相反',
    en: 'The two sides contradict each other on performance',
  },
  { code: 'SR2', points: 20, zh: '已履行但满意≤2', en: 'Performed, yet content at 2 or less' },
  {
    code: 'SR3',
    points: 10,
    zh: '连续两次只回一个字或不回',
    en: 'One-character answers or none, twice running',
  },
  {
    code: 'SR4',
    points: 20,
    zh: '说：算了、惹不起、看派出所面子、走着瞧、等明年',
    en: 'Says: never mind, cannot afford trouble, for the station’s sake, wait and see, wait till next year',
  },
  { code: 'SR5', points: 10, zh: '见面躲着走、不说话', en: 'They avoid each other or do not speak' },
  {
    code: 'SR6',
    points: 25,
    zh: '第三方（网格员、村干部）反映仍紧张',
    en: 'A third party finds it still tense',
  },
  {
    code: 'SR7',
    points: 20,
    zh: '新的小摩擦（倒垃圾、骂牲口、堵水）',
    en: 'New small frictions (rubbish, cursing animals, blocked water)',
  },
  { code: 'SR8', points: 30, zh: '觉得被逼、不公平', en: 'Feels pressed or unfairly treated' },
  { code: 'SR9', points: 40, zh: '怕对方', en: 'Afraid of the other side' },
  { code: 'SR10', points: 15, zh: '一方在网上发泄', en: 'One side vents online' },
] as const

export type SurfaceCode = (typeof SURFACE_SIGNALS)[number]['code']
export const SURFACE_CODES: readonly SurfaceCode[] = SURFACE_SIGNALS.map((signal) => signal.code)
export const surfaceCodeSchema = z.enum(SURFACE_CODES)

/** Up to `watch` nothing; from `reopen` on the case is opened again. */
export const SURFACE_THRESHOLDS = { watch: 10, surface: 30, reopen: 60 } as const

/** Phrases that give a signal away in free words. */
export const SURFACE_PHRASES = {
  SR4: ['算了', '惹不起', '派出所面子', '派出所的面子', '看面子', '看在面子', '走着瞧', '等明年', '明年再说'],
  SR5: ['躲着走', '绕着走', '不说话', '不打招呼', '不来往'],
  SR7: ['倒垃圾', '垃圾倒', '垃圾丢', '骂牲口', '骂我家牲口', '堵水', '堵了水', '把水堵'],
  SR8: ['被逼', '逼我签', '逼着签', '不公平'],
  SR9: [
    '怕他',
    '怕她',
    '怕对方',
    '还是怕',
    '还怕',
    '很怕',
    '好怕',
    '有点怕',
    '害怕',
    '不敢出门',
    '不敢回家',
    '不敢去',
  ],
  SR10: ['发抖音', '发到抖音', '发视频', '发朋友圈', '发到群', '发群', '网上骂'],
} as const satisfies Partial<Record<SurfaceCode, readonly string[]>>

/** Where a phrase is only part of a harmless word. */
export const HARMLESS = [
  '打算了',
  '算了一下',
  '算了下',
  '算了算',
  '算了账',
  '算了帐',
  '算了工',
  '算了笔',
  '结算了',
  '计算了',
  '核算了',
  '清算了',
  '害怕麻烦',
  '怕他冷',
  '怕她冷',
  '怕他累',
  '怕她累',
] as const

/** A phrase right after one of these is denied. */
export const DENIALS = ['没有', '没得', '没', '不再', '不', '莫', '再也不'] as const

/** These end like a denial and are none: `要不算了嘛`. */
export const NO_DENIALS = ['要不', '要不然'] as const
