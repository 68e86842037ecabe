// The language the page speaks now, and who wants to know when it changes.

import { recall, remember } from './memory.js'
import { en } from './words-en.js'
import { zh } from './words-zh.js'

/** @typedef {import('../../../flows/core/event.ts').Locale} Locale */

/** Until a native speaker has reviewed the sentences, the page itself speaks Chinese to readers of Tibetan. */
const ALL = { zh, en, bo: zh }
export const NAMES = { zh: '中文', en: 'English', bo: 'བོད་ཡིག' }

/** @type {((words: typeof zh, locale: Locale) => void)[]} */
const listeners = []

/** @returns {Locale} */
export function locale() {
  const kept = recall('locale')
  if (kept === 'zh' || kept === 'en' || kept === 'bo') return kept
  return /^(zh|bo)\b/i.test(navigator.language) || !/^en\b/i.test(navigator.language) ? 'zh' : 'en'
}

export const words = () => ALL[locale()]

/** @param {Locale} chosen */
export function speak(chosen) {
  remember('locale', chosen)
  apply()
}

/** Calls back now and at every change. @param {(words: typeof zh, locale: Locale) => void} listener */
export function spoken(listener) {
  listeners.push(listener)
  listener(words(), locale())
}

function apply() {
  for (const listener of listeners) listener(words(), locale())
}

/** Fills every element that names its words: `data-words` its text, `data-label` its accessible name and tooltip. */
export function fillPage() {
  spoken((said) => {
    document.documentElement.lang = said.tag
    for (const element of document.querySelectorAll('[data-words]')) {
      const text = wordOf(said, element.getAttribute('data-words'))
      if (element instanceof HTMLTextAreaElement || element instanceof HTMLInputElement)
        element.placeholder = text
      else element.textContent = text
    }
    for (const element of document.querySelectorAll('[data-label]')) {
      const text = wordOf(said, element.getAttribute('data-label'))
      element.setAttribute('aria-label', text)
      element.setAttribute('title', text)
    }
  })
}

/** @param {any} said @param {string | null} name @returns {string} */
const wordOf = (said, name) => (name ?? '').split('.').reduce((part, key) => part?.[key], said) ?? ''
