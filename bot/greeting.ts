/** What a demonstration prints when it has started: where to go, and how to sign in as each of the staff. */
import { ROLES } from '../flows/casework/roles.ts'
import type { Instant } from '../flows/core/event.ts'
import type { Office } from './admin/verb.ts'
import { staffLink } from './admin/verbs.ts'

/** Lines for a terminal. Each person gets a fresh one-time code. */
export async function greeting(office: Office, station: string): Promise<string[]> {
  const { admin, now, publicUrl, shown } = office
  const staff = (await admin.listStaff()).filter(({ revoked }) => !revoked)
  const links: string[] = []
  let until: Instant = now()
  for (const { person, name, roles } of staff) {
    const { code, expiresAt } = await admin.staffCode(person, now())
    until = expiresAt
    links.push(`  ${name} (${roles.map(titleOf).join(', ')})`, `    ${staffLink(publicUrl, code)}`)
  }
  return [
    '',
    `Maple Bridge 枫桥 is open: a demonstration of ${station}, with an embedded database.`,
    '',
    `Residents 群众:  ${publicUrl}/`,
    '',
    `Staff 工作人员, each link once, until ${shown(until)} (then: npm run admin -- staff code NAME):`,
    ...links,
    '',
    'Move the clock 拨快时钟:  npm run admin -- clock advance 7d',
    'Stop 停止:  Ctrl-C',
    '',
  ]
}

function titleOf(role: string): string {
  const known = ROLES.find(({ code }) => code === role)
  return known ? `${known.zh} ${known.en}` : role
}
