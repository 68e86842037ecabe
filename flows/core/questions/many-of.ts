import { z } from 'zod'
import { choiceOf, isOneOf } from '../hearing.ts'
import { answer, DONE, hearsOf, labelled, labelOf, type Question, unclear } from '../question.ts'
import type { Choice } from '../reply.ts'

/** Several of a few named answers, pressed one by one or typed together ("1 3"), until the person says that is all. */
export function manyOf<const C extends string>(choices: readonly [C, ...C[]]): Question<C[], C> {
  return collect(choices, [], (id, own) => labelOf(own?.[id], id)) as Question<C[], C>
}

/** Several of a list that is known only when it is asked. */
export const chooseMany = (offered: readonly Choice[]): Question<string[], never> =>
  collect([], offered, (id) => offered.find((choice) => choice.id === id)?.label ?? id) as Question<
    string[],
    never
  >

function collect(
  choices: readonly string[],
  offered: readonly Choice[],
  label: (id: string, own: any) => string,
): Question<string[], any> {
  const ids = [...choices, ...offered.map(({ id }) => id)]
  const question: Question<string[], any> = {
    hint: 'choice',
    collects: true,
    schema: z.array(z.string()).refine((picked) => picked.every((id) => ids.includes(id))),
    choices,
    offered,
    read(event, { words, draft, own }) {
      const held = Array.isArray(draft) ? (draft as string[]) : []
      const all = (picked: readonly string[]) => ids.filter((id) => held.includes(id) || picked.includes(id))
      if (event.kind === 'pick' && event.choice === DONE) return answer(held)
      if (event.kind === 'pick' && ids.includes(event.choice))
        return { kind: 'more', draft: all([event.choice]) }
      if (event.kind !== 'text') return unclear(words.pickOne)
      if (held.length > 0 && isOneOf(event.text, words.done.hears)) return answer(held)
      const names = labelled(question, own)
      const pickOf = (word: string) => choiceOf(word, names, (id) => hearsOf(own.choices?.[id]))?.id
      // A name may hold a space, so what stands between commas is tried before single words.
      for (const between of [/[,，、;；和]+/u, /[\s,，、;；和]+/u]) {
        const said = event.text.split(between).filter((word) => word.trim() !== '')
        const known = said.map(pickOf).filter((id) => id !== undefined)
        if (known.length === said.length && known.length > 0) return answer(all(known))
      }
      return unclear(words.pickOne)
    },
    undo: () => null,
    show: (value, { own, words }) => words.listed(value.map((id) => label(id, own.choices))),
  }
  return question
}
