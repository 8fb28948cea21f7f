/** Finds and reads the configuration, and says which folder paths are relative to. */
import { dirname, join, resolve, sep } from 'node:path'
import { readConfig, type Config, type OwnTemplates } from '../config.ts'
import { CannotRun, reasonOf } from '../failures.ts'
import { TEMPLATE_NAMES } from '../templates.ts'
import {
  CONFIG_NAME,
  configPath,
  isThere,
  parseJson,
  placeOf,
  readText,
  templatesFolder,
  type Place,
  type PlaceOptions,
} from './place.ts'

/** Where a run works, and by which settings. */
export interface Workspace extends Place {
  config: Config
}

export function openWorkspace(cwd: string, options: PlaceOptions): Workspace {
  const path = configPath(cwd, options)
  const config = path === null ? configOf({}, CONFIG_NAME) : configOf(readJson(path), path)
  return { ...placeOf(cwd, options, path, config.out), config }
}

function readJson(path: string): unknown {
  const text = readText(path)
  try {
    return parseJson(text)
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
