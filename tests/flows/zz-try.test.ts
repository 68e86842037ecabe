import { test } from 'vitest'
import { come, FILED } from './desk.ts'
test('s', () => {
  const out = (k: string, t: any) => console.log('=====', k, '\n' + t.transcript, '\n', JSON.stringify(t.answers))
  out('S03', come().says('邻居修墙占了我家地').says('1').says('示例甲村的').says('昨天').says('没有').says('没有').says('2').says('让他拆了').says('13900000000 晚上').says('对'))
  out('S02', come().says('老板欠我们11个人13万2工资 在示例街修路').says('还没给').says('头一回').says('把钱给我们').photo('记工本').says('没了').says('只打字').says('跳过').says('愿意').says('好'))
  out('unsafe', come().says('你好').presses('不安全').says('隔壁砸我门').says('甲村').says('对'))
  out('matter', come({books:{addToReport: {dispute:'d1',number:'RD-2026-0001'}}}).says('邻居吵架 甲村').says('取消').says('他又在外面骂我').says('安全').presses('RD-2026-0001').says('对'))
  out('quiet', come().says('邻居骂我').waits(10*60000).waits(86400000))
  out('quiet2', come().says('邻居骂我 甲村').waits(10*60000))
  out('voice', come().voice().says('安全').photo().says('甲村'))
  out('red', come({books:{fileDispute:{...FILED, level:'RED'}, updateReport: {...FILED, level:'RED'}}}).says('我老公又打我了').says('还在打').says('甲村').says('对'))
  out('despair', come().says('活不下去了'))
  out('child', come().says('我是学生 同学天天打我 我怕').says('不安全').says('甲村'))
  out('en', come({locale:'en'}).says('My neighbour built a wall on my land').says('safe').says('示例甲村').says('yesterday').says('party').says('Zhang').says('no').says('no').says('first').says('skip'))
})
