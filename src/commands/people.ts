import { EXIT, type Context, type ExitCode } from '../context.ts'
import { readCorrections } from '../io/knowledge.ts'
import { loadTagger } from '../io/model.ts'
import { openWorkspace } from '../io/workspace.ts'
import { severity } from '../problems.ts'
import { reportProblems } from '../reporters/problems.ts'
import { writeRecords } from '../reporters/records.ts'
import { survey } from './survey.ts'

interface PeopleOptions {
  config?: string
  format: 'jsonl' | 'json'
  quiet?: boolean
}

/** Prints who was found in the notes. What people say counts for their role, so the statements are tagged for it. */
export async function people(paths: readonly string[], options: PeopleOptions, context: Context): Promise<ExitCode> {
  const workspace = openWorkspace(context.cwd, options)
  const tagger = loadTagger(context.stderr)
  const seen = await survey(paths, workspace, tagger, readCorrections(workspace).list, options, context)
  const found = seen.notes.flatMap((note) => note.people)
  writeRecords(found, options.format, context.stdout)
  if (!options.quiet) context.stderr(reportProblems(seen.problems, context.paint))
  return seen.problems.some((problem) => severity(problem) === 'error') ? EXIT.findings : EXIT.fine
}
