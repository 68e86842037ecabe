// Recording a voice note: begin, see it run, then send it or not.
import { el, fill } from './dom.js'
import { icon } from './icons.js'
import { words } from './words.js'

/** Seconds; a longer story is better told in two notes. */
const LONGEST = 180
const KINDS = ['audio/mp4', 'audio/webm;codecs=opus', 'audio/ogg;codecs=opus', 'audio/webm']

export const canRecord = () =>
  Boolean(navigator.mediaDevices?.getUserMedia) && typeof MediaRecorder !== 'undefined'

/**
 * Records in `panel` until the person sends or discards it; null when discarded.
 * @param {HTMLElement} panel
 * @returns {Promise<{ blob: Blob, type: string, seconds: number } | null>} rejects when there is no microphone
 */
export async function record(panel) {
  const sound = await navigator.mediaDevices.getUserMedia({ audio: true })
  const mimeType = KINDS.find((kind) => MediaRecorder.isTypeSupported(kind))
  const recorder = new MediaRecorder(sound, mimeType ? { mimeType } : {})
  /** @type {Blob[]} */
  const parts = []
  recorder.ondataavailable = ({ data }) => data.size > 0 && parts.push(data)
  const started = performance.now()
  const length = () => (performance.now() - started) / 1000
  const keeps = await recorded(panel, recorder, length)
  const seconds = Math.min(LONGEST, Math.max(1, Math.round(keeps.seconds)))
  for (const track of sound.getTracks()) track.stop()
  const type = (recorder.mimeType || mimeType || 'audio/webm').split(';')[0] ?? 'audio/webm'
  return keeps.sends && parts.length > 0 ? { blob: new Blob(parts, { type }), type, seconds } : null
}

/**
 * @param {HTMLElement} panel @param {MediaRecorder} recorder @param {() => number} length seconds
 * @returns {Promise<{ sends: boolean, seconds: number }>}
 */
function recorded(panel, recorder, length) {
  return new Promise((resolve) => {
    const said = words()
    const shown = el('span', { class: 'length' }, '0:00')
    const send = el(
      'button',
      { type: 'button', class: 'main', 'data-testid': 'voice-send', onclick: () => end(true) },
      icon('send'),
      said.recordSend,
    )
    const drop = el(
      'button',
      { type: 'button', 'data-testid': 'voice-drop', onclick: () => end(false) },
      said.recordStop,
    )
    fill(
      panel,
      el('span', { class: 'dot', 'aria-hidden': 'true' }),
      el('span', { role: 'status' }, said.recording),
      shown,
      drop,
      send,
    )
    panel.hidden = false
    const tick = setInterval(() => {
      const seconds = Math.floor(length())
      shown.textContent = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
      if (seconds >= LONGEST) end(true)
    }, 250)
    let sends = false
    let seconds = 0
    function end(/** @type {boolean} */ wanted) {
      if (recorder.state === 'inactive') return
      sends = wanted
      seconds = length()
      recorder.stop()
    }
    recorder.onstop = () => {
      clearInterval(tick)
      panel.hidden = true
      panel.replaceChildren()
      resolve({ sends, seconds })
    }
    recorder.start(1_000)
    send.focus()
  })
}
