/** Finds and reads the configuration, and says which folder paths are relative to. */
import { readFileSync, statSync } from 'node:fs'
import { dirname, join, relative, resolve, sep } from 'node:path'
import { readConfig, type Config } from '../config.ts'
import { CannotRun, reasonOf } from '../failures.ts'

export const CONFIG_NAME = 'personas.config.json'

/** Where a run works: `root` is absolute, the folder of the config file, else the working directory. */
export interface Workspace {
  root: string
  cwd: string
  config: Config
  /** Output folder, absolute. */
  out: string
}

/**
 * @param options.config path of the config file as given; without it the nearest personas.config.json upwards is taken
 * @param options.out output folder as given, relative to the working directory
 */
export function openWorkspace(cwd: string, options: { config?: string; out?: string }): Workspace {
  const path = configPath(cwd, options)
  const config = path === null ? configOf({}, CONFIG_NAME) : configOf(readJson(path), path)
  const root = path === null ? cwd : dirname(path)
  const out = options.out === undefined ? resolve(root, config.out) : resolve(cwd, options.out)
  return { root, cwd, config, out }
}

/** @returns the absolute path of the configuration, null where there is none */
export function configPath(cwd: string, options: { config?: string }): string | null {
  return options.config === undefined ? findConfig(cwd) : resolve(cwd, options.config)
}

/** `path` (absolute) as records write it: relative to the root, with slashes. */
export function recordPath(root: string, path: string): string {
  return relative(root, path).split(sep).join('/')
}

function findConfig(cwd: string): string | null {
  for (let folder = cwd; ; folder = dirname(folder)) {
    const path = join(folder, CONFIG_NAME)
    if (isThere(path)) return path
    // A repository is a border: what lies above it belongs to somebody else.
    if (isThere(join(folder, '.git')) || dirname(folder) === folder) return null
  }
}

function isThere(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false }) !== undefined
}

function readJson(path: string): unknown {
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch (error) {
    throw new CannotRun('not-readable', { path, reason: reasonOf(error) }, { cause: error })
  }
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch (error) {
    throw new CannotRun('bad-config', { path, reason: `it is not JSON: ${reasonOf(error)}` }, { cause: error })
  }
}

function configOf(written: unknown, path: string): Config {
  const result = readConfig(written)
  if ('error' in result) throw new CannotRun('bad-config', { path, reason: result.error })
  return result.config
}
