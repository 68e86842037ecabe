import { spoken } from '../core/flow.ts'
import { plan } from './flow.ts'
import { en } from './words/en.ts'
import { zh } from './words/zh.ts'

export default spoken(plan, { zh, en })
