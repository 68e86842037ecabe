/** The commands that a chat's menu offers, and the words of the desk that each of them stands for. */
import type { Locale } from '../flows/core/event.ts'
import { DEEDS } from '../flows/notices/index.ts'

export type MenuCommand = {
  /** Latin letters, digits and `_`. */
  name: string
  /** What typing the command says; the desk knows it in every language. */
  says: string
  who: 'anyone' | 'staff'
  label: { [L in Locale]?: string }
}

const command = (
  name: string,
  who: MenuCommand['who'],
  zh: string,
  en: string,
  says = name.replaceAll('_', ' '),
): MenuCommand => ({ name, says, who, label: { zh, en } })

const ANYONE: readonly MenuCommand[] = [
  command('new_report', 'anyone', '说一件新的事', 'Tell of something new'),
  command('status', 'anyone', '办到哪一步了', 'How far it has come'),
  command('add', 'anyone', '补充情况', 'Add something'),
  command('human', 'anyone', '找民警', 'Ask for an officer'),
  command('help', 'anyone', '怎么用', 'How this works'),
  command('link', 'anyone', '换一个聊天软件接着说', 'Go on in another chat'),
  command('stop', 'anyone', '不再收消息', 'No more messages'),
  command('chinese', 'anyone', '中文', 'Chinese'),
  command('english', 'anyone', '英文', 'English'),
]

/** What is about no case. */
const WITHOUT_NUMBER: readonly string[] = ['zero', 'lookout', 'patrolled']

const STAFF: readonly MenuCommand[] = [
  command('cases', 'staff', '我的案件', 'My cases', 'my cases'),
  ...Object.entries(DEEDS).map(([does, { zh, en }]) =>
    WITHOUT_NUMBER.includes(does)
      ? command(en.typed.replaceAll(' ', '_'), 'staff', zh.typed, en.label)
      : command(
          en.typed.replaceAll(' ', '_'),
          'staff',
          `${zh.label}：后面写编号`,
          `${en.label}: with the number`,
        ),
  ),
  command('register', 'staff', '登记一件，也能代别人登记', 'Register something, also for somebody'),
  command('screening', 'staff', '摸排：去找苗头', 'Screening: go out and look'),
  command('agreement', 'staff', '协议登记：后面写编号', 'Record an agreement: with the number'),
  command(
    'report',
    'staff',
    '报表：后面写 month、quarter、year 或 2026-10',
    'Figures: month, quarter, year or 2026-10',
  ),
  command('prevention', 'staff', '防止登记：后面写编号', 'Note a prevention: with the number'),
  command('level', 'staff', '调级、不放心：后面写编号', 'Change the level: with the number'),
  command('third_party', 'staff', '侧面了解：后面写编号', 'Third party: with the number'),
]

export const MENU: readonly MenuCommand[] = [...ANYONE, ...STAFF]
