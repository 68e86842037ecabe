/** What the Slack channel is given: the books' own functions, forms of the open conversation, and the station's clock. */
import type { slack } from '../adapters/index.ts'
import { checkForm, formOf } from '../flows/core/form.ts'
import type { Desk } from './desk.ts'
import type { Log } from './log.ts'
import { MENU } from './menu.ts'
import { draw } from './pictures/index.ts'
import type { Settings } from './settings.ts'
import { faults } from './telegram-ports.ts'

type SlackPorts = Parameters<typeof slack>[0]

export function slackPorts(
  { store, time, live }: Pick<Desk, 'store' | 'time' | 'live'>,
  settings: NonNullable<Settings['slack']>,
  log: Log,
  newId: () => string,
): SlackPorts {
  return {
    settings,
    now: time.now,
    files: store.files,
    cases: store.desk.cases,
    async form(at) {
      const { sitting } = await store.turns.held(at, undefined, time.now())
      return formOf(live.house(), sitting, time.now())
    },
    async check(at, answers) {
      const now = time.now()
      const { sitting, staff } = await store.turns.held(at, undefined, now)
      return checkForm(live.house(), sitting, answers, { now, id: newId(), staff: staff !== null })
    },
    words: MENU.map(({ says }) => says),
    draw,
    fault: faults('slack', log),
  }
}
