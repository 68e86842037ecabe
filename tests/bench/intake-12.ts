/**
 * The intake that every contender holds: twelve messages of one resident, buttons typed as their numbers, the last of
 * which inserts a report. The session peer and the floor are given these questions; the desk asks its own.
 */
export const QUESTIONS = [
  '现在安全吗？1 安全　2 不安全　3 别人有危险',
  '出了什么事？慢慢说，一两句就行。',
  '在哪个村？',
  '现在还在闹吗？1 还在闹　2 已经停了',
  '您是：1 当事人　2 家里人　3 看到的人',
  '跟谁闹的？',
  '有人受伤吗？1 没有　2 轻伤　3 要去医院',
  '大概几个人？',
  '牵涉到钱吗？大概多少？',
  '您希望怎么解决？',
  '我记的对吗？1 对　2 要改',
  '收到了。',
]
/** What the resident says; `n` keeps conversations apart. */
export const messages = (n: number): string[] => [
  `邻居修墙占了我家地 ${n}`,
  '安全',
  '大概占了一尺多',
  '示例甲村',
  '已经停了',
  '没有',
  '没有',
  '头一回',
  '想让他拆了',
  '不留',
  '墙还没有修完',
  '对',
]
