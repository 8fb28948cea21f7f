import { EXIT, type Context, type ExitCode } from '../context.ts'
import { readCodebook, readCorrections } from '../io/knowledge.ts'
import { openModel } from '../io/model.ts'
import { openWorkspace } from '../io/workspace.ts'
import { severity } from '../problems.ts'
import { reportProblems } from '../reporters/problems.ts'
import { records, writeRecords } from '../reporters/records.ts'
import { matchThemes } from '../synthesize/themes.ts'
import { survey, type SurveyOptions } from './survey.ts'

interface TagOptions extends SurveyOptions {
  config?: string
  all?: boolean
  codebook?: string
  format: 'jsonl' | 'json'
}

/** Prints what was seen in the notes, records in path order. */
export async function tag(paths: readonly string[], options: TagOptions, context: Context): Promise<ExitCode> {
  const workspace = openWorkspace(context.cwd, options)
  const model = openModel(context)
  const corrections = readCorrections(workspace)
  const seen = await survey(
    paths,
    workspace,
    model,
    corrections.list,
    { ...options, forPages: options.all !== true },
    context,
  )
  const codebook = options.codebook === undefined ? [] : readCodebook(options.codebook, context.cwd)
  const notes = matchThemes(seen.notes, codebook)
  writeRecords(records(notes, { all: options.all === true }), options.format, context.stdout)
  const problems = [...corrections.problems, ...seen.problems]
  if (!options.quiet) context.stderr(reportProblems(problems, context.paint))
  return problems.some((found) => severity(found) === 'error') ? EXIT.findings : EXIT.fine
}
