import { spoken } from '../core/flow.ts'
import { requestsolved } from './flow.ts'
import { en } from './words/en.ts'
import { zh } from './words/zh.ts'

export default spoken(requestsolved, { zh, en })
