/** Which program this is, told without reading it: a cache must not outlive the code that filled it, in a package or in a checkout. */
import { readdirSync, statSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { digest } from '../digest.ts'
import { version } from '../version.ts'

const HOME = fileURLToPath(new URL('../', import.meta.url))
/** Where the code is that sees something in a note, makes pages of it, remembers both and says what it did. */
const FOLDERS = [
  '.',
  'analyze',
  'tagging',
  'tagging/encoder',
  'tagging/encoder/kernel',
  'synthesize',
  'render',
  'render/sections',
  'reporters',
  'commands',
  'io',
]
const CODE = /(?<!\.d)\.(?:js|ts|bin|wasm)$/

let known: string | undefined

/** @returns a digest of the version and of size and time of every file that what is remembered rests on */
export function programId(): string {
  known ??= digest([version(), ...FOLDERS.flatMap(filesOf)].join('\n'))
  return known
}

function filesOf(folder: string): string[] {
  try {
    const names = readdirSync(`${HOME}${folder}`)
      .filter((name) => CODE.test(name))
      .toSorted()
    return names.map((name) => {
      const { size, mtimeMs } = statSync(`${HOME}${folder}/${name}`)
      return `${folder}/${name} ${size} ${mtimeMs}`
    })
  } catch {
    return []
  }
}
