/** What quotes, questions and themes have in common: notes, named or those that the pages rest on, with their themes. */
import { join } from 'node:path'
import type { Context } from '../context.ts'
import { CannotRun } from '../failures.ts'
import { readCorrections, readOwnCodebook } from '../io/knowledge.ts'
import { openModel } from '../io/model.ts'
import { notesThere } from '../io/find-notes.ts'
import { readOutputFolder } from '../io/pages.ts'
import { today } from '../io/today.ts'
import type { Workspace } from '../io/workspace.ts'
import { withoutExpired } from '../plan.ts'
import { severity, type Problem } from '../problems.ts'
import { lockedNotes } from '../render/lock.ts'
import { reportProblems } from '../reporters/problems.ts'
import { accountsIn, accountsNamed } from '../synthesize/search.ts'
import { synthesize } from '../synthesize/synthesize.ts'
import type { Synthesis } from '../types.ts'
import { survey } from './survey.ts'

/** @param paths notes as the user named them; none for those that the pages rest on */
export async function readEvidence(
  paths: readonly string[],
  workspace: Workspace,
  options: { quiet?: boolean },
  context: Context,
): Promise<{ synthesis: Synthesis; failed: boolean }> {
  const named = paths.length > 0 ? paths : notesOfThePages(workspace)
  const corrections = readCorrections(workspace)
  const reading = { ...options, forPages: true }
  const seen = await survey(named, workspace, openModel(context), corrections.list, reading, context)
  const { usable } = withoutExpired(seen.notes, today(undefined, context.env))
  const synthesis = synthesize(usable, workspace.config, readOwnCodebook(workspace).themes)
  // What is only a warning was said when the notes were ingested.
  const errors: Problem[] = [...corrections.problems, ...seen.problems].filter((found) => severity(found) === 'error')
  context.stderr(reportProblems(errors, context.paint))
  return { synthesis, failed: errors.length > 0 }
}

function notesOfThePages(workspace: Workspace): string[] {
  const locked = lockedNotes(readOutputFolder(workspace.out).get('personas.lock') ?? '')
  const there = notesThere([...(locked?.keys() ?? [])], workspace.root)
  if (there.length === 0) throw new CannotRun('no-notes-named', { path: join(workspace.out, 'personas.lock') })
  return there
}

/** @returns the id of a persona with evidence, by its id or name */
export function personaIn({ personas }: Synthesis, given: string): string {
  const same = (word: string) => word.toLowerCase() === given.trim().toLowerCase()
  const found = personas.find(({ id }) => same(id)) ?? personas.find(({ name }) => same(name))
  if (!found) throw new CannotRun('no-such-persona', { given, known: personas.map(({ id }) => id).join(', ') })
  return found.id
}

export function accountsOf(synthesis: Synthesis, given: string): string[] {
  const found = accountsNamed(synthesis, given)
  if (found.length === 0) throw new CannotRun('no-such-account', { given, known: accountsIn(synthesis).join(', ') })
  return found
}
