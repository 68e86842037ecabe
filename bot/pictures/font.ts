/** The letters of pictures, as files that the renderer can read: it reads TrueType only, and draws nothing at all otherwise. */
import { mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { woffToSfnt } from './woff.ts'

const FILES = ['chinese-simplified-400', 'latin-400'] as const
export const FAMILY = 'Noto Sans SC'

/** Paths of the font files, unpacked for this process. */
export async function unpackFonts(): Promise<string[]> {
  const { resolve } = createRequire(import.meta.url)
  const folder = await mkdtemp(join(tmpdir(), 'maple-fonts-'))
  return Promise.all(
    FILES.map(async (name) => {
      const woff = await readFile(resolve(`@fontsource/noto-sans-sc/files/noto-sans-sc-${name}-normal.woff`))
      const path = join(folder, `${name}.ttf`)
      await writeFile(path, woffToSfnt(woff))
      return path
    }),
  )
}
