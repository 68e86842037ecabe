// Where the person writes, speaks, or shows something.
import { attach, voiceLabel } from './attach.js'
import { confirmed } from './dialog.js'
import { byId, fill } from './dom.js'
import { canLocate, locate } from './place.js'
import { canRecord, record } from './voice.js'
import { words } from './words.js'

/** Characters; the wire takes no more at once. */
const LONGEST = 30_000

/** @typedef {import('./chat.js').Chat} Chat */

/**
 * Wires up the form of the page; both pages have the same one.
 * @param {() => Chat | null} chat
 * @param {'write' | 'writeDesk'} prompt
 */
export function openComposer(chat, prompt) {
  const form = /** @type {HTMLFormElement} */ (byId('composer'))
  const text = /** @type {HTMLTextAreaElement} */ (byId('text'))
  const notice = byId('notice')
  const panel = byId('recording')
  const tools = byId('tools')
  const photo = /** @type {HTMLInputElement} */ (byId('photo-file'))
  const sound = /** @type {HTMLInputElement} */ (byId('voice-file'))
  const day = /** @type {HTMLInputElement} */ (byId('date-field'))

  form.addEventListener('submit', (event) => {
    event.preventDefault()
    sendText()
  })
  text.addEventListener('input', grow)
  text.addEventListener('keydown', (event) => {
    // Enter that ends a Chinese word in the input method is not Enter.
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing || event.keyCode === 229) return
    event.preventDefault()
    sendText()
  })

  function sendText() {
    const written = text.value.trim()
    if (!written) return text.focus()
    if (written.length > LONGEST) return tell(words().tooLong)
    chat()?.say({ kind: 'text', text: written })
    text.value = ''
    grow()
    tell('')
  }

  function grow() {
    text.style.height = 'auto'
    text.style.height = `${text.scrollHeight + 2}px`
  }

  const tell = (/** @type {string} */ problem) => fill(notice, problem)

  byId('photo').addEventListener('click', () => photo.click())
  for (const input of [photo, sound]) input.addEventListener('change', () => void sendFiles(input))

  /** @param {HTMLInputElement} input */
  async function sendFiles(input) {
    const chosen = [...(input.files ?? [])]
    input.value = ''
    const attached = await attach(chosen)
    if ('problem' in attached) return tell(attached.problem)
    if (attached.files.length === 0) return
    tell('')
    const caption = text.value.trim()
    text.value = ''
    grow()
    const label = caption ? `${attached.label}\n${caption}` : attached.label
    chat()?.say({ kind: 'files', ...(caption && { caption }) }, { label, files: attached.files })
  }

  const voice = byId('voice')
  voice.addEventListener('click', () => void sendVoice())
  async function sendVoice() {
    if (!canRecord()) return sound.click()
    if (voice.getAttribute('aria-pressed') === 'true') return
    voice.setAttribute('aria-pressed', 'true')
    try {
      const note = await record(panel)
      if (note) {
        const { blob, type, seconds } = note
        const name = `voice.${type.split('/')[1] ?? 'webm'}`
        chat()?.say({ kind: 'files' }, { label: voiceLabel(seconds), files: [{ blob, type, name, seconds }] })
      }
      tell('')
    } catch {
      panel.hidden = true
      tell(words().noMicrophone)
    }
    voice.setAttribute('aria-pressed', 'false')
    text.focus()
  }

  const spot = byId('place')
  spot.hidden = !canLocate()
  spot.addEventListener('click', () => void sendPlace())
  async function sendPlace() {
    const found = await locate()
    if (found === 'no') return
    if (found === 'failed') return tell(words().placeFailed)
    tell('')
    chat()?.say({ kind: 'place', ...found })
  }

  byId('date').addEventListener('click', () => {
    if (typeof day.showPicker === 'function') day.showPicker()
    else day.focus()
  })
  day.addEventListener('change', () => {
    if (day.value) chat()?.say({ kind: 'text', text: day.value })
    day.value = ''
  })

  byId('back').addEventListener('click', () => chat()?.say({ kind: 'back' }))
  byId('help').addEventListener('click', () => chat()?.say({ kind: 'help' }))
  document.getElementById('human')?.addEventListener('click', () => chat()?.say({ kind: 'human' }))
  byId('cancel').addEventListener('click', () => void cancel())
  async function cancel() {
    const { cancelAsk, cancelYes, cancelNo } = words()
    if (await confirmed({ text: cancelAsk, yes: cancelYes, no: cancelNo })) chat()?.say({ kind: 'cancel' })
  }

  // Numbers press the choices of the open question, wherever the focus is except in a field.
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !/^[1-9]$/.test(event.key)) return
    const at = event.target
    if (
      at instanceof HTMLInputElement ||
      at instanceof HTMLTextAreaElement ||
      at instanceof HTMLSelectElement
    )
      return
    if (document.querySelector('dialog[open]')) return
    if (chat()?.press(Number(event.key))) event.preventDefault()
  })

  return {
    tell,
    focus: () => text.focus(),
    /** Puts words into the field, for the person to send or to change. @param {string} words */
    write(words) {
      text.value = words
      grow()
      text.focus()
    },
    /** Offers what would answer the open question best. */
    suit() {
      const posed = chat()?.open() ?? null
      const hint = posed?.kind === 'ask' ? posed.hint : 'choice'
      text.inputMode =
        hint === 'phone' ? 'tel' : hint === 'number' ? 'numeric' : hint === 'money' ? 'decimal' : 'text'
      byId('date').hidden = hint !== 'date'
      byId('back').hidden = !(posed?.kind === 'review' || (posed?.kind === 'ask' && posed.back))
      byId('cancel').hidden = posed === null
      for (const [name, hints] of Object.entries({
        photo: ['files'],
        voice: ['voice', 'files'],
        place: ['place'],
        date: ['date'],
      }))
        byId(name).classList.toggle('wanted', hints.includes(hint))
      tools.dataset.hint = hint
      text.placeholder = chat()?.empty() === false && prompt === 'write' ? words().writeMore : words()[prompt]
    },
  }
}
