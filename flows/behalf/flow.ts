import { DAY, HOUR } from '../casework/calendar.ts'
import { phoneIn } from '../casework/understand/index.ts'
import { flow } from '../core/flow.ts'
import { oneOf, yesNo } from '../core/questions/one-of.ts'
import { phone } from '../core/questions/phone.ts'
import { text } from '../core/questions/text.ts'
import { type BeginBehalf, CAME } from './commands.ts'

const forSomebody = ({ came }: { came: string }) => came !== 'self'

/** 代登记: who told it and how it came; then the usual questions of a report follow. */
export const behalf = flow('behalf', { version: 1, idle: { nudge: HOUR, expire: DAY } })
  .ask('came', oneOf(CAME))
  .offerIf(forSomebody, 'name', text({ max: 30 }))
  .offerIf(forSomebody, 'phone', phone(phoneIn))
  .offerIf(forSomebody, 'part', oneOf(['PARTY', 'RELATIVE', 'WITNESS', 'CHILD', 'ANON']))
  .askIf(forSomebody, 'write', yesNo())
  .direct()
  .done(
    ({ came, name = null, phone: number = null, part = null, write = null }): BeginBehalf => ({
      do: 'beginBehalf',
      with: { came, name, phone: number, part, mayWrite: write },
    }),
  )
