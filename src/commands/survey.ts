/** What ingest, tag and people have in common: find the notes, read them, analyze them, settle who is who over all of them. */
import { analyze } from '../analyze/analyze.ts'
import type { Context } from '../context.ts'
import { findNotes, readNote } from '../io/notes.ts'
import type { Workspace } from '../io/workspace.ts'
import { byPlace, type Problem } from '../problems.ts'
import { progress } from '../reporters/progress.ts'
import { attribute } from '../synthesize/attribute.ts'
import type { Tagger } from '../tagging/tagger.ts'
import type { Correction, NoteAnalysis, SourceFile } from '../types.ts'

/** Notes in memory at once: enough to keep the model busy, few enough for any archive. */
const BATCH = 32

export interface Survey {
  /** In path order. */
  notes: NoteAnalysis[]
  /** In path and line order. */
  problems: Problem[]
  /** How many files were looked at. */
  files: number
}

export interface SurveyOptions {
  quiet?: boolean
  verbose?: boolean
}

export async function survey(
  paths: readonly string[],
  workspace: Workspace,
  tagger: Tagger,
  corrections: readonly Correction[],
  options: SurveyOptions,
  context: Context,
): Promise<Survey> {
  const notes: NoteAnalysis[] = []
  const problems: Problem[] = []
  const found = await findNotes(paths, workspace, problems)
  const meter = progress(found.length, 'notes', context, options.quiet === true)
  for (let start = 0; start < found.length; start += BATCH) {
    const files = readBatch(found.slice(start, start + BATCH), workspace, problems)
    if (options.verbose) for (const file of files) context.stderr(`reading ${file.path}\n`)
    const analyzed = await analyze(files, workspace.config, tagger, corrections)
    notes.push(...analyzed.notes)
    problems.push(...analyzed.problems)
    meter.advance(start + files.length)
  }
  meter.end()
  const attributed = attribute(notes, workspace.config)
  problems.push(...attributed.problems)
  return { notes: attributed.notes, problems: problems.toSorted(byPlace), files: found.length }
}

function readBatch(paths: readonly string[], workspace: Workspace, problems: Problem[]): SourceFile[] {
  const files: SourceFile[] = []
  for (const path of paths) {
    const read = readNote(path, workspace)
    if ('rule' in read) problems.push(read)
    else files.push(read)
  }
  return files
}
