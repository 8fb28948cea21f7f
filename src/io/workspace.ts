/** Finds and reads the configuration, and says which folder paths are relative to. */
import { statSync } from 'node:fs'
import { basename, dirname, join, relative, resolve, sep } from 'node:path'
import { readConfig, templatesFolder, type Config, type OwnTemplates } from '../config.ts'
import { CannotRun, reasonOf } from '../failures.ts'
import { TEMPLATE_NAMES } from '../templates.ts'
import { readRegularFile } from './regular-file.ts'

export const CONFIG_NAME = 'personas.config.json'

/** Where a run works: `root` is absolute, the folder of the config file, else the working directory. */
export interface Workspace {
  root: string
  cwd: string
  config: Config
  /** Output folder, absolute. */
  out: string
  /** The configuration from the root, whether it is there or not. */
  configFile: string
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
  return { root, cwd, config, out, configFile: path === null ? CONFIG_NAME : basename(path) }
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

function readText(path: string): string {
  try {
    return readRegularFile(path).toString('utf8')
  } catch (error) {
    throw new CannotRun('not-readable', { path, reason: reasonOf(error) }, { cause: error })
  }
}

function readJson(path: string): unknown {
  const text = readText(path)
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch (error) {
    throw new CannotRun('bad-config', { path, reason: `it is not JSON: ${reasonOf(error)}` }, { cause: error })
  }
}

function configOf(written: unknown, path: string): Config {
  const result = readConfig(written, ownTemplates(templatesFolder(written), path))
  if ('config' in result) return result.config
  const { error, template, newer } = result
  if (newer !== undefined) throw new CannotRun('newer-format', { path, ...newer })
  if (template === undefined) throw new CannotRun('bad-config', { path, reason: error })
  throw new CannotRun('bad-template', { place: `${template.path}, line ${template.line}`, reason: error })
}

/** @param folder relative to the config file; null where the package's templates are taken */
function ownTemplates(folder: string | null, config: string): OwnTemplates {
  if (folder === null) return {}
  const home = resolve(dirname(config), folder)
  if (!isThere(home)) throw new CannotRun('no-templates', { path: home, names: names() })
  const found = TEMPLATE_NAMES.flatMap((name) => {
    const path = join(home, `${name}.md`)
    return isThere(path)
      ? [[name, { path: join(folder, `${name}.md`).split(sep).join('/'), text: readText(path) }]]
      : []
  })
  if (found.length === 0) throw new CannotRun('no-templates', { path: home, names: names() })
  return Object.fromEntries(found) as OwnTemplates
}

function names(): string {
  return TEMPLATE_NAMES.map((name) => `${name}.md`).join(', ')
}
