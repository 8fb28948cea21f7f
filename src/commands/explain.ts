import { resolve } from 'node:path'
import { prepare } from '../analyze/analyze.ts'
import { EXIT, type Context, type ExitCode } from '../context.ts'
import { CannotRun } from '../failures.ts'
import { openModel } from '../io/model.ts'
import { findNotes } from '../io/find-notes.ts'
import { readNote } from '../io/read-note.ts'
import { openWorkspace } from '../io/workspace.ts'
import { describe } from '../problems.ts'
import { explanationAsText } from '../reporters/explanation.ts'
import { explain as explainStatement } from '../tagging/explain.ts'

/** Says for every statement on a line why it got its tag. */
export async function explain(place: string, options: { config?: string }, context: Context): Promise<ExitCode> {
  const { path, line } = parsePlace(place)
  const workspace = openWorkspace(context.cwd, options)
  const [found = path, ...more] = await findNotes([path], workspace)
  if (more.length > 0 || (found !== '-' && found !== resolve(context.cwd, path)))
    throw new CannotRun('not-a-note', { path })
  const file = readNote(found, workspace)
  if ('rule' in file) throw new CannotRun('not-readable', { path, reason: describe(file).says })
  const { untagged, problems } = prepare(file, workspace.config)
  if (untagged === null)
    throw new CannotRun('not-readable', { path, reason: problems.map((p) => describe(p).says).join(' ') })
  const { statements } = untagged
  const here = statements.flatMap((statement, index) =>
    statement.line <= line && line <= statement.endLine ? [index] : [],
  )
  if (here.length === 0)
    throw new CannotRun('no-statement', { line: String(line), path, near: nearest(statements, line) })
  const tagger = await openModel(context).load()
  const input = { statements, people: untagged.people, stage: untagged.note.stage }
  const threshold = workspace.config.threshold ?? tagger.threshold
  for (const index of here)
    context.stdout(explanationAsText(await explainStatement(index, input, tagger), threshold, context.paint))
  return EXIT.fine
}

/** The last colon parts file and line, so that `C:\notes\a.md:14` works as well. */
function parsePlace(place: string): { path: string; line: number } {
  const [, path, line] = /^(.+):(\d{1,9})$/s.exec(place) ?? []
  if (path === undefined || line === undefined) throw new CannotRun('bad-place', { value: place })
  return { path, line: Number(line) }
}

function nearest(statements: readonly { line: number }[], line: number): string {
  const lines = [...new Set(statements.map((statement) => statement.line))]
  const near = lines.toSorted((a, b) => Math.abs(a - line) - Math.abs(b - line) || a - b).slice(0, 5)
  return near.length === 0 ? 'of no number: the note holds none' : near.toSorted((a, b) => a - b).join(', ')
}
