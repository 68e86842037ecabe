/** `npm run story S03`: plays a story from first message to the end on real parts, and prints it as a conversation. */

import { digest } from './stories/digest.ts'
import { STORIES } from './stories/index.ts'
import { openStage } from './stories/open-stage.ts'
import { written } from './stories/script.ts'
import type { Story } from './stories/story.ts'

const named = process.argv[2]?.toUpperCase()
const story = STORIES.find(({ id }) => id === named)

if (story) process.exitCode = await play(story)
else {
  console.error(['Which story? npm run story S03', ...STORIES.map(line)].join('\n'))
  process.exitCode = 2
}

async function play({ id, name, begins, tell, ends }: Story): Promise<number> {
  console.log(`${id} ${name.zh} · ${name.en}`)
  const stage = await openStage({ begins, script: written(console.log) })
  try {
    const number = await tell(stage)
    const shown = await stage.shown(number)
    // Staying where it was, as at each revisit, is no step.
    const states = ['DRAFT', ...shown.path.filter(({ from, to }) => from !== to).map(({ to }) => to)].join(
      ' → ',
    )
    console.log(`\n${'═'.repeat(24)}\n${digest(number, shown, stage.calendar()).join('\n')}`)
    return states === ends.path.join(' → ') ? 0 : 1
  } finally {
    await stage.close()
  }
}

function line({ id, name }: Story): string {
  return `  ${id}  ${name.zh}  ${name.en}`
}
