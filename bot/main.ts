/** `npm start`: the bot, from its settings to its last message. */
import { environment } from './environment.ts'
import { refuseInUse } from './in-use.ts'
import { type Log, openLog } from './log.ts'
import { Misconfigured } from './misconfigured.ts'
import { readSettings } from './settings.ts'
import type { Running } from './start.ts'
import { troubleOf } from './trouble.ts'

/** Milliseconds within which a stop has to end; what is not finished by then is finished after the next start. */
const LONGEST_STOP = 25_000
/** npm passes a Ctrl-C on to a process that has heard it already: one that comes this soon is the same one. */
const SAME_SIGNAL = 500

try {
  const settings = readSettings(environment())
  const log = openLog(settings.logLevel)
  watch(log)
  refuseInUse(settings)
  const starting = import('./start.ts').then(({ start }) => start(settings, log))
  stopOnSignal(starting, log)
  const { greeting } = await starting
  if (greeting.length > 0) console.log(greeting.join('\n'))
} catch (error) {
  console.error(sentenceOf(error))
  process.exit(1)
}

function stopOnSignal(starting: Promise<Running>, log: Log): void {
  let since: number | null = null
  const heard = () => {
    const now = performance.now()
    if (since !== null) {
      if (now - since > SAME_SIGNAL) process.exit(1)
      return
    }
    since = now
    log.info('stopping')
    void stop(starting, log)
  }
  process.on('SIGTERM', heard)
  process.on('SIGINT', heard)
}

async function stop(starting: Promise<Running>, log: Log): Promise<void> {
  const overdue = setTimeout(() => {
    log.error('the stop took too long')
    process.exit(1)
  }, LONGEST_STOP)
  overdue.unref()
  try {
    const running = await starting
    await running.stop()
  } catch (error) {
    log.error('the stop failed', { error })
    process.exit(1)
  }
  log.info('stopped')
  process.exit(0)
}

/** Node would print the message of the error, which may hold personal words. */
function watch(log: Log): void {
  const failed = (error: unknown) => {
    log.error('the process failed', { error })
    process.exit(1)
  }
  process.on('uncaughtException', failed)
  process.on('unhandledRejection', failed)
}

function sentenceOf(error: unknown): string {
  if (error instanceof Misconfigured) return error.message
  const { error: kind, code, at } = troubleOf(error)
  return `The bot could not start, by a fault of its own: ${[kind, code, at].filter(Boolean).join(' ')}.`
}
