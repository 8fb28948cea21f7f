/** Finds where a run works, as far as that can be told before the configuration is understood: what understands it takes long to load. */
import { readdirSync, statSync } from 'node:fs'
import { basename, dirname, join, relative, resolve, sep } from 'node:path'
import { digest } from '../digest.ts'
import { CannotRun, reasonOf } from '../failures.ts'
import { DEFAULT_OUT } from '../types.ts'
import { readRegularFile } from './regular-file.ts'

export const CONFIG_NAME = 'personas.config.json'

/** `root` is absolute, the folder of the config file, else the working directory. */
export interface Place {
  root: string
  cwd: string
  /** Output folder, absolute. */
  out: string
  /** The configuration from the root, whether it is there or not. */
  configFile: string
}

/** What the user says of the place on the command line. */
export interface PlaceOptions {
  /** Path of the config file as given; without it the nearest personas.config.json upwards is taken. */
  config?: string
  /** Output folder as given, relative to the working directory. */
  out?: string
}

/** @param configured the output folder that the configuration names */
export function placeOf(cwd: string, options: PlaceOptions, config: string | null, configured: string): Place {
  const root = config === null ? cwd : dirname(config)
  const out = options.out === undefined ? resolve(root, configured) : resolve(cwd, options.out)
  return { root, cwd, out, configFile: config === null ? CONFIG_NAME : basename(config) }
}

/** @returns the absolute path of the configuration, null where there is none */
export function configPath(cwd: string, options: { config?: string }): string | null {
  return options.config === undefined ? findConfig(cwd) : resolve(cwd, options.config)
}

function findConfig(cwd: string): string | null {
  for (let folder = cwd; ; folder = dirname(folder)) {
    const path = join(folder, CONFIG_NAME)
    if (isThere(path)) return path
    // A repository is a border: what lies above it belongs to somebody else.
    if (isThere(join(folder, '.git')) || dirname(folder) === folder) return null
  }
}

/** `path` (absolute) as records write it: relative to the root, with slashes. */
export function recordPath(root: string, path: string): string {
  return relative(root, path).split(sep).join('/')
}

export function isThere(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false }) !== undefined
}

export function readText(path: string): string {
  try {
    return readRegularFile(path).toString('utf8')
  } catch (error) {
    throw new CannotRun('not-readable', { path, reason: reasonOf(error) }, { cause: error })
  }
}

/** @returns what a text of JSON holds; throws a SyntaxError. A byte order mark is passed over. */
export function parseJson(text: string): unknown {
  return JSON.parse(text.replace(/^\uFEFF/, ''))
}

function parseIfJson(text: string): unknown {
  try {
    return parseJson(text)
  } catch {
    return null
  }
}

/** @returns the folder of templates that a config as written names, null where it names none that could be read */
export function templatesFolder(written: unknown): string | null {
  const folder = (written as { templates?: unknown } | null)?.templates
  return typeof folder === 'string' ? folder : null
}

/**
 * The place by the settings as they are written, and a digest of them and of the team's templates. Whether they are right is not
 * asked: with settings that are not, openWorkspace lets no run come to anything. Throws where something can't be read.
 */
export function glanceAtSettings(cwd: string, options: PlaceOptions): { place: Place; digest: string } {
  const path = configPath(cwd, options)
  const text = path === null ? '{}' : readText(path)
  const written = parseIfJson(text)
  const out = (written as { out?: unknown } | null)?.out
  const place = placeOf(cwd, options, path, typeof out === 'string' ? out : DEFAULT_OUT)
  const folder = templatesFolder(written)
  const templates = folder === null ? [] : textsIn(resolve(place.root, folder))
  return { place, digest: digest(JSON.stringify([path, text, templates])) }
}

function textsIn(folder: string): string[][] {
  const names = readdirSync(folder).filter((name) => name.endsWith('.md'))
  return names.toSorted().map((name) => [name, readText(join(folder, name))])
}
