// The nine ways a case can be handled: who does it, and the paper it ends in. Source: domain 4.1.
import { z } from 'zod'

/** `mediated`: somebody sits down with both sides, which the legal gate must allow first. */
export const TRACKS = [
  {
    code: 'PM',
    zh: '人民调解',
    en: "People's mediation",
    mediated: true,
    who: {
      zh: '调委会（村／镇／驻所）',
      en: "A people's mediation committee (village, township or at the station)",
    },
    paper: {
      zh: '人民调解协议书；口头协议登记',
      en: "The agreement of people's mediation, or the register of one by word of mouth",
    },
  },
  {
    code: 'PSM',
    zh: '治安调解',
    en: 'Public-security mediation',
    mediated: true,
    who: { zh: '派出所', en: 'The police station' },
    paper: {
      zh: '治安调解协议书（警务系统编号）',
      en: 'The agreement of public-security mediation (numbered by the police system)',
    },
  },
  {
    code: 'TRM',
    zh: '道路交通事故损害赔偿调解',
    en: 'Traffic-damage mediation',
    mediated: true,
    who: { zh: '交警 或 调委会', en: 'Traffic police or a mediation committee' },
    paper: {
      zh: '道路交通事故损害赔偿调解书 / 人民调解协议书',
      en: "The record of traffic-damage mediation, or the agreement of people's mediation",
    },
  },
  {
    code: 'ADM',
    zh: '行政处理、行政裁决、行政调解',
    en: 'Administrative handling',
    mediated: false,
    who: { zh: '镇政府、县级主管部门', en: 'The township government or the county department in charge' },
    paper: { zh: '处理决定、调解协议', en: 'A decision, or an agreement' },
  },
  {
    code: 'LAB',
    zh: '劳动监察、劳动调解仲裁',
    en: 'Labour inspection / arbitration',
    mediated: false,
    who: {
      zh: '人社、劳动仲裁、调解组织',
      en: 'The labour office, labour arbitration or a mediation organisation',
    },
    paper: { zh: '责令改正、调解协议、裁决', en: 'An order to correct, an agreement or an award' },
  },
  {
    code: 'CASE',
    zh: '治安／刑事案件办理',
    en: 'Police case',
    mediated: false,
    who: { zh: '派出所、县公安局', en: 'The police station or the county police' },
    paper: {
      zh: '处罚、告诫书、立案（不以调解结案）',
      en: 'A penalty, a written warning or a case filed (never ended by mediation)',
    },
  },
  {
    code: 'COURT',
    zh: '诉讼、司法确认、保护令',
    en: 'Court',
    mediated: false,
    who: { zh: '县法院、人民法庭', en: 'The county court or its local tribunal' },
    paper: { zh: '裁定、判决、保护令', en: 'A ruling, a judgment or a protection order' },
  },
  {
    code: 'JOINT',
    zh: '三调联动联合调解',
    en: 'Joint (three-force) mediation',
    mediated: true,
    who: { zh: '警力＋干部＋民力', en: 'Police, cadres and people together' },
    paper: {
      zh: '人民调解协议书（调委会盖章）',
      en: "The agreement of people's mediation, sealed by the committee",
    },
  },
  {
    code: 'NONE',
    zh: '不进入调解',
    en: 'No track',
    mediated: false,
    who: { zh: '值班民警核实', en: 'The officer on duty verifies' },
    paper: { zh: '答复、记录', en: 'An answer, and a record' },
  },
] as const

export type TrackCode = (typeof TRACKS)[number]['code']
export type Track = (typeof TRACKS)[number]
export const trackCodeSchema = z.enum(TRACKS.map((track) => track.code))

const BY_CODE = new Map<string, Track>(TRACKS.map((one) => [one.code, one]))

/** What a track is called, who it is and what it ends in; null for a code that nobody knows. */
export const trackOf = (code: string): Track | null => BY_CODE.get(code) ?? null

export const isMediated = (code: string): boolean => trackOf(code)?.mediated ?? false
