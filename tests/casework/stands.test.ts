// What an earlier card still offers once its case has moved on.
import { expect, test } from 'vitest'
import { isOpen } from '../../flows/casework/life-cycle.ts'
import { stillStands } from '../../flows/casework/stands.ts'
import { STATES } from '../../flows/casework/tables/life-cycle.ts'
import { DEEDS } from '../../flows/notices/index.ts'

const during = (deed: string) => STATES.filter(({ code }) => stillStands(deed, code)).map(({ code }) => code)

test.each(Object.keys(DEEDS))('%s makes sense in some open state, and in none that is over', (deed) => {
  const states = during(deed)
  expect(states.length).toBeGreaterThan(0)
  expect(states.filter((state) => !isOpen(state))).toEqual([])
})

test('an alert that was accepted is not accepted again', () => {
  expect(during('accept')).toEqual(['EMERGENCY', 'ASSIGNED'])
  expect(during('decline')).toEqual(['ASSIGNED'])
})

test('triage leaves the button to assign', () => {
  expect(stillStands('screen', 'ACCEPTED')).toBe(false)
  expect(stillStands('assign', 'ACCEPTED')).toBe(true)
})
