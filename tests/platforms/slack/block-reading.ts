// Blocks as they stand on the screen: what may be read, and what may be pressed.
import { unescaped } from './escape.ts'
import { textOf, type Wire, wireOf, wiresOf } from './json.ts'
import { type Names, readMrkdwn } from './mrkdwn.ts'
import { joined, type Reading, words } from './reading.ts'

/** Something that can be pressed, or one option of a menu. */
export type Pressable = { label: string; block: string; element: Wire; option: Wire | null }

export type BlockReading = Reading & { buttons: Pressable[] }

const WITH_OPTIONS = ['static_select', 'multi_static_select', 'overflow', 'radio_buttons', 'checkboxes']

export function readBlocks(blocks: Wire[], names: Names): BlockReading {
  const buttons: Pressable[] = []
  const parts = blocks.flatMap((block) => readBlock(block))
  return { ...joined(parts.filter(({ text }) => text !== '')), buttons }

  function readBlock(block: Wire): Reading[] {
    const id = textOf(block.block_id)
    switch (block.type) {
      case 'header':
        return [readText(block.text, names)]
      case 'section':
        return [
          readText(block.text, names),
          ...wiresOf(block.fields).map((field) => readText(field, names)),
          ...readElement(wireOf(block.accessory), id),
        ]
      case 'context':
      case 'actions':
        return wiresOf(block.elements).flatMap((element) => readElement(element, id))
      case 'input':
        return [
          readText(block.label, names),
          ...readElement(wireOf(block.element), id),
          readText(block.hint, names),
        ]
      case 'image':
        return [readText(block.title, names), words(textOf(block.alt_text))]
      case 'rich_text':
        return wiresOf(block.elements).map((element) => readRich(element, names))
      case 'markdown':
        return [readMrkdwn(textOf(block.text), { names, autoLinks: true, autoMentions: true })]
      default:
        return []
    }
  }

  /** The label of a button is not text to read; it is something to press. */
  function readElement(element: Wire, block: string): Reading[] {
    const type = textOf(element.type)
    if (type === 'button') {
      buttons.push({ label: labelOf(element.text), block, element, option: null })
      return []
    }
    if (WITH_OPTIONS.includes(type)) {
      for (const option of optionsOf(element))
        buttons.push({ label: labelOf(option.text), block, element, option })
      return [readText(element.placeholder, names)]
    }
    if (type === 'image') return [words(textOf(element.alt_text))]
    if (type === 'mrkdwn' || type === 'plain_text') return [readText(element, names)]
    return []
  }
}

/** The options of a menu, those in groups too. */
export const optionsOf = (element: Wire): Wire[] => [
  ...wiresOf(element.options),
  ...wiresOf(element.option_groups).flatMap((group) => wiresOf(group.options)),
]

export const labelOf = (text: unknown): string => unescaped(textOf(wireOf(text).text))

/** A text object. Plain text shows the three entities as characters and interprets nothing else. */
export function readText(given: unknown, names: Names): Reading {
  const text = wireOf(given)
  if (text.type !== 'mrkdwn') return words(labelOf(text))
  const bare = text.verbatim !== true
  return readMrkdwn(textOf(text.text), { names, autoLinks: bare, autoMentions: bare })
}

function readRich(element: Wire, names: Names): Reading {
  const inside = wiresOf(element.elements)
  switch (element.type) {
    case 'rich_text_list':
      return joined(inside.map((one) => readRich(one, names)))
    case 'rich_text_quote': {
      const reading = joined(
        inside.map((one) => readRichPart(one, names)),
        '',
      )
      return { ...reading, quotes: [reading.text] }
    }
    case 'rich_text_preformatted': {
      const reading = joined(
        inside.map((one) => readRichPart(one, names)),
        '',
      )
      return { ...reading, code: [reading.text] }
    }
    default:
      return joined(
        inside.map((one) => readRichPart(one, names)),
        '',
      )
  }
}

function readRichPart(part: Wire, names: Names): Reading {
  switch (part.type) {
    case 'text': {
      const text = textOf(part.text)
      const style = wireOf(part.style)
      const styled = (name: string): string[] => (style[name] === true ? [text] : [])
      return {
        ...words(text),
        bold: styled('bold'),
        italic: styled('italic'),
        strike: styled('strike'),
        code: styled('code'),
      }
    }
    case 'link': {
      const url = textOf(part.url)
      const label = textOf(part.text) || url
      return { ...words(label), links: [{ url, label }] }
    }
    case 'user':
      return called(`@${names.user(textOf(part.user_id)) ?? textOf(part.user_id)}`)
    case 'channel':
      return called(`#${names.channel(textOf(part.channel_id)) ?? textOf(part.channel_id)}`)
    case 'broadcast':
      return called(`@${textOf(part.range)}`)
    case 'emoji':
      return words(fromUnicode(textOf(part.unicode)) || `:${textOf(part.name)}:`)
    default:
      return words('')
  }
}

const called = (mention: string): Reading => ({ ...words(mention), mentions: [mention] })

const fromUnicode = (unicode: string): string =>
  unicode === '' ? '' : String.fromCodePoint(...unicode.split('-').map((point) => Number.parseInt(point, 16)))
