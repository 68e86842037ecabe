// How the page looks and speaks, and what it forgets: remembered on this device.
import { closesOutside } from './dialog.js'
import { byId, el, fill } from './dom.js'
import { recall, remember } from './memory.js'
import { locale, NAMES, speak, spoken, words } from './words.js'

/** @typedef {import('../../../flows/core/event.ts').Locale} Locale */

const SIZES = /** @type {const} */ (['normal', 'large', 'largest'])

/** Before anything is drawn. */
export function applyType() {
  const size = recall('type')
  document.documentElement.dataset.type = size === 'large' || size === 'largest' ? size : 'normal'
}

/** @param {(chosen: Locale) => void} onLocale */
export function openSettings(onLocale) {
  const dialog = /** @type {HTMLDialogElement} */ (byId('settings'))
  closesOutside(dialog)
  byId('settings-open').addEventListener('click', () => dialog.showModal())
  byId('settings-close').addEventListener('click', () => dialog.close())

  const sizes = byId('type-sizes')
  spoken(() => fill(sizes, ...SIZES.map(sizeOption)))
  const forget = /** @type {HTMLInputElement | null} */ (document.getElementById('forget'))
  if (forget) {
    forget.checked = recall('forget') === 'yes'
    forget.addEventListener('change', () => remember('forget', forget.checked ? 'yes' : null))
  }

  /** @type {readonly Locale[]} */
  let locales = ['zh', 'en']
  const slot = byId('locales')
  const offer = () =>
    fill(slot, ...locales.filter((one) => one !== locale()).map((one) => localeButton(one, onLocale)))
  spoken(offer)
  return {
    /** The languages of the station. @param {readonly Locale[]} offered */
    offer(offered) {
      locales = offered
      offer()
    },
  }
}

/** @param {Locale} one @param {(chosen: Locale) => void} onLocale */
const localeButton = (one, onLocale) =>
  el(
    'button',
    {
      type: 'button',
      class: 'quiet',
      lang: TAGS[one],
      'data-testid': `locale-${one}`,
      onclick: () => {
        speak(one)
        onLocale(one)
      },
    },
    NAMES[one],
  )

const TAGS = { zh: 'zh-CN', en: 'en', bo: 'bo' }

/** @param {(typeof SIZES)[number]} size */
function sizeOption(size) {
  const said = words()
  const name = { normal: said.typeNormal, large: said.typeLarge, largest: said.typeLargest }[size]
  const input = el('input', {
    type: 'radio',
    name: 'type-size',
    value: size,
    'data-testid': `type-${size}`,
    onchange: () => {
      remember('type', size)
      applyType()
    },
  })
  input.checked = document.documentElement.dataset.type === size
  return el('label', { class: 'option' }, input, el('span', {}, name))
}
