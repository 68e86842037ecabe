import { spoken } from '../core/flow.ts'
import { jointheld } from './flow.ts'
import { en } from './words/en.ts'
import { zh } from './words/zh.ts'

export default spoken(jointheld, { zh, en })
