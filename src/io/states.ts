/** What the personas rest on, at a git revision or in the working tree: nothing is checked out, blobs are read. */
import { posix } from 'node:path'
import { readConfig, type Config } from '../config.ts'
import { parseCorrections } from '../corrections.ts'
import { CannotRun } from '../failures.ts'
import { parseCodebook } from '../synthesize/codebook.ts'
import type { CodebookTheme, Correction, SourceFile } from '../types.ts'
import { filesAt, pathInRepository, type Repository } from './git.ts'
import { readOwnCodebook, readCorrections } from './knowledge.ts'
import { notesThere } from './find-notes.ts'
import { readNote } from './read-note.ts'
import { readOutputFolder } from './pages.ts'
import type { Workspace } from './workspace.ts'

export interface State {
  /** Those that personas.lock names and that are there. */
  notes: SourceFile[]
  /** Digest of each as it was when the pages were written, by path; null where there are no pages. */
  locked: ReadonlyMap<string, string> | null
  config: Config
  codebook: readonly CodebookTheme[]
  corrections: readonly Correction[]
}

/** Reads the notes that a lock names; null for a text that is no lock. */
type ReadLock = (text: string) => Map<string, string> | null

export function stateOfWorkingTree(workspace: Workspace, readLock: ReadLock): State {
  const lock = readOutputFolder(workspace.out).get('personas.lock')
  const locked = lock === undefined ? null : readLock(lock)
  const notes = notesThere([...(locked?.keys() ?? [])], workspace.root).flatMap((path) => {
    const read = readNote(path, workspace)
    return 'rule' in read ? [] : [read]
  })
  const codebook = readOwnCodebook(workspace).themes
  return { notes, locked, config: workspace.config, codebook, corrections: readCorrections(workspace).list }
}

/**
 * @param commit id of a commit that is there
 * @param given its name as the user wrote it, for what there is to say
 * @param configName path of the configuration, relative to the root
 * @param out the output folder where the user named one, else that of the configuration of then
 */
export function stateAt(
  repository: Repository,
  { commit, given }: { commit: string; given: string },
  { root }: Workspace,
  { configName, out }: { configName: string; out: string | null },
  readLock: ReadLock,
): State {
  const top = pathInRepository(repository, root)
  const read = (names: readonly string[]): (string | null)[] =>
    filesAt(
      repository,
      names.map((name) => ({ revision: commit, path: posix.join(top ?? '', name) })),
    )
  const config = configOf(read([configName])[0] ?? null, `${given}:${configName}`)
  const pages = out ?? config.out
  const [lock = null, codebook = null, corrections = null] = read(
    ['personas.lock', 'themes.yaml', 'corrections.jsonl'].map((name) => `${pages}/${name}`),
  )
  const locked = lock === null ? null : readLock(lock)
  const files = [...(locked?.keys() ?? [])]
  const notes = read(files).flatMap((text, at) => (text === null ? [] : [{ path: files[at] ?? '', text }]))
  const themes = codebookOf(codebook ?? '', `${given}:${pages}/themes.yaml`)
  return { notes, locked, config, codebook: themes, corrections: parseCorrections(corrections ?? '', '').list }
}

function configOf(text: string | null, path: string): Config {
  let written: unknown
  try {
    written = text === null ? {} : JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch (error) {
    throw new CannotRun('bad-config', { path, reason: 'it is not JSON' }, { cause: error })
  }
  const read = readConfig(written)
  if ('error' in read) throw new CannotRun('bad-config', { path, reason: read.error })
  return read.config
}

function codebookOf(text: string, path: string): CodebookTheme[] {
  const read = parseCodebook(text)
  if ('error' in read) throw new CannotRun('bad-codebook', { path, reason: read.error })
  return read.themes
}
