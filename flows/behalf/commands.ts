import type { Command, Refused } from '../core/command.ts'
import type { Opened } from '../core/desk-commands.ts'

/** How a matter came that a colleague enters. `self`: it is what they saw or heard themselves. */
export const CAME = ['self', 'phone', 'door', '110', 'court', 'petition', '12345', 'referred'] as const
export type Came = (typeof CAME)[number]

/** Before the usual questions: who told it, and whether we may write to them. */
export type BeginBehalf = Command<
  'beginBehalf',
  {
    came: Came
    name: string | null
    phone: string | null
    part: 'PARTY' | 'RELATIVE' | 'WITNESS' | 'CHILD' | 'ANON' | null
    mayWrite: 'yes' | 'no' | null
  },
  { asksOn: Opened } | Refused
>
