// The bot in this very process, as `npm start` puts it together; its log is read, since it tells the names of steps.
import { ask } from '../../bot/admin/socket.ts'
import { openLog } from '../../bot/log.ts'
import { readSettings } from '../../bot/settings.ts'
import { type Running, start } from '../../bot/start.ts'
import { freshFolder } from '../db/embedded.ts'

/** A line of the log about a message that a platform took: to whom, of what kind, and which question it asks. */
export type SentLine = { who: string; event: string; step: string | null }

export type BotHere = {
  url: string
  /** What was sent to somebody, by the log's mark of their address, oldest first. */
  sent(who: string): SentLine[]
  admin(verb: string, given: unknown): Promise<any>
  /** Until every turn has ended and everything promised has gone out. */
  settled(): Promise<void>
  /** As after SIGTERM, and as at the next start: what it holds stays. */
  goesDown(): Promise<void>
  comesUp(): Promise<void>
  stop(): Promise<void>
}

export async function botHere(settings: { [name: string]: string }): Promise<BotHere> {
  const { folder, drop } = await freshFolder()
  const lines: SentLine[] = []
  const complaints: string[] = []
  const log = openLog('debug', {
    write(line: string) {
      const told = JSON.parse(line)
      // A card that is shown anew is no news.
      if (told.msg === 'sent' && told.event !== 'revised')
        lines.push({ who: told.who, event: told.event, step: told.step ?? null })
      if (told.level >= 50) complaints.push(line)
    },
  })
  const begin = () => start(readSettings({ PORT: '0', DATA_DIR: folder, ...settings }), log)
  let running: Running | null = await begin()
  const url = `http://localhost:${running.port}`
  return {
    url,
    sent: (mark) => lines.filter(({ who }) => who === mark),
    async admin(verb, given) {
      const outcome = await ask(folder, { verb, given: given as never })
      if (outcome?.status !== 0) throw new Error(`${verb}: ${outcome?.text.join(' ') ?? 'no bot answers'}`)
      return outcome.facts
    },
    settled: async () => running?.rested(),
    async goesDown() {
      await running?.stop()
      running = null
    },
    async comesUp() {
      running = await begin()
    },
    async stop() {
      await running?.stop()
      drop()
      if (complaints.length > 0) throw new Error(`the bot complained: ${complaints.join('')}`)
    },
  }
}
