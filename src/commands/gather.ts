/** What `tag --stdin jsonl` wrote, on whichever machines, put together as if the notes had been read here. */
import { sealOf, stampOf, wordsByFile } from '../analyze/stamp.ts'
import { analysisConfig } from '../config.ts'
import { CannotRun } from '../failures.ts'
import { linesOf } from '../io/lines.ts'
import type { Model } from '../io/model.ts'
import { findFiles } from '../io/find-notes.ts'
import { recordPath } from '../io/place.ts'
import type { Workspace } from '../io/workspace.ts'
import { Gathering } from '../records.ts'
import type { Correction } from '../types.ts'
import { version } from '../version.ts'
import { settle, type Survey } from './survey.ts'

/** @param paths of *.jsonl and *.parquet files, folders or patterns */
export async function gather(
  paths: readonly string[],
  workspace: Workspace,
  model: Model,
  corrections: readonly Correction[],
): Promise<Survey> {
  const gathering = new Gathering()
  for (const path of await findFiles(paths, ['jsonl', 'parquet'], workspace)) {
    let place = 0
    const shown = recordPath(workspace.root, path)
    for await (const records of await recordsOf(path))
      for (const record of records) {
        place += 1
        if (record?.trim() !== '') gathering.add(record ?? '', shown, place)
      }
  }
  const { files, stamps, problems } = gathering.result()
  if (files.length === 0) throw new CannotRun('no-tags', { paths: paths.join(', ') })
  const stamp = stampOf(version(), model.digest, analysisConfig(workspace.config))
  const words = wordsByFile(corrections)
  for (const [file, seal] of stamps)
    if (seal !== sealOf(file, stamp, words)) throw new CannotRun('other-tags', { path: file })
  const unread = new Set(problems.flatMap((found) => (stamps.has(found.file) ? [] : [found.file]))).size
  return settle([...files, { analysis: null, problems }], workspace, files.length + unread)
}

async function recordsOf(path: string): Promise<AsyncIterable<(string | null)[]>> {
  if (!path.endsWith('.parquet')) return linesOf(path)
  const { recordsOfParquet } = await import('../io/parquet.ts')
  return recordsOfParquet(path)
}
