// What a card about a new case still asks of its reader.
import type { Notice } from './notice.ts'

/** Triage is over: the only thing left is to assign it. */
export const isTriaged = ({ buttons }: Extract<Notice, { kind: 'newCase' }>): boolean =>
  buttons.length > 0 && buttons.every(({ does }) => does === 'assign')
