// What staff may read.
import type { Views } from '../books.ts'
import { caseShown } from './case-show.ts'
import { caseLines } from './lines.ts'
import { mayRead } from './reader.ts'
import { storyOf } from './story.ts'

export const views: Views = { cases: caseLines, story: storyOf, caseShow: caseShown, maySee: mayRead }
