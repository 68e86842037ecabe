// A file of a case: shown only when somebody asks for it, because every look is written down.
import { kindOf } from './attach.js'
import { el } from './dom.js'
import { icon } from './icons.js'
import { fileAddress } from './wire.js'
import { words } from './words.js'

/** What browsers can show by themselves. */
const SHOWN = /^(image\/(jpeg|png|webp)|audio\/|video\/)/

/** @param {import('../../../flows/core/event.ts').FileRef} file @param {string} seat */
export function evidence(file, seat) {
  const said = words()
  const address = fileAddress(seat, file.id)
  const name = [kindOf(file.type), file.name, file.seconds && `${file.seconds} ${said.seconds}`]
    .filter(Boolean)
    .join(' ')
  const item = el(
    'li',
    { class: 'file', 'data-testid': 'file' },
    icon(file.type.startsWith('audio/') ? 'voice' : file.type.startsWith('image/') ? 'photo' : 'file'),
    el('span', { class: 'file-name', dir: 'auto' }, name),
  )
  if (SHOWN.test(file.type)) {
    const show = el('button', { type: 'button', 'data-testid': 'file-show' }, said.show)
    show.addEventListener('click', () => {
      show.remove()
      item.append(shown(file.type, address, name))
    })
    item.append(show)
  }
  item.append(
    el(
      'a',
      { class: 'save', href: address, download: file.name ?? '', 'data-testid': 'file-save' },
      said.save,
    ),
  )
  return item
}

/** @param {string} type @param {string} address @param {string} name */
function shown(type, address, name) {
  if (type.startsWith('image/')) return el('img', { src: address, alt: name })
  const player = el(type.startsWith('audio/') ? 'audio' : 'video', {
    src: address,
    controls: true,
    preload: 'auto',
    'aria-label': name,
  })
  return player
}
