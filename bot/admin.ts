/** `npm run admin -- <verb>`: the operator's command line. Exit status 0 done, 1 refused with a reason, 2 misuse. */
import type { Json } from '../flows/core/event.ts'
import { ask } from './admin/socket.ts'
import { Misuse, type Verb } from './admin/verb.ts'
import { VERBS } from './admin/verbs.ts'
import { type Outcome, type Request, refusal, work } from './admin/work.ts'
import { environment } from './environment.ts'
import { openOffice } from './office.ts'
import { readSettings } from './settings.ts'

const args = process.argv.slice(2)
const asJson = args.includes('--json')
const words = args.filter((word) => word !== '--json')

const outcome = await perform(words).catch(refusal)
tell(outcome)
process.exitCode = outcome.status

async function perform(typed: string[]): Promise<Outcome> {
  const verb = VERBS.find(({ name }) => name === typed.slice(0, name.split(' ').length).join(' '))
  if (!verb && ['help', '--help', '-h'].includes(typed[0] ?? ''))
    return { status: 0, facts: facts(), text: [usage()] }
  if (!verb) throw new Misuse(usage())
  const request: Request = { verb: verb.name, given: read(verb, typed.slice(verb.name.split(' ').length)) }
  if (verb.alone) return work(null, request)
  const settings = readSettings(environment())
  // The embedded database is open in one process only: where the bot has it, the bot does the work.
  const answer = settings.databaseUrl ? null : await ask(settings.dataDir, request)
  if (answer) return answer
  const office = await openOffice(settings)
  try {
    return await work(office, request)
  } finally {
    await office.close()
  }
}

function read(verb: Verb, rest: string[]) {
  try {
    return verb.read(rest)
  } catch (error) {
    if (error instanceof Misuse) throw new Misuse(`${error.message}\nUsage: ${line(verb)}`)
    throw error
  }
}

function tell({ status, facts, text }: Outcome): void {
  if (asJson && status !== 2) console.log(JSON.stringify(facts))
  else if (status === 0) console.log(text.join('\n'))
  else console.error(text.join('\n'))
}

function line({ name, takes }: Verb): string {
  return `npm run admin -- ${[name, takes].filter(Boolean).join(' ')}`
}

/** The verbs, for programs. */
function facts(): Json {
  return VERBS.map(({ name, takes, does }) => ({ name, takes, does }))
}

function usage(): string {
  const widest = Math.max(...VERBS.map((verb) => line(verb).length))
  return [
    'Verbs (--json prints facts for programs):',
    ...VERBS.map((verb) => `  ${line(verb).padEnd(widest)}  ${verb.does}`),
  ].join('\n')
}
