// What an operator reads of matters that hang: by rule, and how long the oldest has stood.
import { expect, test } from 'vitest'
import { openMetrics } from '../../bot/metrics.ts'

const NOW = Date.parse('2026-12-01T05:30:00+08:00')
const lines = async (metrics: ReturnType<typeof openMetrics>) =>
  (await metrics.text()).split('\n').filter((line) => line.startsWith('maple_violation'))

test('every rule has its figure, 0 where nothing breaks it, and what is mended goes back to 0', async () => {
  const metrics = openMetrics({ standard: false })
  const none = ['no-owner', 'no-leader', 'no-next', 'stuck', 'no-answer', 'end-untold'].map(
    (code) => `maple_violations{code="${code}"} 0`,
  )
  expect(await lines(metrics)).toEqual([...none, 'maple_violation_oldest_seconds 0'])
  const found = [
    { code: 'no-next', open: 3, since: NOW - 7_200_000 },
    { code: 'of-an-older-version', open: 1, since: NOW - 3_600_000 },
  ]
  metrics.hanging(found, NOW)
  const hanging = await lines(metrics)
  expect(hanging).toContain('maple_violations{code="no-next"} 3')
  expect(hanging).toContain('maple_violations{code="of-an-older-version"} 1')
  expect(hanging).toContain('maple_violations{code="no-owner"} 0')
  expect(hanging).toContain('maple_violation_oldest_seconds 7200')
  metrics.hanging([], NOW)
  expect(await lines(metrics)).toEqual([...none, 'maple_violation_oldest_seconds 0'])
})
