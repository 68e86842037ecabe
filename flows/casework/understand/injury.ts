// Whether somebody was hurt, and whether there was a weapon, as far as the words themselves say so.
import { accident } from './danger/harm.ts'
import type { Understood } from './understood.ts'

const UNHURT =
  /没(?:有|得)?(?:人|哪个|谁)?(?:受)?伤|没(?:有)?伤到|没得伤|没流血|没(?:有)?(?:动手|打起来|打架)|只是(?:吵|骂)|就是吵|\b(?:nobody|no one|not) (?:was |is |got )?(?:hurt|injured)\b|\bno (?:injur(?:y|ies)|blows)\b/i
const UNARMED =
  /没(?:有|得)?(?:人|哪个)?(?:拿|带|动|用)(?:任何)?(?:刀|棒|棍|家伙|凶器|武器|东西打)|没(?:有|得)(?:刀|棒|棍|家伙|凶器|武器)|空手|\bno (?:knife|knives|weapons?|gun)\b|\bunarmed\b/i

/** Harm done by people; what a machine or a road did is no answer to "was anybody hurt in this quarrel". */
export function readInjury(text: string, codes: readonly string[]): Understood['injury'] {
  if (codes.includes('A06')) return 'serious'
  if (codes.includes('A08')) return 'minor'
  return UNHURT.test(text) && !accident(text) ? 'none' : null
}

export function readWeapon(text: string, codes: readonly string[]): Understood['weapon'] {
  if (codes.includes('A02')) return 'yes'
  return UNARMED.test(text) ? 'no' : null
}
