import { spoken } from '../core/flow.ts'
import { requestanswer } from './flow.ts'
import { en } from './words/en.ts'
import { zh } from './words/zh.ts'

export default spoken(requestanswer, { zh, en })
