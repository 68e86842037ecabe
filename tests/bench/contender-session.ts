import { createServer } from 'node:http'
import { Bot, type Context, type SessionFlavor, session, webhookCallback } from 'grammy'
import postgres from 'postgres'
import { serveFigures } from './figures.ts'
import { QUESTIONS } from './intake-12.ts'

/** The peer: grammY with its session in PostgreSQL, as its documentation suggests; no dedupe, no transcript. */
type Answers = { step: number; answers: string[] }
const statements = { count: 0 }
const sql = postgres(process.env.DATABASE_URL!, {
  max: 20,
  onnotice: () => {},
  ...JSON.parse(process.env.DATABASE_OPTIONS ?? '{}'),
})
await sql`create table if not exists sessions (key text primary key, value jsonb not null)`
await sql`create table if not exists reports (id bigserial primary key, chat text, answers jsonb)`

const bot = new Bot<Context & SessionFlavor<Answers>>('1:bench', {
  client: { apiRoot: process.env.PLATFORM_URL! },
  botInfo: {
    id: 1,
    is_bot: true,
    first_name: 'bench',
    username: 'bench_bot',
    can_join_groups: false,
    can_read_all_group_messages: false,
    supports_inline_queries: false,
    can_connect_to_business: false,
    has_main_web_app: false,
  } as any,
})
bot.use(
  session({
    initial: (): Answers => ({ step: 0, answers: [] }),
    storage: {
      async read(key) {
        statements.count++
        const [row] = await sql`select value from sessions where key = ${key}`
        return row?.value
      },
      async write(key, value) {
        statements.count++
        await sql`insert into sessions (key, value) values (${key}, ${sql.json(value as any)})
          on conflict (key) do update set value = excluded.value`
      },
      async delete(key) {
        statements.count++
        await sql`delete from sessions where key = ${key}`
      },
    },
  }),
)
bot.on('message:text', async (ctx) => {
  const held = ctx.session
  held.answers.push(ctx.message.text)
  held.step++
  if (held.step >= QUESTIONS.length) {
    statements.count++
    await sql`insert into reports (chat, answers) values (${String(ctx.chat.id)}, ${sql.json(held.answers)})`
    ctx.session = { step: 0, answers: [] }
  }
  await ctx.reply(QUESTIONS[held.step % QUESTIONS.length]!)
})
const hook = webhookCallback(bot, 'http')
const server = createServer((request, response) =>
  serveFigures(request, response, statements) ? undefined : void hook(request, response),
)
server.listen(0, '127.0.0.1', () => process.send?.({ port: (server.address() as any).port }))
process.on('disconnect', () => process.exit(0))
