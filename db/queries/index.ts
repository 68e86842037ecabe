// What staff may read.
import type { Views } from '../books.ts'
import { caseShown } from './case-show.ts'
import { caseLines } from './lines.ts'
import { mayRead } from './reader.ts'
import { requestLines, requestStory } from './requests.ts'
import { storyOf } from './story.ts'

export const views: Views = {
  cases: async (books) => [...(await caseLines(books)), ...(await requestLines(books))],
  story: async (books, number) => (await storyOf(books, number)) ?? requestStory(books, number),
  caseShow: caseShown,
  maySee: mayRead,
}
