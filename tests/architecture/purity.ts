// What a pure file may not touch: the clock, chance, the process and the network, by whatever name they have.
import { parseAst } from 'vitest/node'
import { walk } from './links.ts'

const impure = new Set(
  [
    'process',
    'globalThis',
    'global',
    'performance',
    'crypto',
    'fetch',
    'console',
    'Buffer',
    'eval',
    'Function',
  ].concat([
    'setTimeout',
    'setInterval',
    'setImmediate',
    'queueMicrotask',

    'localStorage',
    'Temporal',
  ]),
)

/** The impure things that a source touches, e.g. `['Date.now', 'process']`. */
export function impurities(file: string, source: string): string[] {
  const found: string[] = []
  walk(parseAst(source, { lang: 'ts' }, file) as unknown as Parameters<typeof walk>[0], (node) => {
    const { type } = node
    if (type === 'MemberExpression') {
      const name = `${nameOf(node.object)}.${nameOf(node.property)}`
      if (name === 'Date.now' || name === 'Math.random') found.push(name)
      if (impure.has(nameOf(node.object))) found.push(nameOf(node.object))
    }
    if (type === 'NewExpression' || type === 'CallExpression') {
      const callee = nameOf(node.callee)
      if (callee === 'Date' && (type === 'CallExpression' || (node.arguments as unknown[]).length === 0))
        found.push('the time of the machine')
      if (impure.has(callee)) found.push(callee)
    }
  })
  return found
}

function nameOf(node: unknown): string {
  const { type, name, value } = (node ?? {}) as { type?: string; name?: string; value?: unknown }
  return (type === 'Identifier' ? name : type === 'Literal' ? String(value) : undefined) ?? ''
}
