/** What a flow about a case is given: the facts that staff may see at the moment the flow begins. */
export type CaseGiven = {
  dispute: string
  number: string
  /** The case's revision when the flow began; a command on an older one is refused with the reason. */
  rev: number
  state: string
  level: 'RED' | 'ORANGE' | 'YELLOW' | 'BLUE'
  category: string
  categoryName: { zh: string; en: string }
  village: string | null
  villageName: string | null
  /** Minutes east of UTC at the station. */
  offset: number
  station: { name: string; phone: string }
}

export type Side = 'A' | 'B'
/** A side of the dispute as staff see it. `label` is the name the station uses for it, such as 甲方. */
export type PartyGiven = { side: Side; party: string; label: string; reachable: boolean }
