// Elements, made without markup: whatever a person wrote becomes text and nothing else.

/** @typedef {Node | string | null | undefined | false} Child */
/** @typedef {{ [name: string]: string | number | boolean | null | undefined | ((event: any) => unknown) }} Props */

/**
 * An element with attributes, listeners (`onclick`) and children.
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Props} [props]
 * @param {...Child} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function el(tag, props = {}, ...children) {
  const element = document.createElement(tag)
  for (const [name, value] of Object.entries(props)) {
    if (value === null || value === undefined || value === false) continue
    if (typeof value === 'function') element.addEventListener(name.slice(2), value)
    else element.setAttribute(name, value === true ? '' : String(value))
  }
  element.append(...present(children))
  return element
}

/**
 * The element of the page with this id; the page is wrong without it.
 * @param {string} id
 * @returns {HTMLElement}
 */
export function byId(id) {
  const element = document.getElementById(id)
  if (!element) throw new Error(`the page has no #${id}`)
  return element
}

/** @param {Element} parent @param {...Child} children */
export const fill = (parent, ...children) => parent.replaceChildren(...present(children))

/** @param {Child[]} children @returns {(Node | string)[]} */
const present = (children) =>
  /** @type {(Node | string)[]} */ (
    children.filter((child) => child !== null && child !== undefined && child !== false && child !== '')
  )

/** Draws anew without losing the place of the focus: what has it is found again by its test id and number. @param {() => void} draw */
export function keepingFocus(draw) {
  const held = document.activeElement
  const id = held?.getAttribute('data-testid')
  const number = held?.getAttribute('data-number')
  draw()
  if (!id || !held || held.isConnected) return
  const same = document.querySelector(
    `[data-testid="${CSS.escape(id)}"]${number ? `[data-number="${CSS.escape(number)}"]` : ''}`,
  )
  if (same instanceof HTMLElement) same.focus({ preventScroll: true })
}

/** @param {Element | null | undefined} parent @param {string} selector */
export function focusIn(parent, selector) {
  const found = parent?.querySelector(selector)
  if (found instanceof HTMLElement) found.focus()
}
