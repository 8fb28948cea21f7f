/** Tells when notes, or what people wrote about them, were saved. */
import { existsSync, watch as watchFolder } from 'node:fs'
import { dirname, join, resolve, sep } from 'node:path'
import { watch } from 'chokidar'
import { isDynamicPattern } from 'tinyglobby'
import type { Workspace } from './workspace.ts'

/** Several files saved at once are one change. Milliseconds. */
const TOGETHER = 60

/**
 * Calls `changed` after every save of a note, the configuration, corrections or the codebook; saves during a call lead to one more call.
 * @param given files, folders or patterns, as the user wrote them
 * @param config path of the configuration, whether or not it is there
 * @returns only where watching is impossible
 */
export async function onSave(
  given: readonly string[],
  workspace: Workspace,
  config: string,
  changed: () => Promise<void>,
): Promise<never> {
  const knowledge = ['corrections.jsonl', 'themes.yaml'].map((name) => join(workspace.out, name))
  const others = [...knowledge, join(workspace.root, '.personasignore'), config]
  const concerns = (path: string) =>
    others.includes(path) || (/\.(md|markdown)$/i.test(path) && !path.startsWith(workspace.out + sep))
  const notes = given.map((path) => base(resolve(workspace.cwd, path)))
  const watcher = watch(notes, {
    ignoreInitial: true,
    ignored: (path) => path.includes(`${sep}node_modules${sep}`) || path.includes(`${sep}.git${sep}`),
  })
  let timer: NodeJS.Timeout | undefined
  let running = false
  let again = false
  const run = async () => {
    if (running) {
      again = true
      return
    }
    running = true
    do {
      again = false
      await changed()
    } while (again)
    running = false
  }
  return new Promise<never>((_, reject) => {
    watcher.on('error', reject)
    const noticed = (path: string) => {
      if (!concerns(path)) return
      clearTimeout(timer)
      timer = setTimeout(() => run().catch(reject), TOGETHER)
    }
    watcher.on('all', (_event, path) => noticed(resolve(path)))
    // The output folder may be there only when the first run has made it, and the configuration may come later.
    const begin = () => run().then(() => watchFolders(others, noticed))
    watcher.on('ready', () => begin().catch(reject))
  })
}

/** Watches single files by their folders, since they may not be there yet. */
function watchFolders(files: readonly string[], noticed: (path: string) => void): void {
  for (const folder of new Set(files.map((file) => dirname(file))))
    if (existsSync(folder)) watchFolder(folder, (_event, name) => noticed(join(folder, name ?? '')))
}

/** The folder of a pattern above its first sign that stands for several names. */
function base(path: string): string {
  let folder = path
  while (isDynamicPattern(folder) && dirname(folder) !== folder) folder = dirname(folder)
  return folder
}
