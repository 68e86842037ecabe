// Figures as they come: few, many, long names, none at all. The numbers are the tests' own.
import type { Picture } from '../../../flows/core/reply.ts'

const one = (values: number[]): Picture['series'] => [{ name: '', values }]

export const SAMPLES: { readonly [name: string]: Picture } = {
  levels: {
    form: 'bars',
    title: '2026年 按级别',
    unit: '件',
    labels: ['红', '橙', '黄', '蓝'],
    series: one([4, 23, 88, 285]),
    tones: ['RED', 'ORANGE', 'YELLOW', 'BLUE'],
  },
  villages: {
    form: 'bars',
    title: '2026年 按村分布',
    unit: '件',
    labels: ['示例甲村', '示例乙村', '示例名字很长很长的一个村民委员会第二村民小组', '示例街'],
    series: [
      { name: '登记', values: [40, 23, 5, 0] },
      { name: '化解成功', values: [31, 20, 5, 0] },
    ],
  },
  categories: {
    form: 'bars',
    title: '2026年第四季度 人民调解统计15类',
    unit: '件',
    labels:
      '婚姻家庭、邻里、房屋宅基地、合同、生产经营、损害赔偿、山林土地、征地拆迁、环境污染、劳动争议、消费、医疗、道路交通事故、物业、其他'.split(
        '、',
      ),
    series: one([12, 30, 4, 22, 8, 14, 19, 1, 0, 26, 3, 0, 11, 0, 5]),
  },
  months: {
    form: 'lines',
    title: '2026年 每月登记和化解',
    unit: '件',
    labels: Array.from({ length: 12 }, (_, at) => `${at + 1}月`),
    series: [
      { name: '登记', values: [30, 28, 41, 52, 47, 33, 29, 35, 38, 31, 27, 9] },
      { name: '化解', values: [20, 25, 30, 42, 45, 30, 27, 30, 33, 28, 20, 5] },
      { name: '重开', values: [0, 1, 0, 2, 1, 0, 0, 1, 0, 0, 1, 0] },
    ],
  },
  none: {
    form: 'lines',
    title: 'Registered by month, 2026',
    unit: 'cases',
    labels: ['Jan', 'Feb', 'Mar'],
    series: one([0, 0, 0]),
  },
}
