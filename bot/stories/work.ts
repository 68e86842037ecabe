/** What staff do in every story: triage, assignment and acceptance; first contact; what was agreed; a duty performed. */
import type { Answers, Person } from './person.ts'

/** What the law asks before a track is chosen, whichever of it concerns the case: nothing stands in the way. */
export const LAWFUL: Answers = {
  bars: '都没有',
  home: '没有家庭暴力',
  act: '没有违法行为',
  guardian: '监护人到场',
  title: '归谁也争，先谈临时界线',
  taking: '怎么分',
  workers: '十人以上',
  job: '已经离开',
  ordered: '没有责令过',
  finding: '收到不到十天',
  wish: '没有不合法的',
}

/** From a new card to an officer who has accepted. `helpers` are named where the level asks for them. */
export async function takeOn(
  number: string,
  { leader, officer, track, helpers }: { leader: Person; officer: Person; track: string; helpers?: string },
): Promise<void> {
  await leader.says(`研判 ${number}`)
  await leader.answers({ ...LAWFUL, decision: '受理', track })
  await leader.says(`分派 ${number}`)
  await leader.answers({
    suggested: '另外选人',
    leader: leader.name,
    officer: officer.name,
    ...(helpers && { helpers }),
  })
  await officer.says(`签收 ${number}`)
}

export async function contact(officer: Person, number: string, how: string, willing?: string): Promise<void> {
  await officer.says(`联系 ${number}`)
  await officer.answers({ side: '双方', how, rightsRead: '念了', ...(willing && { willing }) })
}

export type Settled = {
  summary: string
  form: '书面' | '口头'
  duties: readonly Answers[]
  onTheSpot?: boolean
}

/** Sat down together, agreed, and every duty written down. */
export async function settle(officer: Person, number: string, { summary, form, duties, onTheSpot }: Settled) {
  await officer.says(`调解 ${number}`)
  await officer.answers({ result: '谈成了', summary })
  await officer.says(`协议 ${number}`)
  await officer.answers({
    form,
    duties,
    onTheSpot: onTheSpot ? '都做完了' : '还没有',
    signed: '都签了',
    photo: { photo: '协议.png' },
  })
}

export async function performed(officer: Person, number: string, duty: string, proof: string): Promise<void> {
  await officer.says(`履行 ${number}`)
  await officer.answers({ duty, what: '做到了', proof })
}
