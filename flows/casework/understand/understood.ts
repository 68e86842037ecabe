// What a person's own words volunteer, in one object: nothing is asked again that was said already.

/** A sum in whole fen; `approx` when it was said as "about". The shape of the money question's answer. */
export type Sum = { fen: number; approx: boolean }

/** The station's villages, and the names people use for each. */
export type Village = { id: string; label: string; names: readonly string[] }

export type Role = 'PARTY' | 'RELATIVE' | 'WITNESS' | 'GRID' | 'CADRE' | 'TEACHER' | 'CHILD' | 'ANON'

/** Null is "not said", never "no". The values are those of the report. */
export type Understood = {
  /** The sub code of the taxonomy, when the words are clear. */
  category: string | null
  /** The id of the one village named. */
  village: string | null
  /** In their own words. */
  when: string | null
  ongoing: 'yes' | 'no' | null
  role: Role | null
  counterpart: string | null
  injury: 'none' | 'minor' | 'serious' | null
  weapon: 'no' | 'yes' | 'unsure' | null
  /** The least number that was said. */
  headcount: number | null
  /** The sum still claimed. */
  amount: Sum | null
  history: 'first' | 'village' | 'police' | 'court' | null
  vulnerable: 'no' | 'yes' | null
  wish: string | null
  phone: string | null
  grudgeYears: number | null
  crossVillage: boolean
  crossTownship: boolean
  /** Codes of domain 3.3 that the words support, sorted. */
  danger: string[]
}
