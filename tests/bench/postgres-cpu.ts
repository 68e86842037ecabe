import { readdirSync, readFileSync } from 'node:fs'

/** CPU used so far by a PostgreSQL server and all its processes, living and gone, in milliseconds (Linux). */
export function postgresCpu(postmaster: number): number {
  let ticks = 0
  for (const entry of readdirSync('/proc')) {
    if (!/^\d+$/.test(entry)) continue
    const pid = Number(entry)
    const fields = statOf(pid)
    if (!fields) continue
    if (pid === postmaster) ticks += fields.own + fields.children
    else if (fields.parent === postmaster) ticks += fields.own
  }
  return ticks * 10
}

function statOf(pid: number): { parent: number; own: number; children: number } | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const after = text.slice(text.lastIndexOf(')') + 2).split(' ')
    return {
      parent: Number(after[1]),
      own: Number(after[11]) + Number(after[12]),
      children: Number(after[13]) + Number(after[14]),
    }
  } catch {
    return null
  }
}
