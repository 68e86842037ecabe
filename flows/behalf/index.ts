import { spoken } from '../core/flow.ts'
import { behalf } from './flow.ts'
import { en } from './words/en.ts'
import { zh } from './words/zh.ts'

export default spoken(behalf, { zh, en })
