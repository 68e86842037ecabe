import { flow } from '../core/flow.ts'
import { choose } from '../core/questions/choose.ts'
import { oneOf } from '../core/questions/one-of.ts'
import type { RemindOfficer, StatusGiven, TellStatus } from './commands.ts'

const numberOf = (given: StatusGiven, which: string | undefined) => which ?? given.matters[0]?.number ?? ''

const tell = (number: string): TellStatus => ({ do: 'tellStatus', with: { number } })

/** 查进度: where a matter stands; and where nobody has been in touch yet, they are reminded (P30). */
export const status = flow<StatusGiven>('status', { version: 1 })
  .askIf(
    ({ given }) => given.matters.length > 1,
    'which',
    ({ given }) => choose(given.matters.map(({ number }) => ({ id: number, label: number }))),
  )
  .milestone('standing', {
    key: ({ given, which }) => (given.matters.length > 1 && !which ? null : numberOf(given, which)),
    do: ({ given, which }) => tell(numberOf(given, which)),
  })
  .askIf(({ results }) => results.standing?.next?.what === 'contact', 'reached', oneOf(['yes', 'no']))
  .direct()
  .done(({ given, which, reached }): TellStatus | RemindOfficer => {
    const number = numberOf(given, which)
    return reached === 'no' ? { do: 'remindOfficer', with: { number } } : tell(number)
  })
