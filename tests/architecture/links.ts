// Every import of a file, read by a parser and not by a pattern: types, re-exports and `import()` included.
import { existsSync, readFileSync } from 'node:fs'
import { builtinModules } from 'node:module'
import { dirname, join, posix } from 'node:path'
import { parseAst } from 'vitest/node'

/** `to` is a path from the project's root, `node:…`, a package's name, or `?` where it is computed at run time. */
export type Link = { from: string; to: string; typeOnly: boolean }

type Node = { type: string; [key: string]: unknown }

/** The imports of `source`, which stands at `from` (a path from the project's root). Throws where it does not parse. */
export function linksOf(from: string, source: string): Link[] {
  const links: Link[] = []
  walk(parseAst(source, { lang: from.endsWith('.ts') ? 'ts' : 'js' }, from) as unknown as Node, (node) => {
    const specifier = specifierOf(node)
    if (specifier !== undefined) links.push({ from, to: target(from, specifier), typeOnly: isTypeOnly(node) })
  })
  return links
}

/** The imports of a file of the project. */
export function linksOfFile(root: string, from: string): Link[] {
  return linksOf(from, readFileSync(join(root, from), 'utf8'))
}

/** Whether a link names a file of the project that does not exist. */
export function leadsNowhere(root: string, { to }: Link): boolean {
  return isOwnFile(to) && !existsSync(join(root, to))
}

/** Whether the target of a link is a file of the project and not a package or a part of Node. */
export function isOwnFile(to: string): boolean {
  return /\.[cm]?[jt]s$|\.json$/.test(to) && !to.startsWith('node:')
}

/** Calls `see` with every node of a syntax tree, outermost first. */
export function walk(node: Node, see: (node: Node) => void): void {
  see(node)
  for (const value of Object.values(node))
    for (const child of Array.isArray(value) ? value : [value]) if (isNode(child)) walk(child, see)
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && typeof (value as Node).type === 'string'
}

function specifierOf(node: Node): string | undefined {
  switch (node.type) {
    case 'ImportDeclaration':
    case 'ExportAllDeclaration':
    case 'ExportNamedDeclaration':
      return isNode(node.source) ? String(node.source.value) : undefined
    case 'ImportExpression':
    case 'TSImportType': {
      const source = node.source
      return isNode(source) && typeof source.value === 'string' ? source.value : '?'
    }
    case 'CallExpression': {
      // CommonJS, and whatever else loads a module by name.
      const callee = node.callee
      const name = isNode(callee) ? (callee.name ?? (callee.property as Node | undefined)?.name) : undefined
      if (name !== 'require' && name !== 'getBuiltinModule' && name !== 'createRequire') return undefined
      const [first] = node.arguments as Node[]
      return name !== 'createRequire' && typeof first?.value === 'string' ? first.value : '?'
    }
    default:
      return undefined
  }
}

// `import { type A }` is not type-only: what remains of it at run time is `import {}`, which still loads the file.
function isTypeOnly(node: Node): boolean {
  return node.type === 'TSImportType' || node.importKind === 'type' || node.exportKind === 'type'
}

function target(from: string, specifier: string): string {
  if (specifier.startsWith('.')) return posix.normalize(posix.join(dirname(from), specifier))
  if (specifier.startsWith('node:') || builtinModules.includes(specifier))
    return `node:${specifier.replace('node:', '')}`
  return specifier
}
