// Blocks as Slack keeps them: whatever has no name is given one, plain text is kept escaped.
import { keptPlain } from './escape.ts'
import { isWire, textOf, type Wire, wiresOf } from './json.ts'
import type { Stamps } from './stamps.ts'

const PRESSED = [
  'button',
  'static_select',
  'multi_static_select',
  'overflow',
  'radio_buttons',
  'checkboxes',
  'plain_text_input',
  'number_input',
  'datepicker',
  'timepicker',
  'datetimepicker',
]

export function keptBlocks(blocks: unknown, stamps: Stamps): Wire[] {
  return wiresOf(blocks).map((block) => ({ block_id: stamps.hex(5), ...wireKept(block, stamps) }))
}

function wireKept(given: Wire, stamps: Stamps): Wire {
  const kept: Wire = {}
  for (const [name, value] of Object.entries(given))
    kept[name] = Array.isArray(value)
      ? value.map((one) => (isWire(one) ? wireKept(one, stamps) : one))
      : isWire(value)
        ? wireKept(value, stamps)
        : value
  if (kept.type === 'plain_text') return { emoji: true, ...kept, text: keptPlain(textOf(kept.text)) }
  if (kept.type === 'mrkdwn') return { verbatim: false, ...kept }
  if (PRESSED.includes(textOf(kept.type))) return { action_id: stamps.hex(5), ...kept }
  return kept
}
