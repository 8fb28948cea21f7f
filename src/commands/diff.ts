import { relative, resolve, sep } from 'node:path'
import { analyze } from '../analyze/analyze.ts'
import { compare } from '../compare/compare.ts'
import { EXIT, type Context, type ExitCode } from '../context.ts'
import { digest } from '../digest.ts'
import { CannotRun } from '../failures.ts'
import { commitOf, repositoryOf, type Repository } from '../io/git.ts'
import { openModel } from '../io/model.ts'
import { stateAt, stateOfWorkingTree, type State } from '../io/states.ts'
import { today } from '../io/today.ts'
import { CONFIG_NAME } from '../io/place.ts'
import { openWorkspace, type Workspace } from '../io/workspace.ts'
import { withoutExpired } from '../plan.ts'
import { configDigest, lockedNotes } from '../render/lock.ts'
import {
  differenceAsJson,
  differenceAsMarkdown,
  differenceAsText,
  staleSentence,
  type Compared,
  type Side,
} from '../reporters/difference.ts'
import { progress, type Progress } from '../reporters/progress.ts'
import { attribute } from '../synthesize/attribute.ts'
import { synthesize } from '../synthesize/synthesize.ts'
import type { Tagger } from '../tagging/tagger.ts'
import type { NoteAnalysis } from '../types.ts'

interface DiffOptions {
  config?: string
  out?: string
  format: 'pretty' | 'markdown' | 'json'
  quiet?: boolean
}

const BATCH = 32

/**
 * Says what changed in the personas since a revision, or between two. Both states are computed from their notes by the tagger of
 * today, not read from the pages: so a new model or another wording of a page is no change, and only what buyers said is.
 */
export async function diff(
  from: string,
  to: string | undefined,
  options: DiffOptions,
  context: Context,
): Promise<ExitCode> {
  const workspace = openWorkspace(context.cwd, options)
  const repository = repositoryOf(workspace.root)
  if (repository === null) throw new CannotRun('no-git', { path: workspace.root, option: '`personas diff`' })
  const before = open(from, repository, workspace, options)
  const after = open(to ?? null, repository, workspace, options)
  const tagger = await openModel(context).load()
  const meter = progress(before.state.notes.length + after.state.notes.length, 'notes', context, options.quiet === true)
  const seen = new Map<string, NoteAnalysis>()
  const old = await analyzed(before.state, tagger, seen, meter)
  const now = await analyzed(after.state, tagger, seen, meter)
  meter.end()
  const day = today(undefined, context.env)
  const compared: Compared = {
    from: before.side,
    to: after.side,
    difference: compare(
      synthesize(withoutExpired(old, day).usable, before.state.config, before.state.codebook),
      synthesize(withoutExpired(now, day).usable, after.state.config, after.state.codebook),
    ),
  }
  if (options.format === 'json') context.stdout(differenceAsJson(compared))
  else if (options.format === 'markdown') context.stdout(differenceAsMarkdown(compared))
  else context.stdout(differenceAsText(compared, context.paint))
  if (!options.quiet) context.stderr(staleSentence(stale(after.state, now), after.side))
  return EXIT.fine
}

function open(
  given: string | null,
  repository: Repository,
  workspace: Workspace,
  options: DiffOptions,
): { state: State; side: Side } {
  if (given === null) {
    const state = stateOfWorkingTree(workspace, lockedNotes)
    if (state.locked === null) throw new CannotRun('no-lock', { path: workspace.out })
    return { state, side: { revision: null, commit: null, pages: true } }
  }
  const commit = commitOf(repository, given)
  if (commit === null) throw new CannotRun('no-revision', { revision: given })
  const below = (path: string) => relative(workspace.root, resolve(workspace.cwd, path)).split(sep).join('/')
  const configName = options.config === undefined ? CONFIG_NAME : below(options.config)
  const out = options.out === undefined ? null : below(options.out)
  const state = stateAt(repository, { commit, given }, workspace, { configName, out }, lockedNotes)
  return { state, side: { revision: given, commit, pages: state.locked !== null } }
}

/** The notes of a state, attributed. Most stand in both states, and are analyzed once: what is said of a note depends on nothing else. */
async function analyzed(
  { notes, config, corrections }: State,
  tagger: Tagger,
  seen: Map<string, NoteAnalysis>,
  meter: Progress,
): Promise<NoteAnalysis[]> {
  const settings = configDigest(config)
  const keyed = notes.map((note) => {
    const own = corrections.filter(({ file }) => file === note.path)
    return { note, key: digest(JSON.stringify([settings, own, note.path, note.text])) }
  })
  const fresh = keyed.filter(({ key }) => !seen.has(key))
  for (let start = 0; start < fresh.length; start += BATCH) {
    const batch = fresh.slice(start, start + BATCH)
    const found = await analyze(
      batch.map(({ note }) => note),
      config,
      tagger,
      corrections,
    )
    const byFile = new Map(found.notes.map((analysis) => [analysis.note.file, analysis]))
    for (const { key, note } of batch) {
      const analysis = byFile.get(note.path)
      if (analysis) seen.set(key, analysis)
    }
    meter.advance(start + batch.length)
  }
  return attribute(
    keyed.flatMap(({ key }) => seen.get(key) ?? []),
    config,
  ).notes
}

/** Notes that are not what the pages were written from, or are gone. */
function stale({ locked }: State, notes: readonly NoteAnalysis[]): string[] {
  const now = new Map(notes.map(({ note }) => [note.file, note.digest]))
  return [...(locked ?? [])].filter(([file, then]) => now.get(file) !== then).map(([file]) => file)
}
