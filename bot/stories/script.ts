/** A story as it is read: who said what when, what the desk answered, and how the case moved. */
import type { Reply } from '../../flows/core/reply.ts'

export type Script = {
  time(clock: string): void
  said(name: string, text: string): void
  read(name: string, reply: Reply): void
  /** Absent where nobody reads how the case moved: to know it, the whole case is looked at after everything that happens. */
  case?(line: string): void
}

/** Writes line by line; a time is written once, when something happens at it. */
export function written(write: (line: string) => void): Script {
  let now = ''
  let shown = ''
  const at = () => {
    if (now === shown) return
    shown = now
    write(`\n── ${now} ──`)
  }
  const indented = (text: string) => text.replaceAll('\n', '\n    ')
  return {
    time(clock) {
      now = clock
    },
    said(name, text) {
      at()
      write(`${name}：${indented(text)}`)
    },
    read(name, reply) {
      at()
      write(`  → ${name}：${indented(worded(reply))}`)
    },
    case(line) {
      at()
      write(`  ◆ ${line}`)
    },
  }
}

function worded(reply: Reply): string {
  const rows = 'rows' in reply ? reply.rows.map(({ label, value }) => `\n${label}：${value}`) : []
  const offered = 'choices' in reply ? reply.choices : 'buttons' in reply ? reply.buttons : []
  const labels = offered.map(({ label }) => `〔${label}〕`).join('')
  return `${reply.text}${rows.join('')}${labels ? `\n${labels}` : ''}`
}
