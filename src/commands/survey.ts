/** What ingest, tag and people have in common: find the notes, see what is in each, settle who is who over all of them. */
import type { AnalyzedFile } from '../analyze/analyze.ts'
import type { Context } from '../context.ts'
import type { Model } from '../io/model.ts'
import { findNotes } from '../io/find-notes.ts'
import type { Workspace } from '../io/workspace.ts'
import { byPlace, type Problem } from '../problems.ts'
import { progress, type Progress } from '../reporters/progress.ts'
import { attribute } from '../synthesize/attribute.ts'
import type { Correction, NoteAnalysis } from '../types.ts'
import { look, see, type Looked, type SeeOptions } from './see.ts'

export interface Survey {
  /** In path order. */
  notes: NoteAnalysis[]
  /** In path and line order. */
  problems: Problem[]
  /** How many files were looked at. */
  files: number
}

export interface SurveyOptions extends SeeOptions {
  quiet?: boolean
  verbose?: boolean
}

/** Notes that were found and read, before anything is said of them. */
export interface Found {
  looked: Looked
  /** What could not be read or was left out. */
  unfound: Problem[]
  meter: Progress
}

/** The first half of a survey: finds the notes and reads each once. */
export async function find(
  paths: readonly string[],
  workspace: Workspace,
  model: Model,
  corrections: readonly Correction[],
  options: SurveyOptions,
  context: Context,
): Promise<Found> {
  const unfound: Problem[] = []
  const found = await findNotes(paths, workspace, unfound)
  const meter = progress(found.length, 'notes', context, options.quiet === true)
  const looked = look(found, workspace, model, corrections, options, context, {
    meter,
    tell: (file) => options.verbose && context.stderr(`reading ${file.path}\n`),
  })
  return { looked, unfound, meter }
}

/** The second half: what is in them, and who is who. */
export async function take({ looked, unfound, meter }: Found): Promise<Survey> {
  const seen = await see(looked)
  meter.end()
  return settle([...seen, { analysis: null, problems: unfound }], looked.task.workspace, looked.paths.length)
}

/** Both halves; asked as `find` is. */
export async function survey(...asked: Parameters<typeof find>): Promise<Survey> {
  return take(await find(...asked))
}

/** Who is who over all notes. @param seen in path order */
export function settle(seen: readonly AnalyzedFile[], workspace: Workspace, files: number): Survey {
  const attributed = attribute(
    seen.flatMap(({ analysis }) => analysis ?? []),
    workspace.config,
  )
  const problems = [...seen.flatMap((file) => file.problems), ...attributed.problems]
  return { notes: attributed.notes, problems: problems.toSorted(byPlace), files }
}
