/** The letters of pictures, as files that the renderer can read: it reads TrueType only, and draws nothing at all otherwise. */
import { mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { woffToSfnt } from './woff.ts'

const FILES = [
  import.meta.resolve('@fontsource/noto-sans-sc/files/noto-sans-sc-chinese-simplified-400-normal.woff'),
  import.meta.resolve('@fontsource/noto-sans-sc/files/noto-sans-sc-latin-400-normal.woff'),
]
export const FAMILY = 'Noto Sans SC'

/** Paths of the font files, unpacked for this process. */
export async function unpackFonts(): Promise<string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'maple-fonts-'))
  return Promise.all(
    FILES.map(async (file, no) => {
      const path = join(folder, `${no}.ttf`)
      await writeFile(path, woffToSfnt(await readFile(new URL(file))))
      return path
    }),
  )
}
