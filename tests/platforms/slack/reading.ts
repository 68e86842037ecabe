// What a person sees of a text: the words, and whatever is more than words.

export type Link = { url: string; label: string }

export type Reading = {
  /** As a human would read it. */
  text: string
  /** Who is called by it: `@name`, `@channel`, `@here`, `@everyone`, `#channel`. */
  mentions: string[]
  links: Link[]
  bold: string[]
  italic: string[]
  strike: string[]
  code: string[]
  quotes: string[]
}

export const words = (text: string): Reading => ({
  text,
  mentions: [],
  links: [],
  bold: [],
  italic: [],
  strike: [],
  code: [],
  quotes: [],
})

/** Several readings as one, below each other. */
export function joined(parts: Reading[], between = '\n'): Reading {
  return {
    text: parts.map(({ text }) => text).join(between),
    mentions: parts.flatMap(({ mentions }) => mentions),
    links: parts.flatMap(({ links }) => links),
    bold: parts.flatMap(({ bold }) => bold),
    italic: parts.flatMap(({ italic }) => italic),
    strike: parts.flatMap(({ strike }) => strike),
    code: parts.flatMap(({ code }) => code),
    quotes: parts.flatMap(({ quotes }) => quotes),
  }
}
