import { randomUUID } from 'node:crypto'
import { seat } from '/work/main/tests/e2e/seat.ts'
import { bot, admin } from '/work/main/tests/bot/child.ts'
const DATA_DIR='/tmp/d2'
const b = bot({DATA_DIR, LOG_LEVEL:'debug'})
const url = await b.opened()
const r = seat(url); await r.hello()
const show = async (who:string, s:any)=>{ for (const {reply} of await s.news()) console.log(who, JSON.stringify(reply).slice(0,400)) }
const code = async (n:string)=> JSON.parse((await admin({DATA_DIR},'staff','code',n,'--json')).out).code
const leader = seat(url); await leader.signIn(await code('示例副所长'))
const officer = seat(url); await officer.signIn(await code('示例驻村民警甲'))
for (const t of ['你好','邻居在甲村把我家的田埂挖了，占了半米地，吵了三年了，他说再敢来就打断我的腿','甲村','没有受伤','跳过','跳过']) {
  console.log('>', t); const t0=performance.now(); await r.send(randomUUID(), {kind:'text', text:t}); console.log('  took', Math.round(performance.now()-t0)); await new Promise(f=>setTimeout(f,300)); await show('R',r) }
await show('L',leader); await show('O',officer)
console.log((await admin({DATA_DIR},'clock','advance','2d')).out)
await show('R',r); await show('L',leader); await show('O',officer)
console.log((await admin({DATA_DIR},'case','show','RD-2026-0001')).out.slice(0,1500))
console.log((await admin({DATA_DIR},'audit','verify')).out)
console.log((await (await fetch(url+'/metrics')).text()).split('\n').filter(l=>/^maple/.test(l)&&!/bucket/.test(l)).join('\n'))
b.process.kill('SIGTERM'); const e=await b.ended; console.log(e.code, e.err); console.log(b.out().split('\n').filter(l=>l.startsWith('{')).join('\n'))
