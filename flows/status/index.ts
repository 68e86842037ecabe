import { spoken } from '../core/flow.ts'
import { status } from './flow.ts'
import { en } from './words/en.ts'
import { zh } from './words/zh.ts'

export default spoken(status, { zh, en })
