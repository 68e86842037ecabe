// Slack's three entities: what must be written for `&`, `<` and `>`, and how it is shown again.

const ENTITY: { [entity: string]: string } = { '&amp;': '&', '&lt;': '<', '&gt;': '>' }

export const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/** As a person reads it. Each entity is read once, and what comes of it is not read again. */
export const unescaped = (text: string): string =>
  text.replace(/&(?:amp|lt|gt);/g, (entity) => ENTITY[entity] ?? entity)

/** How Slack keeps a plain_text: bare characters become entities, entities stay. Payloads carry it so. */
export const keptPlain = (text: string): string =>
  text
    .replace(/&(?!(?:amp|lt|gt);)/g, '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
