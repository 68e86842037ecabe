// The bodies that a station passes cases on to, and what is theirs. Source: domain 2.5 (routes), 4.1 (tracks), 4.5.

/** `subs` are wholly theirs, `tops` often; `tracks` and `limits` are codes that lead to them. */
export const UNITS = [
  {
    code: 'township',
    zh: '镇政府',
    en: 'Township government',
    subs: ['LF-BD', 'EX-DS', 'VA-AF'],
    tops: ['LF', 'EX', 'VA', 'EN', 'RL'],
    tracks: ['ADM'],
    limits: ['land-title', 'boundary'],
  },
  {
    code: 'court',
    zh: '人民法庭',
    en: 'The court',
    subs: ['CT-LN', 'AD-LW'],
    tops: ['CT', 'HS', 'TD', 'PB'],
    tracks: ['COURT'],
    limits: ['special-organ', 'domestic-violence'],
  },
  {
    code: 'labour-inspection',
    zh: '县人社局（劳动监察）',
    en: 'County labour inspection',
    subs: ['LB-WG', 'LB-SV'],
    tops: ['LB'],
    tracks: ['LAB'],
    limits: ['migrant-wages', 'employment'],
  },
  {
    code: 'labour-arbitration',
    zh: '劳动仲裁委',
    en: 'Labour arbitration',
    subs: ['LB-IN', 'LB-CN'],
    tops: ['LB'],
    tracks: ['LAB'],
    limits: ['employment'],
  },
  {
    code: 'natural-resources',
    zh: '县自然资源局',
    en: 'County natural resources',
    subs: ['LF-MN', 'LF-WA', 'HS-OW', 'EX-ST'],
    tops: ['LF', 'EX'],
    tracks: ['ADM'],
    limits: ['land-taking'],
  },
  {
    code: 'forestry',
    zh: '县林草局',
    en: 'County forestry and grassland',
    subs: ['LF-GR', 'LF-CC', 'LF-FO'],
    tops: ['LF'],
    tracks: ['ADM'],
    limits: ['land-title'],
  },
  {
    code: 'land-arbitration',
    zh: '农村土地承包仲裁委',
    en: 'Rural land arbitration',
    subs: ['LF-CL'],
    tops: [],
    tracks: [],
    limits: ['contracted-land'],
  },
  {
    code: 'civil-affairs',
    zh: '县民政局',
    en: 'County civil affairs',
    subs: ['LF-BD', 'MF-EL', 'ND-HP'],
    tops: [],
    tracks: [],
    limits: ['boundary', 'special-organ'],
  },
  {
    code: 'education',
    zh: '县教育局',
    en: 'County education',
    subs: ['SC-BU', 'SC-IN'],
    tops: ['SC'],
    tracks: [],
    limits: [],
  },
  {
    code: 'women',
    zh: '县妇联',
    en: "County Women's Federation",
    subs: ['MF-DV', 'MF-CP'],
    tops: ['MF'],
    tracks: [],
    limits: ['domestic-violence'],
  },
  {
    code: 'traffic-police',
    zh: '县交警大队',
    en: 'County traffic police',
    subs: ['TA-PI', 'TA-PR', 'TA-LV'],
    tops: ['TA'],
    tracks: ['TRM'],
    limits: [],
  },
  {
    code: 'county-police',
    zh: '县公安局',
    en: 'County police',
    subs: ['SC-AB', 'MF-DV'],
    tops: [],
    tracks: ['CASE'],
    limits: ['crime', 'domestic-violence', 'minor'],
  },
  {
    code: 'supervision',
    zh: '县公安局督察（12389）',
    en: 'County police supervision (12389)',
    subs: ['AD-PO'],
    tops: [],
    tracks: [],
    limits: ['about-police'],
  },
  {
    code: 'petitions',
    zh: '县信访局',
    en: 'County petitions office',
    subs: ['VA-CA', 'AD-EN', 'AD-LW'],
    tops: ['AD', 'VA'],
    tracks: [],
    limits: ['petition'],
  },
] as const satisfies readonly {
  code: string
  zh: string
  en: string
  subs: readonly string[]
  tops: readonly string[]
  tracks: readonly string[]
  limits: readonly string[]
}[]

export type Unit = (typeof UNITS)[number]
