// The browser of the tests, unpacked once from packages alone, with its libraries and Chinese glyphs.
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { inflate } from '@sparticuz/chromium'
import { unpackFont } from './unpack-font.ts'

const { resolve } = createRequire(import.meta.url)
const PACKAGE = join(dirname(resolve('@sparticuz/chromium')), '..')
const GLYPHS = join(dirname(resolve('@fontsource/noto-sans-sc/package.json')), 'files')
const WEIGHTS = ['400', '700']
/** The program, its own libraries (a plain Debian has no NSS), a font to begin with, and a graphics card in software. */
const PARTS = ['chromium.br', 'al2023.tar.br', 'fonts.tar.br', 'swiftshader.tar.br']

export type Program = { path: string; env: { [name: string]: string } }

/** Beside the packages, so that a fresh install unpacks a fresh one. Two test files may ask at the same time. */
export async function unpackedChromium(): Promise<Program> {
  const { version } = JSON.parse(readFileSync(join(PACKAGE, 'package.json'), 'utf8'))
  const shelf = join(PACKAGE, '../../.cache')
  const home = join(shelf, `chromium-${version}`)
  if (!existsSync(home)) await unpack(`${home}-${process.pid}`, home)
  return {
    path: join(home, 'chromium'),
    env: {
      PATH: process.env.PATH ?? '',
      HOME: home,
      LD_LIBRARY_PATH: join(home, 'al2023/lib'),
      FONTCONFIG_PATH: join(home, 'fonts'),
    },
  }
}

/** Into a folder of our own, which takes its name only when it is whole. */
async function unpack(draft: string, home: string): Promise<void> {
  mkdirSync(draft, { recursive: true })
  // The package unpacks into the folder for temporary files, wherever that is.
  const usual = process.env.TMPDIR
  process.env.TMPDIR = draft
  try {
    await Promise.all(PARTS.map((part) => inflate(join(PACKAGE, 'bin', part))))
  } finally {
    if (usual === undefined) delete process.env.TMPDIR
    else process.env.TMPDIR = usual
  }
  for (const weight of WEIGHTS) {
    const packed = readFileSync(join(GLYPHS, `noto-sans-sc-chinese-simplified-${weight}-normal.woff`))
    writeFileSync(join(draft, `fonts/noto-sans-sc-${weight}.ttf`), unpackFont(packed))
  }
  writeFileSync(join(draft, 'fonts/fonts.conf'), fontSettings(home))
  try {
    renameSync(draft, home)
  } catch (error) {
    rmSync(draft, { recursive: true, force: true })
    if (!existsSync(home)) throw error
  }
}

const fontSettings = (home: string) => `<?xml version="1.0" ?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>${home}/fonts</dir><cachedir>${home}/fonts-cache</cachedir></fontconfig>
`
