// Asks the browser to keep the page itself, so that it opens without a connection.

export function keepShell() {
  if (!('serviceWorker' in navigator) || !window.isSecureContext) return
  const address = new URL('./shell.js', import.meta.url).href
  navigator.serviceWorker.register(/** @type {string} */ (trusted(address)), { scope: '/' }).catch(() => {
    // Without it the page works as long as it is open.
  })
}

/** The one script address that this page makes; the policy of the page allows it under this name. @param {string} address @returns {unknown} */
function trusted(address) {
  const policies = /** @type {any} */ (window).trustedTypes
  if (!policies) return address
  return policies
    .createPolicy('shell', { createScriptURL: (/** @type {string} */ url) => url })
    .createScriptURL(address)
}
