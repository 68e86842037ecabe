// How a matter reached the station (domain 1.2, 0: 来报, 摸排, 110, 移送), and how the official table counts each of them (7.1 A).
import { z } from 'zod'

/** `counts`: 申请调解, 主动调解, 接受委托移送. */
export const SOURCES = [
  { code: 'chat', zh: '群众来报', en: 'Told us in chat', counts: 'applied' },
  { code: 'desk', zh: '同事代为登记', en: 'Entered by a colleague', counts: 'applied' },
  { code: 'phone', zh: '电话来报', en: 'By phone', counts: 'applied' },
  { code: 'door', zh: '上门来报', en: 'At the door', counts: 'applied' },
  { code: 'patrol', zh: '摸排', en: 'Found on a round', counts: 'own-motion' },
  { code: '110', zh: '110警情', en: 'A 110 call', counts: 'entrusted' },
  { code: 'court', zh: '法院委托移送', en: 'Entrusted by a court', counts: 'entrusted' },
  { code: 'petition', zh: '信访移送', en: 'From the petition office', counts: 'entrusted' },
  { code: '12345', zh: '12345热线移送', en: 'From the 12345 line', counts: 'entrusted' },
  { code: 'referred', zh: '其他单位移送', en: 'From another body', counts: 'entrusted' },
] as const

export type SourceCode = (typeof SOURCES)[number]['code']
export const sourceSchema = z.enum(SOURCES.map(({ code }) => code))
