import { spoken } from '../core/flow.ts'
import { hard } from './flow.ts'
import { en } from './words/en.ts'
import { zh } from './words/zh.ts'

export default spoken(hard, { zh, en })
