import { Agent, createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import postgres from 'postgres'
import { postJson, readJson, serveFigures } from './figures.ts'
import { QUESTIONS } from './intake-12.ts'

/** The floor: bare node:http and one statement a message. It knows nothing and promises nothing. */
const statements = { count: 0 }
const sql = postgres(process.env.DATABASE_URL!, {
  max: 20,
  onnotice: () => {},
  ...JSON.parse(process.env.DATABASE_OPTIONS ?? '{}'),
})
await sql`create table if not exists floor (chat bigint, message bigint, said text, at timestamptz default now())`
const agent = new Agent({ keepAlive: true, maxSockets: 100 })
const steps = new Map<number, number>()

const server = createServer((request, response) => {
  if (!serveFigures(request, response, statements)) void answer(request, response)
})

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const update = await readJson(request)
  const chat = update.message.chat.id
  statements.count++
  await sql`insert into floor (chat, message, said) values (${chat}, ${update.update_id}, ${update.message.text})`
  response.end()
  const step = ((steps.get(chat) ?? 0) + 1) % QUESTIONS.length
  steps.set(chat, step)
  await postJson(agent, `${process.env.PLATFORM_URL}/bot1:bench/sendMessage`, {
    chat_id: chat,
    text: QUESTIONS[step],
  })
}
server.listen(0, '127.0.0.1', () => process.send?.({ port: (server.address() as any).port }))
process.on('disconnect', () => process.exit(0))
