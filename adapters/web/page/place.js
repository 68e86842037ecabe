// The person's place, asked of the phone only after the person agreed.
import { confirmed } from './dialog.js'
import { words } from './words.js'

export const canLocate = () => window.isSecureContext && 'geolocation' in navigator

/** @returns {Promise<{ lat: number, lon: number } | 'no' | 'failed'>} degrees, WGS 84 */
export async function locate() {
  const said = words()
  if (!(await confirmed({ text: said.placeAsk, yes: said.placeYes, no: said.placeNo }))) return 'no'
  return new Promise((resolve) => {
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => resolve({ lat: round(coords.latitude), lon: round(coords.longitude) }),
      () => resolve('failed'),
      { enableHighAccuracy: true, timeout: 20_000, maximumAge: 60_000 },
    )
  })
}

/** Five places are about a metre. @param {number} degrees */
const round = (degrees) => Math.round(degrees * 100_000) / 100_000
