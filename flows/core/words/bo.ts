import type { CoreWords } from '../words.ts'
import { zh } from './zh.ts'

/** The slot for Tibetan. Until a native speaker has reviewed the sentences, the engine speaks Chinese here. */
export const bo: CoreWords = zh
