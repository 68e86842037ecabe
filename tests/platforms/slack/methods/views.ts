// views.*: forms opened over the conversation, and the app's home.

import { objectionsToView } from '../block-limits.ts'
import { keptBlocks } from '../blocks-kept.ts'
import { textOf, type Wire } from '../json.ts'
import { stateOf, wireOfView } from '../modal.ts'
import type { View } from '../workspace.ts'
import { type Arguments, done, type Method, type Platform, refused } from './method.ts'

export const open: Method = (args, platform) => {
  const { workspace } = platform
  const wrong = wrongWith(args, 'modal')
  if (wrong) return wrong
  const taken = workspace.takeTrigger(args.text('trigger_id') || args.text('interactivity_pointer'))
  if ('error' in taken) return refused(taken.error)
  const view = newView(args.wire('view'), taken.user, platform)
  workspace.modals.set(taken.user, [view])
  return answer(view, platform)
}

export const push: Method = (args, platform) => {
  const { workspace } = platform
  const wrong = wrongWith(args, 'modal')
  if (wrong) return wrong
  const taken = workspace.takeTrigger(args.text('trigger_id'))
  if ('error' in taken) return refused(taken.error)
  const stack = workspace.modals.get(taken.user) ?? []
  if (stack.length >= 3) return refused('push_limit_reached')
  const view = newView(args.wire('view'), taken.user, platform, stack[0]?.root)
  workspace.modals.set(taken.user, [...stack, view])
  return answer(view, platform)
}

export const update: Method = (args, platform) => {
  const { workspace } = platform
  const id = args.text('view_id')
  const external = args.text('external_id')
  const all = [...workspace.modals.values()].flat()
  const view = all.find((one) =>
    id ? one.id === id : external !== '' && textOf(one.given.external_id) === external,
  )
  if (!view) return refused('not_found')
  const wrong = wrongWith(args, 'modal')
  if (wrong) return wrong
  if (args.has('hash') && args.text('hash') !== view.hash) return refused('hash_conflict')
  change(view, args.wire('view'), platform)
  return answer(view, platform)
}

export const publish: Method = (args, platform) => {
  const { workspace } = platform
  const user = args.text('user_id')
  if (!workspace.accounts.has(user)) return refused('user_not_found')
  const wrong = wrongWith(args, 'home')
  if (wrong) return wrong
  const home = workspace.homes.get(user)
  if (args.has('hash') && home && args.text('hash') !== home.hash) return refused('hash_conflict')
  if (home) change(home, args.wire('view'), platform)
  const view = home ?? newView(args.wire('view'), user, platform)
  workspace.homes.set(user, view)
  return answer(view, platform)
}

function wrongWith(args: Arguments, type: string): Wire | undefined {
  const view = args.wire('view')
  const objections = objectionsToView(view)
  if (objections.length === 0 && view.type !== type)
    objections.push({ error: 'invalid_arguments', message: `must be ${type}`, where: '/view/type' })
  const [first] = objections
  if (!first) return undefined
  return refused(first.error, {
    response_metadata: {
      messages: objections.map(({ message, where }) => `[ERROR] ${message} [json-pointer:${where}]`),
    },
  })
}

export function newView(
  given: Wire,
  user: string,
  { workspace }: Pick<Platform, 'workspace'>,
  root?: string,
): View {
  const id = workspace.stamps.id('V')
  return {
    id,
    user,
    type: given.type === 'home' ? 'home' : 'modal',
    hash: hashOf(workspace.stamps),
    given: { ...given, blocks: keptBlocks(given.blocks, workspace.stamps) },
    root: root ?? id,
  }
}

export function change(view: View, given: Wire, { workspace }: Pick<Platform, 'workspace'>): void {
  view.given = { ...given, blocks: keptBlocks(given.blocks, workspace.stamps) }
  view.hash = hashOf(workspace.stamps)
}

const hashOf = (stamps: { now(): number; hex(length: number): string }): string =>
  `${Math.floor(stamps.now() / 1_000)}.${stamps.hex(8)}`

const answer = (view: View, { workspace }: Platform): Wire =>
  done({ view: wireOfView(view, stateOf(view), workspace) })
