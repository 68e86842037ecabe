// Signing in by a one-time code, typed or brought by a link.
import { byId } from './dom.js'
import { call } from './wire.js'
import { words } from './words.js'

/**
 * Shows the door until somebody has signed in.
 * @param {string} seat
 * @param {string | null} code brought by a link
 * @returns {Promise<void>}
 */
export async function signIn(seat, code) {
  const door = byId('door')
  const form = /** @type {HTMLFormElement} */ (byId('sign-in'))
  const field = /** @type {HTMLInputElement} */ (byId('code'))
  const problem = byId('sign-in-problem')

  const refused = code ? await tries(seat, code) : ''
  if (code && !refused) return
  problem.textContent = refused
  door.hidden = false
  field.focus()
  await new Promise((resolve) => {
    form.onsubmit = async (event) => {
      event.preventDefault()
      const typed = field.value.trim()
      problem.textContent = typed ? await tries(seat, typed) : words().signInNone
      if (typed && !problem.textContent) return resolve(undefined)
      field.select()
      field.focus()
    }
  })
  field.value = ''
  door.hidden = true
}

/** Why not, or nothing. @param {string} seat @param {string} code @returns {Promise<string>} */
async function tries(seat, code) {
  const answer = await call(seat, 'POST', '/desk/sign-in', { body: { code } })
  const said = words()
  if (answer.ok) return ''
  if (answer.status === 429) return said.signInSlow
  return answer.status === 0 || answer.status >= 500 ? said.noConnection : said.signInFailed
}
