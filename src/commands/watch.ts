import { join } from 'node:path'
import type { Context, ExitCode } from '../context.ts'
import { isCannotRun } from '../failures.ts'
import { onSave } from '../io/watch.ts'
import { CONFIG_NAME, configPath } from '../io/place.ts'
import { openWorkspace } from '../io/workspace.ts'
import { ingest, type IngestOptions } from './ingest.ts'

/** Ingests, and again after every save, until the process is ended; what is wrong is said and does not end it. */
export async function watch(paths: readonly string[], options: IngestOptions, context: Context): Promise<ExitCode> {
  const workspace = openWorkspace(context.cwd, options)
  return onSave(paths, workspace, configPath(context.cwd, options) ?? join(workspace.root, CONFIG_NAME), async () => {
    try {
      await ingest(paths, options, context)
    } catch (error) {
      if (!isCannotRun(error)) throw error
      context.stderr(`${context.paint.red('personas:')} ${error.message}\n${error.remedy}\n`)
    }
    if (!options.quiet) context.stderr(context.paint.dim('Watching for changes; Ctrl-C ends.\n'))
  })
}
