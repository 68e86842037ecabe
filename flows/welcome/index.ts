import { spoken } from '../core/flow.ts'
import { welcome } from './flow.ts'
import { en } from './words/en.ts'
import { zh } from './words/zh.ts'

export default spoken(welcome, { zh, en })
