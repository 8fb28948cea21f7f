/** Finds the templates: the team's own before those of the package. */
import { join } from 'node:path'
import { CannotRun, reasonOf } from '../failures.ts'
import { readAsset } from './assets.ts'
import { readRegularFile } from './regular-file.ts'

/** Where a team keeps its own templates of notes, below the folder of the configuration. */
const OWN_TEMPLATES = 'templates/notes'

/** @returns the text of the template for a stage, and its path as the user would name it */
export function readNoteTemplate(stage: string, root: string): { text: string; path: string } {
  const path = `${OWN_TEMPLATES}/${stage}.md`
  try {
    return { text: readRegularFile(join(root, path)).toString('utf8'), path }
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code
    if (code !== 'ENOENT' && code !== 'ENOTDIR')
      throw new CannotRun('not-readable', { path, reason: reasonOf(error) }, { cause: error })
  }
  return { text: readTemplate(`notes/${stage}.md`), path: `${stage}.md of the package` }
}

/** A template of the package. */
export function readTemplate(name: string): string {
  return new TextDecoder().decode(readAsset('templates', name))
}
