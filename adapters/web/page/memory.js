// Small things this browser remembers: language, size of type, whether to forget. Never what anybody said.

const PREFIX = 'bridge.'

/** @param {string} name @returns {string | null} */
export function recall(name) {
  try {
    return localStorage.getItem(PREFIX + name)
  } catch {
    return null
  }
}

/** @param {string} name @param {string | null} value */
export function remember(name, value) {
  try {
    if (value === null) localStorage.removeItem(PREFIX + name)
    else localStorage.setItem(PREFIX + name, value)
  } catch {
    // A browser that keeps nothing still works, until it is closed.
  }
}

/** What only this tab remembers. @param {string} name @returns {string | null} */
export function recallHere(name) {
  try {
    return sessionStorage.getItem(PREFIX + name)
  } catch {
    return null
  }
}

/** @param {string} name @param {string | null} value */
export function rememberHere(name, value) {
  try {
    if (value === null) sessionStorage.removeItem(PREFIX + name)
    else sessionStorage.setItem(PREFIX + name, value)
  } catch {
    // As above.
  }
}

/** Forgets everything that begins with a name. @param {string} start */
export function forget(start) {
  try {
    for (const key of Object.keys(localStorage))
      if (key.startsWith(PREFIX + start)) localStorage.removeItem(key)
  } catch {
    // As above.
  }
}
