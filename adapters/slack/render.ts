// From a message to what is posted. Pure. What is too much for one post becomes several, always the same ones.
import type { Choice, Message, Reply, Row } from '../../flows/core/reply.ts'
import {
  type Block,
  buttons,
  chunks,
  header,
  image,
  LIMITS,
  lines,
  menus,
  type Press,
  plainText,
  sections,
} from './blocks.ts'
import { TWIN } from './hear.ts'
import { weight } from './text.ts'
import { wordsIn } from './words.ts'

/** `text` is what a locked screen shows: nothing of what it is about. */
export type Post = { text: string; blocks: Block[] }

/** Slack allows 50 blocks, and refuses a sum of texts of about 13,200. */
const MOST_BLOCKS = 48
const MOST_TEXT = 10_000

/**
 * `group`: others read it. Nothing can be pressed there, and what to type is a command. `file`: the picture of figures, where
 * Slack has it.
 */
export function render(
  { reply, locale }: Pick<Message, 'reply' | 'locale'>,
  group: boolean,
  file: string | null = null,
): Post[] {
  const words = wordsIn(locale)
  return posts(shown(reply, words, group, file), reply.kind === 'card' ? words.card : words.message)
}

type Words = ReturnType<typeof wordsIn>

function shown(reply: Reply, words: Words, group: boolean, file: string | null): Block[] {
  switch (reply.kind) {
    case 'say':
      return sections(reply.text)
    case 'ask':
      return [...sections(reply.text), ...(group ? [] : choices(reply.id, reply.choices, reply.back, words))]
    case 'review':
      return [
        ...sections([reply.text, ...reply.rows.map(({ label, value }) => `${label}：${value}`)].join('\n')),
        ...(group ? [] : choices(reply.id, reply.choices, false, words)),
      ]
    case 'picture':
      return file === null ? sections(reply.text) : [image(file, reply.text)]
    case 'card':
      return [
        ...(reply.tone === 'plain' ? [] : [header(words.level[reply.tone])]),
        ...sections(reply.text),
        ...fields(reply.rows),
        ...(group
          ? []
          : buttons(reply.buttons.map(({ id, label }) => ({ label, act: { kind: 'press', button: id } })))),
        ...(reply.twin === null ? [] : [twin(reply.twin, words, group)]),
      ]
  }
}

/** A post must hold something, even where there was nothing to say. */
const NOTHING: Block = { type: 'section', text: plainText('', 1) }

const twin = (text: string, words: Words, group: boolean): Block =>
  lines([words.typeInstead, group ? `/case ${text}` : text], TWIN)

function choices(question: string, offered: readonly Choice[], back: boolean, words: Words): Block[] {
  const presses = offered.map(
    ({ id, label }): Press => ({ label, act: { kind: 'pick', question, choice: id } }),
  )
  const few = presses.length <= LIMITS.buttons
  // A label that does not fit on a button is read in full above it.
  const long = presses.filter(({ label }) => weight(label) > LIMITS.label)
  return [
    ...sections(long.map(({ label }) => `· ${label}`).join('\n')),
    ...(few ? buttons(presses) : menus(presses, words.choose)),
    ...(back ? buttons([{ label: words.back, act: { kind: 'back' } }], presses.length) : []),
  ]
}

/** Ten facts in a section, side by side; a fact too long for that has sections of its own. */
function fields(rows: readonly Row[]): Block[] {
  const written = rows.map(({ label, value }) => `${label}\n${value}`)
  const short = written.filter((text) => weight(text) <= LIMITS.field)
  const long = written.filter((text) => weight(text) > LIMITS.field)
  return [
    ...chunks(short, LIMITS.fields).map(
      (some): Block => ({ type: 'section', fields: some.map((text) => plainText(text, LIMITS.field)) }),
    ),
    ...long.flatMap(sections),
  ]
}

function posts(blocks: readonly Block[], text: string): Post[] {
  const all: Post[] = []
  let size = 0
  for (const block of blocks.length > 0 ? blocks : [NOTHING]) {
    const more = textIn(block)
    const last = all.at(-1)
    if (!last || last.blocks.length >= MOST_BLOCKS || size + more > MOST_TEXT) {
      all.push({ text, blocks: [block] })
      size = more
    } else {
      last.blocks.push(block)
      size += more
    }
  }
  return all
}

/** Every text in a block, however deep. */
function textIn(node: unknown): number {
  if (typeof node !== 'object' || node === null) return 0
  return Object.entries(node).reduce(
    (sum, [name, inner]) =>
      sum + (name === 'text' && typeof inner === 'string' ? inner.length : textIn(inner)),
    0,
  )
}
