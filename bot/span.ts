/** How far a clock is moved, as an operator writes it. */

const UNITS: { [unit: string]: number } = { m: 60_000, h: 3_600_000, d: 86_400_000, w: 7 * 86_400_000 }

/** Milliseconds of `30m`, `12h`, `7d` or `2w`; null for anything else. */
export function readSpan(text: string): number | null {
  const [, count = '', unit = ''] = /^(\d{1,5})([mhdw])$/.exec(text) ?? []
  const ms = Number(count) * (UNITS[unit] ?? 0)
  return ms > 0 ? ms : null
}
