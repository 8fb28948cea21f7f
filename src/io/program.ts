/** Which program this is, told without reading it: a cache must not outlive the code that filled it, in a package or in a checkout. */
import { readdirSync, statSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { digest } from '../digest.ts'
import { version } from '../version.ts'

const HOME = fileURLToPath(new URL('../', import.meta.url))
/** Templates of pages lie beside the code. */
const TEMPLATES = fileURLToPath(new URL('../../templates/', import.meta.url))
const CODE = /(?<!\.d)\.(?:js|ts|bin|wasm)$/

let known: string | undefined

/** @returns a digest of the version and of size and time of every file that what is remembered rests on */
export function programId(): string {
  known ??= digest([version(), ...filesBelow(HOME, '', CODE), ...filesBelow(TEMPLATES, '', /\.md$/)].join('\n'))
  return known
}

/** @returns what runs the program: it may sort letters otherwise than another one does */
export function platformId(): string {
  return `${process.version} ${process.arch}`
}

function filesBelow(home: string, folder: string, meant: RegExp): string[] {
  return list(`${home}${folder}`).flatMap((entry) => {
    const name = `${folder}${entry.name}`
    if (entry.isDirectory()) return filesBelow(home, `${name}/`, meant)
    const info = meant.test(name) ? statSync(`${home}${name}`, { throwIfNoEntry: false }) : undefined
    return info === undefined ? [] : [`${name} ${info.size} ${info.mtimeMs}`]
  })
}

function list(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true }).toSorted((a, b) => (a.name < b.name ? -1 : 1))
  } catch {
    return []
  }
}
