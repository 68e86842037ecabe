import { spoken } from '../core/flow.ts'
import * as flows from './flow.ts'
import * as en from './words/en.ts'
import * as zh from './words/zh.ts'

export const coming = spoken(flows.coming, { zh: zh.coming, en: en.coming })
export const cannot = spoken(flows.cannot, { zh: zh.cannot, en: en.cannot })
export const otherTime = spoken(flows.otherTime, { zh: zh.otherTime, en: en.otherTime })
