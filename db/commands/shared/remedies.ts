// The other ways that stay open when mediation does not bring an agreement (mediation law, article 26), as codes.
import type { TopCode } from '../../../flows/casework/tables/taxonomy.ts'
import { topOf } from '../../../flows/casework/taxonomy.ts'
import { categoryOf, type Dispute } from './case.ts'

const LABOUR = ['labour', 'arbitration', 'court']
const BY_GOVERNMENT = ['government', 'court']

const WAYS: { [T in TopCode]?: string[] } = {
  LB: LABOUR,
  LF: BY_GOVERNMENT,
  EX: BY_GOVERNMENT,
  EN: BY_GOVERNMENT,
  CS: BY_GOVERNMENT,
  RL: BY_GOVERNMENT,
  VA: BY_GOVERNMENT,
  AD: BY_GOVERNMENT,
}

export const remediesFor = (row: Dispute): string[] => WAYS[topOf(categoryOf(row))] ?? ['court']
