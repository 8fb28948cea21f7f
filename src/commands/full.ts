/** `check --full`: does the work of ingest again and hands on what should stand on the pages. Loads everything that check alone does not need. */
import { relative, sep } from 'node:path'
import type { Context } from '../context.ts'
import { readCorrections, readOwnCodebook } from '../io/knowledge.ts'
import { openModel } from '../io/model.ts'
import type { Workspace } from '../io/workspace.ts'
import { plan } from '../plan.ts'
import type { Problem } from '../problems.ts'
import { readPage } from '../render/managed.ts'
import type { NoteAnalysis, OutputFile } from '../types.ts'
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
  const inputs = {
    notes: seen.notes,
    config: workspace.config,
    codebook: readOwnCodebook(workspace),
    corrections: corrections.text,
    model: model.digest,
    existing,
    toRoot: toRoot === '' ? '' : `${toRoot}/`,
  }
  const expected = linesOf(plan({ ...inputs, today }).files)
  for (const day of daysOfRetention(seen.notes, today))
    standing(expected, linesOf(plan({ ...inputs, today: day }).files), existing)
  return { expected, problems: [...corrections.problems, ...seen.problems] }
}

function linesOf(files: readonly OutputFile[]): Map<string, string[]> {
  const lines = new Map<string, string[]>()
  for (const { path, text } of files) {
    const page = path.endsWith('.md') ? readPage(text) : null
    if (page !== null && !('error' in page)) lines.set(path, page.lines)
  }
  return lines
}

/** Days on which pages could still rest on a note that may not be kept any more: what they held then is no drift, since `note/retention` says it. */
function daysOfRetention(notes: readonly NoteAnalysis[], today: string): string[] {
  const days = notes.flatMap(({ note: { retention } }) => (retention != null && retention < today ? [retention] : []))
  return [...new Set(days)].toSorted().toReversed()
}

/** Where a page stands as it was to be on an earlier day, it is what was expected. */
function standing(
  expected: Map<string, string[]>,
  earlier: ReadonlyMap<string, string[]>,
  existing: ReadonlyMap<string, string>,
): void {
  for (const [path, lines] of earlier) {
    const page = readPage(existing.get(path) ?? '')
    if (page !== null && !('error' in page) && page.lines.join('\n') === lines.join('\n')) expected.set(path, lines)
  }
}
