import { EXIT, type Context, type ExitCode } from '../context.ts'
import { readCorrections } from '../io/knowledge.ts'
import { openModel } from '../io/model.ts'
import { openWorkspace } from '../io/workspace.ts'
import { severity } from '../problems.ts'
import { reportProblems } from '../reporters/problems.ts'
import { writeRecords } from '../reporters/records.ts'
import { survey, type SurveyOptions } from './survey.ts'

interface PeopleOptions extends SurveyOptions {
  config?: string
  format: 'jsonl' | 'json'
}

/** Prints who was found in the notes. What people say counts for their role, so the statements are tagged for it. */
export async function people(paths: readonly string[], options: PeopleOptions, context: Context): Promise<ExitCode> {
  const workspace = openWorkspace(context.cwd, options)
  const model = openModel(context)
  const { list } = readCorrections(workspace)
  const seen = await survey(paths, workspace, model, list, { ...options, forPages: true }, context)
  const found = seen.notes.flatMap((note) => note.people)
  writeRecords(found, options.format, context.stdout)
  if (!options.quiet) context.stderr(reportProblems(seen.problems, context.paint))
  return seen.problems.some((problem) => severity(problem) === 'error') ? EXIT.findings : EXIT.fine
}
