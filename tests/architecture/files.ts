// Every source file of the project, found by walking its folders.
import { readdirSync } from 'node:fs'
import { join, relative, sep } from 'node:path'

/** A flow may be called what a folder of reports is called. */
const foreign = new Set(['node_modules', '.git', 'data', 'artifacts', 'coverage'].map((name) => `/${name}`))

/** Paths from the root, with `/`, of all files that hold code. */
export function sourceFiles(root: string, folder: string = root): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return foreign.has(`/${relative(root, path)}`) ? [] : sourceFiles(root, path)
    return /\.[cm]?[jt]sx?$/.test(entry.name) ? [relative(root, path).split(sep).join('/')] : []
  })
}
