/** `check --full`: does the work of ingest again and hands on what should stand on the pages. Loads everything that check alone does not need. */
import { relative, sep } from 'node:path'
import type { Context } from '../context.ts'
import { readCorrections, readOwnCodebook } from '../io/knowledge.ts'
import { openModel } from '../io/model.ts'
import type { Workspace } from '../io/workspace.ts'
import { plan } from '../plan.ts'
import type { Problem } from '../problems.ts'
import { readPage } from '../render/managed.ts'
import { survey } from './survey.ts'

export interface Again {
  /** Lines of the block of every page, by path in the output folder. */
  expected: Map<string, string[]>
  problems: Problem[]
}

export async function tagAgain(
  paths: readonly string[],
  existing: ReadonlyMap<string, string>,
  today: string,
  workspace: Workspace,
  context: Context,
): Promise<Again> {
  const model = openModel(context)
  const corrections = readCorrections(workspace)
  const seen = await survey(
    paths,
    workspace,
    model,
    corrections.list,
    { quiet: false, forPages: true, cache: false },
    context,
  )
  const toRoot = relative(workspace.out, workspace.root).split(sep).join('/')
  const { files } = plan({
    notes: seen.notes,
    config: workspace.config,
    codebook: readOwnCodebook(workspace),
    corrections: corrections.text,
    model: model.digest,
    existing,
    today,
    toRoot: toRoot === '' ? '' : `${toRoot}/`,
  })
  const expected = new Map<string, string[]>()
  for (const { path, text } of files) {
    const page = path.endsWith('.md') ? readPage(text) : null
    if (page !== null && !('error' in page)) expected.set(path, page.lines)
  }
  return { expected, problems: [...corrections.problems, ...seen.problems] }
}
