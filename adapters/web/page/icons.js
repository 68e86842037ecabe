// The few signs of the pages, as strokes on a 24 by 24 grid.

const STROKES = {
  photo: [
    'M4 7h3l2-2.5h6L17 7h3a1.5 1.5 0 0 1 1.5 1.5v9A1.5 1.5 0 0 1 20 19H4a1.5 1.5 0 0 1-1.5-1.5v-9A1.5 1.5 0 0 1 4 7z',
    'M12 16.5a3.75 3.75 0 1 0 0-7.5 3.75 3.75 0 0 0 0 7.5z',
  ],
  voice: [
    'M12 3a3 3 0 0 0-3 3v5.5a3 3 0 0 0 6 0V6a3 3 0 0 0-3-3z',
    'M5.5 11.5a6.5 6.5 0 0 0 13 0',
    'M12 18v3',
  ],
  place: [
    'M12 21s-7-6.2-7-11.5a7 7 0 0 1 14 0C19 14.8 12 21 12 21z',
    'M12 12a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5z',
  ],
  send: ['M4 12h15', 'M13 6l6 6-6 6'],
  back: ['M15 5l-7 7 7 7'],
  close: ['M6 6l12 12', 'M18 6L6 18'],
  help: [
    'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18z',
    'M9.5 9.5a2.5 2.5 0 1 1 3.6 2.2c-.8.4-1.1.9-1.1 1.8',
    'M12 16.8v.1',
  ],
  person: ['M12 11.5a4 4 0 1 0 0-8 4 4 0 0 0 0 8z', 'M4.5 20.5a7.5 7.5 0 0 1 15 0'],
  phone: [
    'M6.5 3.5h3l1.5 4-2 1.5a11 11 0 0 0 5 5l1.5-2 4 1.5v3a2 2 0 0 1-2.2 2A15.5 15.5 0 0 1 4.5 5.7a2 2 0 0 1 2-2.2z',
  ],
  message: ['M4 5h16v11H9l-5 4z'],
  alert: ['M12 4L2.5 20h19z', 'M12 10v4.5', 'M12 17.2v.1'],
  file: ['M7 3h7l4 4v14H7z', 'M14 3v4h4'],
  clock: ['M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18z', 'M12 7v5l3.5 2'],
  bell: ['M6 17V11a6 6 0 0 1 12 0v6l1.5 1.5h-15z', 'M10 21h4'],
  mute: ['M6 17V11a6 6 0 0 1 9.5-4.9', 'M18 11v6H6L4.5 18.5h12', 'M10 21h4', 'M4 4l16 16'],
  again: ['M20 12a8 8 0 1 1-2.6-5.9', 'M20 3v4.5h-4.5'],
  door: ['M14 4H5v16h9', 'M11 12h10', 'M17.5 8.5L21 12l-3.5 3.5'],
  done: ['M5 12.5l4.5 4.5L19 7.5'],
  stop: ['M7 7h10v10H7z'],
}

/**
 * A sign for the eye alone; the words beside it say what it means.
 * @param {keyof typeof STROKES} name
 */
export function icon(name) {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg')
  for (const [key, value] of [
    ['viewBox', '0 0 24 24'],
    ['class', 'icon'],
    ['aria-hidden', 'true'],
    ['focusable', 'false'],
  ])
    svg.setAttribute(/** @type {string} */ (key), /** @type {string} */ (value))
  for (const stroke of STROKES[name]) {
    const path = document.createElementNS('http://www.w3.org/2000/svg', 'path')
    path.setAttribute('d', stroke)
    svg.append(path)
  }
  return svg
}
