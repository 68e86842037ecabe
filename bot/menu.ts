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
  command('report', 'anyone', '说一件新的事', 'Tell of something new'),
  command('status', 'anyone', '办到哪一步了', 'How far it has come'),
  command('add', 'anyone', '补充情况', 'Add something'),
  command('human', 'anyone', '找民警', 'Ask for an officer'),
  command('help', 'anyone', '怎么用', 'How this works'),
  command('link', 'anyone', '换一个聊天软件接着说', 'Go on in another chat'),
  command('stop', 'anyone', '不再收消息', 'No more messages'),
  command('chinese', 'anyone', '中文', 'Chinese'),
  command('english', 'anyone', '英文', 'English'),
]

const STAFF: readonly MenuCommand[] = [
  command('cases', 'staff', '我的案件', 'My cases', 'my cases'),
  ...Object.values(DEEDS).map(({ zh, en }) =>
    command(
      en.typed.replaceAll(' ', '_'),
      'staff',
      `${zh.label}：后面写编号`,
      `${en.label}: with the number`,
    ),
  ),
  command('agreement', 'staff', '协议登记：后面写编号', 'Record an agreement: with the number'),
  command('level', 'staff', '调级、不放心：后面写编号', 'Change the level: with the number'),
  command('third_party', 'staff', '侧面了解：后面写编号', 'Third party: with the number'),
]

export const MENU: readonly MenuCommand[] = [...ANYONE, ...STAFF]
