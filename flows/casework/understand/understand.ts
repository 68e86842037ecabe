// Everything a text volunteers, and what several texts volunteer together.
import { readAmount } from './amount.ts'
import { readCategory } from './category.ts'
import { readCounterpart } from './counterpart.ts'
import { vulnerableIn } from './danger/people.ts'
import { reconcile, watch } from './danger.ts'
import { readHeadcount } from './headcount.ts'
import { type History, readHistory } from './history.ts'
import { readInjury, readWeapon } from './injury.ts'
import { readable } from './normalise.ts'
import { phoneIn } from './phone.ts'
import { readRole } from './role.ts'
import type { Understood, Village } from './understood.ts'
import { villageIn } from './village.ts'
import { goesOn, whenIn } from './when.ts'
import { readWish } from './wish.ts'

type About = { villages: readonly Village[] }

/** Longer than any story; what comes after is kept as words and read by people. The watch reads all of it. */
const ENOUGH = 8_000

/** What a text says by itself. Pure, linear, never throws. */
export function understand(raw: string, { villages }: About): Understood {
  const text = readable(raw).slice(0, ENOUGH).toWellFormed()
  const danger = watch(raw).codes
  const history = readHistory(text)
  return {
    category: readCategory(text),
    village: villageIn(text, villages),
    when: whenIn(text),
    ongoing: danger.includes('A01') ? 'yes' : goesOn(text),
    role: readRole(text),
    counterpart: readCounterpart(text),
    injury: readInjury(text, danger),
    weapon: readWeapon(text, danger),
    headcount: readHeadcount(text).people,
    amount: readAmount(text),
    history: historyOf(history),
    vulnerable: readVulnerable(text, danger),
    wish: readWish(text),
    phone: phoneIn(text),
    grudgeYears: history.grudgeYears,
    crossVillage: danger.includes('D06'),
    crossTownship: danger.includes('D07'),
    danger,
  }
}

/** Two texts of one story: what was said later corrects, what was said once stays, dangers add up. */
export function merge(a: Understood, b: Understood): Understood {
  const danger = reconcile([...a.danger, ...b.danger])
  return {
    category: a.category ?? b.category,
    village: b.village ?? a.village,
    when: a.when ?? b.when,
    ongoing: b.ongoing ?? a.ongoing,
    role:
      a.role === 'PARTY'
        ? b.role === null
          ? a.role
          : b.role === 'WITNESS'
            ? a.role
            : b.role
        : (a.role ?? b.role),
    counterpart: a.counterpart ?? b.counterpart,
    injury: worst(['none', 'minor', 'serious'], a.injury, b.injury),
    weapon: worst(['no', 'unsure', 'yes'], a.weapon, b.weapon),
    headcount: most(a.headcount, b.headcount),
    amount: b.amount ?? a.amount,
    history: worst(['first', 'village', 'police', 'court'], a.history, b.history),
    vulnerable: worst(['no', 'yes'], a.vulnerable, b.vulnerable),
    wish: b.wish ?? a.wish,
    phone: b.phone ?? a.phone,
    grudgeYears: most(a.grudgeYears, b.grudgeYears),
    crossVillage: a.crossVillage || b.crossVillage,
    crossTownship: a.crossTownship || b.crossTownship,
    danger,
  }
}

/**
 * A story told in several messages. The kind of trouble, and what a child saw of it, show in all of them together; the
 * rest is what each message says by itself.
 */
export function understandAll(texts: readonly string[], about: About): Understood {
  const whole = understand(texts.join('\n'), about)
  const each = texts.length === 1 ? [whole] : inBundles(texts).map((text) => understand(text, about))
  const told = each.reduce<Understood | null>((sum, one) => (sum ? merge(sum, one) : one), null) ?? whole
  return {
    ...told,
    category: whole.category ?? told.category,
    village: told.village ?? whole.village,
    amount: whole.amount ?? told.amount,
    role: told.role === 'PARTY' && whole.role ? whole.role : (told.role ?? whole.role),
    danger: reconcile([...told.danger, ...whole.danger]),
  }
}

/** A wall of tiny lines is read in bundles: each reading has its price, however little there is to read. */
const MOST_READINGS = 60

function inBundles(texts: readonly string[]): string[] {
  const size = Math.ceil(texts.length / MOST_READINGS)
  if (size <= 1) return [...texts]
  const bundles = Array.from({ length: Math.ceil(texts.length / size) }, (_, at) =>
    texts.slice(at * size, (at + 1) * size),
  )
  return bundles.map((bundle) => bundle.join('\n'))
}

function historyOf({ before, village, police, court, arbitration }: History): Understood['history'] {
  if (court || arbitration) return 'court'
  if (police) return 'police'
  if (village) return 'village'
  return before === false ? 'first' : null
}

const NO_WEAK = /没(?:有|得)(?:老人|孕妇|娃|小孩|残疾)|\bno (?:children|kids|old people)\b/i
const CHILD_SUFFERS =
  /(?:娃|孩子|小孩|女儿|儿子)[^,。!?]{0,8}(?:吓|哭|怕|睡不着|没(?:得)?(?:吃|饭|衣)|发烧|遭|被打|受伤|看到|不敢)|\b(?:child|children|kids?|son|daughter)\b.{0,20}\b(?:scared|crying|afraid|hurt|sleep)\b/i

/** An old, pregnant, disabled or sick person, or a child whom it touches; a child merely named is not said to suffer. */
function readVulnerable(text: string, danger: readonly string[]): Understood['vulnerable'] {
  if (danger.some((code) => code === 'B04' || code === 'B05' || code === 'B07')) return 'yes'
  if (vulnerableIn(text).some((who) => who !== 'child') || CHILD_SUFFERS.test(text)) return 'yes'
  return NO_WEAK.test(text) ? 'no' : null
}

function most(a: number | null, b: number | null): number | null {
  if (a === null || b === null) return a ?? b
  return Math.max(a, b)
}

/** The later of two steps of a ladder; what was not said does not count. */
function worst<T extends string>(ladder: readonly T[], a: T | null, b: T | null): T | null {
  if (a === null || b === null) return a ?? b
  return ladder.indexOf(a) >= ladder.indexOf(b) ? a : b
}
