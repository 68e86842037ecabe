// What can be measured of how a page looks: does it fit, can it be hit, can it be read, does it have names.
import type { Page } from 'playwright-core'

// As text, because these tests are compiled without the types of a page.

/** How many pixels the page is wider than its window. */
export const overflow = (page: Page): Promise<number> =>
  page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')

/** What can be pressed and is smaller than 44 pixels in either direction, or reaches out of the window. */
export const hardToHit = (page: Page): Promise<string[]> =>
  page.evaluate(`[...document.querySelectorAll('button, a[href], input, textarea, label.option')]
    .filter((one) => one.checkVisibility() && !one.closest('label.option > *') && !one.matches('.skip, .date-field'))
    .flatMap((one) => {
      const { width, height, left, right } = one.getBoundingClientRect()
      const small = width < 43.5 || height < 43.5
      const out = left < -0.5 || right > innerWidth + 0.5
      return small || out ? [(one.dataset.testid ?? one.textContent) + ' ' + [width, height, left, right].map(Math.round)] : []
    })`)

/** Buttons and links whose text is cut off by their own edges. */
export const clipped = (page: Page): Promise<string[]> =>
  page.evaluate(`[...document.querySelectorAll('button, .call, .emergency a, .level, .bubble p, dd, dt, h2, h3')]
    .filter((one) => one.checkVisibility())
    .flatMap((one) => (one.scrollWidth > one.clientWidth + 1 && one.clientWidth > 1 ? [one.textContent] : []))`)

/** Text with less contrast than WCAG 2.2 AA asks: 4.5, or 3 for large letters. */
export const pale = (page: Page): Promise<string[]> =>
  page.evaluate(`(() => {
    const light = (channel) => (channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4)
    const luminance = ([r, g, b]) => 0.2126 * light(r / 255) + 0.7152 * light(g / 255) + 0.0722 * light(b / 255)
    const channels = (colour) => colour.match(/[\\d.]+/g).map(Number)
    const paper = (element) => {
      for (let at = element; at; at = at.parentElement) {
        const colour = channels(getComputedStyle(at).backgroundColor)
        if (colour[3] !== 0) return colour
      }
      return [255, 255, 255]
    }
    const found = []
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    while (texts.nextNode()) {
      const { parentElement: element, textContent } = texts.currentNode
      if (!textContent.trim() || !element.checkVisibility()) continue
      const style = getComputedStyle(element)
      const pair = [luminance(channels(style.color)), luminance(paper(element))].sort((a, b) => b - a)
      const ratio = (pair[0] + 0.05) / (pair[1] + 0.05)
      const size = parseFloat(style.fontSize)
      const large = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700)
      if (ratio < (large ? 3 : 4.5)) found.push(textContent.trim() + ' ' + ratio.toFixed(2))
    }
    return found
  })()`)

/** Controls that a screen reader could only call "button". */
export const nameless = (page: Page): Promise<string[]> =>
  page.evaluate(`[...document.querySelectorAll('button, a[href], input:not([type=file], .date-field), textarea, dialog, section[id], nav.emergency')]
    .filter((one) => !one.hidden)
    .filter((one) => {
      const label = one.labels?.[0]?.textContent ?? ''
      return !(one.getAttribute('aria-label') || one.getAttribute('aria-labelledby') || label || one.textContent.trim())
    })
    .map((one) => one.outerHTML.slice(0, 120))`)
